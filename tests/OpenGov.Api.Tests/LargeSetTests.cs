using System.Text.RegularExpressions;
using Dapper;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using OpenGov.Api.Commitments;
using OpenGov.Api.Database;
using OpenGov.Api.Lists;
using OpenGov.Api.Search;

namespace OpenGov.Api.Tests;

/// <summary>What makes a hundred thousand commitments quick answers as it does without.</summary>
[Parallelizable]
public sealed partial class LargeSetTests
{
    private OpenGovApplication app;

    [OneTimeSetUp]
    public async Task StartAsync() => app = await OpenGovApplication.StartAsync();

    [OneTimeTearDown]
    public async Task StopAsync() => await app.DisposeAsync();

    /// <summary>A filter or key of commitments whose column the index has not would have each row read: ten times as much.</summary>
    [Test]
    public async Task Commitments_are_counted_by_their_index_alone()
    {
        foreach (
            var filter in CommitmentsRepository
                .Sql.Filters.Where(one => !CommitmentsRepository.Sql.Counted!.Unless.Contains(one.Name))
                .Some()
        )
        {
            var value = filter switch
            {
                { Codes: { } codes } => codes[0],
                DateFilter or ExistsSinceFilter or SixMonthsFilter or SinceFilter => "2019-01-01",
                MunicipalityFilter => "10005",
                YearFilter => "2017",
                IdFilter { Table: "states" } => "MX-DUR",
                IdFilter { Table: "plans" } => "MX-NAP4",
                _ => "inai",
            };
            await app.GetAsync($"commitments?{filter.Name}={value}&limit=1");
            await app.GetAsync($"measures/finished/values?by=state&{filter.Name}={value}");
        }

        var keys = CommitmentsRepository.Sql.Keys.Keys.ToList();
        foreach (var five in keys.Chunk(5).Some())
        {
            await app.GetAsync($"commitments?facets={string.Join(',', five)}&limit=1");
        }

        foreach (var pair in (string[])["status", "state,status", "status,state", "plan,status", "level,year", "policy_area", "sector,sdg"])
        {
            await app.GetAsync($"stats/commitments?group_by={pair}");
        }

        await using var connection = await app.Services.GetRequiredService<DataStore>().OpenAsync(default);
        var counted = OpenGovApplication.Statements.Keys.Where(sql => sql.Contains(CommitmentsRepository.Sql.Counted!.From)).ToList();
        Assert.That(counted, Has.Count.GreaterThan(2 * CommitmentsRepository.Sql.Filters.Count));
        Assert.Multiple(() =>
        {
            foreach (var sql in counted)
            {
                Assert.That(
                    PlanOf(connection, sql).Where(step => Commitments().IsMatch(step)),
                    Is.Not.Empty.And.All.Contains("USING COVERING INDEX ix_commitments_counted"),
                    sql
                );
            }
        });
    }

    [TestCase("state=MX-DUR&status=completed")]
    [TestCase("plan=MX-NAP4")]
    public async Task A_list_of_a_state_and_a_status_reads_no_row_of_another(string filters)
    {
        await app.GetAsync($"commitments?{filters}&limit=7");
        await using var connection = await app.Services.GetRequiredService<DataStore>().OpenAsync(default);
        var pages = OpenGovApplication.Statements.Keys.Where(sql =>
            sql.StartsWith(CommitmentsRepository.Sql.Select[..40], StringComparison.Ordinal)
            && sql.Contains(
                filters[0] == 'p' ? "WHERE (c.plan_id IN (@p0))\nORDER" : "WHERE (p.state_id IN (@p0))\n  AND (c.status IN (@p1))\nORDER"
            )
        );
        foreach (var sql in pages.Some())
        {
            Assert.That(PlanOf(connection, sql), Has.Some.StartsWith("SEARCH c USING INDEX ix_commitments_counted (plan_id=?"), sql);
        }
    }

    /// <summary>What a migration of a large database does: SQLite said that the disk is full.</summary>
    [Test]
    public async Task A_statement_that_changes_many_pages_within_a_transaction_can_be_given_up()
    {
        var file = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.db");
        await using (var connection = new SqliteConnection($"Data Source={file};Pooling=False"))
        {
            await connection.OpenAsync();
            await connection.ExecuteAsync(
                """
                CREATE TABLE texts (id INTEGER PRIMARY KEY, text TEXT);
                WITH RECURSIVE n (id) AS (SELECT 1 UNION ALL SELECT id + 1 FROM n WHERE id < 6000)
                INSERT INTO texts SELECT id, hex(zeroblob(1000)) FROM n;
                BEGIN;
                UPDATE texts SET text = 'kept' WHERE id = 1;
                SAVEPOINT part;
                UPDATE texts SET text = hex(zeroblob(999));
                ROLLBACK TO part;
                COMMIT
                """
            );
            Assert.That(await connection.ExecuteScalarAsync<int>("SELECT COUNT(*) FROM texts WHERE text <> 'kept'"), Is.EqualTo(5999));
        }

        File.Delete(file);
    }

    /// <summary>The first page of a broad search is looked for before all that is found is ranked.</summary>
    [Test]
    public async Task A_broad_search_answers_as_a_narrow_one_does()
    {
        var addresses = (
            from q in (string[])
                [
                    "agua",
                    "datos",
                    "gobierno abierto",
                    "transparencia",
                    "\"gobierno abierto\"",
                    "agua -salud",
                    "informaci",
                    "compromiso",
                    "de",
                    "nap4",
                ]
            from filter in (string[])["", "&kind=commitments", "&kind=plans,states", "&kind=!commitments", "&state=MX-DUR"]
            from limit in (int[])[1, 3, 50]
            select $"search?q={Uri.EscapeDataString(q)}{filter}&limit={limit}"
        ).ToList();
        var narrow = await AnswersAsync(app, addresses);
        var before = SearchRepository.Broad;
        try
        {
            SearchRepository.Broad = 0;
            await using var node = await app.StartAnotherNodeAsync();
            Assert.That(await AnswersAsync(node, addresses), Is.EqualTo(narrow));
        }
        finally
        {
            SearchRepository.Broad = before;
        }

        Assert.That(OpenGovApplication.Statements.Keys, Has.Some.Contains("LIMIT @Looked"), "it has been tried");
    }

    private static async Task<List<string>> AnswersAsync(OpenGovApplication node, IEnumerable<string> addresses)
    {
        var answers = new List<string>();
        foreach (var address in addresses.Some())
        {
            var answer = (await node.GetAsync(address)).GetRawText();
            answers.Add($"{address}\n{answer.Replace(node.Address.Authority, "host", StringComparison.Ordinal)}");
        }

        return answers;
    }

    private static List<string> PlanOf(System.Data.Common.DbConnection connection, string sql)
    {
        var parameters = new DynamicParameters();
        foreach (Match name in Parameters().Matches(sql))
        {
            parameters.Add(name.Groups[1].Value, "1");
        }

        return [.. connection.Query($"EXPLAIN QUERY PLAN {sql}", parameters).Select(step => (string)step.detail)];
    }

    [GeneratedRegex(@"@(\w+)")]
    private static partial Regex Parameters();

    /// <summary>A step that reads commitments.</summary>
    [GeneratedRegex("^(SCAN|SEARCH) c( |$)")]
    private static partial Regex Commitments();
}
