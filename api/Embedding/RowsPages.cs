using Microsoft.AspNetCore.WebUtilities;

namespace OpenGov.Api.Embedding;

/// <summary>
/// Where the dashboard shows the rows that an address of the API lists: a reader is led to a page, not to JSON. The dashboard's own rule
/// is <c>rows-page.ts</c>; both are tested by the same cases.
/// </summary>
internal static class RowsPages
{
    /// <summary>Names that say how sure rows are, or that they are described: they narrow no page.</summary>
    private static readonly HashSet<string> Unshown = ["confidence", "described", "in_stated_total", "as_of"];

    /// <summary>Filters of organisations that their page takes, and the day, which is of every page.</summary>
    private static readonly HashSet<string> OrganizationFilters =
    [
        "q",
        "sector",
        "level",
        "state",
        "in_secretariat",
        "civil_society_in_secretariat",
        "civil_society_in_plan",
        "confidence",
        "as_of",
    ];

    /// <summary>Null where no page shows those rows: the API's own address is all there is.</summary>
    /// <param name="rows">The list with its query, below the root of the API.</param>
    public static string? Of(string rows)
    {
        var at = rows.IndexOf('?', StringComparison.Ordinal);
        var (list, query) = at < 0 ? (rows, "") : (rows[..at], rows[at..]);
        var given = QueryHelpers.ParseQuery(query);
        var names = string.Join(',', given.Keys.Where(name => !Unshown.Contains(name)));
        return list switch
        {
            "/commitments" => $"/commitments{query}",
            "/secretariats" when names == "" => "/secretariats",
            // Which of the stated plans are on record stands there state by state.
            "/plans" when names == "level" && given["level"] == "local" && given.ContainsKey("in_stated_total") => "/coverage#plans",
            "/plans" when names == "level" => $"/plans?level={given["level"]}",
            "/plans" when names == "" => "/plans",
            "/metrics" when names == "" => "/metrics",
            "/dialogues/proposals" or "/dialogues/agreements" or "/dialogues/sessions" =>
                $"/dialogue?list={list[(list.LastIndexOf('/') + 1)..]}{query.Replace('?', '&')}",
            "/organizations" when given.Keys.All(OrganizationFilters.Contains) => $"/organizations{query}",
            "/states" when names == "" => "/states#table",
            "/states" when names == "stage" => $"/states?measure=stage&class={given["stage"]}&tab=table#map",
            "/states" when names is "has_secretariat" or "has_plan" or "has_commitments" or "has_results" or "participates" =>
                "/states?steps=table#steps",
            _ => null,
        };
    }
}
