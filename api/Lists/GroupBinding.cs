using OpenGov.Api.Http;
using OpenGov.Api.Records;

namespace OpenGov.Api.Lists;

/// <summary>Reads by what a count is grouped: one or two of the keys that its rows have.</summary>
internal static class GroupBinding
{
    /// <summary>The keys, in the order in which they are given; none when none is given.</summary>
    /// <param name="request">The request.</param>
    /// <param name="parameter">The parameter that names them.</param>
    /// <param name="known">The keys that there are.</param>
    /// <param name="isRequired">Whether it cannot be asked without.</param>
    /// <param name="errors">What is wrong.</param>
    public static IReadOnlyList<string> Read(
        HttpRequest request,
        string parameter,
        IReadOnlyList<string> known,
        bool isRequired,
        ParameterErrors errors
    )
    {
        var before = errors.Any;
        if (QueryBinding.Several(request, parameter, errors) is not { } given)
        {
            if (isRequired && !before && !errors.Any)
            {
                var needed = $"Say by what to count: {parameter} takes one or two of {string.Join(", ", known)}.";
                var spanish = $"Diga por qué contar: {parameter} toma una o dos de {string.Join(", ", known)}.";
                errors.Add(parameter, ErrorCodes.Required, needed, spanish: spanish);
            }

            return [];
        }

        return Known(QueryBinding.Bounded(parameter, given, QueryBinding.MostGroupKeys, errors), parameter, known, errors);
    }

    /// <summary>The keys of a parameter, each once; those that there are not are errors.</summary>
    public static IReadOnlyList<string> Known(
        IReadOnlyList<string> given,
        string parameter,
        IReadOnlyList<string> known,
        ParameterErrors errors
    )
    {
        var keys = given.Select(key => key.Trim()).ToList();
        foreach (var unknown in keys.Where(key => !known.Contains(key)).TakeWhile(_ => !errors.IsFull))
        {
            errors.Add(
                parameter,
                ErrorCodes.UnknownCode,
                $"'{ParameterErrors.Shown(unknown)}' is not a key to group by.",
                unknown,
                known,
                after: known.Count == 0 ? " These rows are not grouped." : $" It takes {string.Join(", ", known)}."
            );
        }

        if (keys.Find(key => keys.Count(other => other == key) > 1) is { } twice)
        {
            errors.Add(
                parameter,
                ParameterCodes.Repeated,
                $"'{ParameterErrors.Shown(twice)}' stands twice in {parameter}; it takes different keys.",
                twice,
                spanish: $"«{ParameterErrors.Shown(twice)}» está dos veces en {parameter}, que toma claves distintas."
            );
        }

        return keys;
    }
}
