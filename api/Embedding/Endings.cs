using OpenGov.Api.Database;
using OpenGov.Api.Measures;
using OpenGov.Api.Records;

namespace OpenGov.Api.Embedding;

/// <summary>Until when an organisation existed and what came after it, said wherever one is named (<c>Ended.svelte</c>).</summary>
internal sealed class Endings(ReadSession session)
{
    private const string Sql = """
        SELECT g.id, g.name, g.acronym, g.existed_until, g.existed_until_precision, g.succeeded_by, g.note_es, g.note_en
        FROM organizations g
        """;

    /// <summary>Its name, with its end behind it; nothing is added of one that has no end on record here.</summary>
    public async Task<Spoken> NameAsync(WidgetRequest widget, string id, string name, CancellationToken cancellationToken)
    {
        var all = await AllAsync(cancellationToken);
        if (all.GetValueOrDefault(id) is not { ExistedUntil: { } until } ended)
        {
            return new Spoken(name, "es");
        }

        var next = Next(all, ended) is { } after ? after.Acronym ?? after.Name : null;
        return widget.Say(
            new Words(
                $"{name} (hasta {until.Year}{(next is null ? "" : $"; después, {next}")})",
                $"{name} (until {until.Year}{(next is null ? "" : $"; then {next}")})"
            )
        );
    }

    /// <summary>The name of each organisation, without its end.</summary>
    public async Task<IReadOnlyDictionary<string, string>> NamesAsync(CancellationToken cancellationToken) =>
        (await AllAsync(cancellationToken)).ToDictionary(one => one.Key, one => one.Value.Name);

    /// <summary>An organisation by its name, which leads to its page; nothing on record for none.</summary>
    public async Task<Cell> CellAsync(string? id, CancellationToken cancellationToken) =>
        id is null
            ? new Cell(null)
            : new Cell(
                new Spoken((await NamesAsync(cancellationToken)).GetValueOrDefault(id, id), "es"),
                RecordAddresses.PageOfOrganization(id)
            );

    /// <summary>What is said of one organisation over what it did: when it ended, what came after it, and its note.</summary>
    public async Task<IReadOnlyList<Block>> BlocksAsync(WidgetRequest widget, string id, CancellationToken cancellationToken)
    {
        var all = await AllAsync(cancellationToken);
        if (all.GetValueOrDefault(id) is not { } found)
        {
            return [];
        }

        var blocks = new List<Block>
        {
            new Block.Links([
                new Cell(
                    widget.Say(new Words($"Qué consta de {found.Name}", $"What is on record of {found.Name}")),
                    RecordAddresses.PageOfOrganization(found.Id)
                ),
            ]),
        };
        if (found.ExistedUntil is { } until)
        {
            var day = widget.On(until, found.ExistedUntilPrecision);
            blocks.Add(
                new Block.Paragraph(widget.Say(new Words($"{found.Name} existió hasta: {day}.", $"{found.Name} existed until: {day}.")))
            );
        }

        if (Next(all, found) is { } next)
        {
            blocks.Add(
                new Block.Links([
                    new Cell(
                        widget.Say(new Words($"Le siguió: {next.Name}", $"It was followed by: {next.Name}")),
                        $"/commitments?organization={Uri.EscapeDataString(next.Id)}"
                    ),
                ])
            );
        }

        return widget.Text(found.NoteEs, found.NoteEn) is { Text: not null } note ? [.. blocks, new Block.Paragraph(note)] : blocks;
    }

    private static Row? Next(IReadOnlyDictionary<string, Row> all, Row ended) =>
        ended.SucceededBy is { } next ? all.GetValueOrDefault(next) : null;

    private Task<IReadOnlyDictionary<string, Row>> AllAsync(CancellationToken cancellationToken) =>
        session.WholeAsync<Row>(Sql, row => row.Id, cancellationToken);

    private sealed record Row
    {
        public string Id { get; init; } = "";
        public string Name { get; init; } = "";
        public string? Acronym { get; init; }
        public DateOnly? ExistedUntil { get; init; }
        public string? ExistedUntilPrecision { get; init; }
        public string? SucceededBy { get; init; }
        public string? NoteEs { get; init; }
        public string? NoteEn { get; init; }
    }
}
