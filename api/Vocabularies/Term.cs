using OpenGov.Api.Records;

namespace OpenGov.Api.Vocabularies;

/// <summary>A code of one of the field's vocabularies, with its label and meaning in both languages.</summary>
[DescribedBy("terms")]
internal sealed record Term : PublicRecord
{
    public string Vocabulary { get; init; } = "";
    public string Code { get; init; } = "";
    public string LabelEs { get; init; } = "";
    public string LabelEn { get; init; } = "";
    public int? Number { get; init; }
    public string? DefinitionEs { get; init; }
    public string? DefinitionEn { get; init; }
    public string? GroupEs { get; init; }
    public string? GroupEn { get; init; }

    public IReadOnlyList<string> SynonymsEs { get; init; } = [];
    public IReadOnlyList<string> SynonymsEn { get; init; } = [];

    protected internal override IEnumerable<(string Relation, string? Path)> Relations() =>
        [("vocabulary", $"/terms?vocabulary={Vocabulary}")];
}
