namespace OpenGov.Api.Records;

/// <summary>What saving a row came to.</summary>
public enum Outcome
{
    /// <summary>There was no such row.</summary>
    Created,

    /// <summary>The row said something else.</summary>
    Updated,

    /// <summary>The row said the same.</summary>
    Unchanged,
}
