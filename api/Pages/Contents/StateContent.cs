using OpenGov.Api.Embedding;
using OpenGov.Api.Http;
using OpenGov.Api.Measures;
using OpenGov.Api.States;

namespace OpenGov.Api.Pages.Contents;

/// <summary>A state: how far it came, its secretariat, its plans and commitments, its index by both views.</summary>
internal sealed class StateContent(Tables tables, StatesRepository states, IEnumerable<IWidget> widgets, DialogueTables dialogue)
    : IPageContent
{
    public string Path => "/states/{id}";

    public async Task<PageContent?> ReadAsync(PageRequest page, CancellationToken cancellationToken)
    {
        var widget = page.Widget;
        if (
            await widgets.ContentAsync(widget, "state", page.Id, cancellationToken) is not { } state
            || await states.FindAsync(page.Id, cancellationToken) is not { } record
        )
        {
            return null;
        }

        var secretariat = await widgets.ContentAsync(widget, "secretariat", page.Id, cancellationToken);
        var metric = (await widgets.ContentAsync(widget, "metric", page.Id, cancellationToken))!;
        var sessions = (await widgets.ContentAsync(widget, "sessions", page.Id, cancellationToken))!;
        RowsQuery within = $"state={page.Id}";
        return new PageContent
        {
            Blocks =
            [
                .. state.Blocks.Place("stage"),
                .. Tables.Note(widget, record.NoteEs, record.NoteEn),
                new Block.Subtitle(widget.In(new Words("Planes", "Plans"))) { Anchor = "plans" },
                await tables.PlansAsync(widget, within, cancellationToken),
                new Block.Subtitle(widget.In(new Words("Compromisos", "Commitments"))).Place("commitments"),
                await tables.CommitmentsAsync(widget, within, cancellationToken),
                .. secretariat is null
                    ? []
                    : (IEnumerable<Block>)[new Block.Subtitle(secretariat.Title.Text!).Place("secretariat"), .. secretariat.Blocks],
                new Block.Subtitle(sessions.Title.Text!),
                .. sessions.Blocks,
                .. await dialogue.LinksAsync(widget, within, cancellationToken),
                new Block.Subtitle(metric.Title.Text!).Place("metrics"),
                .. metric.Blocks,
            ],
            Sources =
            [
                .. state
                    .Sources.Concat(secretariat?.Sources ?? [])
                    .Concat(metric.Sources)
                    .Concat(sessions.Sources)
                    .DistinctBy(source => source.Id),
            ],
            Data = $"/states/{page.Id}",
            Linked = secretariat is null
                ? null
                : new Dictionary<string, object?>
                {
                    ["@type"] = "GovernmentOrganization",
                    ["name"] = secretariat.Title.Text,
                    ["areaServed"] = new Dictionary<string, object?>
                    {
                        ["@type"] = "State",
                        ["name"] = state.Title.Text,
                        ["identifier"] = page.Id,
                    },
                    ["url"] = $"{PublicAddress.Of(widget.Request)}/states/{page.Id}",
                },
            Above = "/states",
        };
    }
}
