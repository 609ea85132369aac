namespace OpenGov.Api.Records;

/// <summary>What a good record of a resource is, beyond what its fields say one by one. Each <c>XRules</c> is found by its type.</summary>
public interface IRecordRules
{
    /// <summary>The table of the resource.</summary>
    string Table { get; }

    /// <summary>What the record breaks.</summary>
    /// <param name="record">A value for each field of the table; null for unknown, and for what could not be read.</param>
    IEnumerable<RecordError> Broken(IReadOnlyDictionary<string, object?> record);
}

/// <summary>All rules of resources that the program has.</summary>
internal static class RecordRules
{
    /// <summary>One of each; none can be forgotten.</summary>
    public static IReadOnlyList<IRecordRules> All { get; } =
    [
        .. typeof(RecordRules)
            .Assembly.GetTypes()
            .Where(type => type is { IsClass: true, IsAbstract: false } && type.IsAssignableTo(typeof(IRecordRules)))
            .OrderBy(type => type.FullName, StringComparer.Ordinal)
            .Select(type => (IRecordRules)Activator.CreateInstance(type)!),
    ];
}
