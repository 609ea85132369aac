using OpenGov.Api.Http;
using OpenGov.Api.Lists;
using OpenGov.Api.Records;

namespace OpenGov.Api.Measures;

/// <summary>A measure as the API describes it: what it means, and where its numbers are.</summary>
internal sealed record MeasureDescription
{
    /// <summary>What it is called in addresses; never reused for another meaning.</summary>
    public required string Key { get; init; }

    /// <summary>The question that it belongs to. What answers one never answers another.</summary>
    [Codes("measure_group", "participation", "coverage", "design", "implementation", "results", "co_creation", "openness")]
    public required string Group { get; init; }

    /// <summary>The group as a question, in Spanish.</summary>
    public required string GroupEs { get; init; }

    /// <summary>The group as a question, in English.</summary>
    public required string GroupEn { get; init; }

    /// <summary>What it answers, in Spanish.</summary>
    public required string QuestionEs { get; init; }

    /// <summary>What it answers, in English.</summary>
    public required string QuestionEn { get; init; }

    /// <summary>
    /// The answer in Spanish, with the numbers of a row of its values in braces: `{yes}`, `{no}`, `{unknown}`, `{total}`, `{value}`,
    /// `{known}`.
    /// </summary>
    public required string AnswerEs { get; init; }

    /// <summary>The answer in English, with the numbers of a row of its values in braces.</summary>
    public required string AnswerEn { get; init; }

    /// <summary>What counts, as yes, as no and as unknown, in Spanish.</summary>
    public required string DefinitionEs { get; init; }

    /// <summary>What counts, as yes, as no and as unknown, in English.</summary>
    public required string DefinitionEn { get; init; }

    /// <summary>What must not be read into it, in Spanish.</summary>
    public required string DoesNotSayEs { get; init; }

    /// <summary>What must not be read into it, in English.</summary>
    public required string DoesNotSayEn { get; init; }

    /// <summary>What its `no` is called in Spanish: “Aún no” of what may still come. Null for a measure that is one number.</summary>
    public required string? NoEs { get; init; }

    /// <summary>What its `no` is called in English. Null for a measure that is one number.</summary>
    public required string? NoEn { get; init; }

    /// <summary>
    /// The answer in Spanish where nothing is known of any row, with its numbers in braces: what is unknown is never said as 0. Null for a
    /// measure that is one number.
    /// </summary>
    public required string? NothingKnownEs { get; init; }

    /// <summary>The answer in English where nothing is known of any row; null alike.</summary>
    public required string? NothingKnownEn { get; init; }

    /// <summary>
    /// What a number that a voice gives of a plan as a whole counts and what is coded here counts, in Spanish. Null where both count the
    /// same, or no voice speaks.
    /// </summary>
    public required string? BesideVoicesEs { get; init; }

    /// <summary>What a number that a voice gives of a plan as a whole counts and what is coded here counts, in English; null alike.</summary>
    public required string? BesideVoicesEn { get; init; }

    /// <summary>`parts` when its values are `yes`, `no` and `unknown` of a total, `value` when they are one number.</summary>
    [Codes("measure_kind", "parts", "value")]
    public required string Kind { get; init; }

    /// <summary>
    /// In what its numbers count: what is counted (`commitments`, `plans`, `states` …), `percent` (0 to 100), or `index` (on the scale of
    /// its edition).
    /// </summary>
    public required string Unit { get; init; }

    /// <summary>Whether more is better: `up`, `down`, or `none` when more says nothing good or bad.</summary>
    [Codes("measure_direction", "up", "down", "none")]
    public required string Direction { get; init; }

    /// <summary>The levels of government for which it exists.</summary>
    [Vocabulary("level")]
    public required IReadOnlyList<string> Levels { get; init; }

    /// <summary>The keys that `by` takes, one or two at a time.</summary>
    public required IReadOnlyList<string> GroupedBy { get; init; }

    /// <summary>
    /// Filters without which it has no number: each with one value, unless `by` groups by it. Empty for what is counted or summed.
    /// </summary>
    public required IReadOnlyList<string> Needs { get; init; }

    /// <summary>What people call it, in Spanish.</summary>
    public required IReadOnlyList<string> SynonymsEs { get; init; }

    /// <summary>What people call it, in English.</summary>
    public required IReadOnlyList<string> SynonymsEn { get; init; }

    /// <summary>Absolute addresses: `self`, and its `values`.</summary>
    public required IReadOnlyDictionary<string, string> Links { get; init; }

    public static MeasureDescription Of(Measure measure, HttpRequest request) =>
        new()
        {
            Key = measure.Key,
            Group = measure.Group.Key,
            GroupEs = measure.Group.Question.Es,
            GroupEn = measure.Group.Question.En,
            QuestionEs = measure.Question.Es,
            QuestionEn = measure.Question.En,
            AnswerEs = measure.Answer.Es,
            AnswerEn = measure.Answer.En,
            DefinitionEs = measure.Definition.Es,
            DefinitionEn = measure.Definition.En,
            DoesNotSayEs = measure.DoesNotSay.Es,
            DoesNotSayEn = measure.DoesNotSay.En,
            NoEs = measure.Reckoning is Reckoning.Parts ? measure.No.Es : null,
            NoEn = measure.Reckoning is Reckoning.Parts ? measure.No.En : null,
            NothingKnownEs = measure.Reckoning is Reckoning.Parts ? measure.NothingKnown.Es : null,
            NothingKnownEn = measure.Reckoning is Reckoning.Parts ? measure.NothingKnown.En : null,
            BesideVoicesEs = measure.BesideVoices?.Es,
            BesideVoicesEn = measure.BesideVoices?.En,
            Kind = measure.Reckoning is Reckoning.Parts ? "parts" : "value",
            Unit = measure.Unit,
            Direction = measure.Direction,
            Levels = measure.Levels,
            GroupedBy = measure.GroupedBy,
            Needs = measure.Needs,
            SynonymsEs = measure.Synonyms.Es,
            SynonymsEn = measure.Synonyms.En,
            Links = new Dictionary<string, string>
            {
                ["self"] = PublicAddress.OfApi(request, $"/measures/{measure.Key}"),
                ["values"] = PublicAddress.OfApi(request, $"/measures/{measure.Key}/values"),
            },
        };
}

/// <summary>The catalogue of measures, in the order of their groups.</summary>
internal sealed record MeasureDefinitions
{
    /// <summary>Every measure there is.</summary>
    public required IReadOnlyList<MeasureDescription> Items { get; init; }

    /// <summary>How many there are.</summary>
    public required int Total { get; init; }
}

/// <summary>The numbers of a measure.</summary>
internal sealed record MeasureValues
{
    /// <summary>Key of the measure.</summary>
    public required string Measure { get; init; }

    /// <summary>In what its numbers count.</summary>
    public required string Unit { get; init; }

    /// <summary>The keys by which its rows are grouped; empty for one row of all.</summary>
    public required IReadOnlyList<string> By { get; init; }

    /// <summary>A row for each group, and beside it a row for each voice that spoke of a plan as a whole.</summary>
    public required IReadOnlyList<MeasureValue> Items { get; init; }

    /// <summary>How many rows there are: all of them, never a page.</summary>
    public required int Total { get; init; }
}

/// <summary>A row of a measure's values: the grouped keys (`state`, `plan` …, null for no data) beside its numbers.</summary>
internal sealed record MeasureValue
{
    /// <summary>Name of the group in Spanish; null when it has none, or nothing is grouped.</summary>
    public required string? LabelEs { get; init; }

    /// <summary>Name of the group in English; null when it has none, or nothing is grouped.</summary>
    public required string? LabelEn { get; init; }

    /// <summary>
    /// In what its numbers count: that of the measure, unless a voice says otherwise (`percent` where it gives a percentage of all
    /// commitments).
    /// </summary>
    public required string Unit { get; init; }

    /// <summary>Who said it of the plan as a whole; null for what is counted from the records here.</summary>
    [Vocabulary("voice")]
    public required string? SaidBy { get; init; }

    /// <summary>When; null where no source says, and for what is counted from the records here.</summary>
    public required DateOnly? SaidOn { get; init; }

    /// <summary>How exactly `said_on` is known; null when it is null.</summary>
    [Vocabulary("precision")]
    public required string? SaidOnPrecision { get; init; }

    /// <summary>The code that `yes` counts; null when it is all that say yes.</summary>
    public required string? Code { get; init; }

    /// <summary>The assessment that says it; null for what is counted from the records here.</summary>
    public required string? AssessmentId { get; init; }

    /// <summary>Where that assessment is, with its note and its source; null for what is counted from the records here.</summary>
    public required string? AssessmentUrl { get; init; }

    /// <summary>What the voice said, in Spanish: of what its number is. Null in the rows of what is coded here, and where it is not known.</summary>
    public string? StatementEs { get; init; }

    /// <summary>What the voice said, in English. Null in the rows of what is coded here, and where it is not known.</summary>
    public string? StatementEn { get; init; }

    /// <summary>What has to be known of that, in Spanish: another voice that disagrees, how it was read. Null for nothing.</summary>
    public string? NoteEs { get; init; }

    /// <summary>What has to be known of that, in English. Null for nothing.</summary>
    public string? NoteEn { get; init; }

    /// <summary>The number of a measure that is one; null when there is none, and for measures of yes and no.</summary>
    public required decimal? Value { get; init; }

    /// <summary>Rows of which it is so; null for a measure that is one number.</summary>
    public required int? Yes { get; init; }

    /// <summary>Rows of which it is not so; null for a measure that is one number, and where a voice does not say.</summary>
    public required int? No { get; init; }

    /// <summary>Rows of which there is no record here; null for a measure that is one number, and where a voice does not say.</summary>
    public required int? Unknown { get; init; }

    /// <summary>All rows: `yes`, `no` and `unknown` together. Null where a voice gives no total.</summary>
    public required int? Total { get; init; }

    /// <summary>
    /// How many of the rows something is on record of: those that `value` is made of, or `yes` and `no` together. Null where `value` is
    /// made of all rows, and where a voice does not say.
    /// </summary>
    public required int? Known { get; init; }

    /// <summary>The list whose `total` is `total`; null for what a voice said, and where no row can be.</summary>
    public required string? RowsUrl { get; init; }

    /// <summary>The list whose `total` is `yes`.</summary>
    public required string? YesRowsUrl { get; init; }

    /// <summary>The list whose `total` is `no`.</summary>
    public required string? NoRowsUrl { get; init; }

    /// <summary>The list whose `total` is `unknown`.</summary>
    public required string? UnknownRowsUrl { get; init; }

    /// <summary>Who says it, for what a voice said; empty for what is counted, whose rows say it themselves.</summary>
    public required IReadOnlyList<SourceReference> Sources { get; init; }

    /// <summary>The grouped keys.</summary>
    [GroupKeys(typeof(AnyFilter), nameof(AnyFilter.AllKeys))]
    [System.Text.Json.Serialization.JsonExtensionData]
    public Dictionary<string, object?> Keys { get; init; } = [];
}
