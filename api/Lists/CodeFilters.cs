using OpenGov.Api.Database;
using OpenGov.Api.Records;

namespace OpenGov.Api.Lists;

/// <summary>One of the codes of a vocabulary.</summary>
public sealed record CodeFilter(string Name, string Column, string Vocabulary, string Description) : Filter(Name, Description)
{
    /// <inheritdoc />
    public override IReadOnlyList<string> Codes { get; } = [.. Records.Vocabulary.Codes(Vocabulary), NoData];

    /// <inheritdoc />
    public override string CodesVocabulary => Vocabulary;

    /// <summary>Whether the column holds several codes joined by <c>|</c>.</summary>
    public bool IsList { get; init; }

    /// <inheritdoc />
    public override GroupKey Key => new(Column, Vocabulary, IsList: IsList);

    /// <inheritdoc />
    public override bool TryRead(string given, out string value, out string problem)
    {
        value = given.ToLowerInvariant();
        if (Codes.Contains(value))
        {
            problem = "";
            return true;
        }

        problem = $"'{given}' is not a value of {Name}.{(Codes.Count <= 12 ? $" It takes {string.Join(", ", Codes)}." : "")}";
        return false;
    }

    /// <inheritdoc />
    public override void Apply(IReadOnlyList<string> values, Where where, ReadSession session)
    {
        if (IsList)
        {
            InListFilter.AmongListed(Column, values, where);
        }
        else
        {
            Among(Column, values, where);
        }
    }
}

/// <summary>Yes, no, or unknown.</summary>
/// <param name="Name">Name of the parameter.</param>
/// <param name="Yes">The condition for true.</param>
/// <param name="No">The condition for false.</param>
/// <param name="Unknown">The condition for no_data; null when the answer is always known.</param>
/// <param name="Description">What it does.</param>
public sealed record FlagFilter(string Name, string Yes, string No, string? Unknown, string Description) : Filter(Name, Description)
{
    /// <summary>A filter on a column that holds 1, 0 or null.</summary>
    public static FlagFilter On(string name, string column, string description) =>
        new(name, $"{column} = 1", $"{column} = 0", $"{column} IS NULL", description);

    /// <inheritdoc />
    public override IReadOnlyList<string> Codes => Unknown is null ? ["true", "false"] : ["true", "false", NoData];

    /// <inheritdoc />
    public override string CodesName => Unknown is null ? "yes_or_no" : "yes_no_or_no_data";

    /// <inheritdoc />
    public override string CodeOf(string given) => ErrorCodes.NotABoolean;

    /// <inheritdoc />
    public override GroupKey Key => new($"CASE WHEN {Yes} THEN 'true' WHEN {No} THEN 'false' END", IsFlag: true);

    /// <inheritdoc />
    public override bool TryRead(string given, out string value, out string problem)
    {
        value = given.ToLowerInvariant();
        problem = Codes.Contains(value) ? "" : $"'{given}' is not a value of {Name}. It takes {string.Join(", ", Codes)}.";
        return problem.Length == 0;
    }

    /// <inheritdoc />
    public override void Apply(IReadOnlyList<string> values, Where where, ReadSession session) =>
        where.Any(
            values.Select(value =>
                value switch
                {
                    "true" => Yes,
                    "false" => No,
                    _ => Unknown!,
                }
            )
        );
}

/// <summary>Any other condition on codes.</summary>
public sealed record ConditionFilter(
    string Name,
    string Vocabulary,
    Func<IReadOnlyList<string>, Where, string> Condition,
    string Description,
    GroupKey? GroupedBy = null
) : Filter(Name, Description)
{
    /// <inheritdoc />
    public override GroupKey? Key => GroupedBy;

    /// <inheritdoc />
    public override IReadOnlyList<string> Codes { get; } = [.. Records.Vocabulary.Codes(Vocabulary), NoData];

    /// <inheritdoc />
    public override string CodesVocabulary => Vocabulary;

    /// <inheritdoc />
    public override bool TryRead(string given, out string value, out string problem) =>
        new CodeFilter(Name, "", Vocabulary, Description).TryRead(given, out value, out problem);

    /// <inheritdoc />
    public override void Apply(IReadOnlyList<string> values, Where where, ReadSession session) => where.And(Condition(values, where));
}
