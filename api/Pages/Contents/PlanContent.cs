using OpenGov.Api.Embedding;
using OpenGov.Api.Http;
using OpenGov.Api.Measures;
using OpenGov.Api.Plans;

namespace OpenGov.Api.Pages.Contents;

/// <summary>A plan: its figures by each voice, how it was co-created, its commitments, what was learnt.</summary>
internal sealed class PlanContent(
    Tables tables,
    IEnumerable<IWidget> widgets,
    PlansRepository plans,
    DialogueTables dialogue,
    RecordNames names
) : IPageContent
{
    public string Path => "/plans/{id}";

    public async Task<PageContent?> ReadAsync(PageRequest page, CancellationToken cancellationToken)
    {
        var widget = page.Widget;
        if (
            await widgets.ContentAsync(widget, "plan", page.Id, cancellationToken) is not { } figures
            || await plans.FindAsync(page.Id, cancellationToken) is not { } plan
        )
        {
            return null;
        }

        var health = (await widgets.ContentAsync(widget, "health", page.Id, cancellationToken))!;
        return new PageContent
        {
            Eyebrow = widget.Say(
                string.Join(
                    " · ",
                    (
                        (string?[])[await names.ShortAsync(widget, plan.Id, cancellationToken), Tables.Period(widget, plan)?.Text]
                    ).OfType<string>()
                )
            ),
            Blocks =
            [
                .. figures.Blocks,
                await tables.CommitmentsAsync(widget, $"plan={page.Id}", cancellationToken),
                .. await dialogue.LinksAsync(widget, $"plan={page.Id}", cancellationToken),
                new Block.Subtitle(health.Eyebrow!),
                .. health.Blocks,
                .. Tables.Text(widget, new Words("Características", "Characteristics"), plan.CharacteristicsEs, plan.CharacteristicsEn),
                .. Tables.Note(widget, plan.NoteEs, plan.NoteEn),
                .. Tables.Text(widget, new Words("Lecciones", "Lessons"), plan.LessonsEs, plan.LessonsEn),
                .. Tables.Text(widget, new Words("Quién lo dirigió", "Who governed it"), plan.GovernanceBodyEs, plan.GovernanceBodyEn),
            ],
            Sources = figures.Sources,
            Data = $"/plans/{plan.Id}",
            Linked = new Dictionary<string, object?>
            {
                ["@type"] = "Report",
                ["name"] = figures.Title.Text,
                ["inLanguage"] = figures.Title.Language,
                ["datePublished"] = plan.PublishedOn?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
                ["identifier"] = plan.Id,
                ["url"] = $"{PublicAddress.Of(widget.Request)}/plans/{plan.Id}",
                ["citation"] = figures.Sources.Select(source => source.Url).OfType<string>(),
            },
            Above = "/plans",
        };
    }
}
