using OpenGov.Api.Database;
using OpenGov.Api.Records;

namespace OpenGov.Api.Lists;

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
        problem =
            given.Length > Longest ? $"A search has at most {Longest} characters; this one has {given.Length}."
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
                    where.And(
                        $"{Alias}.id IN (SELECT w.record_id FROM search_words w WHERE w.record_type = '{Table}' AND w.word >= "
                            + $"{where.Value(from)} AND w.word < {where.Value(to)})"
                    );
                }
            }

            if (!isIndexed || wanted.Words.Count > 1)
            {
                where.And($"{Alias}.search_text{session.Dialect.Ordinal} LIKE {where.Value(wanted.Pattern)}");
            }
        }
    }
}
