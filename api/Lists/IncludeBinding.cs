using OpenGov.Api.Http;
using OpenGov.Api.Records;

namespace OpenGov.Api.Lists;

/// <summary>The parameter <c>include</c>: the records that hang on a record, in it.</summary>
internal static class IncludeBinding
{
    public const string Parameter = "include";

    /// <summary>What every record has anyway.</summary>
    private const string Always = "sources";

    /// <summary>The names that it takes, of properties that are there only when they are asked for; none when there are none.</summary>
    public static IReadOnlyList<string> Names(IReadOnlyList<string> onRequest) => onRequest.Count == 0 ? [] : [.. onRequest, Always];

    /// <summary>The names that are asked for.</summary>
    public static IReadOnlyList<string> Read(HttpRequest request, IReadOnlyList<string> names, ParameterErrors errors)
    {
        if (names.Count == 0 || QueryBinding.Several(request, Parameter, errors) is not { } given)
        {
            return [];
        }

        var wanted = QueryBinding.Bounded(Parameter, given, QueryBinding.MostValues, errors).Select(name => name.Trim()).ToList();
        foreach (var unknown in wanted.Where(name => !names.Contains(name)).TakeWhile(_ => !errors.IsFull))
        {
            errors.Add(
                Parameter,
                ErrorCodes.UnknownCode,
                $"'{ParameterErrors.Shown(unknown)}' cannot be included here.",
                unknown,
                names,
                after: $" It takes {string.Join(", ", names)}."
            );
        }

        return [.. wanted.Distinct()];
    }

    /// <summary>A request that has what it includes among its properties, and what its properties name included.</summary>
    public static ListRequest With(this ListRequest request, IReadOnlyList<string> asked, IReadOnlyList<string> onRequest) =>
        request with
        {
            Included = [.. onRequest.Where(name => asked.Contains(name) || request.Fields?.Contains(name) == true)],
            Fields = request.Fields is null ? null : [.. request.Fields.Union(asked)],
        };
}
