using OpenGov.Api.Writing;

namespace OpenGov.Api.Practices;

/// <summary>How good practices are written.</summary>
internal sealed class PracticeEditing : Editing
{
    public override string Table => "practices";
    public override string Name => "Practice";
    public override string Path => "/practices";
    public override string Tag => "Practices";

    public override NewId? IdFor(IReadOnlyDictionary<string, object?> row) =>
        NewId.Slug(row["title_en"]) is { } slug ? new NewId($"P-{PlaceOf(row)}{slug.ToUpperInvariant()}") : NewId.Unknown;

    public override IEnumerable<string> ScopesOf(IReadOnlyDictionary<string, object?> row) => ByState(row);

    /// <summary>National is what is not of another country: a practice of a state is, too.</summary>
    public override bool IsOfAll(IReadOnlyDictionary<string, object?> row) => row["scope"] is "international";

    /// <summary>A practice of the whole country, or of another, may come of commitments of any state.</summary>
    public override bool ReachesBeyond(IReadOnlyDictionary<string, object?> row) => row["state_id"] is null;

    private static string PlaceOf(IReadOnlyDictionary<string, object?> row) =>
        row["state_id"] is string state ? $"{state[(state.IndexOf('-') + 1)..]}-" : "";
}
