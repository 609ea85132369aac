using System.Data.Common;
using System.Text;
using System.Text.Json;
using OpenGov.Api.Database;
using OpenGov.Api.Embedding;
using OpenGov.Api.Http;
using OpenGov.Api.Lists;
using OpenGov.Api.Pages.Contents;
using OpenGov.Api.Records;

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

        var asked = context.Request.Query.Given("lang").ToString();
        var languages = current.Pages.Languages;
        var language = languages.ContainsKey(asked) ? asked : current.Pages.FirstLanguage;
        var path = PathOf(context.Request.Path);
        var (page, id) = current.Pages.Find(path) ?? default;

        // The dashboard shows today's data: the page of an earlier day stays as it is served.
        var session = context.RequestServices.GetRequiredService<ReadSession>();
        var errors = new ParameterErrors();
        var isStill = page is not null && context.Request.Query.Has("as_of") && ServedBody.HasFacts(context, page);
        if (isStill)
        {
            QueryBinding.ReadAsOf(context.Request, session, errors);
        }

        var widget = ServedBody.Asked(context.Request, language, session.AsOf);
        PageRecord? record = null;
        PageContent? notice = null;
        var status = StatusCodes.Status200OK;
        var head = (page?.Head ?? current.Pages.Missing)[language];
        if (errors.Any)
        {
            notice = PageNotices.Wrong(widget, errors);
            head = Said(head, Notices.Wrong(widget, errors).Title.Text!);
        }
        else if (page is null)
        {
            notice = PageNotices.Elsewhere(widget, null);
        }
        else if (page.Record is null && session.AsOf is { } day && await FirstDayAsync(context) is { } first && day < first)
        {
            notice = new PageContent { Blocks = Notices.Before(widget, first).Blocks };
        }
        else if (page is { Record: { } table })
        {
            switch (await FindAsync(context, table, id!))
            {
                case (true, { } found, _):
                    record = found;
                    head = head with
                    {
                        Title = record.Title(language) ?? record.Id,
                        Description = PageDescription.Cut(record.Description(language)) ?? head.Description,
                    };
                    path = Filled(page.Path, record.Id);
                    break;
                case (true, null, { } withdrawal):
                    var gone = Notices.Withdrawn(widget, RecordId.Canonical(table, id!), withdrawal);
                    notice = PageNotices.Withdrawn(widget, gone, path, withdrawal);
                    (status, page, head) = (StatusCodes.Status410Gone, null, Said(current.Pages.Missing[language], gone.Title.Text!));
                    break;
                case (true, null, null):
                    notice = PageNotices.Elsewhere(widget, id);
                    (page, head) = (null, current.Pages.Missing[language]);
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

        var body = new StringBuilder();
        var content = notice;
        if (page is not null && notice is null)
        {
            content = await ServedBody.ReadAsync(context, widget, current.Pages.Frame[language], page, record?.Id);
        }

        if (content?.Errors is { Any: true })
        {
            status = StatusCodes.Status400BadRequest;
        }
        else if (page is null && status == StatusCodes.Status200OK)
        {
            status = StatusCodes.Status404NotFound;
        }

        await ServedBody.WriteAsync(body, context, widget, current.Pages, page, path, head, content);
        var text = new StringBuilder(current.Before.Length + current.Between.Length + current.After.Length + body.Length + 4096);
        text.Append(
            current.Before.Replace(
                $"<html lang=\"{current.Pages.FirstLanguage}\">",
                $"<html lang=\"{language}\">",
                StringComparison.Ordinal
            )
        );
        PageDescription.Write(
            text,
            context.Request,
            current.Pages,
            language,
            path,
            head,
            exists: page is not null && !errors.Any,
            session.AsOf
        );
        List<string> scripts = [.. current.Scripts];
        if (!isStill)
        {
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
            scripts.Add(DashboardBuild.ScriptHash(script));
        }

        text.Append(isStill ? current.Still.Between : current.Between);
        text.Append(body);
        text.Append(isStill ? current.Still.After : current.After);
        context.Response.StatusCode = status;
        context.Response.ContentType = "text/html; charset=utf-8";
        context.Response.Headers.CacheControl = "public, no-cache";
        context.Response.Headers.ContentSecurityPolicy = SecurityHeaders.PagePolicy(scripts, current.Api);
        await context.Response.WriteAsync(text.ToString(), context.RequestAborted);
        return true;
    }

    /// <summary>What is said of no page, under another heading.</summary>
    private static PageHead Said(PageHead missing, string title) => missing with { Title = title, Heading = title, Lede = null };

    private static string PathOf(PathString asked) => asked.Value?.TrimEnd('/') is { Length: > 0 } given ? given : "/";

    private static async Task<DateOnly?> FirstDayAsync(HttpContext context)
    {
        try
        {
            return await context.RequestServices.GetRequiredService<DataVersion>().FirstDayAsync(context.RequestAborted);
        }
        catch (DbException)
        {
            return null;
        }
    }

    /// <summary>Whether the database could be asked; the record that the page is about, or that and why it was withdrawn.</summary>
    private static async Task<(bool IsKnown, PageRecord? Record, Withdrawal? Withdrawal)> FindAsync(
        HttpContext context,
        string table,
        string id
    )
    {
        var services = context.RequestServices;
        try
        {
            var found = await services.GetRequiredService<PagesRepository>().FindAsync(table, id, context.RequestAborted);
            var withdrawal = found is null
                ? await services
                    .GetRequiredService<RecordRequest>()
                    .WithdrawalAsync(table, RecordId.Canonical(table, id), context.RequestAborted)
                : null;
            return (true, found, withdrawal);
        }
        catch (DbException)
        {
            return (false, null, null);
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
