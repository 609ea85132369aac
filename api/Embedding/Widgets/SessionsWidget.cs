using OpenGov.Api.Dialogues;
using OpenGov.Api.Http;
using OpenGov.Api.Lists;
using OpenGov.Api.Measures;
using OpenGov.Api.Records;
using OpenGov.Api.States;

namespace OpenGov.Api.Embedding.Widgets;

/// <summary>Sessions of dialogue of a state, or of all: the newest first, with their minutes.</summary>
internal sealed class SessionsWidget(SessionsRepository sessions, StatesRepository states, Labels labels, RecordFinisher finisher) : IWidget
{
    public string Kind => "sessions";

    public Subject Subject { get; } = new("states", IsOptional: true);

    public async Task<WidgetContent?> ReadAsync(
        WidgetRequest widget,
        string id,
        ParameterErrors errors,
        CancellationToken cancellationToken
    )
    {
        var request = ListRequest.Everything with
        {
            Values = id.Length == 0 ? ListRequest.Everything.Values : new Dictionary<string, IReadOnlyList<string>> { ["state"] = [id] },
            Sort = [Newest(), new SortBy(SessionsRepository.Sql.Sorts[0], Descending: true)],
            Limit = widget.Limit,
        };
        var page = await sessions.ListAsync(request, cancellationToken);
        await finisher.FinishAsync(page.Items, cancellationToken);
        var rows = new List<IReadOnlyList<Cell>>();
        foreach (var session in page.Items)
        {
            rows.Add([
                new Cell(widget.Say(widget.On(session.HeldOn))),
                new Cell(widget.Text(session.TitleEs, session.TitleEn), session.Url),
                new Cell(widget.Say(await labels.OfAsync(widget, "session_kind", session.Kind, cancellationToken))),
                new Cell(session.MinutesUrl is null ? null : widget.Say(new Words("Minuta", "Minutes")), session.MinutesUrl),
            ]);
        }

        return new WidgetContent
        {
            Title = widget.Say(new Words("Sesiones de diálogo", "Sessions of dialogue")),
            Eyebrow = id.Length == 0 ? null : await states.NameAsync(widget, id, cancellationToken),
            Page = id.Length == 0 ? "/secretariats" : $"/states/{id}",
            Blocks =
                page.Total == 0
                    ? [new Block.Paragraph(widget.Say($"{widget.In(Said.NoRecord)}."))]
                    :
                    [
                        new Block.Table(
                            widget.In(
                                new Words($"{rows.Count} de {page.Total} que constan aquí", $"{rows.Count} of {page.Total} on record here")
                            ),
                            [
                                widget.In(Said.Date),
                                widget.In(new Words("Sesión", "Session")),
                                widget.In(new Words("Tipo", "Kind")),
                                widget.In(new Words("Minuta", "Minutes")),
                            ],
                            rows
                        )
                        {
                            Total = page.Total,
                            Data = [new RowsQuery([.. request.Values]).Of("/dialogues/sessions")],
                        },
                    ],
            Basis = new Cell(
                widget.Say(new Words("las de cada sesión", "those of each session")),
                id.Length == 0 ? "/secretariats" : $"/states/{id}"
            ),
            Sources = [.. page.Items.SelectMany(session => session.Sources).DistinctBy(source => source.Id)],
        };
    }

    private static SortBy Newest() => new(SessionsRepository.Sql.Sorts.Single(sort => sort.Name == "held_on"), Descending: true);
}
