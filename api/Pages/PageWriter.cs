using System.Data.Common;
using System.Text;
using System.Text.Json;
using OpenGov.Api.Http;

namespace OpenGov.Api.Pages;

/// <summary>
/// Writes the one page that the dashboard is, completed for its address: what a shared link shows (chats and social
/// networks run no script), what it says without scripts, and what the browser should ask for at once. What is no page is
/// a 404 with the dashboard's page about it, which asks search engines to pass by.
/// </summary>
internal sealed class PageWriter(DashboardBuild build, DashboardSettings settings)
{
    /// <summary>Names the build that the pages are written from.</summary>
    public string Version() =>
        build.Read() is { } current ? $"{current.At.Index.Ticks}.{current.At.List.Ticks}.{current.At.Config.Ticks}" : "";

    /// <summary>Whether there is a page at this path, whatever record it is about.</summary>
    public bool Has(PathString path) => build.Read() is { } current && current.Pages.Find(PathOf(path)) is not null;

    /// <summary>Answers with the page; false when the dashboard has not been built.</summary>
    public async Task<bool> WriteAsync(HttpContext context)
    {
        if (build.Read() is not { } current)
        {
            return false;
        }

        var asked = context.Request.Query["lang"].ToString();
        var languages = current.Pages.Languages;
        var language = languages.ContainsKey(asked) ? asked : current.Pages.FirstLanguage;
        var path = PathOf(context.Request.Path);
        var (page, id) = current.Pages.Find(path) ?? default;
        PageRecord? record = null;
        var head = (page?.Head ?? current.Pages.Missing)[language];
        if (page is { Record: { } table })
        {
            switch (await FindAsync(context, table, id!))
            {
                case (true, { } found):
                    record = found;
                    head = head with
                    {
                        Title = record.Title(language) ?? record.Id,
                        Description = PageDescription.Cut(record.Description(language)) ?? head.Description,
                    };
                    path = Filled(page.Path, record.Id);
                    break;
                case (true, null):
                    page = null;
                    head = current.Pages.Missing[language];
                    break;
                default:
                    // Without the database the page is still a page; it says itself that it could not be filled.
                    head = head with
                    {
                        Title = id,
                    };
                    break;
            }
        }

        var text = new StringBuilder(current.Before.Length + current.Between.Length + current.After.Length + 8192);
        text.Append(
            current.Before.Replace(
                $"<html lang=\"{current.Pages.FirstLanguage}\">",
                $"<html lang=\"{language}\">",
                StringComparison.Ordinal
            )
        );
        PageDescription.Write(text, context.Request, current.Pages, language, path, head, exists: page is not null);
        if (page is not null)
        {
            Preload(text, current, page, language);
        }

        var first = page is not null && context.Request.Query.Keys.All(key => key == "lang") ? page.First : [];
        var script =
            $"opengov={{api:{JsonSerializer.Serialize(current.Api)},site:{JsonSerializer.Serialize(current.Site.Or(settings))},first:{{}}}};"
            + "for(const a of "
            + $"{JsonSerializer.Serialize(first.Select(address => Filled(address, id)))})"
            + "{const u=(opengov.api||location.origin)+a;(opengov.first[u]=fetch(u,{cache:'no-cache'})).catch(()=>{})}";
        text.Append("<script>").Append(script).Append("</script>");

        text.Append(current.Between);
        await ServedBody.WriteAsync(text, context, current.Pages, language, page, path, record?.Id, head);
        text.Append(current.After);
        context.Response.StatusCode = page is null ? StatusCodes.Status404NotFound : StatusCodes.Status200OK;
        context.Response.ContentType = "text/html; charset=utf-8";
        context.Response.Headers.CacheControl = "public, no-cache";
        context.Response.Headers.ContentSecurityPolicy = SecurityHeaders.PagePolicy(
            [.. current.Scripts, DashboardBuild.ScriptHash(script)],
            current.Api
        );
        await context.Response.WriteAsync(text.ToString(), context.RequestAborted);
        return true;
    }

    private static string PathOf(PathString asked) => asked.Value?.TrimEnd('/') is { Length: > 0 } given ? given : "/";

    /// <summary>The record that the page is about, null when there is none; whether the database could be asked at all.</summary>
    private static async Task<(bool IsKnown, PageRecord? Record)> FindAsync(HttpContext context, string table, string id)
    {
        try
        {
            return (true, await context.RequestServices.GetRequiredService<PagesRepository>().FindAsync(table, id, context.RequestAborted));
        }
        catch (DbException)
        {
            return (false, null);
        }
    }

    /// <summary>
    /// All of the page's code at once, not wave by wave; its styles as they are, disabled where they are linked, which its code asks
    /// for.
    /// </summary>
    private static void Preload(StringBuilder text, BuiltDashboard built, Page page, string language)
    {
        foreach (var file in page.Code.Concat(built.Pages.Words[language]).Concat(page.Words[language]))
        {
            if (built.Styles.TryGetValue(file, out var style))
            {
                text.Append("<style>")
                    .Append(style)
                    .Append("</style><link rel=\"stylesheet\" disabled href=\"")
                    .Append(file)
                    .Append("\" />");
            }
            else
            {
                text.Append("<link rel=\"modulepreload\" href=\"").Append(file).Append("\" />");
            }
        }
    }

    private static string Filled(string address, string? id) =>
        address.Replace("{id}", id is null ? null : Uri.EscapeDataString(id), StringComparison.Ordinal);
}
