using System.Text.Json.Serialization;

namespace OpenGov.Limits;

/// <summary>A source, as every record shows it.</summary>
internal sealed class Source(Row row)
{
    public const string Sql =
        "SELECT id, title, title_es, url, publisher, kind, published_on, published_on_precision, mirror, original_url FROM sources";

    public string Id { get; } = row.Text()!;
    public string? Title { get; } = row.Text();
    public string? TitleEs { get; } = row.Text();
    public string? Url { get; } = row.Text();
    public string? Publisher { get; } = row.Text();
    public string? Kind { get; } = row.Text();
    public string? PublishedOn { get; } = row.Date();
    public string? PublishedOnPrecision { get; } = row.Text();
    public string? Mirror { get; } = row.Text();
    public string? OriginalUrl { get; } = row.Text();
}

/// <summary>
/// What every record ends with. A record reads its columns in the order of its properties, and these behind them: what is initialised of a
/// derived class comes first.
/// </summary>
internal abstract class Record(Row row)
{
    public const string Ending = "id, source_ids, confidence, note_es, note_en, version, updated_at";

    [JsonPropertyOrder(-1)]
    public string Id { get; } = row.Text()!;

    [JsonPropertyOrder(90)]
    public string[] SourceIds { get; } = row.List();

    [JsonPropertyOrder(91)]
    public Source[] Sources { get; set; } = [];

    [JsonPropertyOrder(93)]
    public string? Confidence { get; } = row.Text();

    [JsonPropertyOrder(94)]
    public string? NoteEs { get; } = row.Text();

    [JsonPropertyOrder(95)]
    public string? NoteEn { get; } = row.Text();

    [JsonPropertyOrder(96)]
    public long? Version { get; } = row.Number();

    [JsonPropertyOrder(97)]
    public string? UpdatedAt { get; } = row.Text();

    [JsonPropertyOrder(99)]
    public Links Links { get; set; } = new();
}

/// <summary>Addresses; those that are null are not there.</summary>
internal sealed class Links
{
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Self { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Plan { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Commitment { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? State { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? History { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Life { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Proposals { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Agreements { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Record { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? File { get; init; }
}

internal class Commitment(Row row) : Record(row)
{
    public string? PlanId { get; } = row.Text();
    public string? Level { get; } = row.Text();
    public string? StateId { get; } = row.Text();
    public string? Scope { get; } = row.Text();
    public string? Municipality { get; } = row.Text();
    public bool? InStatedTotal { get; } = row.Flag();
    public long? Number { get; } = row.Number();
    public string? OgpCode { get; } = row.Text();
    public string? Kind { get; } = row.Text();
    public string? TitleEs { get; } = row.Text();
    public string? TitleEn { get; } = row.Text();
    public string? TitleEsOrigin { get; } = row.Text();
    public string? TitleEnOrigin { get; } = row.Text();
    public string? ThemeEs { get; } = row.Text();
    public string? ThemeEn { get; } = row.Text();
    public string? OgpListingTag { get; } = row.Text();
    public string[] OgpPolicyAreas { get; } = row.List();
    public string? ProblemEs { get; } = row.Text();
    public string? ProblemEn { get; } = row.Text();
    public string? SolutionEs { get; } = row.Text();
    public string? SolutionEn { get; } = row.Text();
    public string? BenefitsEs { get; } = row.Text();
    public string? BenefitsEn { get; } = row.Text();
    public string[] PolicyAreas { get; } = row.List();
    public string[] OgpValues { get; } = row.List();
    public int[] Sdgs { get; } = row.Numbers();
    public string[] LeadOrganizations { get; } = row.List();
    public string[] SupportingOrganizations { get; } = row.List();
    public string? Status { get; } = row.Text();
    public long? ProgressPercent { get; } = row.Number();
    public string? Completion { get; } = row.Text();
    public string? CompletionVoice { get; } = row.Text();
    public string? Ambition { get; } = row.Text();
    public string? AmbitionVoice { get; } = row.Text();
    public string? EarlyResults { get; } = row.Text();
    public string? EarlyResultsVoice { get; } = row.Text();
    public bool? Verifiable { get; } = row.Flag();
    public string? VerifiableVoice { get; } = row.Text();
    public bool? Relevant { get; } = row.Flag();
    public string? RelevantVoice { get; } = row.Text();
    public string? StartDate { get; } = row.Date();
    public string? StartDatePrecision { get; } = row.Text();
    public string? DueDate { get; } = row.Date();
    public string? DueDatePrecision { get; } = row.Text();
    public bool? Overdue { get; } = row.Flag();
    public string? Url { get; } = row.Text();

    [JsonPropertyOrder(92)]
    public string[] InferredFields { get; } = row.List();

    [JsonPropertyOrder(92)]
    public string[] PresentationFields { get; } = row.List();
}

internal sealed class CommitmentDetail(Row row) : Commitment(row)
{
    [JsonPropertyOrder(50)]
    public bool? Finished => Status is null ? null : Status is "completed" or "verified";

    [JsonPropertyOrder(50)]
    public Plan? Plan { get; set; }

    [JsonPropertyOrder(50)]
    public List<Milestone> Milestones { get; set; } = [];

    [JsonPropertyOrder(50)]
    public List<Indicator> Indicators { get; set; } = [];

    [JsonPropertyOrder(50)]
    public List<Evidence> Evidence { get; set; } = [];

    [JsonPropertyOrder(50)]
    public List<Assessment> Assessments { get; set; } = [];

    [JsonPropertyOrder(50)]
    public List<Organization> Organizations { get; } = [];
}

internal sealed class Plan(Row row)
{
    public const string Sql =
        "SELECT id, level, scope, municipality, state_id, number, title_es, title_en, start_date, published_on FROM plans WHERE id = @Id";

    public string? Id { get; } = row.Text();
    public string? Level { get; } = row.Text();
    public string? Scope { get; } = row.Text();
    public string? Municipality { get; } = row.Text();
    public string? StateId { get; } = row.Text();
    public long? Number { get; } = row.Number();
    public string? TitleEs { get; } = row.Text();
    public string? TitleEn { get; } = row.Text();
    public string? StartDate { get; } = row.Date();
    public string? PublishedOn { get; } = row.Date();
}

internal sealed class Organization(Row row, string role)
{
    public const string Sql = "SELECT id, name, acronym, sector FROM organizations WHERE id = @Id";

    public string? Id { get; } = row.Text();
    public string? Name { get; } = row.Text();
    public string? Acronym { get; } = row.Text();
    public string? Sector { get; } = row.Text();
    public string Role => role;
}

internal sealed class Milestone(Row row) : Record(row)
{
    public const string Sql =
        "SELECT commitment_id, number, title_es, title_en, weight, due_date, due_date_precision, status, progress_percent, completed_on, "
        + $"completed_on_precision, verified_by, verified_on, verification_outcome, {Ending} "
        + "FROM milestones WHERE commitment_id = @Id ORDER BY number, id";

    public string? CommitmentId { get; } = row.Text();
    public long? Number { get; } = row.Number();
    public string? TitleEs { get; } = row.Text();
    public string? TitleEn { get; } = row.Text();
    public long? Weight { get; } = row.Number();
    public string? DueDate { get; } = row.Date();
    public string? DueDatePrecision { get; } = row.Text();
    public string? Status { get; } = row.Text();
    public bool? Finished => Status is null ? null : Status is "completed" or "verified";
    public long? ProgressPercent { get; } = row.Number();
    public string? CompletedOn { get; } = row.Date();
    public string? CompletedOnPrecision { get; } = row.Text();
    public string? VerifiedBy { get; } = row.Text();
    public string? VerifiedOn { get; } = row.Date();
    public string? VerificationOutcome { get; } = row.Text();
}

internal sealed class Evidence(Row row) : Record(row)
{
    public const string Sql =
        "SELECT commitment_id, milestone_id, title_es, title_en, url, file_name, file_type, file_bytes, file_sha256, kind, published_on, "
        + $"published_on_precision, {Ending} FROM evidence WHERE commitment_id = @Id ORDER BY id";

    public string? CommitmentId { get; } = row.Text();
    public string? MilestoneId { get; } = row.Text();
    public string? TitleEs { get; } = row.Text();
    public string? TitleEn { get; } = row.Text();
    public string? Url { get; } = row.Text();
    public string? FileName { get; } = row.Text();
    public string? FileType { get; } = row.Text();
    public long? FileBytes { get; } = row.Number();
    public string? FileSha256 { get; } = row.Text();
    public string? Kind { get; } = row.Text();
    public string? PublishedOn { get; } = row.Date();
    public string? PublishedOnPrecision { get; } = row.Text();
}

internal sealed class Indicator(Row row) : Record(row)
{
    public const string Sql =
        "SELECT commitment_id, name_es, name_en, unit_es, unit_en, direction, kind, baseline, baseline_date, baseline_date_precision, target, "
        + $"target_date, target_date_precision, {Ending} FROM indicators WHERE commitment_id = @Id ORDER BY id";

    public string? CommitmentId { get; } = row.Text();
    public string? NameEs { get; } = row.Text();
    public string? NameEn { get; } = row.Text();
    public string? UnitEs { get; } = row.Text();
    public string? UnitEn { get; } = row.Text();
    public string? Direction { get; } = row.Text();
    public string? Kind { get; } = row.Text();
    public double? Baseline { get; } = row.Real();
    public string? BaselineDate { get; } = row.Date();
    public string? BaselineDatePrecision { get; } = row.Text();
    public double? Target { get; } = row.Real();
    public string? TargetDate { get; } = row.Date();
    public string? TargetDatePrecision { get; } = row.Text();

    [JsonPropertyOrder(50)]
    public List<Observation> Observations { get; set; } = [];
}

internal sealed class Observation(Row row) : Record(row)
{
    public const string Sql =
        $"SELECT indicator_id, value, observed_on, observed_on_precision, {Ending} FROM observations "
        + "WHERE indicator_id IN (SELECT id FROM indicators WHERE commitment_id = @Id) "
        + "ORDER BY indicator_id, observed_on IS NULL, observed_on, id";

    public string? IndicatorId { get; } = row.Text();
    public double? Value { get; } = row.Real();
    public string? ObservedOn { get; } = row.Date();
    public string? ObservedOnPrecision { get; } = row.Text();
}

internal sealed class Assessment(Row row) : Record(row)
{
    public const string Sql =
        "SELECT plan_id, commitment_id, voice, organization_id, aspect, code, value, out_of, unit, statement_es, statement_en, period, "
        + $"stall_reason, unblock_es, unblock_en, assessed_on, assessed_on_precision, {Ending} FROM assessments "
        + "WHERE commitment_id = @Id ORDER BY assessed_on IS NULL, assessed_on DESC, id DESC";

    public string? PlanId { get; } = row.Text();
    public string? CommitmentId { get; } = row.Text();
    public string? Voice { get; } = row.Text();
    public string? OrganizationId { get; } = row.Text();
    public string? Aspect { get; } = row.Text();
    public string? Code { get; } = row.Text();
    public double? Value { get; } = row.Real();
    public long? OutOf { get; } = row.Number();
    public string? Unit { get; } = row.Text();
    public string? StatementEs { get; } = row.Text();
    public string? StatementEn { get; } = row.Text();
    public string? Period { get; } = row.Text();
    public string? StallReason { get; } = row.Text();
    public string? UnblockEs { get; } = row.Text();
    public string? UnblockEn { get; } = row.Text();
    public string? AssessedOn { get; } = row.Date();
    public string? AssessedOnPrecision { get; } = row.Text();
}

internal sealed class Page<T>
{
    public required List<T> Items { get; init; }
    public required long Total { get; init; }
    public int Returned => Items.Count;
    public required int Limit { get; init; }
    public required string? Next { get; init; }
}

internal sealed class FoundPage
{
    public required List<Found> Items { get; init; }
    public required long Total { get; init; }
    public int Returned => Items.Count;
    public required int Limit { get; init; }
    public required string? Next { get; init; }
    public string[] Near { get; init; } = [];
    public required List<Theme> Themes { get; init; }
}

internal sealed class Found
{
    public string Id { get; set; } = "";
    public string Kind { get; init; } = "";
    public string RecordId { get; init; } = "";
    public string? StateId { get; set; }
    public string? PlanId { get; set; }
    public string? CommitmentId { get; set; }
    public string? TitleEs { get; set; }
    public string? TitleEn { get; set; }
    public string? SnippetEs { get; set; }
    public string? SnippetEn { get; set; }
    public string[] Terms { get; set; } = [];
    public int Score { get; set; }
    public Links Links { get; set; } = new();

    [JsonIgnore]
    public string? TextEs { get; set; }

    [JsonIgnore]
    public string? TextEn { get; set; }
}

internal sealed record Theme(string Code, string? LabelEs, string? LabelEn, long Commitments);

internal sealed class Counts
{
    public required string[] GroupBy { get; init; }
    public required long Total { get; init; }
    public required List<Count> Items { get; init; }
}

internal sealed class Count
{
    public string? State { get; init; }
    public string? Status { get; init; }

    [JsonPropertyName("count")]
    public long Rows { get; init; }

    public double? MeanProgressPercent { get; init; }
    public string RowsUrl { get; init; } = "";
}

internal sealed record Cursor(long At, string[] After, string Of);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(Page<Commitment>))]
[JsonSerializable(typeof(CommitmentDetail))]
[JsonSerializable(typeof(FoundPage))]
[JsonSerializable(typeof(Counts))]
internal sealed partial class Shapes : JsonSerializerContext;

[JsonSerializable(typeof(Cursor))]
internal sealed partial class CursorShape : JsonSerializerContext;
