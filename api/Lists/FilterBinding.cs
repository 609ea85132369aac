using System.Globalization;
using OpenGov.Api.Http;
using OpenGov.Api.Records;

namespace OpenGov.Api.Lists;

/// <summary>Reads the values that a request gives to filters, each as its filter takes it.</summary>
internal static class FilterBinding
{
    /// <summary>The values of the filters that the request gives.</summary>
    public static Dictionary<string, IReadOnlyList<string>> Read(HttpRequest request, IReadOnlyList<Filter> filters, ParameterErrors errors)
    {
        var read = new Dictionary<string, IReadOnlyList<string>>();
        foreach (var filter in filters)
        {
            var given = request.Query.Given(filter.Name);
            if (given.Count == 0)
            {
                if (filter.IsRequired)
                {
                    errors.Add(filter.Name, ErrorCodes.Required, $"'{filter.Name}' is needed here. {filter.Description}");
                }

                continue;
            }

            var parts = filter.TakesSeveral ? [.. given.SelectMany(text => QueryBinding.Parts(text!))] : given.ToList();
            if (!filter.TakesSeveral && parts.Count > 1)
            {
                errors.AddRepeated(filter.Name, parts.Count);
            }
            else if (parts.Count > QueryBinding.MostValues)
            {
                errors.AddTooMany(filter.Name, parts.Count, QueryBinding.MostValues);
            }
            else
            {
                read[filter.Name] = ReadValues(filter, parts!, errors);
            }
        }

        CheckBounds(filters, read, errors);
        return read;
    }

    /// <summary>Between a bound and a lower one lies nothing: who asks so has changed them by mistake.</summary>
    private static void CheckBounds(IReadOnlyList<Filter> filters, Dictionary<string, IReadOnlyList<string>> read, ParameterErrors errors)
    {
        foreach (var lower in filters.Where(filter => filter.Name.EndsWith("_from", StringComparison.Ordinal)))
        {
            var upper = $"{lower.Name[..^5]}_to";
            if (read.GetValueOrDefault(lower.Name) is [var from] && read.GetValueOrDefault(upper) is [var to] && IsAbove(lower, from, to))
            {
                errors.Add(
                    upper,
                    ParameterCodes.OutOfRange,
                    $"'{ParameterErrors.Shown(to)}' of {upper} is before '{ParameterErrors.Shown(from)}' of {lower.Name}: nothing lies between.",
                    to,
                    spanish: $"«{ParameterErrors.Shown(to)}» de {upper} está antes de «{ParameterErrors.Shown(from)}» de {lower.Name}: no hay nada entre los dos."
                );
            }
        }
    }

    private static bool IsAbove(Filter bound, string from, string to) =>
        bound.ValueType == "number"
            ? decimal.Parse(from, CultureInfo.InvariantCulture) > decimal.Parse(to, CultureInfo.InvariantCulture)
            : string.CompareOrdinal(from, to) > 0;

    private static List<string> ReadValues(Filter filter, IEnumerable<string> parts, ParameterErrors errors)
    {
        var values = new List<string>();
        foreach (var part in parts)
        {
            if (errors.IsFull)
            {
                break;
            }

            var text = part.Trim();
            if (text.Length == 0)
            {
                errors.Add(
                    filter.Name,
                    ParameterCodes.Empty,
                    $"'{filter.Name}' has an empty value. Leave the parameter out, or give it a value."
                );
            }
            else if (text.Contains('\0') || !GivenText.IsWellFormed(text))
            {
                errors.Add(filter.Name, ErrorCodes.ControlCharacter, $"'{filter.Name}' holds a character that no text can have.");
            }
            else if (TryRead(filter, text, out var value, out var problem))
            {
                values.Add(value);
            }
            else
            {
                errors.Add(
                    filter.Name,
                    filter.CodeOf(text.TrimStart(Filter.Not)),
                    problem.Length > 400 ? problem[..400] : problem,
                    text,
                    filter.Codes,
                    spanish: filter.TakesEs is { } takes
                        ? $"{GivenText.Measured(text)} no es un valor de «{filter.Name}», que toma {takes}."
                        : null,
                    named: () => filter.CodesVocabulary is { } vocabulary ? Vocabulary.Named(vocabulary, text) : null
                );
            }
        }

        return values;
    }

    /// <summary>Reads a value. One behind a <c>!</c> takes rows away.</summary>
    private static bool TryRead(Filter filter, string text, out string value, out string problem)
    {
        if (!filter.TakesSeveral || text[0] != Filter.Not)
        {
            return filter.TryRead(text, out value, out problem);
        }

        var excluded = text[1..].Trim();
        if (excluded.Length == 0 || excluded[0] == Filter.Not)
        {
            (value, problem) = ("", $"Behind '!' in {filter.Name} stands one value that is not wanted, such as !no_data.");
            return false;
        }

        var isRead = filter.TryRead(excluded, out value, out problem);
        value = $"{Filter.Not}{value}";
        return isRead;
    }
}
