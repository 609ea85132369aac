using System.Globalization;
using OpenGov.Api.Database;
using OpenGov.Api.Http;
using OpenGov.Api.Records;

namespace OpenGov.Api.Lists;

/// <summary>
/// Reads the parameters of a request strictly: an unknown name, value, field or sort key is an error that names
/// the nearest valid one, because a filter that is ignored is a wrong analysis.
/// </summary>
internal static class QueryBinding
{
    public const int MostRows = 500;

    /// <summary>Values that a parameter takes as a list.</summary>
    public const int MostValues = 100;

    /// <summary>Keys by which a list is sorted at once.</summary>
    public const int MostSortKeys = 10;

    /// <summary>Keys by which rows are counted in groups at once.</summary>
    public const int MostGroupKeys = 2;

    /// <summary>Names of properties that are told to who asks for another.</summary>
    private const int MostTold = 40;

    /// <summary>Reads what a list takes, and sets the state that the session reads.</summary>
    /// <param name="request">The request.</param>
    /// <param name="list">The list.</param>
    /// <param name="properties">Properties of its records.</param>
    /// <param name="others">Names of parameters that somebody else reads.</param>
    /// <param name="session">The session.</param>
    /// <param name="errors">What is wrong.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <param name="ofFormats">Parameters of some of its formats, which narrow nothing.</param>
    public static async Task<ListRequest> ReadListAsync(
        HttpRequest request,
        ListSql list,
        IReadOnlyList<string> properties,
        IReadOnlyList<string> others,
        ReadSession session,
        ParameterErrors errors,
        CancellationToken cancellationToken,
        IReadOnlyList<Filter>? ofFormats = null
    )
    {
        IReadOnlyList<Filter> filters = [.. list.Filters, .. ofFormats ?? []];
        Known(
            request,
            [.. filters.Select(filter => filter.Name), .. others, "limit", "cursor", "sort", "fields", .. Day(request), "bom"],
            errors
        );
        ReadAsOf(request, session, errors);
        var values = FilterBinding.Read(request, filters, errors);
        var sort = ReadSort(request, list, errors);
        var limit = ReadLimit(request, errors);
        var fields = ReadFields(request, properties, errors);
        var after = await Paging.ReadAsync(request, values, sort, session, errors, cancellationToken);
        if (!errors.Any)
        {
            await KnownIds.CheckAsync(list.Filters, values, session, errors, cancellationToken);
        }

        return new ListRequest
        {
            Values = values,
            Sort = sort,
            Limit = limit,
            Fields = fields,
            After = after,
        };
    }

    /// <summary>Reads the filters alone, for what counts rows of a list.</summary>
    public static async Task<Dictionary<string, IReadOnlyList<string>>> ReadFiltersAsync(
        HttpRequest request,
        IReadOnlyList<Filter> filters,
        IReadOnlyList<string> others,
        ReadSession session,
        ParameterErrors errors,
        CancellationToken cancellationToken
    )
    {
        Known(request, [.. filters.Select(filter => filter.Name), .. others, "as_of"], errors);
        ReadAsOf(request, session, errors);
        var values = FilterBinding.Read(request, filters, errors);
        if (!errors.Any)
        {
            await KnownIds.CheckAsync(filters, values, session, errors, cancellationToken);
        }

        return values;
    }

    /// <summary>Reads what a single record takes.</summary>
    public static IReadOnlyList<string>? ReadRecord(
        HttpRequest request,
        IReadOnlyList<string> properties,
        IReadOnlyList<string> others,
        ReadSession session,
        ParameterErrors errors
    )
    {
        Known(request, ["fields", .. Day(request), .. others], errors);
        ReadAsOf(request, session, errors);
        return ReadFields(request, properties, errors);
    }

    /// <summary>Refuses parameters that the address does not take.</summary>
    public static void Known(HttpRequest request, IReadOnlyList<string> known, ParameterErrors errors)
    {
        var takes = known.Count == 0 ? " It takes none." : $" It takes {string.Join(", ", known)}.";
        foreach (var given in request.Query.Keys.Where(given => !known.Contains(given)))
        {
            // A record that a property names by its id is asked for by the name of what it is.
            errors.Add(
                given,
                ParameterCodes.UnknownParameter,
                $"There is no parameter '{Shown(given)}' here.",
                given,
                known,
                named: () => known.FirstOrDefault(name => given == $"{name}_id"),
                after: takes
            );
            takes = "";
        }
    }

    /// <summary>The parameter that names a past day, where days are kept.</summary>
    private static string[] Day(HttpRequest request) =>
        AnsweringMetadata.IsPersonal(request.HttpContext.GetEndpoint()?.Metadata) ? [] : ["as_of"];

    /// <summary>Reads <c>as_of</c>.</summary>
    public static void ReadAsOf(HttpRequest request, ReadSession session, ParameterErrors errors)
    {
        if (One(request, "as_of", errors) is not { } given)
        {
            return;
        }

        if (!DateOnly.TryParseExact(given, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            errors.Add("as_of", ErrorCodes.NotADate, $"'{Shown(given)}' is not a date. Write it as 2026-06-30.", given);
        }
        else if (day > session.Today)
        {
            var detail =
                $"{given} is in the future: what the data will say then is not known. The latest day is {session.Today:yyyy-MM-dd}.";
            var spanish =
                $"{given} está en el futuro: todavía no se sabe qué dirán entonces los datos. El último día es {session.Today:yyyy-MM-dd}.";
            errors.Add("as_of", ParameterCodes.InTheFuture, detail, given, spanish: spanish);
        }
        else
        {
            session.AsOf = day;
        }
    }

    /// <summary>The single value of a parameter, or null.</summary>
    public static string? One(HttpRequest request, string name, ParameterErrors errors)
    {
        // In other letters it is another parameter, which was refused, or said to have changed nothing.
        var given = request.Query.Given(name);
        if (given.Count > 1)
        {
            errors.AddRepeated(name, given.Count);
        }
        else if (given.Count == 1 && given[0]!.Length == 0)
        {
            errors.Add(name, ParameterCodes.Empty, $"'{name}' is empty. Leave it out or give it a value.");
        }

        return given.Count == 1 && given[0]!.Length > 0 ? given[0] : null;
    }

    private static List<SortBy> ReadSort(HttpRequest request, ListSql list, ParameterErrors errors)
    {
        var order = new List<SortBy>();
        var usual = list.DefaultSortWith is var (filter, sort) && request.Query.ContainsKey(filter) ? sort : list.DefaultSort;
        var takes = $" It takes {string.Join(", ", list.Sorts.Select(sort => sort.Name))}, each with - before it for the greatest first.";
        foreach (var part in Bounded("sort", Several(request, "sort", errors) ?? Parts(usual), MostSortKeys, errors))
        {
            var descending = part.Trim().StartsWith('-');
            var name = descending ? part.Trim()[1..] : part.Trim();
            var key = list.Sorts.FirstOrDefault(key => key.Name == name);
            if (key is null)
            {
                errors.Add(
                    "sort",
                    ErrorCodes.UnknownCode,
                    $"'{Shown(name)}' is not a sort key here.",
                    name,
                    [.. list.Sorts.Select(sort => sort.Name)],
                    after: takes
                );
                takes = "";
            }
            else if (order.Any(by => by.Key == key))
            {
                errors.Add("sort", ParameterCodes.Repeated, $"The sort key '{name}' stands twice.");
            }
            else
            {
                order.Add(new SortBy(key, descending));
            }
        }

        var id = list.Sorts[0];
        var place = order.FindIndex(by => by.Key == id);
        if (place < 0)
        {
            order.Add(new SortBy(id, false));
        }
        else
        {
            // Nothing after the id can decide anything.
            order.RemoveRange(place + 1, order.Count - place - 1);
        }

        return order;
    }

    private static int ReadLimit(HttpRequest request, ParameterErrors errors)
    {
        if (One(request, "limit", errors) is not { } given)
        {
            return 50;
        }

        if (int.TryParse(given, NumberStyles.None, CultureInfo.InvariantCulture, out var limit) && limit is >= 1 and <= MostRows)
        {
            return limit;
        }

        var detail =
            $"'{Shown(given)}' is not possible as limit. It takes a whole number from 1 to {MostRows}; for all rows at once ask "
            + "for .csv or .ndjson.";
        var spanish =
            $"«{Shown(given)}» no es posible como limit: toma un número entero de 1 a {MostRows}; para todas las filas pida .csv o .ndjson.";
        var isWhole = given.All(char.IsAsciiDigit);
        errors.Add("limit", isWhole ? ParameterCodes.OutOfRange : ErrorCodes.NotAnInteger, detail, given, spanish: spanish);
        return 50;
    }

    private static IReadOnlyList<string>? ReadFields(HttpRequest request, IReadOnlyList<string> properties, ParameterErrors errors)
    {
        if (Several(request, "fields", errors) is not { } given)
        {
            return null;
        }

        var wanted = Bounded("fields", given, MostValues, errors).Select(field => field.Trim()).ToList();
        var takes = properties.Count <= MostTold ? $" It takes {string.Join(", ", properties)}." : "";
        foreach (var unknown in wanted.Where(field => !properties.Contains(field)).TakeWhile(_ => !errors.IsFull))
        {
            errors.Add(
                "fields",
                ErrorCodes.UnknownCode,
                $"There is no property '{Shown(unknown)}' here.",
                unknown,
                properties,
                after: takes
            );
            takes = "";
        }

        return wanted;
    }

    /// <summary>The values of a list in a parameter, when they are not too many.</summary>
    public static IReadOnlyList<string> Bounded(string parameter, IReadOnlyList<string> parts, int most, ParameterErrors errors)
    {
        if (parts.Count <= most)
        {
            return parts;
        }

        errors.AddTooMany(parameter, parts.Count, most);
        return [];
    }

    /// <summary>
    /// The values of a parameter that takes a list: by comma, by repeating it, or both, as each client writes lists. Null when it is not
    /// given, or is empty.
    /// </summary>
    public static IReadOnlyList<string>? Several(HttpRequest request, string name, ParameterErrors errors)
    {
        var given = request.Query.Given(name);
        if (given.Any(text => text!.Length == 0))
        {
            errors.Add(name, ParameterCodes.Empty, $"'{name}' is empty. Leave it out or give it a value.");
            return null;
        }

        return given.Count == 0 ? null : [.. given.SelectMany(text => Parts(text!))];
    }

    /// <summary>The values of a list in a parameter.</summary>
    public static string[] Parts(string given) => given.Split(',');

    private static string Shown(string text) => ParameterErrors.Shown(text);
}
