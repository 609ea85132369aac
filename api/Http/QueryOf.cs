using Microsoft.Extensions.Primitives;

namespace OpenGov.Api.Http;

/// <summary>The query of a request with something else asked for.</summary>
internal static class QueryOf
{
    /// <summary>Whether a parameter is given under its name as it is written: one in other letters is another.</summary>
    public static bool Has(this IQueryCollection query, string name) =>
        query.ContainsKey(name) && query.Keys.Any(given => given.Equals(name, StringComparison.Ordinal));

    /// <summary>The values of a parameter under its name as it is written; none where it is not given.</summary>
    public static StringValues Given(this IQueryCollection query, string name) => query.Has(name) ? query[name] : default;

    /// <summary>The same query with other values of some parameters; without those whose value is null.</summary>
    public static QueryString With(this IQueryCollection query, params (string Name, string? Value)[] changes) =>
        QueryString.Create(
            query
                .Where(given => changes.All(change => change.Name != given.Key))
                .SelectMany(given => given.Value, (given, value) => KeyValuePair.Create(given.Key, value))
                .Concat(changes.Where(change => change.Value is not null).Select(change => KeyValuePair.Create(change.Name, change.Value)))
        );
}
