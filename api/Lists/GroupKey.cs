namespace OpenGov.Api.Lists;

/// <summary>A key by which rows are grouped. Its name is that of the filter that narrows the list to a group.</summary>
/// <param name="Column">What it is in SQL; null for no data.</param>
/// <param name="Vocabulary">The vocabulary of its codes; null when they are of none.</param>
/// <param name="Table">The table whose ids it holds; null when it holds none.</param>
/// <param name="IsList">Whether a row can be in several groups: the column holds values joined by <c>|</c>.</param>
/// <param name="Through">The table of the ids in the column, when the group is their sector; null when it is what the column holds.</param>
/// <param name="IsFlag">Whether it is <c>true</c> or <c>false</c>.</param>
public sealed record GroupKey(
    string Column,
    string? Vocabulary = null,
    string? Table = null,
    bool IsList = false,
    string? Through = null,
    bool IsFlag = false
);
