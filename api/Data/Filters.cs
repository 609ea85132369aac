using System.Globalization;

namespace OpenGov.Api.Data;

/// <summary>A query parameter that narrows a list.</summary>
/// <param name="Name">Name of the parameter, after the property that it filters.</param>
/// <param name="Description">What it does, for the API description.</param>
public abstract record Filter(string Name, string Description)
{
    /// <summary>The value that asks for rows in which the property is null.</summary>
    public const string NoData = "no_data";

    /// <summary>Codes that it takes; null when it takes something else.</summary>
    public virtual IReadOnlyList<string>? Codes => null;

    /// <summary>JSON Schema type of one value.</summary>
    public virtual string ValueType => "string";

    /// <summary>JSON Schema format of one value, or null.</summary>
    public virtual string? ValueFormat => null;

    /// <summary>Whether several values are one list, joined by commas.</summary>
    public virtual bool TakesSeveral => true;

    /// <summary>Whether the list cannot be asked without it.</summary>
    public virtual bool IsRequired => false;

    /// <summary>A value in its canonical form, or why it is not one.</summary>
    public abstract bool TryRead(string given, out string value, out string problem);

    /// <summary>Adds the condition. The values have been read.</summary>
    public abstract void Apply(IReadOnlyList<string> values, Where where, ReadSession session);

    /// <summary>A condition on one column for codes of which one may stand for null.</summary>
    protected static void Among(string column, IReadOnlyList<string> values, Where where)
    {
        var alternatives = new List<string>();
        var codes = values.Where(value => value != NoData).ToList();
        if (codes.Count > 0)
        {
            alternatives.Add($"{column} IN ({string.Join(", ", codes.Select(code => where.Value(code)))})");
        }

        if (codes.Count < values.Count)
        {
            alternatives.Add($"{column} IS NULL");
        }

        where.Any(alternatives);
    }
}

/// <summary>One of the codes of a vocabulary.</summary>
public sealed record CodeFilter(string Name, string Column, string Vocabulary, string Description) : Filter(Name, Description)
{
    /// <inheritdoc />
    public override IReadOnlyList<string> Codes { get; } = [.. Data.Vocabulary.Codes(Vocabulary), NoData];

    /// <summary>Whether the column holds several codes joined by <c>|</c>.</summary>
    public bool IsList { get; init; }

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

/// <summary>The id of a record.</summary>
/// <param name="Name">Name of the parameter.</param>
/// <param name="Column">Column that holds the id.</param>
/// <param name="Table">Table of the records.</param>
/// <param name="Description">What it does.</param>
public record IdFilter(string Name, string Column, string Table, string Description) : Filter(Name, Description)
{
    /// <summary>Whether <c>no_data</c> asks for rows without one.</summary>
    public virtual bool TakesNoData => true;

    /// <inheritdoc />
    public override bool TryRead(string given, out string value, out string problem)
    {
        value = TakesNoData && given.Equals(NoData, StringComparison.OrdinalIgnoreCase) ? NoData : RecordId.Canonical(Table, given);
        problem = given.Length <= 80 ? "" : $"An id has at most 80 characters; this one has {given.Length}.";
        return problem.Length == 0;
    }

    /// <inheritdoc />
    public override void Apply(IReadOnlyList<string> values, Where where, ReadSession session) => Among(Column, values, where);
}

/// <summary>The id of a record that is one of several in a column, joined by <c>|</c>.</summary>
public sealed record InListFilter(string Name, IReadOnlyList<string> Columns, string Table, string Description) : IdFilter(Name, Columns[0], Table, Description)
{
    /// <inheritdoc />
    public override void Apply(IReadOnlyList<string> values, Where where, ReadSession session) =>
        where.Any(Columns.SelectMany(column => Alternatives(column, values, where)));

    /// <summary>Adds the condition that a list holds any of the values.</summary>
    public static void AmongListed(string column, IReadOnlyList<string> values, Where where) => where.Any(Alternatives(column, values, where));

    private static IEnumerable<string> Alternatives(string column, IReadOnlyList<string> values, Where where) =>
        values.Select(value => value == NoData ? $"{column} IS NULL" : $"CONCAT('|', {column}, '|') LIKE {where.Value($"%|{Like(value)}|%")} ESCAPE '\\'");

    private static string Like(string value) => value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal)
        .Replace("_", "\\_", StringComparison.Ordinal).Replace("[", "\\[", StringComparison.Ordinal);
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
    public override bool TryRead(string given, out string value, out string problem)
    {
        value = given.ToLowerInvariant();
        problem = Codes.Contains(value) ? "" : $"'{given}' is not a value of {Name}. It takes {string.Join(", ", Codes)}.";
        return problem.Length == 0;
    }

    /// <inheritdoc />
    public override void Apply(IReadOnlyList<string> values, Where where, ReadSession session) => where.Any(values.Select(value => value switch
    {
        "true" => Yes,
        "false" => No,
        _ => Unknown!,
    }));
}

/// <summary>A bound on dates: the value itself is within.</summary>
public sealed record DateFilter(string Name, string Column, string Comparison, string Description) : Filter(Name, Description)
{
    /// <inheritdoc />
    public override string ValueFormat => "date";

    /// <inheritdoc />
    public override bool TakesSeveral => false;

    /// <inheritdoc />
    public override bool TryRead(string given, out string value, out string problem)
    {
        value = given;
        problem = DateOnly.TryParseExact(given, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _)
            ? "" : $"'{given}' is not a date. Write it as 2017-09-19.";
        return problem.Length == 0;
    }

    /// <inheritdoc />
    public override void Apply(IReadOnlyList<string> values, Where where, ReadSession session) =>
        where.And($"{Column} {Comparison} {where.Value(values[0])}");
}

/// <summary>A date that a condition speaks of.</summary>
/// <param name="Name">Name of the parameter.</param>
/// <param name="Condition">The condition, with {0} for the date.</param>
/// <param name="Description">What it does.</param>
public sealed record ExistsSinceFilter(string Name, string Condition, string Description) : Filter(Name, Description)
{
    private readonly DateFilter date = new(Name, "", ">=", Description);

    /// <inheritdoc />
    public override string ValueFormat => "date";

    /// <inheritdoc />
    public override bool TakesSeveral => false;

    /// <inheritdoc />
    public override bool TryRead(string given, out string value, out string problem) => date.TryRead(given, out value, out problem);

    /// <inheritdoc />
    public override void Apply(IReadOnlyList<string> values, Where where, ReadSession session) =>
        where.And(string.Format(CultureInfo.InvariantCulture, Condition, where.Value(values[0])));
}

/// <summary>The id of a record that a condition speaks of.</summary>
/// <param name="Name">Name of the parameter.</param>
/// <param name="Condition">The condition, with {0} for the ids.</param>
/// <param name="Table">Table of the records.</param>
/// <param name="Description">What it does.</param>
public sealed record RelatedFilter(string Name, string Condition, string Table, string Description) : IdFilter(Name, "", Table, Description)
{
    /// <inheritdoc />
    public override bool TakesNoData => false;

    /// <inheritdoc />
    public override void Apply(IReadOnlyList<string> values, Where where, ReadSession session) =>
        where.And(string.Format(CultureInfo.InvariantCulture, Condition, string.Join(", ", values.Select(value => where.Value(value)))));
}

/// <summary>A lower bound on instants: a date or an instant, itself within.</summary>
public sealed record SinceFilter(string Name, string Column, string Description) : Filter(Name, Description)
{
    /// <inheritdoc />
    public override bool TakesSeveral => false;

    /// <inheritdoc />
    public override bool TryRead(string given, out string value, out string problem)
    {
        var isInstant = DateTimeOffset.TryParse(
            given, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var instant) && given.Length >= 10 && given[4] == '-';
        value = isInstant ? TypeHandlers.Format(instant) : given;
        problem = isInstant ? "" : $"'{given}' is neither a date nor an instant. Write 2026-01-31 or 2026-01-31T18:00:00Z.";
        return isInstant;
    }

    /// <inheritdoc />
    public override void Apply(IReadOnlyList<string> values, Where where, ReadSession session) =>
        where.And($"{Column} >= {where.Value(values[0])}");
}

/// <summary>A whole number.</summary>
public sealed record NumberFilter(string Name, string Column, string Description) : Filter(Name, Description)
{
    /// <inheritdoc />
    public override string ValueType => "integer";

    /// <inheritdoc />
    public override bool TryRead(string given, out string value, out string problem)
    {
        value = given;
        problem = int.TryParse(given, NumberStyles.None, CultureInfo.InvariantCulture, out _) ? "" : $"'{given}' is not a whole number.";
        return problem.Length == 0;
    }

    /// <inheritdoc />
    public override void Apply(IReadOnlyList<string> values, Where where, ReadSession session) =>
        where.Any(values.Select(value => $"{Column} = {where.Value(int.Parse(value, CultureInfo.InvariantCulture))}"));
}

/// <summary>Words to find, in either language, whatever their accents and case.</summary>
/// <param name="Table">Table of the records.</param>
/// <param name="Alias">What the list calls it.</param>
/// <param name="Description">What it does.</param>
public sealed record TextFilter(string Table, string Alias, string Description) : Filter("q", Description)
{
    private const int Longest = 200;

    /// <inheritdoc />
    public override bool TakesSeveral => false;

    /// <summary>Whether there is something to find.</summary>
    public static bool TryReadWords(string given, out string value, out string problem)
    {
        value = given;
        problem = given.Length > Longest ? $"A search has at most {Longest} characters; this one has {given.Length}."
            : SearchText.Parse(given).Count == 0 ? "There is no word in 'q'. Write at least one letter or digit."
            : "";
        return problem.Length == 0;
    }

    /// <inheritdoc />
    public override bool TryRead(string given, out string value, out string problem) => TryReadWords(given, out value, out problem);

    /// <inheritdoc />
    public override void Apply(IReadOnlyList<string> values, Where where, ReadSession session)
    {
        foreach (var wanted in SearchText.Parse(values[0]))
        {
            // The index holds the current data only; the past is read as text.
            var isIndexed = wanted.IsIndexed && !session.ReadsPast;
            if (isIndexed)
            {
                foreach (var (from, to) in wanted.Words.Select(wanted.Range))
                {
                    where.And($"{Alias}.id IN (SELECT w.record_id FROM search_words w WHERE w.record_type = '{Table}' AND w.word >= {where.Value(from)} AND w.word < {where.Value(to)})");
                }
            }

            if (!isIndexed || wanted.Words.Count > 1)
            {
                where.And($"{Alias}.search_text{session.Dialect.Ordinal} LIKE {where.Value(wanted.Pattern)}");
            }
        }
    }
}

/// <summary>Any other condition on codes.</summary>
public sealed record ConditionFilter(string Name, string Vocabulary, Func<IReadOnlyList<string>, Where, string> Condition, string Description) : Filter(Name, Description)
{
    /// <inheritdoc />
    public override IReadOnlyList<string> Codes { get; } = [.. Data.Vocabulary.Codes(Vocabulary), NoData];

    /// <inheritdoc />
    public override bool TryRead(string given, out string value, out string problem) =>
        new CodeFilter(Name, "", Vocabulary, Description).TryRead(given, out value, out problem);

    /// <inheritdoc />
    public override void Apply(IReadOnlyList<string> values, Where where, ReadSession session) => where.And(Condition(values, where));
}
