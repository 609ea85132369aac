using System.Globalization;
using OpenGov.Api.Records;

namespace OpenGov.Limits;

/// <summary>
/// The search by hand: one look into the index of words, one for each record that it finds, ranked here. Phrases, words that are excluded and
/// labels of several words are not looked for; the measurement asks for words.
/// </summary>
internal static class Finding
{
    private const string StateOfCommitment =
        "(SELECT p.state_id FROM commitments c JOIN plans p ON p.id = c.plan_id WHERE c.id = r.commitment_id)";

    private static readonly Kind[] Kinds =
    [
        new("states", "r.id", "name", "r.official_name", "r.capital"),
        new("secretariats", "r.state_id", "name", "r.activity_es", "r.activity_en"),
        new("organizations", "r.state_id", "name", "r.acronym", "r.acronym") { IsInOneLanguage = true },
        new(
            "plans",
            "r.state_id",
            "title",
            "CONCAT(r.characteristics_es, ' ', r.lessons_es)",
            "CONCAT(r.characteristics_en, ' ', r.lessons_en)"
        ),
        new(
            "commitments",
            "(SELECT p.state_id FROM plans p WHERE p.id = r.plan_id)",
            "title",
            "CONCAT(r.problem_es, ' ', r.solution_es, ' ', r.benefits_es)",
            "CONCAT(r.problem_en, ' ', r.solution_en, ' ', r.benefits_en)"
        )
        {
            Plan = "r.plan_id",
        },
        new("evidence", StateOfCommitment, "title") { Commitment = "r.commitment_id" },
        new("indicators", StateOfCommitment, "name") { Commitment = "r.commitment_id" },
        new(
            "practices",
            "r.state_id",
            "title",
            "CONCAT(r.problem_es, ' ', r.solution_es, ' ', r.result_es)",
            "CONCAT(r.problem_en, ' ', r.solution_en, ' ', r.result_en)"
        ),
        new("instruments", "NULL", "name", "r.description_es", "r.description_en"),
        new("trainings", "NULL", "name", "r.topics_es", "r.topics_en"),
        new("learnings", "NULL", "title"),
        new("timeline", "r.state_id", "title"),
        new("sessions", "r.state_id", "title", "r.agenda_es", "r.agenda_en"),
        new("proposals", "r.state_id", "theme", "CONCAT(r.problem_es, ' ', r.proposal_es)", "CONCAT(r.problem_en, ' ', r.proposal_en)")
        {
            IsWithoutTitle = true,
        },
        new("metric_editions", "NULL", "name"),
    ];

    private static readonly Dictionary<string, Kind> ByTable = Kinds.ToDictionary(kind => kind.Table, StringComparer.Ordinal);

    private static readonly string AllKinds = string.Join(", ", Kinds.Select(kind => $"'{kind.Table}'"));

    public static Task Search(HttpContext context, Store store)
    {
        var (query, limit, api) = (context.Request.Query["q"].ToString(), Hand.Limit(context), Hand.Api(context));
        var connection = store.Begin();
        var terms = store.Referred(connection).Terms;
        var wanted = terms.Of(query)[0];
        var arguments = new List<(string, object)>();
        for (var i = 0; i < wanted.Count; i++)
        {
            var (from, to) = wanted[i].Term.Range(wanted[i].Term.Words[0]);
            arguments.AddRange([($"@F{i}", from), ($"@T{i}", to)]);
            arguments.AddRange(wanted[i].Others.Select((other, j) => ($"@O{i}_{j}", (object)other)));
        }

        var having = wanted.Select((one, i) => $"SELECT * FROM ({Having(one, i)})");
        var found = connection.Rows(
            string.Join(" INTERSECT ", having),
            row => new Found { Kind = row.Text()!, RecordId = row.Text()! },
            [.. arguments]
        );
        var looked = wanted
            .Select(one => string.Join(' ', one.Term.Words) + (one.Term.IsPrefix ? "" : " "))
            .Concat(wanted.SelectMany(one => one.Synonyms).Select(word => $"{word} "))
            .ToArray();
        var tags = wanted.SelectMany(one => one.Tags).ToHashSet();
        foreach (var row in found)
        {
            connection.Rows(
                ByTable[row.Kind].One,
                one =>
                {
                    var (es, en) = ($" {one.Text()} ", $" {one.Text()} ");
                    row.Score = wanted.Count + wanted.Count(each => Has(es, each.Term) || Has(en, each.Term)) * 2;
                    (row.StateId, row.PlanId, row.CommitmentId) = (one.Text(), one.Text(), one.Text());
                    (row.TitleEs, row.TitleEn) = (one.Text(), one.Text());
                    (row.TextEs, row.TextEn) = (one.Text(), one.Text());
                    row.Terms =
                    [
                        .. one.Text()!.Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(tags.Contains).Select(tag => tag[1..]),
                    ];
                    return row;
                },
                ("@Id", row.RecordId)
            );
            row.Id = $"{row.Kind}:{row.RecordId}";
        }

        var rows = found
            .OrderByDescending(row => row.Score)
            .ThenBy(row => row.Kind, StringComparer.Ordinal)
            .ThenBy(row => row.Id, StringComparer.Ordinal)
            .Take(limit)
            .ToList();
        foreach (var row in rows)
        {
            (row.SnippetEs, row.SnippetEn) = (Around(row.TextEs, looked), Around(row.TextEn, looked));
            row.Links = new Links { Record = RecordAddresses.Of(row.Kind, row.RecordId) is { } path ? api + path : null };
        }

        var themes = terms
            .NamedBy(query, "policy_area")
            .Select(code => Themed(connection, code))
            .Where(theme => theme.Commitments > 0)
            .OrderByDescending(theme => theme.Commitments)
            .Take(3)
            .ToList();
        var sequence = connection.Sequence;
        store.End(connection);
        var next =
            found.Count > limit
                ? Hand.Next(
                    context,
                    sequence,
                    [rows[^1].Score.ToString(CultureInfo.InvariantCulture), rows[^1].Kind, rows[^1].Id],
                    $"{context.Request.Path}\nq={query}\n-score,kind,id\n"
                )
                : null;
        return Hand.Write(
            context,
            new FoundPage
            {
                Items = rows,
                Total = found.Count,
                Limit = limit,
                Next = next,
                Themes = themes,
            },
            Shapes.Default.FoundPage
        );
    }

    /// <summary>The records that have a word, or what means the same.</summary>
    private static string Having(Wanted wanted, int i)
    {
        var records = $"SELECT w.record_type, w.record_id FROM search_words w WHERE w.record_type IN ({AllKinds}) AND w.word";
        var others = string.Join(", ", wanted.Others.Select((_, j) => $"@O{i}_{j}"));
        return $"{records} >= @F{i} AND w.word < @T{i} UNION {records} IN ({(others.Length == 0 ? "NULL" : others)})";
    }

    private static bool Has(string title, SearchTerm term) =>
        title.Contains(term.IsPrefix ? $" {term.Words[0]}" : $" {term.Words[0]} ", StringComparison.Ordinal);

    private static Theme Themed(Connection connection, string code) =>
        connection.Rows(
            """
            SELECT t.label_es, t.label_en,
                   (SELECT COUNT(*) FROM commitments c WHERE CONCAT('|', c.policy_areas, '|') LIKE CONCAT('%|', t.code, '|%'))
            FROM terms t
            WHERE t.vocabulary = 'policy_area' AND t.code = @Code
            """,
            row => new Theme(code, row.Text(), row.Text(), row.Number()!.Value),
            ("@Code", code)
        )[0];

    /// <summary>The words around the first find: folds the text once, and counts words to find the place.</summary>
    private static string? Around(string? text, string[] wanted)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        var folded = SearchText.Fold([text]);
        var first = -1;
        foreach (var one in wanted)
        {
            var at = folded.IndexOf($" {one}", StringComparison.Ordinal);
            first = at >= 0 && (first < 0 || at < first) ? at : first;
        }

        if (first < 0)
        {
            return null;
        }

        var skip = folded.AsSpan(0, first + 1).Count(' ') - 1;
        var place = 0;
        while (!IsBeginning(text, place) || skip-- > 0)
        {
            place++;
        }

        var start =
            place <= 60 ? 0
            : text.IndexOf(' ', place - 60) is >= 0 and var space && space < place ? space + 1
            : place;
        var end =
            start + 180 >= text.Length ? text.Length
            : text.LastIndexOf(' ', start + 180) is var last && last > place ? last
            : text.Length;
        return $"{(start > 0 ? "… " : "")}{text[start..end].Trim()}{(end < text.Length ? " …" : "")}";
    }

    private static bool IsBeginning(string text, int place) =>
        char.IsLetterOrDigit(text[place]) && (place == 0 || !char.IsLetterOrDigit(text[place - 1]));

    /// <summary>A kind of record that is found.</summary>
    private sealed record Kind(string Table, string State, string Title, string TextEs = "NULL", string TextEn = "NULL")
    {
        public bool IsInOneLanguage { get; init; }
        public bool IsWithoutTitle { get; init; }
        public string Commitment { get; init; } = "NULL";
        public string Plan
        {
            get => field ?? (Commitment == "NULL" ? "NULL" : "(SELECT c.plan_id FROM commitments c WHERE c.id = r.commitment_id)");
            init;
        }

        /// <summary>What is looked for in titles.</summary>
        public string Sorts =>
            IsWithoutTitle ? "NULL, NULL"
            : IsInOneLanguage ? $"r.{Title}_sort, NULL"
            : $"r.{Title}_es_sort, r.{Title}_en_sort";

        /// <summary>Reads what is needed of one record.</summary>
        public string One =>
            one ??= $"""
                SELECT {Sorts}, {State}, {Plan}, {Commitment}, {In("es")}, {In("en")}, {TextEs}, {TextEn}, {TagSql.Of(
                    Schema.Current[Table],
                    "r"
                )}
                FROM {Table} r
                WHERE r.id = @Id
                """;

        private string? one;

        private string In(string language) => IsInOneLanguage ? $"r.{Title}" : $"r.{Title}_{language}";
    }
}
