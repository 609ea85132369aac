namespace OpenGov.Api.Records;

/// <summary>What counts as documented: seen in a public source beyond the presentation, or concluded from one with a note.</summary>
internal static class Documented
{
    /// <summary>Its codes of <c>confidence</c>, as an address spells them.</summary>
    public const string Codes = "documented,inferred";

    /// <summary>The same, as it stands behind a column of a statement.</summary>
    public const string Sql = "IN ('documented', 'inferred')";

    /// <summary>The filter of a list that leaves what is documented.</summary>
    public const string Filter = $"confidence={Codes}";
}
