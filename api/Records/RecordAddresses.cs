namespace OpenGov.Api.Records;

/// <summary>Where a record of a table can be read, under <c>/api/v1</c>.</summary>
internal static class RecordAddresses
{
    /// <summary>Address of a record; null for tables whose records have none of their own.</summary>
    public static string? Of(string table, string id) =>
        table switch
        {
            "states"
            or "plans"
            or "commitments"
            or "assessments"
            or "organizations"
            or "practices"
            or "instruments"
            or "trainings"
            or "learnings"
            or "timeline"
            or "sources" => $"/{table}/{id}",
            "sessions" or "agreements" or "proposals" => $"/dialogues/{table}/{id}",
            "secretariats" when id.EndsWith("-STL", StringComparison.Ordinal) => $"/secretariats/{id[..^4]}",
            "metric_editions" when id.Length > 4 => $"/metrics/{id[^4..]}",
            "milestones" or "evidence" or "indicators" when id.LastIndexOf('-') is > 0 and var dash => $"/commitments/{id[..dash]}",
            _ => null,
        };

    /// <summary>
    /// The page that shows a record of the dialogue between government and society, or an organisation; null for any other.
    /// </summary>
    public static string? PageOf(string table, string id) =>
        table switch
        {
            "organizations" => PageOfOrganization(id),
            "proposals" => $"/dialogue/proposals/{id}",
            "sessions" or "agreements" => $"/dialogue?list={table}&id={id}",
            _ => null,
        };

    /// <summary>The page of an organisation, which leads to all that it did.</summary>
    public static string PageOfOrganization(string id) => $"/organizations/{Uri.EscapeDataString(id)}";
}
