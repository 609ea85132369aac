using OpenGov.Api.Database;
using OpenGov.Api.Records;

namespace OpenGov.Api.Lists;

/// <summary>A query parameter that narrows a list.</summary>
/// <param name="Name">Name of the parameter, after the property that it filters.</param>
/// <param name="Description">What it does, for the API description.</param>
public abstract record Filter(string Name, string Description)
{
    /// <summary>The value that asks for rows in which the property is null.</summary>
    public const string NoData = "no_data";

    /// <summary>What stands before a value that takes rows away.</summary>
    public const char Not = '!';

    /// <summary>Codes that it takes; null when it takes something else.</summary>
    public virtual IReadOnlyList<string>? Codes => null;

    /// <summary>The vocabulary whose codes it takes, beside <c>no_data</c>; null when they are of none.</summary>
    public virtual string? CodesVocabulary => null;

    /// <summary>Name of its codes in the API description, in snake_case; null when they have none there.</summary>
    public virtual string? CodesName => CodesVocabulary is { } vocabulary ? $"{vocabulary}_or_no_data" : null;

    /// <summary>By what rows are counted in groups of its values; null when its values are no groups.</summary>
    public virtual GroupKey? Key => null;

    /// <summary>JSON Schema type of one value.</summary>
    public virtual string ValueType => "string";

    /// <summary>JSON Schema format of one value, or null.</summary>
    public virtual string? ValueFormat => null;

    /// <summary>What it takes, in Spanish, for who gave something else; null where its codes say so.</summary>
    public virtual string? TakesEs => null;

    /// <summary>The code of the error where a value is none that it takes.</summary>
    /// <param name="given">What was given.</param>
    public virtual string CodeOf(string given) => Codes is null ? ErrorCodes.WrongForm : ErrorCodes.UnknownCode;

    /// <summary>Whether several values are one list, joined by commas.</summary>
    public virtual bool TakesSeveral => true;

    /// <summary>Whether the list cannot be asked without it.</summary>
    public virtual bool IsRequired => false;

    /// <summary>A value of a filter that cannot be left out, for an address that answers as it stands.</summary>
    public virtual string? Example => null;

    /// <summary>What it does, and what beside its values it takes: said wherever filters are described.</summary>
    public string Told =>
        Description
        + (CodesVocabulary is null ? "" : $" `{NoData}` asks for those where it is null.")
        + (TakesSeveral ? $" `{Not}` before a value takes its rows away." : "");

    /// <summary>A value in its canonical form, or why it is not one.</summary>
    public abstract bool TryRead(string given, out string value, out string problem);

    /// <summary>Adds the condition. The values have been read.</summary>
    public abstract void Apply(IReadOnlyList<string> values, Where where, ReadSession session);

    /// <summary>The same, of a filter that has to read something first.</summary>
    public virtual Task ApplyAsync(IReadOnlyList<string> values, Where where, ReadSession session, CancellationToken cancellationToken)
    {
        Apply(values, where, session);
        return Task.CompletedTask;
    }

    /// <summary>Adds the condition of values of which some may take rows away: those of the others, and of these none.</summary>
    public async Task AddAsync(IReadOnlyList<string> values, Where where, ReadSession session, CancellationToken cancellationToken)
    {
        if (!TakesSeveral || !values.Any(IsExcluded))
        {
            await ApplyAsync(values, where, session, cancellationToken);
            return;
        }

        Add(values, where, session);
    }

    /// <summary>The same, of a filter that reads nothing first.</summary>
    public void Add(IReadOnlyList<string> values, Where where, ReadSession session)
    {
        var wanted = TakesSeveral ? values.Where(value => !IsExcluded(value)).ToList() : values;
        if (wanted.Count > 0)
        {
            Apply(wanted, where, session);
        }

        if (wanted.Count < values.Count)
        {
            var excluded = where.Apart(() => Apply([.. values.Where(IsExcluded).Select(value => value[1..])], where, session));
            // What is unknown is not what is excluded, so it stays.
            where.And($"CASE WHEN {excluded} THEN 1 ELSE 0 END = 0");
        }
    }

    /// <summary>Whether values ask for one that a row has.</summary>
    public static bool Asks(IReadOnlyList<string> values, string one) =>
        !values.Contains($"{Not}{one}") && (values.Contains(one) || values.All(IsExcluded));

    /// <summary>Whether a value takes rows away.</summary>
    public static bool IsExcluded(string value) => value.StartsWith(Not);

    /// <summary>A condition on one column for codes of which one may stand for null.</summary>
    protected static void Among(string column, IReadOnlyList<string> values, Where where)
    {
        var alternatives = new List<string>();
        var codes = values.Where(value => value != NoData).ToList();
        if (codes.Count > 0)
        {
            alternatives.Add(where.In(column, codes));
        }

        if (codes.Count < values.Count)
        {
            alternatives.Add($"{column} IS NULL");
        }

        where.Any(alternatives);
    }
}
