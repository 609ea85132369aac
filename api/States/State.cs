using System.Text.Json.Serialization;
using OpenGov.Api.Plans;
using OpenGov.Api.Records;
using OpenGov.Api.Secretariats;

namespace OpenGov.Api.States;

/// <summary>One of the 32 federal entities of Mexico, whether or not it takes part.</summary>
[DescribedBy("states")]
internal record State : PublicRecord
{
    public string InegiCode { get; init; } = "";
    public string NameEs { get; init; } = "";
    public string NameEn { get; init; } = "";
    public string OfficialName { get; init; } = "";
    public string Abbreviation { get; init; } = "";
    public string Capital { get; init; } = "";
    public decimal? Latitude { get; init; }
    public decimal? Longitude { get; init; }
    public int? Population { get; init; }
    public int? PopulationYear { get; init; }
    public bool Participates { get; init; }
    public string? ParticipationConfidence { get; init; }
    public DateOnly? ParticipationAsOf { get; init; }
    public string? ParticipationAsOfPrecision { get; init; }
    public int? JoinedYear { get; init; }
    public DateOnly? DeclarationSignedOn { get; init; }
    public string? DeclarationSignedOnPrecision { get; init; }

    /// <summary>Id of its Local Technical Secretariat; null when none is documented.</summary>
    public string? SecretariatId { get; init; }

    public int PlansStated { get; init; }

    /// <summary>
    /// Plans of the state and of its municipalities of which a public source beyond the presentation gives the title or a date, later
    /// ones included.
    /// </summary>
    public int PlansDocumented { get; init; }

    /// <summary>Commitments of the state documented by a public source beyond the presentation.</summary>
    public int CommitmentsDocumented { get; init; }

    /// <summary>Documented commitments whose status is completed or verified; null where the status of none is known.</summary>
    public int? CommitmentsCompleted { get; init; }

    /// <summary>
    /// The furthest step of the local initiative on record, or stated by the presentation. A finished commitment is not a result.
    /// </summary>
    [Vocabulary("state_stage")]
    public string Stage { get; init; } = "";

    /// <summary>
    /// Steps that the state took (codes of <c>state_stage</c>) of which only the presentation tells: a plan that it counts and that no
    /// other source names, results of which it alone gives the values. Where <c>stage</c> is among them, the stage
    /// rests on nothing else.
    /// </summary>
    [Vocabulary("state_stage")]
    public IReadOnlyList<string> PresentationSteps { get; init; } = [];

    /// <summary>
    /// Steps that the state took (codes of <c>state_stage</c>) of which another source than the presentation tells, without more: a plan
    /// of which neither a title nor a date is on record. It does not count as documented.
    /// </summary>
    [Vocabulary("state_stage")]
    public IReadOnlyList<string> UndescribedSteps { get; init; } = [];

    private readonly IReadOnlyList<string> stageRecordIds = [];

    /// <summary>
    /// The records on which <c>stage</c> rests: of `results` the commitments with results, of `commitments` all of them, of `plan` the
    /// plans, of `secretariat` the secretariat. Empty where the state's own record says it: it joined, did not, or a plan is only counted.
    /// </summary>
    public IReadOnlyList<string> StageRecordIds
    {
        get => stageRecordIds;
        // No engine promises an order.
        init => stageRecordIds = [.. value.Distinct().Order(StringComparer.Ordinal)];
    }

    private readonly IReadOnlyList<string> stageSourceIds = [];

    /// <summary>Ids of the sources of `stage`.</summary>
    [JsonIgnore]
    public IReadOnlyList<string> StageSourceIds
    {
        get => stageSourceIds;
        init => stageSourceIds = [.. value.Where(id => id.Length > 0).Distinct().Order(StringComparer.Ordinal)];
    }

    /// <summary>
    /// Who says that the state came so far: the sources of each step that it took. A work of reference, which gives names and coordinates,
    /// is none of them.
    /// </summary>
    [JsonPropertyOrder(91)]
    public IReadOnlyList<SourceReference> StageSources { get; set; } = [];

    protected internal override IReadOnlyList<string> AlsoCited => StageSourceIds;

    protected internal override void Cite(Func<IReadOnlyList<string>, IReadOnlyList<SourceReference>> find) =>
        StageSources = [.. find(StageSourceIds).Where(source => source.Kind != "reference")];

    /// <summary>How sure a step is that the state took, where it is less than documented: a code of <see cref="Embedding.Certainty"/>.</summary>
    internal string? SureOf(string step) =>
        PresentationSteps.Contains(step) ? "presentation"
        : UndescribedSteps.Contains(step) ? "undescribed"
        : null;

    /// <summary>
    /// Open government index of the edition that has a value for most states (the latest of those), 0 to 1, so that states compare; null
    /// when that has none for the state. Values of other editions are among its <c>metrics</c>.
    /// </summary>
    public decimal? OpenGovernmentIndex { get; init; }

    /// <summary>The edition (year) of <c>open_government_index</c>, the same for all states; null when that is.</summary>
    public int? OpenGovernmentIndexEdition { get; init; }

    [JsonPropertyOrder(92)]
    public IReadOnlyList<string> InferredFields { get; init; } = [];

    protected internal override IEnumerable<(string Relation, string? Path)> Relations() =>
        [
            ("self", $"/states/{Id}"),
            ("plans", $"/plans?state={Id}"),
            ("commitments", $"/commitments?state={Id}"),
            ("secretariat", SecretariatId is null ? null : $"/secretariats/{Id}"),
            ("organizations", $"/organizations?state={Id}"),
            ("metrics", $"/metrics/values?state={Id}"),
        ];
}

/// <summary>A state on its own address: with its metric values, plans and secretariat.</summary>
[DescribedBy("states")]
internal sealed record StateDetail : State
{
    /// <summary>Every metric value of the state, newest edition first.</summary>
    [JsonPropertyOrder(50)]
    public IReadOnlyList<StateMetric> Metrics { get; init; } = [];

    /// <summary>Its plans, in order.</summary>
    [JsonPropertyOrder(50)]
    public IReadOnlyList<Plan> Plans { get; init; } = [];

    /// <summary>Its Local Technical Secretariat; null when none is documented.</summary>
    [JsonPropertyOrder(50)]
    public Secretariat? Secretariat { get; init; }

    protected internal override IEnumerable<ListItem> Inside() => Secretariat is null ? Plans : [.. Plans, Secretariat];
}

/// <summary>A metric value of a state.</summary>
internal sealed record StateMetric
{
    /// <summary>Edition (year) of the metric.</summary>
    public int Edition { get; init; }

    /// <summary>Id of the indicator.</summary>
    public string Indicator { get; init; } = "";

    /// <summary>The value, 0 to 1.</summary>
    public decimal Value { get; init; }

    /// <summary>Institutions measured in the state; null when not stated.</summary>
    public int? InstitutionsMeasured { get; init; }

    /// <summary>How sure the value is. One that is disputed belongs in no map, ranking or mean.</summary>
    [Vocabulary("confidence")]
    public string Confidence { get; init; } = "";
}
