namespace OpenGov.Api.Http;

/// <summary>The query of a request with something else asked for.</summary>
internal static class QueryOf
{
    /// <summary>The same query with other values of some parameters; without those whose value is null.</summary>
    public static QueryString With(this IQueryCollection query, params (string Name, string? Value)[] changes) =>
        QueryString.Create(
            query
                .Where(given => changes.All(change => change.Name != given.Key))
                .SelectMany(given => given.Value, (given, value) => KeyValuePair.Create(given.Key, value))
                .Concat(changes.Where(change => change.Value is not null).Select(change => KeyValuePair.Create(change.Name, change.Value)))
        );
}
