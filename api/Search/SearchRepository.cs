using AutoMapper;
using OpenGov.Api.Commitments;
using OpenGov.Api.Database;
using OpenGov.Api.Lists;
using OpenGov.Api.Records;

namespace OpenGov.Api.Search;

internal sealed class SearchRepository(ReadSession session, IMapper mapper) : ListRepository<SearchRow, SearchResult>(session)
{
    /// <summary>The state of what hangs on a commitment.</summary>
    private const string StateOfCommitment =
        "(SELECT p.state_id FROM commitments c JOIN plans p ON p.id = c.plan_id WHERE c.id = r.commitment_id)";

    /// <summary>Every kind of record that can be found: its table, and what of it are title and text.</summary>
    private static readonly Searched[] Kinds =
    [
        new("states", "r.id", "r.name_es", "r.name_en", "r.official_name", "r.capital"),
        new("secretariats", "r.state_id", "r.name_es", "r.name_en", "r.activity_es", "r.activity_en"),
        new("organizations", "r.state_id", "r.name", "r.name", "r.acronym", "r.acronym", "r.name_sort", "r.name_sort"),
        new(
            "plans",
            "r.state_id",
            "r.title_es",
            "r.title_en",
            "CONCAT(r.characteristics_es, ' ', r.lessons_es)",
            "CONCAT(r.characteristics_en, ' ', r.lessons_en)",
            "r.title_es_sort",
            "r.title_en_sort"
        ),
        new(
            "commitments",
            "(SELECT p.state_id FROM plans p WHERE p.id = r.plan_id)",
            "r.title_es",
            "r.title_en",
            "CONCAT(r.problem_es, ' ', r.solution_es, ' ', r.benefits_es)",
            "CONCAT(r.problem_en, ' ', r.solution_en, ' ', r.benefits_en)",
            "r.title_es_sort",
            "r.title_en_sort"
        ),
        new("evidence", StateOfCommitment, "r.title_es", "r.title_en", "NULL", "NULL", "r.title_es_sort", "r.title_en_sort"),
        new("indicators", StateOfCommitment, "r.name_es", "r.name_en", "NULL", "NULL"),
        new(
            "practices",
            "r.state_id",
            "r.title_es",
            "r.title_en",
            "CONCAT(r.problem_es, ' ', r.solution_es, ' ', r.result_es)",
            "CONCAT(r.problem_en, ' ', r.solution_en, ' ', r.result_en)",
            "r.title_es_sort",
            "r.title_en_sort"
        ),
        new("instruments", "NULL", "r.name_es", "r.name_en", "r.description_es", "r.description_en"),
        new("trainings", "NULL", "r.name_es", "r.name_en", "r.topics_es", "r.topics_en"),
        new("learnings", "NULL", "r.title_es", "r.title_en", "NULL", "NULL", "r.title_es_sort", "r.title_en_sort"),
        new("timeline", "r.state_id", "r.title_es", "r.title_en", "NULL", "NULL", "r.title_es_sort", "r.title_en_sort"),
        new("sessions", "r.state_id", "r.title_es", "r.title_en", "r.agenda_es", "r.agenda_en", "r.title_es_sort", "r.title_en_sort"),
        new(
            "proposals",
            "r.state_id",
            "r.theme_es",
            "r.theme_en",
            "CONCAT(r.problem_es, ' ', r.proposal_es)",
            "CONCAT(r.problem_en, ' ', r.proposal_en)",
            "NULL",
            "NULL"
        ),
        new("metric_editions", "NULL", "r.name_es", "r.name_en", "NULL", "NULL"),
    ];

    /// <summary>Words that are offered where nothing was found, and that are tried for it.</summary>
    private const int Offered = 8;
    private const int Tried = 24;

    private static readonly string Tables = string.Join(", ", Kinds.Select(kind => $"'{kind.Table}'"));

    /// <summary>Records that have the rarest-looking word, or what is as good, found by the index.</summary>
    internal static readonly string FoundSql = $"""
        SELECT w.record_type, w.record_id
        FROM search_words w
        WHERE w.record_type IN ({Tables}) AND w.word >= @WordFrom AND w.word < @WordTo
        UNION
        SELECT w.record_type, w.record_id
        FROM search_words w
        WHERE w.record_type IN ({Tables}) AND w.word IN ({"{others}"})
        """;

    public static readonly ListSql Sql = Over(kind => kind.Indexed);

    /// <summary>A search that finds more is broad: most likely its first page is full of what says all its words in the title.</summary>
    internal static int Broad { get; set; } = 10_000;

    /// <summary>So many records of a kind are looked at for that, in the order of their ids.</summary>
    internal const int Looked = 2_000;

    /// <summary>By kind: of the first records of it, those that are found and say all words in the title. None is ranked higher.</summary>
    private static readonly Dictionary<string, ListSql> Best = Kinds.ToDictionary(
        kind => kind.Table,
        kind => Over([kind], one => one.First, new SearchFilter { BestOnly = true })
    );

    private static readonly IReadOnlyList<SortBy> ById = Sql.Order("id");
    private static readonly IReadOnlyList<SortBy> ByScore = Sql.Order(Sql.DefaultSort);

    private TermWords? terms;
    private Sought? sought;

    /// <summary>The index of words holds the current data only; the past is read as text.</summary>
    private static readonly ListSql Past = Over(kind => kind.Select);

    public override ListSql List => Session.ReadsPast ? Past : Sql;

    /// <summary>Of a broad search the first page is tried without ranking all that it finds.</summary>
    protected override async Task<Page<SearchRow>> PageAsync(ListRequest request, CancellationToken cancellationToken)
    {
        var total = await CountAsync(request, cancellationToken);
        var rows =
            total > Broad && !Session.ReadsPast && request.After is null && request.Sort.SequenceEqual(ByScore)
                ? await BestAsync(request, cancellationToken)
                : null;
        rows ??= await Session.SomeAsync<SearchRow>(List, request, cancellationToken);
        return new Page<SearchRow>([.. rows.Take(request.Limit)], total, rows.Count > request.Limit);
    }

    /// <summary>The rows of the first page and one more, when the first records of the first kind have them; else null.</summary>
    private async Task<IReadOnlyList<SearchRow>?> BestAsync(ListRequest request, CancellationToken cancellationToken)
    {
        var asked = request.Values.GetValueOrDefault("kind");
        var kinds = Kinds.Select(kind => kind.Table).Where(kind => asked is null || Filter.Asks(asked, kind));
        return
            kinds.Order(StringComparer.Ordinal).FirstOrDefault() is { } first
            && await Session.SomeAsync<SearchRow>(Best[first], request with { Sort = ById }, cancellationToken) is var rows
            && rows.Count > request.Limit
            ? rows
            : null;
    }

    /// <summary>How many rows are found. Where the index of words says all of it, what it names is counted and nothing is read.</summary>
    private async Task<int> CountAsync(ListRequest request, CancellationToken cancellationToken)
    {
        await Session.BegunAsync(cancellationToken);
        var ways = (await TermWords.ReadAsync(Session, cancellationToken)).Of(request.Values["q"][0]);
        if (Session.ReadsPast || request.Values.ContainsKey("state") || !(ways.Count == 1 && SearchFilter.IsSettled(ways[0])))
        {
            return await Session.CountAsync(List, request, cancellationToken);
        }

        var where = await ListQueries.FilteredAsync(Session, Sql, request, cancellationToken);
        return await Session.ScalarAsync<int>(where.Complete($"{FoundCountSql}\n{where.Sql}"), where.Parameters, cancellationToken);
    }

    private const string FoundCountSql = "SELECT COUNT(*) FROM (SELECT f.record_type AS kind FROM found f) x";

    protected override async Task PrepareAsync(CancellationToken cancellationToken)
    {
        await Session.BegunAsync(cancellationToken);
        terms = await TermWords.ReadAsync(Session, cancellationToken);
    }

    /// <summary>Words that find something, where the page found nothing.</summary>
    public override async Task<IReadOnlyList<(string Name, object Value)>> BesideAsync(
        ListRequest request,
        int total,
        CancellationToken cancellationToken
    )
    {
        var (q, kinds) = (request.Values["q"][0], request.Values.GetValueOrDefault("kind"));
        return
        [
            ("near", total > 0 ? [] : await NearAsync(q, kinds, cancellationToken)),
            ("themes", await ThemesAsync(q, cancellationToken)),
        ];
    }

    /// <summary>Themes of which more would be a list of its own.</summary>
    private const int MostThemes = 3;

    private const string ThemesSql = """
        SELECT t.code, t.label_es, t.label_en
        FROM terms t
        WHERE t.vocabulary = 'policy_area'
        """;

    /// <summary>The themes that a query names, with the commitments that are tagged with each; that with most of them first.</summary>
    public async Task<IReadOnlyList<SearchTheme>> ThemesAsync(string query, CancellationToken cancellationToken)
    {
        var codes = (await TermWords.ReadAsync(Session, cancellationToken)).NamedBy(query, "policy_area");
        if (codes.Count == 0)
        {
            return [];
        }

        var named = await Session.WholeAsync<SearchTheme>(ThemesSql, theme => theme.Code, cancellationToken);
        var themes = new List<SearchTheme>();
        foreach (var code in codes.Where(named.ContainsKey))
        {
            var tagged = ListRequest.Everything with
            {
                Values = new Dictionary<string, IReadOnlyList<string>> { ["policy_area"] = [code] },
            };
            themes.Add(named[code] with { Commitments = await Session.CountAsync(CommitmentsRepository.Sql, tagged, cancellationToken) });
        }

        return [.. themes.Where(theme => theme.Commitments > 0).OrderByDescending(theme => theme.Commitments).Take(MostThemes)];
    }

    /// <summary>How many records words find.</summary>
    public async Task<int> TotalAsync(string query, CancellationToken cancellationToken)
    {
        await PrepareAsync(cancellationToken);
        return await CountAsync(
            ListRequest.Everything with
            {
                Values = new Dictionary<string, IReadOnlyList<string>> { ["q"] = [query] },
            },
            cancellationToken
        );
    }

    /// <summary>Words that find something: those of a query of several, each alone, and known ones that are written nearly so.</summary>
    /// <param name="query">The words that found nothing.</param>
    /// <param name="kinds">The kinds of records among which they looked; null for all.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    /// <param name="language">The language of known words that are offered; null for any.</param>
    public async Task<IReadOnlyList<string>> NearAsync(
        string query,
        IReadOnlyList<string>? kinds,
        CancellationToken cancellationToken,
        string? language = null
    )
    {
        var known = await TermWords.ReadAsync(Session, cancellationToken);
        var near = new List<string>();
        foreach (var word in known.Near(query, language).Take(Tried))
        {
            var values = new Dictionary<string, IReadOnlyList<string>> { ["q"] = [word] };
            if (kinds is not null)
            {
                values["kind"] = kinds;
            }

            var request = ListRequest.Everything with { Values = values };
            if (near.Count < Offered && await CountAsync(request, cancellationToken) > 0)
            {
                near.Add(word);
            }
        }

        return near;
    }

    private static ListSql Over(Func<Searched, string> select) => Over(Kinds, select, new SearchFilter());

    private static ListSql Over(IEnumerable<Searched> kinds, Func<Searched, string> select, SearchFilter filter) =>
        new()
        {
            Select = """
                SELECT CONCAT(x.kind, ':', x.record_id) AS id, x.kind, x.record_id, x.state_id, x.plan_id, x.commitment_id, x.title_es, x.title_en, x.text_es,
                       x.text_en, x.tags,
                       {score} AS score, @Query AS query
                """,
            From = $"""
                FROM (
                {string.Join("\nUNION ALL\n", kinds.Select(select))}
                ) x
                """,
            Filters =
            [
                filter,
                new KindFilter([.. Kinds.Select(kind => kind.Table)]),
                new IdFilter(
                    "state",
                    "x.state_id",
                    "states",
                    "ISO 3166-2 code (`MX-DUR`) or INEGI code (`10`); `no_data` for records of no state."
                ),
            ],
            Sorts =
            [
                new OrderKey("id", "CONCAT(x.kind, ':', x.record_id)", SortKind.Text),
                new OrderKey("score", "({score})", SortKind.Number),
                new OrderKey("kind", "x.kind", SortKind.Text),
            ],
            DefaultSort = "-score,kind",
        };

    /// <summary>From the texts that the rows brought, cuts the words around what was looked for.</summary>
    protected override SearchResult Map(SearchRow row)
    {
        // All rows of a search were looked for by the same words.
        sought = sought?.Query == row.Query ? sought : Sought.Of(row.Query, terms!);
        var tags = row.Tags.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return mapper.Map<SearchResult>(row) with
        {
            SnippetEs = Snippets.Around(row.TextEs, sought.Words),
            SnippetEn = Snippets.Around(row.TextEn, sought.Words),
            Terms = [.. tags.Intersect(sought.Tags).Select(tag => tag[1..])],
        };
    }

    /// <summary>What was looked for: words in the texts, and tags of codes.</summary>
    private sealed record Sought(string Query, IReadOnlyList<string> Words, IReadOnlyList<string> Tags)
    {
        public static Sought Of(string query, TermWords terms)
        {
            var wanted = terms.Of(query).SelectMany(way => way).Where(one => !one.Term.IsExcluded).ToList();
            return new Sought(
                query,
                [
                    .. wanted.Select(one => string.Join(' ', one.Term.Words) + (one.Term.IsPrefix ? "" : " ")),
                    .. wanted.SelectMany(one => one.Synonyms).Select(word => $"{word} "),
                ],
                [.. wanted.SelectMany(one => one.Tags)]
            );
        }
    }

    /// <summary>A kind of record that can be found.</summary>
    private sealed record Searched(
        string Table,
        string State,
        string TitleEs,
        string TitleEn,
        string TextEs,
        string TextEn,
        string SortEs = "r.name_es_sort",
        string SortEn = "r.name_en_sort"
    )
    {
        /// <summary>The plan of a commitment, or of what hangs on one.</summary>
        private string Plan =>
            Table == "commitments" ? "r.plan_id"
            : HangsOnCommitment ? "(SELECT c.plan_id FROM commitments c WHERE c.id = r.commitment_id)"
            : "NULL";

        private string Commitment => HangsOnCommitment ? "r.commitment_id" : "NULL";

        private bool HangsOnCommitment => Table is "evidence" or "indicators";

        public string Select =>
            $"""
                {Columns}
                FROM {Table} r
                """;

        /// <summary>The same of the first by their ids.</summary>
        public string First =>
            $"""
                {Columns}
                FROM {Table} r
                WHERE r.id IN (SELECT t.id FROM {Table} t ORDER BY t.id{"{ordinal}"} {"{looked}"})
                """;

        /// <summary>The same of those that the index of words has found.</summary>
        public string Indexed =>
            $"""
                {Columns}
                FROM found f
                JOIN {Table} r ON r.id = f.record_id
                WHERE f.record_type = '{Table}'
                """;

        private string Columns =>
            $"""
                SELECT '{Table}' AS kind, r.id AS record_id, {State} AS state_id, {Plan} AS plan_id, {Commitment} AS commitment_id,
                       {TitleEs} AS title_es, {TitleEn} AS title_en,
                       {TextEs} AS text_es, {TextEn} AS text_en, r.search_text AS search_text,
                       {TagSql.Of(Schema.Current[Table], "r")} AS tags,
                       CONCAT(' ', {SortEs}, ' ') AS sort_es, CONCAT(' ', {SortEn}, ' ') AS sort_en
                """;
    }
}

/// <summary>The words of a search; also ranks what they find.</summary>
internal sealed record SearchFilter()
    : Filter(
        "q",
        "Words to find in either language, whatever their accents and case: all of them, the last as a prefix, a phrase in double "
            + "quotes as it stands, none behind a minus (`health -water`). A word of a vocabulary's term, or a synonym of it, also finds "
            + "what has the code, and what says it by another synonym. Words count in singular and plural, Spanish participles and "
            + "adjectives in both genders."
    )
{
    /// <summary>Words or phrases of a search that are looked for in the title; more do not change the order.</summary>
    private const int Ranked = 6;

    /// <summary>Whether only what says all the words in its title is found, and looked for in the texts of a few.</summary>
    public bool BestOnly { get; init; }

    public override bool TakesSeveral => false;

    public override bool IsRequired => true;

    public override string TakesEs => TextFilter.WordsEs;

    public override string CodeOf(string given) => TextFilter.CodeOfWords(given);

    public override string Example => "agua";

    public override bool TryRead(string given, out string value, out string problem) =>
        TextFilter.TryReadWords(given, out value, out problem);

    public override async Task ApplyAsync(
        IReadOnlyList<string> values,
        Where where,
        ReadSession session,
        CancellationToken cancellationToken
    ) => Apply(values[0], (await TermWords.ReadAsync(session, cancellationToken)).Of(values[0]), where, session);

    public override void Apply(IReadOnlyList<string> values, Where where, ReadSession session) =>
        Apply(values[0], TermWords.None(values[0]), where, session);

    private void Apply(string query, IReadOnlyList<IReadOnlyList<Wanted>> ways, Where where, ReadSession session)
    {
        var rarest = ways.Select(way => Rarest(way)).ToList();
        var first = rarest[0].Wanted;

        // The index finds the records of a word; of one way nothing is left to be said of it.
        var isSettled = !BestOnly && !session.ReadsPast && ways.Count == 1 && first.Term is { IsIndexed: true, Words.Count: 1 };
        TagSql.AndAnyWay(
            where,
            isSettled ? [ways[0].Where(one => !ReferenceEquals(one, first))] : ways,
            one =>
                session.ReadsPast
                    ? TagSql.Has(one, "x.search_text", "x.tags", where)
                    : TagSql.HasNow(one, "x.search_text", "x.kind", "x.record_id", where)
        );

        if (BestOnly)
        {
            where.Parameters.Add("Looked", SearchRepository.Looked);
            where.Part("looked", FirstLooked(session.Dialect));
        }
        else
        {
            Find(rarest, where, session);
        }

        where.Parameters.Add("Query", query);
        var wanted = ways.SelectMany(way => way).Where(one => !one.Term.IsExcluded).ToList();
        where.Parameters.Add("Words", wanted.Count);
        var ordinal = session.Dialect.Ordinal;
        List<string> inTitle =
        [
            .. wanted
                .Take(Ranked)
                .Select(one => where.Value(one.Term.Pattern))
                .Select(pattern => $"(x.sort_es{ordinal} LIKE {pattern} OR x.sort_en{ordinal} LIKE {pattern})"),
        ];
        where.Part("score", $"@Words + {string.Join(" + ", inTitle.Select(has => $"CASE WHEN {has} THEN 2 ELSE 0 END"))}");
        if (BestOnly)
        {
            inTitle.ForEach(where.And);
        }
    }

    /// <summary>Written after ORDER BY; takes the first @Looked rows.</summary>
    internal static string FirstLooked(Dialect dialect) => dialect.Take.Replace("@Take", "@Looked", StringComparison.Ordinal);

    /// <summary>Whether of all that a way wants nothing is left to be said once the index of words has found it.</summary>
    public static bool IsSettled(IReadOnlyList<Wanted> way) => way is [{ Term: { IsIndexed: true, Words.Count: 1, IsExcluded: false } }];

    /// <summary>Has the index of words find what has the rarest word of each way.</summary>
    private static void Find(IReadOnlyList<(Wanted Wanted, string Word)> rarest, Where where, ReadSession session)
    {
        var (first, word) = rarest[0];
        var (from, to) =
            word.Length < SearchTerm.LongestWord
                ? first.Term.Range(word)
                : (first.Term with { IsPrefix = true }).Range(word[..SearchTerm.LongestWord]);
        where.Parameters.Add("WordFrom", from);
        where.Parameters.Add("WordTo", to);
        var others = rarest.SelectMany(one => one.Wanted.Others).Concat(rarest.Skip(1).Select(one => one.Word)).Distinct().ToList();
        where.Part("others", others.Count > 0 ? where.Values(others) : "NULL");
        if (!session.ReadsPast)
        {
            where.Table("found", SearchRepository.FoundSql);
        }
    }

    /// <summary>
    /// A word that no term has and the longest are taken for the rarest. One that the index keeps cut is looked for by its beginning.
    /// </summary>
    private static (Wanted Wanted, string Word) Rarest(IEnumerable<Wanted> way) =>
        way.Where(one => !one.Term.IsExcluded)
            .SelectMany(one => one.Term.Words.Select(word => (one, word)))
            .MaxBy(pair => (pair.one.Tags.Count == 0, pair.word.Length));
}

/// <summary>The kind of record.</summary>
internal sealed record KindFilter(IReadOnlyList<string> Kinds) : Filter("kind", "Kind of record.")
{
    public override IReadOnlyList<string> Codes => Kinds;

    public override string CodesName => "search_kind";

    public override GroupKey Key => new("x.kind");

    public override bool TryRead(string given, out string value, out string problem)
    {
        value = given.ToLowerInvariant();
        problem = Codes.Contains(value) ? "" : $"'{given}' is not a kind of record. It takes {string.Join(", ", Codes)}.";
        return problem.Length == 0;
    }

    public override void Apply(IReadOnlyList<string> values, Where where, ReadSession session) => Among("x.kind", values, where);
}
