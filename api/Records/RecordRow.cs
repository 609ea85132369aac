namespace OpenGov.Api.Records;

/// <summary>The row from which a <see cref="PublicRecord"/> is mapped.</summary>
public abstract record RecordRow
{
    /// <summary>Id.</summary>
    public string Id { get; init; } = "";

    /// <summary>Ids of sources, joined by <c>|</c>.</summary>
    public string? SourceIds { get; init; }

    /// <summary>Code of the vocabulary <c>confidence</c>.</summary>
    public string Confidence { get; init; } = "";

    /// <summary>Note in Spanish.</summary>
    public string? NoteEs { get; init; }

    /// <summary>Note in English.</summary>
    public string? NoteEn { get; init; }

    /// <summary>Number of the record's last change, from 1.</summary>
    public int Version { get; init; }

    /// <summary>Instant of the last change.</summary>
    public DateTimeOffset UpdatedAt { get; init; }
}
