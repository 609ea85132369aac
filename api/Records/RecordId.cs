using System.Globalization;

namespace OpenGov.Api.Records;

/// <summary>Ids are case-insensitive on input and canonical on output.</summary>
public static class RecordId
{
    /// <summary>The form in which an id of a table is stored.</summary>
    public static string Canonical(string table, string given) =>
        table switch
        {
            "states" => State(given),
            "organizations" or "metric_indicators" or "terms" or "instruments" or "trainings" or "timeline" or "headline_figures" =>
                given.ToLowerInvariant(),
            "sources" or "metric_values" or "plan_members" or "secretariat_members" => given,
            _ => given.ToUpperInvariant(),
        };

    /// <summary>The country, as ids begin: that of the states of the catalogue.</summary>
    public static string Country { get; } = ShippedTable.Rows("states")[0]["id"].Split('-')[0];

    /// <summary>The id of a state of the catalogue, from its ISO or INEGI code; null when there is none.</summary>
    public static string? StateOf(string given) => State(given) is var id && InegiCodes.ContainsValue(id) ? id : null;

    /// <summary>The ISO code of a state, from itself or from its INEGI code: <c>mx-dur</c> and <c>10</c> are <c>MX-DUR</c>.</summary>
    private static string State(string given) =>
        given.Length <= 2 && int.TryParse(given, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? InegiCodes.GetValueOrDefault(number, given)
            : given.ToUpperInvariant();

    /// <summary>Ids of the states by INEGI code, from the shipped catalogue.</summary>
    private static readonly Dictionary<int, string> InegiCodes = ShippedTable
        .Rows("states")
        .ToDictionary(row => int.Parse(row["inegi_code"], CultureInfo.InvariantCulture), row => row["id"]);
}
