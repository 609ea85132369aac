using System.Text;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using OpenGov.Api.Database;
using OpenGov.Api.Embedding;

namespace OpenGov.Api.Pages;

/// <summary>A page as it is read without its code (<see cref="PageBody"/>), with the facts of its <see cref="Contents.IPageContent"/>.</summary>
internal static class ServedBody
{
    /// <summary>Writes what is read until the page's code has drawn it, and by whoever runs none.</summary>
    public static async Task WriteAsync(StringBuilder text, HttpContext context, PageList pages, Site site, PageAnswer answer)
    {
        var (services, language) = (context.RequestServices, answer.Widget.Language);
        var frame = pages.Frame[language];
        var title = answer.Head.Heading ?? answer.Head.Title!;
        if (answer.IsFound)
        {
            LinkedData.Write(text, context.Request, pages, frame, answer.Path, title, answer.Content);
        }

        text.Append("<style id=\"marks\">").Append(DesignTokens.Marks).Append("</style>");
        await using var renderer = new HtmlRenderer(services, services.GetRequiredService<ILoggerFactory>());
        var body = new Dictionary<string, object?>
        {
            [nameof(PageBody.Widget)] = answer.Widget,
            [nameof(PageBody.Frame)] = frame,
            [nameof(PageBody.FirstLanguage)] = pages.FirstLanguage,
            [nameof(PageBody.Others)] = pages
                .Frame.Where(each => each.Key != language)
                .Select(each => (each.Key, each.Value.Language))
                .ToList(),
            [nameof(PageBody.Heading)] = new Spoken(title, answer.TitleLanguage ?? language),
            [nameof(PageBody.Lede)] = answer.Head.Lede,
            [nameof(PageBody.Text)] = answer.Page?.Text?[language] ?? [],
            [nameof(PageBody.Closing)] = answer.Page?.Closing?[language] ?? [],
            [nameof(PageBody.Content)] = answer.Content,
            [nameof(PageBody.Site)] = site,
            [nameof(PageBody.Record)] = answer.Id,
            [nameof(PageBody.IsCited)] = answer.IsFound,
            [nameof(PageBody.Today)] = services.GetRequiredService<DataStore>().Today,
        };
        text.Append(
            await renderer.Dispatcher.InvokeAsync(async () =>
                (await renderer.RenderComponentAsync<PageBody>(ParameterView.FromDictionary(body))).ToHtmlString()
            )
        );
    }
}
