using OpenGov.Api.Database;
using OpenGov.Api.Records;

namespace OpenGov.Api.Lists;

/// <summary>Words to find, in either language, whatever their accents and case.</summary>
/// <param name="Table">Table of the records.</param>
/// <param name="Alias">What the list calls it.</param>
/// <param name="Description">What it does.</param>
public sealed record TextFilter(string Table, string Alias, string Description) : Filter("q", Description)
{
    /// <inheritdoc />
    public override string TakesEs => WordsEs;

    /// <inheritdoc />
    public override string CodeOf(string given) => CodeOfWords(given);

    /// <summary>The code of the error where a text is nothing that can be searched for.</summary>
    /// <param name="given">What was given.</param>
    public static string CodeOfWords(string given) => given.Length > Longest ? ErrorCodes.TooLong : ErrorCodes.WrongForm;

    private const int Longest = 200;

    /// <summary>What a search takes, in Spanish.</summary>
    public const string WordsEs =
        "palabras: una letra o una cifra cuando menos, y 200 caracteres cuando más; un menos justo antes de una palabra la excluye";

    /// <inheritdoc />
    public override bool TakesSeveral => false;

    /// <summary>Whether there is something to find.</summary>
    public static bool TryReadWords(string given, out string value, out string problem)
    {
        value = given;
        problem =
            given.Length > Longest ? $"A search has at most {Longest} characters; this one has {given.Length}."
            : SearchText.Impossible(given) is { } impossible ? impossible
            : SearchText.Parse(given) is var wanted && wanted.Count == 0 ? "There is no word in 'q'. Write at least one letter or digit."
            : wanted.All(one => one.IsExcluded) ? "'q' only excludes. Write a word to find beside what a minus excludes: 'health -water'."
            : "";
        return problem.Length == 0;
    }

    /// <inheritdoc />
    public override bool TryRead(string given, out string value, out string problem) => TryReadWords(given, out value, out problem);

    /// <inheritdoc />
    public override async Task ApplyAsync(
        IReadOnlyList<string> values,
        Where where,
        ReadSession session,
        CancellationToken cancellationToken
    )
    {
        Apply((await TermWords.ReadAsync(session, cancellationToken)).Of(values[0]), where, session);
    }

    /// <summary>Adds the condition on the texts alone.</summary>
    public override void Apply(IReadOnlyList<string> values, Where where, ReadSession session) =>
        Apply(TermWords.None(values[0]), where, session);

    private void Apply(IReadOnlyList<IReadOnlyList<Wanted>> ways, Where where, ReadSession session) =>
        TagSql.AndAnyWay(where, ways, wanted => where.Apart(() => Has(wanted, where, session)));

    private void Has(Wanted wanted, Where where, ReadSession session)
    {
        // The index holds the current data only; the past is read as text.
        var isIndexed = wanted.Term.IsIndexed && !session.ReadsPast;
        if (isIndexed)
        {
            var others = wanted.Others.ToList();
            var orOthers = others.Count == 0 ? "" : $" UNION ALL {Records} AND {where.In("w.word", others)}";
            foreach (var (from, to) in wanted.Term.Words.Select(wanted.Term.Range))
            {
                where.And($"{Alias}.id IN ({Records} AND w.word >= {where.Value(from)} AND w.word < {where.Value(to)}{orOthers})");
            }
        }

        if (!isIndexed || wanted.Term.Words.Count > 1)
        {
            where.And(TagSql.Has(wanted, $"{Alias}.search_text", TagSql.Of(Schema.Current[Table], Alias), where));
        }
    }

    private string Records => $"SELECT w.record_id FROM search_words w WHERE w.record_type = '{Table}'";
}
