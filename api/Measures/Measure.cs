namespace OpenGov.Api.Measures;

/// <summary>
/// What a figure means, said once: pages, statistics, downloads, widgets, search and agents all ask it here. A measure is found by its
/// type (<see cref="IMeasureDefinition"/>), so adding one is one file and its words.
/// </summary>
internal sealed record Measure
{
    /// <summary>What it is called in addresses; never reused for another meaning.</summary>
    public required string Key { get; init; }

    /// <summary>Which of the questions it belongs to; they are never mixed.</summary>
    public required MeasureGroup Group { get; init; }

    /// <summary>Its place among all measures.</summary>
    public required int Position { get; init; }

    /// <summary>What it counts, and by what that can be grouped and filtered.</summary>
    public required Population Of { get; init; }

    /// <summary>Which of these rows count at all.</summary>
    public RowsQuery Within { get; init; } = RowsQuery.All;

    /// <summary>What is reckoned of the rows.</summary>
    public required Reckoning Reckoning { get; init; }

    /// <summary>In what its numbers count: the name of what is counted, or `percent`, `index`.</summary>
    public required string Unit { get; init; }

    /// <summary>Whether more is better: `up`, `down`, or `none` when more says nothing good or bad.</summary>
    public string Direction { get; init; } = "up";

    /// <summary>The levels of government for which it exists.</summary>
    public IReadOnlyList<string> Levels { get; init; } = ["national", "local"];

    /// <summary>The aspect under which somebody assessed plans as a whole; null when nobody does.</summary>
    public string? Aspect { get; init; }

    /// <summary>Whether its yes and no are codes that voices gave to commitments, so that it can be grouped by voice.</summary>
    public bool HasVoices => Aspect is not null && Reckoning is Reckoning.Parts { IsOfAssessments: true };

    /// <summary>
    /// Filters without which it has no number: each with one value, unless it is grouped by it. Empty for what is counted or summed.
    /// </summary>
    public IReadOnlyList<string> Needs { get; init; } = [];

    /// <summary>
    /// The kind of the sources that state its numbers, where it asks for what those state; null where any source can say them.
    /// </summary>
    public string? StatedBy { get; init; }

    /// <summary>
    /// Whether its rows are among those that a source states as a total: only then is the number a part of that total, and the rest what is
    /// missing.
    /// </summary>
    public bool IsAmongStated { get; init; }

    /// <summary>The keys by which it is grouped.</summary>
    public IReadOnlyList<string> GroupedBy => HasVoices ? [.. Of.Keys.Keys.Union([Population.Voice])] : [.. Of.Keys.Keys];

    /// <summary>
    /// The same as the voices say it: of every assessment of a commitment, not only of the newest independent one. Its rows are the
    /// assessments.
    /// </summary>
    public Measure ByVoice() =>
        this with
        {
            Of = Population.Assessments,
            Unit = Population.Assessments.Name,
            Within = RowsQuery.All.And($"about=commitment&aspect={Aspect}").And(Within),
            Reckoning = ((Reckoning.Parts)Reckoning).As("code"),
        };

    /// <summary>The question that it answers.</summary>
    public required Words Question { get; init; }

    /// <summary>Its answer, with the numbers of a row in braces: {yes}, {no}, {unknown}, {total}, {value}, {known}.</summary>
    public required Words Answer { get; init; }

    /// <summary>Its answer where nothing is known of any row. It names what is unknown where that could be taken for the rows themselves.</summary>
    public Words NothingKnown { get; init; } = Words.NothingKnown;

    /// <summary>What counts, what as yes, as no, as unknown.</summary>
    public required Words Definition { get; init; }

    /// <summary>What must not be read into it.</summary>
    public required Words DoesNotSay { get; init; }

    /// <summary>What it counts and what not, in words beside a number that looks like its own and is another.</summary>
    public Words Counts => new($"{Question.Es} {DoesNotSay.Es}", $"{Question.En} {DoesNotSay.En}");

    /// <summary>What its <c>no</c> is called: of what may still come it is no plain no.</summary>
    public Words No { get; init; } = Words.PlainNo;

    /// <summary>
    /// What a number that a voice gives of a plan counts, where what is coded here counts something else: it is said beside the two, and a
    /// number whose words alone say what it counts is drawn as no bar. Null where both count the same.
    /// </summary>
    public Words? BesideVoices { get; init; }

    /// <summary>The words that people use for it, in either language.</summary>
    public required Synonyms Synonyms { get; init; }
}

/// <summary>A text in both languages.</summary>
public sealed record Words(string Es, string En)
{
    /// <summary>What a plain no is called.</summary>
    public static readonly Words PlainNo = new("No", "No");

    /// <summary>The answer of a measure of parts of whose rows nothing is known: no part of it is a number, and none is 0.</summary>
    public static readonly Words NothingKnown = new("Sin registro aquí: {unknown} de {total}.", "No record here: {unknown} of {total}.");

    /// <summary>The answer of a measure that asks yes or no of each row.</summary>
    public static readonly Words YesNoUnknown = new(
        "Sí: {yes} de {total}. No: {no}. Sin registro aquí: {unknown}.",
        "Yes: {yes} of {total}. No: {no}. No record here: {unknown}."
    );
}

/// <summary>Other words for the same, in both languages.</summary>
internal sealed record Synonyms(IReadOnlyList<string> Es, IReadOnlyList<string> En);

/// <summary>Says what one or more measures mean.</summary>
internal interface IMeasureDefinition
{
    /// <summary>The measures.</summary>
    IEnumerable<Measure> Measures { get; }
}
