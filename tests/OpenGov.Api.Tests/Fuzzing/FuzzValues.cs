using System.Globalization;
using System.Text.RegularExpressions;

namespace OpenGov.Api.Tests.Fuzzing;

/// <summary>The values that the fuzzer gives to parameters and paths: good ones, those at a border, hostile ones.</summary>
internal sealed partial class FuzzValues(FuzzData data, Random random)
{
    /// <summary>Formats that some address of the service has.</summary>
    public static readonly string[] Formats = ["json", "csv", "ndjson", "xlsx", "geojson", "atom", "feed.json", "ics"];

    /// <summary>These, and some that none has.</summary>
    public static readonly string[] Suffixes = [.. Formats, "xml", "JSON", "csv.csv"];

    /// <summary>What clients put into Accept, and what nobody should.</summary>
    public static readonly string[] Accepts =
    [
        "application/json",
        "text/csv",
        "application/x-ndjson",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "application/geo+json",
        "application/atom+xml",
        "application/feed+json",
        "text/calendar",
        "*/*",
        "application/*;q=0.1, text/csv",
        "text/*",
        "text/html",
        "application/json;q=0",
        "text/csv;charset=utf-8;q=0.9,*/*;q=0.1",
        "a/b;q=2",
        "nonsense",
        ";;;,,,",
        "*/csv",
        "application/json;q=nan",
    ];

    /// <summary>How many ways there are to spell the last part of a path.</summary>
    public const int PathKinds = 15;

    /// <summary>An empty last part, and one that is a NUL once it has been decoded twice.</summary>
    public const int NoPath = 9,
        NulPath = 10;

    /// <summary>A value of one of three kinds for a parameter.</summary>
    public FuzzParameter Any(FuzzOperation operation, FuzzedParameter parameter) =>
        random.Next(10) switch
        {
            < 5 => Good(operation, parameter),
            < 7 => Border(parameter),
            _ => Bad(parameter),
        };

    /// <summary>A value that the parameter takes.</summary>
    public FuzzParameter Good(FuzzOperation operation, FuzzedParameter parameter)
    {
        IReadOnlyList<string> known =
            parameter.Name == "sort" ? SortKeys(parameter)
            : parameter.Codes is { Count: > 0 } codes ? codes
            : parameter.Type == "boolean" ? ["true", "false"]
            : parameter.Minimum is { } least && parameter.Maximum is { } most ? [$"{least}", $"{random.Next(least, most + 1)}", $"{most}"]
            : [.. data.Values(operation, parameter), .. parameter.Examples];
        if (known.Count == 0)
        {
            return Border(parameter);
        }

        var count =
            parameter.Name == "group_by" ? random.Next(1, 3)
            : parameter.TakesSeveral
                ? random.Next(3) switch
                {
                    0 => random.Next(1, 5),
                    _ => 1,
                }
            : 1;
        var values = Enumerable
            .Range(0, count)
            .Select(_ => known[random.Next(known.Count)])
            .Distinct()
            .Select(value => parameter.Name == "sort" && random.Next(2) == 0 ? $"-{value}" : value);
        return new FuzzParameter(parameter.Name, string.Join(',', values.Select(Uri.EscapeDataString)), Promise.Taken);
    }

    /// <summary>A value that nobody would promise anything for.</summary>
    public FuzzParameter Bad(FuzzedParameter parameter)
    {
        var value =
            random.Next(8) == 0
                ? HostileValues.Long[random.Next(HostileValues.Long.Length)]
                : HostileValues.Short[random.Next(HostileValues.Short.Length)];
        return new FuzzParameter(parameter.Name, value, IsOutside(parameter, FuzzParameter.Decode(value)) ? Promise.Refused : Promise.Open);
    }

    /// <summary>A parameter that the operation does not have.</summary>
    public FuzzParameter Unknown(FuzzOperation operation)
    {
        string[] names =
        [
            "x",
            "statuss",
            "Limit",
            "a%5Bb%5D",
            "limit%5B%5D",
            "__proto__",
            "%24where",
            "offset",
            "page",
            "",
            "%00",
            "fields%00",
            "%C3%A9",
            new('n', 3000),
        ];
        var name = names[random.Next(names.Length)];
        return new FuzzParameter(name, "1", operation.Query.Any(parameter => parameter.Name == name) ? Promise.Open : Promise.Refused);
    }

    /// <summary>The last part of a path: an id of a record as it is or spelled otherwise, or nothing that could be one.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="kind">Which spelling, from 0 to <see cref="PathKinds"/>; any when null.</param>
    public FuzzPath Path(FuzzOperation operation, int? kind = null)
    {
        var certain = data.Certain(operation);
        var id = certain.Count == 0 ? "none" : certain[random.Next(certain.Count)];
        var encoded = (kind ?? random.Next(PathKinds + 4)) switch
        {
            0 or 1 => id.ToLowerInvariant(),
            2 => id.ToUpperInvariant(),
            3 => Percent(id[..1]) + id[1..],
            4 => Percent(id).Replace("%", "%25", StringComparison.Ordinal),
            5 => Percent(id[..1]).Replace("%", "%25", StringComparison.Ordinal) + id[1..],
            6 => $"{id}%00",
            7 => $"%20{id}",
            8 => $"{id}.",
            NoPath => "",
            NulPath => "%2500",
            11 => HostileValues.Paths[random.Next(HostileValues.Paths.Length)],
            12 => $"{id};v=1",
            13 => "%25",
            14 => HostileValues.Long[random.Next(HostileValues.Long.Length)],
            _ => HostileValues.Short[random.Next(HostileValues.Short.Length)],
        };
        return Named(operation, encoded);
    }

    /// <summary>The id of a record, as it is.</summary>
    public FuzzPath GoodPath(FuzzOperation operation)
    {
        var certain = data.Certain(operation);
        return certain.Count == 0
            ? Named(operation, "none")
            : new FuzzPath(Uri.EscapeDataString(certain[random.Next(certain.Count)]), true);
    }

    private FuzzPath Named(FuzzOperation operation, string encoded)
    {
        var (known, all) = data.Known(operation);
        var isKnown = known.Contains(Uri.UnescapeDataString(encoded), StringComparer.OrdinalIgnoreCase);
        var isCertain = data.Certain(operation).Contains(Uri.UnescapeDataString(encoded), StringComparer.OrdinalIgnoreCase);
        return new FuzzPath(
            encoded,
            isCertain ? true
                : isKnown || !all ? null
                : false
        );
    }

    /// <summary>A value just inside or just outside of what the parameter takes.</summary>
    private FuzzParameter Border(FuzzedParameter parameter)
    {
        string[] values = parameter switch
        {
            { Minimum: { } least, Maximum: { } most } =>
            [
                $"{least - 1}",
                $"{least}",
                $"{most}",
                $"{most + 1}",
                $"0{most}",
                $"+{least}",
                $"{int.MaxValue}",
            ],
            { Format: "date" } =>
            [
                "0001-01-01",
                "1899-12-31",
                "1900-01-01",
                "2020-02-29",
                "2019-02-29",
                "9999-12-30",
                "9999-12-31",
                "2026-11-24",
                "2026-11-25",
            ],
            { Type: "boolean" } => ["true", "false", "True", "1", "yes"],
            { Codes: [var code, ..] } =>
            [
                code,
                code.ToUpperInvariant(),
                $"{code},{code}",
                $"%20{code}%20",
                $"{code},",
                $"{code},no_data",
                $"{code}x",
            ],
            _ => ["a", "no_data", "a,b", "%20a", new('a', 100), "1", "2026-11-24T00%3A00%3A00Z", "2026-11-24T12%3A00%3A00.0000001Z"],
        };
        return new FuzzParameter(parameter.Name, values[random.Next(values.Length)], Promise.Open);
    }

    /// <summary>Whether the description itself says that the value is none: no code of the list, no number in the range, no date.</summary>
    private static bool IsOutside(FuzzedParameter parameter, string value) =>
        parameter switch
        {
            { Codes.Count: > 0 } => value.Split(',').Any(part => !parameter.Codes.Contains(part.Trim(), StringComparer.OrdinalIgnoreCase)),
            { Type: "boolean" } => value.ToUpperInvariant() is not ("TRUE" or "FALSE" or "1" or "0"),
            { Minimum: { } least, Maximum: { } most } => !int.TryParse(value, CultureInfo.InvariantCulture, out var number)
                || number < least
                || number > most,
            { Format: "date" } => !DateOnly.TryParseExact(
                value.Trim(),
                "yyyy-MM-dd",
                CultureInfo.InvariantCulture,
                DateTimeStyles.None,
                out _
            ),
            _ => false,
        };

    private static string[] SortKeys(FuzzedParameter parameter) =>
        Keys().Match(parameter.Description) is { Success: true } keys ? keys.Groups[1].Value.Split(", ") : [];

    private static string Percent(string text) => string.Concat(System.Text.Encoding.UTF8.GetBytes(text).Select(letter => $"%{letter:X2}"));

    [GeneratedRegex(@"One or more of ([a-z_, ]+)\.")]
    private static partial Regex Keys();
}
