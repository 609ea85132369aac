using OpenGov.Api.Embedding;
using OpenGov.Api.Http;
using OpenGov.Api.Measures;
using OpenGov.Api.Plans;
using OpenGov.Api.Records;

namespace OpenGov.Api.Pages.Contents;

/// <summary>A plan: its figures by each voice, how it was co-created, its commitments, what was learnt.</summary>
internal sealed class PlanContent(
    Tables tables,
    IEnumerable<IWidget> widgets,
    PlansRepository plans,
    DialogueTables dialogue,
    RecordNames names,
    Endings endings,
    Labels labels
) : IPageContent
{
    public string Path => "/plans/{id}";

    public async Task<PageContent?> ReadAsync(PageRequest page, CancellationToken cancellationToken)
    {
        var widget = page.Widget;
        if (
            await widgets.ContentAsync(widget, "plan", page.Id, cancellationToken) is not { } figures
            || await plans.DetailAsync(page.Id, cancellationToken) is not { } plan
        )
        {
            return null;
        }

        IReadOnlyList<Block> body =
        [
            .. Tables.Text(widget, new Words("Quién lo dirigió", "Who governed it"), plan.GovernanceBodyEs, plan.GovernanceBodyEn),
            .. await MembersAsync(widget, plan, cancellationToken),
        ];
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
                .. figures
                    .Blocks.Place("said", block => block is Block.Subtitle)
                    .Place("statuses", block => block is Block.Segments || block.Counted?.Measure == "finished"),
                (await tables.CommitmentsAsync(widget, $"plan={page.Id}", cancellationToken)).Place("commitments"),
                .. await dialogue.LinksAsync(widget, $"plan={page.Id}", cancellationToken),
                .. body.Place("body"),
                // Of a plan whose body is not on record the checks alone say who had a seat.
                new Block.Subtitle(health.Eyebrow!).Place(body.Count > 0 ? ["health"] : ["health", "body"]),
                .. health.Blocks,
                .. Tables.Text(widget, new Words("Características", "Characteristics"), plan.CharacteristicsEs, plan.CharacteristicsEn),
                .. Tables.Note(widget, plan.NoteEs, plan.NoteEn),
                .. Tables.Text(widget, new Words("Lecciones", "Lessons"), plan.LessonsEs, plan.LessonsEn),
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

    /// <summary>Who sat in its body, when a seat was left, and what is noted of each: two names can be of one seat.</summary>
    private async Task<IReadOnlyList<Block>> MembersAsync(WidgetRequest widget, PlanDetail plan, CancellationToken cancellationToken)
    {
        if (plan.Members.Count == 0)
        {
            return [];
        }

        var rows = new List<IReadOnlyList<Cell>>();
        foreach (var member in plan.Members)
        {
            rows.Add([
                new Cell(
                    await endings.NameAsync(widget, member.OrganizationId, member.Name, cancellationToken),
                    RecordAddresses.PageOfOrganization(member.OrganizationId)
                )
                {
                    Beside = member.LeftOn is { } left
                        ? widget.Say(
                            new Words(
                                $"hasta {Said.On("es", left, member.LeftOnPrecision)}",
                                $"until {Said.On("en", left, member.LeftOnPrecision)}"
                            )
                        )
                        : null,
                },
                new Cell(widget.Say(await labels.OfAsync(widget, "sector", member.Sector, cancellationToken)))
                {
                    Beside = widget.Known(member.NoteEs, member.NoteEn),
                },
            ]);
        }

        return
        [
            new Block.Table(
                widget.In(new Words("¿Quién se sentó a la mesa?", "Who sat at the table?")),
                [widget.In(new Words("Integrante", "Member")), widget.In(new Words("Sector", "Sector"))],
                rows
            )
            {
                Data = [$"/plans/{plan.Id}"],
            },
        ];
    }
}
