using System.Text.Json;
using CsCheck;
using Microsoft.Extensions.DependencyInjection;
using OpenGov.Api.Assessments;
using OpenGov.Api.Changes;
using OpenGov.Api.Database;
using OpenGov.Api.Lists;
using OpenGov.Api.Records;

namespace OpenGov.Api.Tests;

/// <summary>
/// Whatever is asked of a list, its pages and its files are the same rows in the same order, also while the
/// rows change. The data is the shipped set with generated rows where that has none.
/// </summary>
[TestFixtureSource(typeof(TestDatabases), nameof(TestDatabases.All))]
[Parallelizable]
public sealed class PagingTests(string provider)
{
    private static readonly Dictionary<string, string> Tables = new()
    {
        ["metrics"] = "metric_editions",
        ["metrics/values"] = "metric_values",
        ["dialogues/sessions"] = "sessions",
        ["dialogues/agreements"] = "agreements",
        ["dialogues/proposals"] = "proposals",
        ["stats/initiative"] = "initiative_sizes",
        ["changes"] = "commitments",
        ["search"] = "practices",
    };

    private static readonly string[] Words = ["a", "agua", "trans gob", "\"gobierno abierto\"", "informacion", "estado de", "2017"];
    private static readonly string[] Dates = ["2011-09-20", "2015-06-30", "2017-09-19", "2019-01-01", "2026-11-24"];
    private static readonly string[] Numbers = ["1", "2", "13", "2017", "2019"];

    private readonly Dictionary<string, List<string>> ids = [];
    private OpenGovApplication app;
    private string epoch = "";
    private int written;

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        app = await OpenGovApplication.StartAsync(provider);
        await app.AddDialoguesAsync();
        epoch = (await app.GetAsync("changes?limit=1")).GetProperty("epoch").GetString()!;
    }

    [OneTimeTearDown]
    public async Task StopAsync()
    {
        if (app is not null)
        {
            await app.DisposeAsync();
        }
    }

    [TestCase(999_999)]
    public async Task A_cursor_of_a_state_that_the_database_does_not_know_is_refused_and_is_no_end_of_the_list(long state)
    {
        await using var fresh = await OpenGovApplication.StartAsync();
        var next = (await fresh.GetAsync("commitments?limit=1")).GetProperty("next").GetString()!;
        var cursor = System.Web.HttpUtility.ParseQueryString(new Uri(next).Query)["cursor"]!;
        var read = System.Text.Encoding.UTF8.GetString(
            Convert.FromBase64String(cursor.Replace('-', '+').Replace('_', '/').PadRight((cursor.Length + 3) / 4 * 4, '='))
        );
        var forged = System.Text.RegularExpressions.Regex.Replace(read, "\"At\":\\d+", $"\"At\":{state}");
        Assert.That(forged, Is.Not.EqualTo(read));
        var written = Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(forged)).TrimEnd('=').Replace('+', '-').Replace('/', '_');
        var problem = await fresh.GetProblemAsync(
            next.Replace(cursor, written, StringComparison.Ordinal),
            System.Net.HttpStatusCode.Conflict
        );
        Assert.That(problem.GetProperty("type").GetString(), Does.EndWith("/problems/unknown-state"));
    }

    [TestCaseSource(typeof(AllLists), nameof(AllLists.Paths))]
    public async Task With_any_filter_and_order_the_pages_and_the_files_are_the_same_rows_while_rows_change(string path)
    {
        var list = AllLists.Sql(path);
        foreach (var table in list.Filters.OfType<IdFilter>().Select(filter => filter.Table).Append(TableOf(path)).Distinct())
        {
            ids[table] = await IdsAsync(table);
        }

        Assert.That(await CheckAsync(path, $"&sort={list.Sorts[0].Name}", 3), Is.Positive, "there are rows to page through");

        // Each filter at least twice, alone and beside another one.
        foreach (var filter in list.Filters.Where(filter => path != "search" || filter.Name != "q").Some())
        {
            var others = list.Filters.Where(other => other != filter && (path != "search" || other.Name != "q")).ToList();
            var cases =
                from value in Value(filter)
                from second in others.Count == 0 ? Gen.Const(filter) : Gen.OneOf(Gen.Const(filter), OneOf(others))
                from other in Value(second)
                from key in OneOf(list.Sorts)
                from falling in Gen.Bool
                from pages in Gen.Int[1, 5]
                select (Query: $"{Parameters(filter, value, second, other)}&sort={(falling ? "-" : "")}{key.Name}", Pages: pages);
            cases.Sample(one => CheckAsync(path, one.Query, one.Pages).GetAwaiter().GetResult(), iter: 3, threads: 1);
        }
    }

    /// <summary>How many rows a query finds, which are the same everywhere.</summary>
    private async Task<int> CheckAsync(string path, string query, int pages)
    {
        var csv = Csv.Parse(await app.Client.GetStringAsync(Suffixed(path, "csv", query)));
        var expected = csv.Skip(1).Select(row => row[0]).ToList();
        var lines = (await app.Client.GetStringAsync(Suffixed(path, "ndjson", query))).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var sheet = Xlsx.Rows(await app.Client.GetByteArrayAsync(Suffixed(path, "xlsx", query)));
        var rows = await app.AllAsync(
            AllLists.Address(path, $"limit={Math.Clamp(expected.Count / pages, 1, 500)}{query}"),
            _ => ChangeAsync(TableOf(path))
        );
        Assert.Multiple(() =>
        {
            var ids = expected.PerhapsNone("a filter may find nothing");
            Assert.That(ids, Is.Unique, query);
            Assert.That(lines.Select(line => JsonDocument.Parse(line).RootElement.GetProperty("id").GetString()), Is.EqualTo(ids), query);
            Assert.That(sheet.Skip(1).Select(row => row[0]), Is.EqualTo(ids), query);
            Assert.That(rows.Select(row => row.GetProperty("id").GetString()), Is.EqualTo(ids), query);
        });
        return expected.Count;
    }

    /// <summary>Inserts a copy of a row, and changes another row so that it moves in most orders.</summary>
    private async Task ChangeAsync(string table)
    {
        written++;
        var known = ids[table];
        var fields = Schema.Current[table].ByName;
        var named = new[] { "title_es", "name_es", "label_es", "name", "note_es" }.First(fields.ContainsKey);
        (string, object?)[] changed = [(named, $"{(char)('A' + (written % 26))} cambiado {written}")];

        // Where a title was cut off, this one is not.
        var origin = $"{named}_origin";
        await app.SaveAsync(table, known[written % known.Count], fields.ContainsKey(origin) ? [.. changed, (origin, null)] : changed);
        if (table is "states" or "secretariats" or "metric_editions")
        {
            // There are only so many: a state has one secretariat, a year one edition, two digits a hundred states.
            return;
        }

        await app.CopyAsync(table, known[written * 7 % known.Count], RecordId.Canonical(table, $"{known[0]}-n{written}"));
    }

    private Gen<string> Value(Filter filter) =>
        filter switch
        {
            { Codes: { } codes } => OneOf(codes)
                .Select(OneOf(codes), (one, two) => one == two || !filter.TakesSeveral ? one : $"{one},{two}"),
            TextFilter => OneOf(Words),
            DateFilter or ExistsSinceFilter or SinceFilter or SixMonthsFilter => OneOf(Dates),
            NumberFilter => OneOf(Numbers),
            EpochFilter => Gen.Const(epoch),
            PeriodFilter => OneOf<string>(["2025-H2", "2026-H1", "no_data"]),
            MunicipalityFilter => OneOf<string>(["10007", "19019", "no_data"]),
            YearFilter => OneOf<string>(["2013", "2017", "2019", "no_data"]),
            IdFilter id when ids[id.Table].Count > 0 => OneOf(ids[id.Table]),
            _ => Gen.Const("1"),
        };

    private async Task<List<string>> IdsAsync(string table)
    {
        await using var scope = app.Services.CreateAsyncScope();
        return
        [
            .. await scope
                .ServiceProvider.GetRequiredService<ReadSession>()
                .QueryAsync<string>($"SELECT t.id FROM {table} t ORDER BY t.id", null, CancellationToken.None),
        ];
    }

    private static Gen<T> OneOf<T>(IReadOnlyList<T> values) => Gen.Int[0, values.Count - 1].Select(i => values[i]);

    private static string TableOf(string path) => Tables.GetValueOrDefault(path, path);

    /// <summary>Two filters, or the first alone; two bounds in their order, since nothing lies between others and they are refused.</summary>
    private static string Parameters(Filter one, string value, Filter two, string other)
    {
        if (one == two)
        {
            return Parameter(one, value);
        }

        var isAbove = string.CompareOrdinal(value, other) > 0;
        var isReversed = IsLowerBoundOf(one, two) ? isAbove : IsLowerBoundOf(two, one) && !isAbove;
        return isReversed ? Parameter(one, other) + Parameter(two, value) : Parameter(one, value) + Parameter(two, other);
    }

    private static bool IsLowerBoundOf(Filter lower, Filter upper) =>
        lower.Name.EndsWith("_from", StringComparison.Ordinal) && upper.Name == $"{lower.Name[..^"from".Length]}to";

    private static string Parameter(Filter filter, string value) => $"&{filter.Name}={Uri.EscapeDataString(value)}";

    private static string Suffixed(string path, string suffix, string query) =>
        path == "search" ? $"/api/v1/search.{suffix}?q=a{query}" : $"/api/v1/{path}.{suffix}?{query.TrimStart('&')}";
}
