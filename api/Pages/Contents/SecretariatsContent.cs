using OpenGov.Api.Embedding;
using OpenGov.Api.Measures;
using OpenGov.Api.Records;
using OpenGov.Api.Secretariats;
using OpenGov.Api.States;

namespace OpenGov.Api.Pages.Contents;

/// <summary>The Local Technical Secretariats: seats, members, and whether they meet and keep their agreements.</summary>
internal sealed class SecretariatsContent(
    SecretariatsRepository secretariats,
    StatesRepository states,
    IEnumerable<IWidget> widgets,
    Tables tables,
    DialogueTables dialogue,
    Labels labels,
    RecordFinisher finisher
) : IPageContent
{
    /// <summary>What is counted, and the part of the dashboard's page that begins with it.</summary>
    private static readonly (string Measure, string? Part)[] Keys =
    [
        ("secretariats", null),
        ("civil_society_parity", "seats"),
        ("secretariats_with_rules", null),
        ("secretariats_meeting", "dialogue"),
        ("sessions", null),
        ("agreements_fulfilled", null),
        ("proposals_answered", null),
    ];

    public string Path => "/secretariats";

    public async Task<PageContent?> ReadAsync(PageRequest page, CancellationToken cancellationToken)
    {
        var widget = page.Widget;
        var found = (await secretariats.ListAsync(Tables.All(SecretariatsRepository.Sql), cancellationToken)).Items;
        var all = (await states.OfAllAsync(widget, cancellationToken))
            .Join(found, state => state.Id, one => one.StateId, (_, one) => one)
            .ToList();
        await finisher.FinishAsync(all, cancellationToken);
        var blocks = new List<Block>();
        foreach (var (key, part) in Keys)
        {
            var figure = await tables.MeasureAsync(widget, key, RowsQuery.All, [], cancellationToken);
            blocks.AddRange(part is null ? figure : figure.Place(part));
        }

        var rows = new List<IReadOnlyList<Cell>>();
        foreach (var one in all)
        {
            rows.Add([
                new Cell(Certainty.Mark(widget.Text(one.NameEs, one.NameEn), one.Confidence), $"/states/{one.StateId}")
                {
                    Beside = widget.Known(one.NoteEs, one.NoteEn),
                },
                new Cell(await labels.OfAsync(widget, one, cancellationToken)),
                new Cell(one.InstalledOn is { } day ? widget.Say(widget.On(day, one.InstalledOnPrecision)) : null),
                widget.Counted(one.SeatsCivilSociety),
                widget.Counted(one.SeatsGovernment),
                widget.Counted(one.SeatsOversightBody),
                widget.Counted(one.SeatsAutonomousBody),
            ]);
        }

        blocks.Add(
            new Block.Table(
                widget.In(new Words($"Secretariados que constan aquí: {rows.Count}", $"Secretariats on record here: {rows.Count}")),
                [
                    widget.In(new Words("Secretariado Técnico Local", "Local Technical Secretariat")),
                    widget.In(Said.Status),
                    widget.In(new Words("Instalado", "Installed")),
                    widget.In(new Words("Asientos que tenía la sociedad civil", "Seats that civil society had")),
                    widget.In(new Words("Del gobierno", "Of government")),
                    widget.In(new Words("Del organismo garante", "Of the oversight body")),
                    widget.In(new Words("De organismos autónomos", "Of autonomous bodies")),
                ],
                rows
            )
            {
                Sources = SourceOrder.Union(all.SelectMany(one => one.Sources), []),
            }.Place("since", "members")
        );
        var sessions = (await widgets.ContentAsync(widget, "sessions", "", cancellationToken))!;
        return new PageContent
        {
            Data = "/secretariats",
            Blocks =
            [
                .. blocks,
                new Block.Subtitle(sessions.Title.Text!),
                .. sessions.Blocks,
                .. await dialogue.LinksAsync(widget, RowsQuery.All, cancellationToken),
            ],
            Sources = [.. all.SelectMany(one => one.Sources).Concat(sessions.Sources).DistinctBy(source => source.Id)],
        };
    }
}
