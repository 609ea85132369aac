using System.Data.Common;
using System.Text;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using OpenGov.Api.Database;
using OpenGov.Api.Embedding;
using OpenGov.Api.Pages.Contents;

namespace OpenGov.Api.Pages;

/// <summary>A page as it is read without its code (<see cref="PageBody"/>), with the facts of its <see cref="IPageContent"/>.</summary>
internal static class ServedBody
{
    /// <summary>Whether a page says facts of the data.</summary>
    public static bool HasFacts(HttpContext context, Page page) => Of(context, page) is not null;

    /// <summary>How a page is read: in which language, of which day.</summary>
    public static WidgetRequest Asked(HttpRequest request, string language, DateOnly? asOf)
    {
        // A form without scripts sends each of its fields; what was left empty was not asked for.
        request.Query = new QueryCollection(
            request
                .Query.Where(pair => pair.Value.Any(value => value is { Length: > 0 }))
                .ToDictionary(pair => pair.Key, pair => pair.Value)
        );
        return WidgetRequest.OfPage(request, language, asOf);
    }

    /// <summary>The facts of a page; null where it has none, and where the database cannot be asked.</summary>
    public static async Task<PageContent?> ReadAsync(HttpContext context, WidgetRequest widget, PageFrame frame, Page page, string? id)
    {
        try
        {
            return Of(context, page) is { } says
                ? await says.ReadAsync(new PageRequest(widget, id ?? "", frame), context.RequestAborted)
                : null;
        }
        catch (DbException)
        {
            // Without the database the page is still a page; it says itself that it could not be filled.
            return null;
        }
    }

    private static IPageContent? Of(HttpContext context, Page page) =>
        context.RequestServices.GetServices<IPageContent>().FirstOrDefault(each => each.Path == page.Path);

    /// <summary>Writes what is read until the page's code has drawn it, and by whoever runs none.</summary>
    public static async Task WriteAsync(
        StringBuilder text,
        HttpContext context,
        WidgetRequest widget,
        PageList pages,
        Page? page,
        string path,
        PageHead head,
        PageContent? content
    )
    {
        var (services, request, language) = (context.RequestServices, context.Request, widget.Language);
        var frame = pages.Frame[language];
        var title = head.Heading ?? head.Title!;
        var isPage = page is not null && content?.Errors is null;
        if (isPage)
        {
            LinkedData.Write(text, request, pages, frame, path, title, content);
        }

        text.Append("<style id=\"marks\">").Append(DesignTokens.Marks).Append("</style>");
        await using var renderer = new HtmlRenderer(services, services.GetRequiredService<ILoggerFactory>());
        var body = new Dictionary<string, object?>
        {
            [nameof(PageBody.Widget)] = widget,
            [nameof(PageBody.Frame)] = frame,
            [nameof(PageBody.FirstLanguage)] = pages.FirstLanguage,
            [nameof(PageBody.Others)] = pages
                .Frame.Where(each => each.Key != language)
                .Select(each => (each.Key, each.Value.Language))
                .ToList(),
            [nameof(PageBody.Heading)] = title,
            [nameof(PageBody.Lede)] = head.Lede,
            [nameof(PageBody.Text)] = page?.Text?[language] ?? [],
            [nameof(PageBody.Content)] = content,
            [nameof(PageBody.IsCited)] = isPage,
            [nameof(PageBody.Today)] = services.GetRequiredService<DataStore>().Today,
        };
        text.Append(
            await renderer.Dispatcher.InvokeAsync(async () =>
                (await renderer.RenderComponentAsync<PageBody>(ParameterView.FromDictionary(body))).ToHtmlString()
            )
        );
    }
}
