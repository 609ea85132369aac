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
    /// <summary>What is read until the page's code has drawn it, and by whoever runs none.</summary>
    public static async Task WriteAsync(
        StringBuilder text,
        HttpContext context,
        PageList pages,
        string language,
        Page? page,
        string path,
        string? id,
        PageHead head
    )
    {
        var services = context.RequestServices;
        var request = context.Request;

        // A form without scripts sends each of its fields; what was left empty was not asked for.
        request.Query = new QueryCollection(
            request
                .Query.Where(pair => pair.Value.Any(value => value is { Length: > 0 }))
                .ToDictionary(pair => pair.Key, pair => pair.Value)
        );
        var widget = WidgetRequest.OfPage(request, language);
        var frame = pages.Frame[language];
        PageContent? content = null;
        if (page is not null && services.GetServices<IPageContent>().FirstOrDefault(each => each.Path == page.Path) is { } says)
        {
            try
            {
                content = await says.ReadAsync(new PageRequest(widget, id ?? "", frame), context.RequestAborted);
            }
            catch (DbException)
            {
                // Without the database the page is still a page; it says itself that it could not be filled.
            }
        }

        var title = head.Heading ?? head.Title!;
        if (page is not null)
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
            [nameof(PageBody.Today)] = services.GetRequiredService<DataStore>().Today,
        };
        text.Append(
            await renderer.Dispatcher.InvokeAsync(async () =>
                (await renderer.RenderComponentAsync<PageBody>(ParameterView.FromDictionary(body))).ToHtmlString()
            )
        );
    }
}
