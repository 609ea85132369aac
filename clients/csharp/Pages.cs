namespace OpenGov.Client;

/// <summary>A page of a list.</summary>
/// <typeparam name="T">What the list holds.</typeparam>
public interface IPage<T>
{
    /// <summary>The records of this page.</summary>
    ICollection<T> Items { get; }

    /// <summary>Address of the next page; null on the last.</summary>
    string? Next { get; }
}

public partial class AgreementList : IPage<Agreement>;

public partial class AssessmentList : IPage<Assessment>;

public partial class AuditedActionList : IPage<AuditedAction>;

public partial class ChangeLog : IPage<Change>;

public partial class CommitmentList : IPage<Commitment>;

public partial class DeliveryList : IPage<Delivery>;

public partial class InitiativeSizeList : IPage<InitiativeSize>;

public partial class InstrumentList : IPage<Instrument>;

public partial class KeyOnRecordList : IPage<KeyOnRecord>;

public partial class LearningList : IPage<Learning>;

public partial class MetricEditionList : IPage<MetricEdition>;

public partial class MetricValueList : IPage<MetricValue>;

public partial class OrganizationList : IPage<Organization>;

public partial class PlanList : IPage<Plan>;

public partial class PracticeList : IPage<Practice>;

public partial class ProposalList : IPage<Proposal>;

public partial class SearchResultList : IPage<SearchResult>;

public partial class SecretariatList : IPage<Secretariat>;

public partial class SessionList : IPage<Session>;

public partial class SourceList : IPage<Source>;

public partial class StateList : IPage<State>;

public partial class TermList : IPage<Term>;

public partial class TimelineEventList : IPage<TimelineEvent>;

public partial class TrainingList : IPage<Training>;

public partial class WebhookList : IPage<Webhook>;
