namespace OpenGov.Api.Records;

/// <summary>
/// What must hold between the records of several tables that are of one thing, once all of a change is written. Each is found by its type.
/// </summary>
public interface IRulesTogether
{
    /// <summary>Where the records are.</summary>
    IReadOnlyList<TogetherPart> Parts { get; }

    /// <summary>What the records of one thing break.</summary>
    IEnumerable<RecordError> Broken(RecordsTogether records);
}

/// <summary>The records of one table that a rule looks at.</summary>
/// <param name="Table">The table.</param>
/// <param name="Key">The field that says of what they are.</param>
/// <param name="Fields">What the rule reads of them, the key among it.</param>
public sealed record TogetherPart(string Table, string Key, IReadOnlyList<string> Fields);

/// <summary>The records of one thing.</summary>
/// <param name="records">Each with the table that it is of.</param>
/// <param name="isWritten">Whether a record, by its table and id, was written by this change: that is where the fault is told.</param>
public sealed class RecordsTogether(
    IEnumerable<(string Table, IReadOnlyDictionary<string, object?> Values)> records,
    Func<string, string, bool> isWritten
)
{
    private readonly ILookup<string, IReadOnlyDictionary<string, object?>> byTable = records.ToLookup(one => one.Table, one => one.Values);

    /// <summary>Those of a table.</summary>
    public IReadOnlyList<IReadOnlyDictionary<string, object?>> Of(string table) => [.. byTable[table]];

    /// <summary>Whether a record was written by this change.</summary>
    public bool IsWritten(string table, string id) => isWritten(table, id);
}

/// <summary>All such rules that the program has.</summary>
internal static class RulesTogether
{
    /// <summary>One of each; none can be forgotten.</summary>
    public static IReadOnlyList<IRulesTogether> All { get; } =
    [
        .. typeof(RulesTogether)
            .Assembly.GetTypes()
            .Where(type => type is { IsClass: true, IsAbstract: false } && type.IsAssignableTo(typeof(IRulesTogether)))
            .OrderBy(type => type.FullName, StringComparer.Ordinal)
            .Select(type => (IRulesTogether)Activator.CreateInstance(type)!),
    ];
}
