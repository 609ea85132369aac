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
    public bool Has(PathString path) => build.Read() is { } current && current.Pages.Find(PageList.PathOf(path)) is not null;

    /// <summary>The home page in a language whose address was asked for, as other sites have it; null for any other address.</summary>
    public string? HomeIn(HttpRequest request) =>
        build.Read() is { } current
        && request.Path.Value?.Trim('/') is { Length: > 0 } asked
        && current.Pages.Languages.Keys.FirstOrDefault(language => language.Equals(asked, StringComparison.OrdinalIgnoreCase))
            is { } language
            ? $"{request.PathBase}/{(language == current.Pages.FirstLanguage ? "" : $"?lang={language}")}"
            : null;

    /// <summary>Answers with the page; false when the dashboard has not been built.</summary>
    public async Task<bool> WriteAsync(HttpContext context)
    {
        if (build.Read() is not { } current)
        {
            return false;
        }

        var request = context.Request;
        var answer = await context
            .RequestServices.GetRequiredService<PageReader>()
            .ReadAsync(request, current.Pages, context.RequestAborted);
        var language = answer.Widget.Language;
        var body = new StringBuilder();
        await ServedBody.WriteAsync(body, context, current.Pages, current.Site.Or(settings), answer);
        var text = new StringBuilder(current.Before.Length + current.Between.Length + current.After.Length + body.Length + 4096);
        text.Append(
            current.Before.Replace(
                $"<html lang=\"{current.Pages.FirstLanguage}\">",
                $"<html lang=\"{language}\">",
                StringComparison.Ordinal
            )
        );
        PageDescription.Write(text, request, current.Pages, answer);
        List<string> scripts = [.. current.Scripts];
        if (!answer.IsStill)
        {
            IEnumerable<string> all = answer.Page is { } page
                ? [.. page.Code, .. current.Pages.Words[language], .. page.Words[language]]
                : [];
            var files = all.ToLookup(current.Styles.ContainsKey);
            WriteStyles(text, current, files[true]);
            var asked = answer.Page is { First: var first } && request.Query.Keys.All(key => key == "lang") ? first : [];
            var script =
                $"opengov={{api:{JsonSerializer.Serialize(current.Api)},site:{JsonSerializer.Serialize(current.Site.Or(settings))},"
                + $"code:{JsonSerializer.Serialize(files[false])},"
                + $"asked:{JsonSerializer.Serialize(asked.Select(address => Filled(address, answer.Id)))},first:{{}}}};";
            text.Append("<script>").Append(script).Append("</script>");
            scripts.Add(DashboardBuild.ScriptHash(script));
        }

        text.Append(current.Between);
        text.Append(body);
        text.Append(answer.IsStill ? current.Still : current.After);
        context.Response.StatusCode = answer.Status;
        context.Response.ContentType = "text/html; charset=utf-8";
        context.Response.Headers.CacheControl = "public, no-cache";
        context.Response.Headers.ContentSecurityPolicy = SecurityHeaders.PagePolicy(scripts, current.Api);
        await context.Response.WriteAsync(text.ToString(), context.RequestAborted);
        return true;
    }

    /// <summary>Styles as they are, disabled where they are linked, which the page's code asks for.</summary>
    private static void WriteStyles(StringBuilder text, BuiltDashboard built, IEnumerable<string> files)
    {
        foreach (var file in files)
        {
            text.Append("<style>")
                .Append(built.Styles[file])
                .Append("</style><link rel=\"stylesheet\" disabled href=\"")
                .Append(file)
                .Append("\" />");
        }
    }

    private static string Filled(string address, string? id) =>
        address.Replace("{id}", id is null ? null : Uri.EscapeDataString(id), StringComparison.Ordinal);
}
