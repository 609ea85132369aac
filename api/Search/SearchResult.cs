using OpenGov.Api.Lists;
using OpenGov.Api.Records;

namespace OpenGov.Api.Search;

/// <summary>A page of what a search found.</summary>
internal sealed record SearchResultList : ListEnvelope<SearchResult>
{
    /// <summary>
    /// Where nothing was found: words that find records, of the kinds that were asked for, at most eight. First those of the query, if it
    /// has several, then the nearest words of vocabularies and names of states. Empty where something was found.
    /// </summary>
    public required IReadOnlyList<string> Near { get; init; }

    /// <summary>
    /// Themes (policy areas) that the words name, by label or synonym in either language, with the commitments that are tagged with each; at
    /// most three, that with most commitments first. A search also finds what only mentions the words. Empty where they name none.
    /// </summary>
    public required IReadOnlyList<SearchTheme> Themes { get; init; }
}

/// <summary>A theme that the words of a search name.</summary>
internal sealed record SearchTheme
{
    /// <summary>Its code, as <c>/commitments?policy_area=</c> takes it.</summary>
    public string Code { get; init; } = "";

    /// <summary>Its name in Spanish.</summary>
    public string LabelEs { get; init; } = "";

    /// <summary>Its name in English.</summary>
    public string LabelEn { get; init; } = "";

    /// <summary>How many commitments are tagged with it: the <c>total</c> of <c>/commitments?policy_area=</c>.</summary>
    public int Commitments { get; init; }
}

/// <summary>A record that a search found.</summary>
internal record SearchResult : ListItem
{
    /// <summary>What it is: the table of the record, as in the data package.</summary>
    [TableName]
    public string Kind { get; init; } = "";

    /// <summary>Id of the record.</summary>
    public string RecordId { get; init; } = "";

    /// <summary>State that it belongs to, by itself, its plan or its commitment; null when to none.</summary>
    public string? StateId { get; init; }

    /// <summary>Plan of a commitment, or of the commitment that it hangs on; null for other kinds.</summary>
    public string? PlanId { get; init; }

    /// <summary>Commitment of an evidence or an indicator; null for other kinds.</summary>
    public string? CommitmentId { get; init; }

    /// <summary>Its title or name in Spanish; null when there is none.</summary>
    public string? TitleEs { get; init; }

    /// <summary>Its title or name in English; null when there is none.</summary>
    public string? TitleEn { get; init; }

    /// <summary>The words around what was found, in Spanish; null when nothing was found in a Spanish text.</summary>
    public string? SnippetEs { get; init; }

    /// <summary>The words around what was found, in English; null when nothing was found in an English text.</summary>
    public string? SnippetEn { get; init; }

    /// <summary>
    /// Codes of the record whose terms were looked for by their words, each behind its vocabulary: <c>policy_area.gender</c>. Empty when
    /// its texts alone have the words.
    /// </summary>
    public IReadOnlyList<string> Terms { get; init; } = [];

    /// <summary>
    /// How well it fits: one for each word or phrase of the search, and two more for each of the first six that stands in the title or
    /// name. A proposal has none; its theme is shown there.
    /// </summary>
    public int Score { get; init; }

    protected internal override IEnumerable<(string Relation, string? Path)> Relations() =>
        [("record", RecordAddresses.Of(Kind, RecordId))];
}

/// <summary>A record as a search reads it: with the texts from which the words around what was found are cut.</summary>
internal sealed record SearchRow : SearchResult
{
    public string? TextEs { get; init; }
    public string? TextEn { get; init; }
    public string Tags { get; init; } = "";
    public string Query { get; init; } = "";
}

internal sealed class SearchProfile : AutoMapper.Profile
{
    public SearchProfile() =>
        CreateMap<SearchRow, SearchResult>()
            .ForMember(result => result.SnippetEs, map => map.Ignore())
            .ForMember(result => result.SnippetEn, map => map.Ignore())
            .ForMember(result => result.Terms, map => map.Ignore())
            .ForMember(result => result.Links, map => map.Ignore());
}
