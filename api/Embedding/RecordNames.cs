using System.Globalization;
using OpenGov.Api.Database;
using OpenGov.Api.Measures;
using OpenGov.Api.Records;
using OpenGov.Api.States;

namespace OpenGov.Api.Embedding;

/// <summary>
/// How a record is called wherever it is named, as the dashboard calls it (<c>plan-names.ts</c>): by its title and, where there is none
/// on record, by what it is, saying so; never by its bare id.
/// </summary>
internal sealed class RecordNames(ReadSession session)
{
    private const string Sql = """
        SELECT p.id, p.level, p.scope, p.municipality, p.number, p.title_es, p.title_en, p.start_date, p.published_on,
               s.name_es AS state_es, s.name_en AS state_en, m.label_es AS municipality_es, m.label_en AS municipality_en
        FROM plans p
        LEFT JOIN states s ON s.id = p.state_id
        LEFT JOIN terms m ON m.vocabulary = 'municipality' AND m.code = p.municipality
        """;

    private const string CommitmentSql = "SELECT c.title_es, c.title_en FROM commitments c WHERE c.id = @id";

    private const string EditionsSql = "SELECT e.id, e.edition, e.fieldwork_year FROM metric_editions e";

    private static readonly Words Numbered = new("n.º", "no.");

    private static readonly Words Cut = new("título cortado en la copia que consta", "title cut off in the copy on record");

    /// <summary>Letters of a name that is the beginning of a text.</summary>
    private const int LongestName = 120;

    private IReadOnlyDictionary<string, PlanRow>? all;

    /// <summary>A commitment.</summary>
    public static Spoken Commitment(WidgetRequest widget, string? es, string? en, string id) =>
        widget.Text(es, en) is { Text: not null } title
            ? title
            : widget.Say(new Words($"Compromiso {id} (título sin registro aquí)", $"Commitment {id} (title: no record here)"));

    /// <summary>
    /// The titles of a list (<c>titles.ts</c>): two that are the same are told apart by their numbers, or by their ids where these do not;
    /// of one that its source cut it is said.
    /// </summary>
    public static IReadOnlyList<Spoken> InList(WidgetRequest widget, IReadOnlyList<(Spoken Title, string Id, int? Number)> all)
    {
        var alike = all.ToLookup(one => one.Title.Text);
        return
        [
            .. all.Select(one =>
            {
                var same = alike[one.Title.Text].ToList();
                var numbers = same.Select(other => other.Number).Distinct().ToList();
                var isNumbered = numbers.Count == same.Count && !numbers.Contains(null);
                string[] said =
                [
                    .. same.Count == 1 ? (string[])[] : [isNumbered ? $"{widget.In(Numbered)} {one.Number}" : one.Id],
                    .. one.Title.Text?.EndsWith($" {TitleOrigins.CutMark}", StringComparison.Ordinal) == true
                        ? (string[])[widget.In(Cut)]
                        : [],
                ];
                return said.Length == 0 ? one.Title : one.Title with { Text = $"{one.Title.Text} ({string.Join("; ", said)})" };
            }),
        ];
    }

    /// <summary>A proposal, which has no title: by the beginning of what it says.</summary>
    public static Spoken Proposal(WidgetRequest widget, string? es, string? en, string id)
    {
        if (widget.Text(es, en) is not { Text: { } text } said)
        {
            return widget.Say(new Words($"Propuesta {id}", $"Proposal {id}"));
        }

        var end = text.Length > LongestName ? text.LastIndexOf(' ', LongestName) : -1;
        return said with { Text = text.Length <= LongestName ? text : $"{text[..(end > 0 ? end : LongestName)]}…" };
    }

    /// <summary>A record of any kind, of which the titles are known.</summary>
    /// <param name="widget">How it is read.</param>
    /// <param name="kind">The kind, as in its address.</param>
    /// <param name="id">Its id.</param>
    /// <param name="es">Its title in Spanish; null for none.</param>
    /// <param name="en">Its title in English; null for none.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task<Spoken> AnyAsync(
        WidgetRequest widget,
        string kind,
        string id,
        string? es,
        string? en,
        CancellationToken cancellationToken
    ) =>
        kind == "commitments" ? Commitment(widget, es, en, id)
        : kind == "proposals" ? Proposal(widget, es, en, id)
        : kind == "plans" && await TitleAsync(widget, id, cancellationToken) is { } plan ? plan
        : widget.Text(es, en) is { Text: not null } title ? title
        : widget.Say(id);

    /// <summary>A commitment of which the id is known; null where there is none.</summary>
    public async Task<Spoken?> CommitmentAsync(WidgetRequest widget, string id, CancellationToken cancellationToken) =>
        await session.FindAsync<TitleRow>(CommitmentSql, new { id }, cancellationToken) is { } row
            ? Commitment(widget, row.TitleEs, row.TitleEn, id)
            : null;

    /// <summary>A plan: its title; where there is none on record, what it is and that there is none. Null where there is no such plan.</summary>
    public async Task<Spoken?> TitleAsync(WidgetRequest widget, string id, CancellationToken cancellationToken)
    {
        if ((await AllAsync(cancellationToken)).GetValueOrDefault(id) is not { } plan)
        {
            return null;
        }

        return widget.Text(plan.TitleEs, plan.TitleEn) is { Text: not null } title
            ? title
            : widget.Say(new Words($"{Short(plan).Es} (título sin registro aquí)", $"{Short(plan).En} (title: no record here)"));
    }

    /// <summary>What it is and which, in few words: <c>Plan nacional 4, 2019</c>, <c>Durango: plan local 1, 2015</c>.</summary>
    public async Task<string?> ShortAsync(WidgetRequest widget, string id, CancellationToken cancellationToken) =>
        (await AllAsync(cancellationToken)).GetValueOrDefault(id) is { } plan ? widget.In(Short(plan)) : null;

    /// <summary>
    /// A plan where it is listed: its title, which leads to its page, and beside it which it is, of which place and scope. A plan without a
    /// title says that in its place.
    /// </summary>
    public async Task<Cell> PlanAsync(WidgetRequest widget, string id, CancellationToken cancellationToken, string? confidence = null)
    {
        var title = await TitleAsync(widget, id, cancellationToken);
        var which = await ShortAsync(widget, id, cancellationToken);
        return new Cell(Certainty.Mark(title, confidence), $"/plans/{id}")
        {
            Beside = which is null || title?.Text?.Contains(which, StringComparison.Ordinal) == true ? null : widget.Say(which),
        };
    }

    /// <summary>
    /// Where a plan stands among others: national plans by their number, then those of each state by its name, not by ids, which nobody sees.
    /// </summary>
    public async Task<IReadOnlyDictionary<string, int>> PlacesAsync(WidgetRequest widget, CancellationToken cancellationToken) =>
        (await AllAsync(cancellationToken))
            .Values.OrderBy(plan => plan.Level == "national" ? 0 : 1)
            .ThenBy(plan => widget.In(Short(plan)), ByName)
            .Index()
            .ToDictionary(one => one.Item.Id, one => one.Index);

    /// <summary>In which order names stand.</summary>
    public static StringComparer ByName { get; } =
        StringComparer.Create(CultureInfo.GetCultureInfo("es-MX"), CompareOptions.NumericOrdering);

    /// <summary>The open government index of a state, with the edition that it is of; null where there is no record of it.</summary>
    public async Task<Spoken?> IndexAsync(WidgetRequest widget, State state, CancellationToken cancellationToken) =>
        state is { OpenGovernmentIndex: { } index, OpenGovernmentIndexEdition: { } edition }
            ? widget.Say($"{Said.Index(index)}, {await EditionAsync(widget, edition, cancellationToken)}")
            : null;

    /// <summary>What an edition of the metric is called beside a score.</summary>
    public async Task<string> EditionAsync(WidgetRequest widget, int edition, CancellationToken cancellationToken) =>
        widget.In(
            Said.Edition(
                edition,
                (await session.WholeAsync<EditionRow>(EditionsSql, one => one.Id, cancellationToken))
                    .Values.FirstOrDefault(one => one.Edition == edition)
                    ?.FieldworkYear
            )
        );

    private async Task<IReadOnlyDictionary<string, PlanRow>> AllAsync(CancellationToken cancellationToken) =>
        all ??= await session.WholeAsync<PlanRow>(Sql, plan => plan.Id, cancellationToken);

    private static Words Short(PlanRow plan)
    {
        var kind =
            plan.Level == "national" ? new Words($"Plan nacional {plan.Number}", $"National plan {plan.Number}")
            : plan.Scope == "municipality"
                ? new Words(
                    $"Plan municipal {plan.Number}{Where(plan, plan.MunicipalityEs)}",
                    $"Municipal plan {plan.Number}{Where(plan, plan.MunicipalityEn)}"
                )
            : new Words($"Plan local {plan.Number}", $"Local plan {plan.Number}");
        var year = (plan.StartDate ?? plan.PublishedOn) is { } day ? $", {day.Year}" : "";
        return plan.StateEs is null
            ? new Words(kind.Es + year, kind.En + year)
            : new Words($"{plan.StateEs}: {Sentence.Within(kind.Es)}{year}", $"{plan.StateEn}: {Sentence.Within(kind.En)}{year}");
    }

    /// <summary>Its municipality by its name; by its code where none is on record.</summary>
    private static string Where(PlanRow plan, string? name) => plan.Municipality is { } code ? $" ({name ?? $"INEGI {code}"})" : "";

    private sealed record TitleRow
    {
        public string? TitleEs { get; init; }
        public string? TitleEn { get; init; }
    }

    private sealed record EditionRow
    {
        public string Id { get; init; } = "";
        public int Edition { get; init; }
        public int? FieldworkYear { get; init; }
    }

    private sealed record PlanRow
    {
        public string Id { get; init; } = "";
        public string Level { get; init; } = "";
        public string? Scope { get; init; }
        public string? Municipality { get; init; }
        public int Number { get; init; }
        public string? TitleEs { get; init; }
        public string? TitleEn { get; init; }
        public DateOnly? StartDate { get; init; }
        public DateOnly? PublishedOn { get; init; }
        public string? StateEs { get; init; }
        public string? StateEn { get; init; }
        public string? MunicipalityEs { get; init; }
        public string? MunicipalityEn { get; init; }
    }
}
