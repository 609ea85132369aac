namespace OpenGov.Api.Lists;

/// <summary>
/// Says which keys a row of groups may have beside its own properties, so that the description can name them: each stands only in the
/// answers that are grouped by it.
/// </summary>
/// <param name="of">The class that knows them.</param>
/// <param name="names">Its static property with their names.</param>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class GroupKeysAttribute(Type of, string names) : Attribute
{
    /// <summary>The keys.</summary>
    public IReadOnlyList<string> Names => (IReadOnlyList<string>)of.GetProperty(names)!.GetValue(null)!;
}
