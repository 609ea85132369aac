using OpenGov.Api.Assessments;
using OpenGov.Api.Changes;
using OpenGov.Api.Commitments;
using OpenGov.Api.Dialogues;
using OpenGov.Api.Instruments;
using OpenGov.Api.Learnings;
using OpenGov.Api.Lists;
using OpenGov.Api.Metrics;
using OpenGov.Api.Organizations;
using OpenGov.Api.Plans;
using OpenGov.Api.Practices;
using OpenGov.Api.Records;
using OpenGov.Api.Search;
using OpenGov.Api.Secretariats;
using OpenGov.Api.Sources;
using OpenGov.Api.States;
using OpenGov.Api.Stats;
using OpenGov.Api.Timeline;
using OpenGov.Api.Trainings;
using OpenGov.Api.Vocabularies;

namespace OpenGov.Api.Tests;

/// <summary>Every list of the API with its SQL.</summary>
public static class AllLists
{
    internal static readonly (string Path, ListSql Sql)[] Lists =
    [
        ("states", StatesRepository.Sql),
        ("secretariats", SecretariatsRepository.Sql),
        ("organizations", OrganizationsRepository.Sql),
        ("plans", PlansRepository.Sql),
        ("commitments", CommitmentsRepository.Sql),
        ("assessments", AssessmentsRepository.Sql),
        ("metrics", MetricEditionsRepository.Sql),
        ("metrics/values", MetricValuesRepository.Sql),
        ("dialogues/sessions", SessionsRepository.Sql),
        ("dialogues/agreements", AgreementsRepository.Sql),
        ("dialogues/proposals", ProposalsRepository.Sql),
        ("practices", PracticesRepository.Sql),
        ("instruments", InstrumentsRepository.Sql),
        ("trainings", TrainingsRepository.Sql),
        ("learnings", LearningsRepository.Sql),
        ("timeline", TimelineRepository.Sql),
        ("stats/initiative", InitiativeSizesRepository.Sql),
        ("terms", TermsRepository.Sql),
        ("sources", SourcesRepository.Sql),
        ("changes", ChangesRepository.Sql),
        ("search", SearchRepository.Sql),
    ];

    public static IEnumerable<string> Paths => Lists.Select(list => list.Path);

    public static IEnumerable<TestCaseData> Sorts =>
        Lists.SelectMany(list => list.Sql.Sorts.Select(key => new TestCaseData(list.Path, key.Name)));

    /// <summary>The table whose records a list is of; null for what is no table of the package.</summary>
    internal static string? TableOf(string path)
    {
        var table = Sql(path).From.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1];
        return Schema.Current.Tables.Any(one => one.Name == table) ? table : null;
    }

    /// <summary>The lists whose rows are records, each with its table.</summary>
    internal static IEnumerable<(string Table, string Path)> OfRecords =>
        Paths.Where(path => TableOf(path) is not null).Select(path => (TableOf(path)!, path));

    internal static ListSql Sql(string path) => Lists.Single(list => list.Path == path).Sql;

    /// <summary>The address of a list with a query; a search needs words.</summary>
    public static string Address(string path, string query = "") =>
        path == "search" ? $"search?q=a{(query.Length > 0 ? "&" : "")}{query}" : $"{path}?{query}";
}
