using OpenGov.Api.Changes;
using OpenGov.Api.Http;
using OpenGov.Api.Lists;
using OpenGov.Api.Measures;
using OpenGov.Api.States;

namespace OpenGov.Api.Embedding.Widgets;

/// <summary>What changed here last, of everything or of one state.</summary>
internal sealed class ChangesWidget(ChangesRepository changes, ChangeNames names, StatesRepository states) : IWidget
{
    public string Kind => "changes";

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
            Sort = [new SortBy(ChangesRepository.Sql.Sorts[0], Descending: true)],
            Limit = widget.Limit,
        };
        var page = await changes.ListAsync(request, cancellationToken);
        var named = await names.OfAsync(widget, page.Items, cancellationToken);
        return new WidgetContent
        {
            Title = widget.Say(new Words("Lo último que cambió aquí", "What changed here last")),
            Eyebrow = id.Length == 0 ? null : await states.NameAsync(widget, id, cancellationToken),
            Page = id.Length == 0 ? "/changes" : $"/changes?state={id}",
            Basis = new Cell(
                widget.Say(new Words("el registro de cambios de OpenGov", "the log of changes of OpenGov")),
                id.Length == 0 ? "/changes" : $"/changes?state={id}"
            ),
            Blocks =
                page.Items.Count == 0
                    ? [new Block.Paragraph(widget.Say($"{widget.In(Said.NoRecord)}."))]
                    :
                    [
                        new Block.Table(
                            widget.In(new Words("De la más nueva a la más antigua", "The newest first")),
                            [
                                widget.In(Said.Date),
                                widget.In(new Words("Qué pasó", "What happened")),
                                widget.In(new Words("Registro", "Record")),
                            ],
                            [
                                .. page.Items.Select(change =>
                                    (IReadOnlyList<Cell>)
                                        [.. Happened(widget, change), new Cell(named[change.Id], ChangeWords.PageOf(change))]
                                ),
                            ]
                        )
                        {
                            Total = page.Total,
                        },
                    ],
        };
    }

    /// <summary>When, and what was done to the record.</summary>
    public static IEnumerable<Cell> Happened(WidgetRequest widget, Change change) =>
        [
            new Cell(widget.Say(widget.On(DateOnly.FromDateTime(change.ChangedAt.UtcDateTime)))),
            new Cell(widget.Say(CodeWords.Of("change_action", change.Action))),
        ];
}
