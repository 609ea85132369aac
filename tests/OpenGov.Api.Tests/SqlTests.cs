using Microsoft.SqlServer.TransactSql.ScriptDom;
using OpenGov.Api.Access;
using OpenGov.Api.Assessments;
using OpenGov.Api.Changes;
using OpenGov.Api.Commands;
using OpenGov.Api.Commitments;
using OpenGov.Api.Database;
using OpenGov.Api.Dialogues;
using OpenGov.Api.Lists;
using OpenGov.Api.Measures;
using OpenGov.Api.Organizations;
using OpenGov.Api.Plans;
using OpenGov.Api.Records;
using OpenGov.Api.Search;
using OpenGov.Api.Webhooks;
using OpenGov.Api.Writing;

namespace OpenGov.Api.Tests;

/// <summary>
/// Without a SQL Server at hand: every statement that ran, and what the migrations would run, is read with
/// Microsoft's own grammar, and the tables, columns and functions that it names are looked up.
/// </summary>
[Parallelizable]
public sealed class SqlTests
{
    [Test]
    public async Task Every_statement_that_the_repositories_issue_is_T_SQL_over_known_tables_and_columns()
    {
        await IssueEverythingAsync();
        var statements = OpenGovApplication.Statements.Keys.ToList();
        Assert.That(statements, Has.Count.GreaterThan(300), "the lists, filters, sorts and records have been asked");
        Assert.That(
            Faults(statements, statement => TSql.Problems(ForSqlServer(statement)).Select(problem => $"{problem}: {statement}")),
            Is.Empty
        );
    }

    /// <summary>What is kept stands while its tables do not change: a table that is not seen would be one whose changes are hidden.</summary>
    [Test]
    public async Task Of_every_statement_the_tables_that_it_reads_are_known()
    {
        await IssueEverythingAsync();
        Assert.That(
            Faults(
                OpenGovApplication.Statements.Keys.Some(),
                statement =>
                    TablesRead.Of(statement, Schema.Current).Names is { } known
                        ? TSql.Tables(ForSqlServer(statement))
                            .Where(table => !known.Contains(table))
                            .Select(table => $"{table}: {statement}")
                        : []
            ),
            Is.Empty
        );
    }

    /// <summary>There are thousands of statements, each read by itself: on all cores.</summary>
    private static List<string> Faults(IEnumerable<string> statements, Func<string, IEnumerable<string>> faults) =>
        [.. statements.AsParallel().SelectMany(faults)];

    [Test]
    public void Two_bars_are_found_where_they_join_and_not_where_they_are_text()
    {
        Assert.That(TSql.Problems("SELECT REPLACE(p.id, '|', '||') AS id FROM plans p"), Is.Empty);
        Assert.That(TSql.Problems("SELECT p.id || '''' AS id FROM plans p"), Has.Some.Contains("use CONCAT"));
    }

    private static KeptWebhook Wanting =>
        new()
        {
            Types = ["plans"],
            States = ["MX-DUR"],
            Plans = ["MX-DUR-PAL1"],
        };

    [Test]
    public void Every_statement_that_changes_data_or_reads_keys_is_T_SQL_over_known_tables_and_columns()
    {
        var statements = Schema
            .Current.Tables.Select(WriteSql.For)
            .SelectMany(of => (string[])[of.Find, of.LastVersion, of.Insert, of.Update, of.Delete, of.InsertVersion, of.Close])
            .Concat([WriteSql.HoldTurn, DataVersion.Sql, WriteSql.Advance, WriteSql.LogChange])
            .Concat([
                KeysRepository.FindSql,
                KeysRepository.ListSql,
                KeysRepository.OfIdSql,
                KeysRepository.InsertSql,
                KeysRepository.RevokeSql,
                KeysRepository.UseSql,
                AuditLog.InsertSql,
                KeptAnswers.FindSql,
                KeptAnswers.ForgetSql,
                KeptAnswers.InsertSql,
                Writer.OwnSourceSql,
                WriteStep.OrganizationSql,
                WriteStep.DoneBySql,
                WriteStep.SaidBySql("commitments", "status"),
                WriteStep.SaidBySql("milestones", "status"),
                Adoption.AdoptedSql,
                OrganizationEditing.NamesakesSql,
                Proof.OfCommitmentSql,
                Proof.OfMilestoneSql,
                Proof.OfPlanSql,
                EvidenceEditing.PlanSaidDoneSql,
                Verification.LeadsSql,
                Verification.KinSql,
                Verification.CarriedSql,
                Verification.VerifiedMilestonesSql,
                LastWord.OwnWordSql,
                Verification.ReportersSql("commitments"),
                Verification.ReportersSql("milestones"),
                Verification.ReportersSql("milestones", "commitment_id"),
                EvidenceEditing.CommitmentSql,
                EvidenceEditing.MilestoneSql,
                PlanEditing.UnansweredSql,
                ProposalEditing.PlanSql,
                SessionEditing.AgreementsSql,
                SessionEditing.AgreedBeforeSql,
                AgreementEditing.SessionSql,
                AssessmentEditing.OfCommitmentSql,
                HalfYears.ReportsSql,
                PlanDays.OfPlanSql,
                PlanDays.OfCommitmentSql,
                PlanDays.EarlierSql,
                PlanDays.DoneSql,
                Adoption.SettledSql,
                NamedFile.Sql,
                FilesCommand.NamedSql,
                WriteSql.GreatestNumber(new SqlServerDialect()),
                WriteSql.IdsBetween,
                WebhooksEndpoints.PlansSql,
                WebhooksRepository.WantedSql(Wanting, 1, 2, new SqlServerDialect()).Sql,
                WebhooksRepository.OfCallerSql,
                WebhooksRepository.AllSql,
                WebhooksRepository.DeliveriesCountSql,
                WebhooksRepository.ActiveSql,
                WebhooksRepository.FindSql,
                WebhooksRepository.InsertSql,
                WebhooksRepository.RotateSql,
                WebhooksRepository.EnableSql,
                WebhooksRepository.DisableSql,
                WebhooksRepository.DropSql,
                WebhooksRepository.AgainAllSql,
                WebhooksRepository.DeleteSql,
                WebhooksRepository.DeleteDeliveriesSql,
                WebhooksRepository.FailingSql,
                WebhooksRepository.WorkingSql,
                WebhooksRepository.AdvanceSql,
                WebhooksRepository.QueueSql,
                WebhooksRepository.LeaseSql,
                WebhooksRepository.EndSql,
                WebhooksRepository.AgainSql,
                WebhooksRepository.ForgetSql,
                WebhooksRepository.ChangesSql(new SqlServerDialect()),
                WebhooksRepository.DueSql(new SqlServerDialect()),
                WebhooksRepository.DeliveriesSql(new SqlServerDialect()),
                WriteSql.InsertWords(3),
                WriteSql.DeleteWord,
            ])
            .Concat(
                Schema.Current.Tables.SelectMany(table =>
                    (string[])
                        [
                            WriteSql.Last(table, table.Fields, new SqlServerDialect()),
                            WriteSql.UpdatedAt(table),
                            WriteSql.IdInAnyCase(table),
                            RecordedRepository.Sql(table),
                        ]
                )
            )
            .ToList();
        Assert.That(statements, Has.Count.EqualTo((Schema.Current.Tables.Count * 11) + 79));
        Assert.Multiple(() =>
        {
            foreach (var statement in statements)
            {
                Assert.That(TSql.Problems(statement), Is.Empty, statement);
            }
        });
    }

    [Test]
    public void Every_question_about_other_records_is_T_SQL_over_known_tables_and_columns()
    {
        var dialect = new SqlServerDialect();
        var named = Schema
            .Current.Tables.SelectMany(
                table => table.Fields.Where(field => field.References is not null),
                (table, field) => (Table: table, Field: field)
            )
            .ToList();
        var statements = named
            .SelectMany(of =>
                (string[])
                    [
                        NeighbourSql.Among(of.Field.References!, 3),
                        NeighbourSql.NamedBy(of.Table, of.Field),
                        NeighbourSql.Before(of.Field.References!, dialect),
                        NeighbourSql.After(of.Field.References!, dialect),
                    ]
            )
            .Concat(Schema.Current.Tables.SelectMany(table => table.UniqueKeys, (table, key) => NeighbourSql.Twice(table, key, dialect)))
            .Concat(
                Schema
                    .Current.Tables.Where(table => Ancestry.FieldsOf(table).Count > 0)
                    .Select(table => NeighbourSql.Named(table, Ancestry.FieldsOf(table)))
            )
            .Concat(Schema.Current.Tables.Select(TouchSql.For).SelectMany(of => (string[])[of.Move, of.Close, of.Keep]))
            .Concat(Showing.All.Select(TouchSql.Value))
            .Concat(Showing.All.Select(showing => showing.Ids).OfType<string>())
            .Concat(Schema.Current.Tables.Select(WriteSql.Ids))
            .Distinct()
            .ToList();
        Assert.That(statements, Has.Count.GreaterThan(Schema.Current.Tables.Count * 6));
        Assert.Multiple(() =>
        {
            foreach (var statement in statements)
            {
                Assert.That(TSql.Problems(statement), Is.Empty, statement);
            }
        });
    }

    [TestCase(SqlServerDialect.Lock)]
    [TestCase(SqlServerDialect.HasSnapshots)]
    [TestCase(SqlServerDialect.AllowSnapshots)]
    [TestCase(Migrator.LastMigration)]
    [TestCaseSource(nameof(HasVersions))]
    public void What_only_the_start_of_a_node_runs_on_SQL_Server_is_T_SQL(string statement)
    {
        Assert.That(TSql.Parse(statement, out var errors), Is.Not.Null);
        Assert.That(errors, Is.Empty);
    }

    private static IEnumerable<string> HasVersions =>
        [new SqlServerDialect().HasVersions, WordIndex.EmptySql(Schema.Current), WordIndex.UnknownSql(Schema.Current["plans"])];

    [TestCase("UPDATE plans SET colour = @colour WHERE id = @id", "colour")]
    [TestCase("INSERT INTO plans (id, colour) VALUES (@id, @colour)", "colour")]
    [TestCase("INSERT OR REPLACE INTO plans (id) VALUES (@id)", "")]
    [TestCase("INSERT INTO plans (id) VALUES (@id) ON CONFLICT DO NOTHING", "")]
    [TestCase("SELECT c.id FROM commitments c ORDER BY c.id LIMIT @Take", "")]
    [TestCase("SELECT c.colour FROM commitments c", "colour")]
    [TestCase("SELECT x.id FROM nowhere x", "nowhere")]
    [TestCase("SELECT AVG(m.progress_percent) AS mean FROM milestones m", "AVG")]
    [TestCase("SELECT ROUND(v.value, 2) AS value FROM metric_values v", "ROUND")]
    [TestCase("SELECT strftime('%Y', c.due_date) FROM commitments c", "strftime")]
    [TestCase("SELECT c.title_es || c.title_en FROM commitments c", "CONCAT")]
    [TestCase("WITH RECURSIVE t AS (SELECT c.id FROM commitments c) SELECT t.id FROM t", "")]
    [TestCase("SELECT COUNT(*) FILTER (WHERE c.status IS NULL) FROM commitments c", "")]
    [TestCase("SELECT c.title_es + c.title_en FROM commitments c", "+")]
    public void The_check_finds_what_only_SQLite_knows_and_what_does_not_exist(string statement, string named)
    {
        var problems = TSql.Problems(statement).ToList();
        Assert.That(problems, Is.Not.Empty);
        Assert.That(string.Join('\n', problems), Does.Contain(named));
    }

    [Test]
    public async Task The_script_that_the_migrations_generate_for_SQL_Server_is_T_SQL_and_makes_the_tables_of_the_schema()
    {
        var script = await MigrationScripts.ForAsync("SqlServer");
        var fragment = TSql.Parse(script, out var errors);
        Assert.That(errors.Select(error => error.Message), Is.Empty, script);
        var created = new Created();
        fragment!.Accept(created);
        Assert.Multiple(() =>
        {
            foreach (var table in Schema.Current.Tables.Some())
            {
                Assert.That(created.Tables[table.Name].Some(), Is.EquivalentTo(table.Columns));
                Assert.That(
                    created.Tables[$"{table.Name}_versions"],
                    Is.EquivalentTo((string[])[.. table.Columns, "valid_from", "valid_to"])
                );
            }

            foreach (var (table, columns) in TSql.OwnTables)
            {
                Assert.That(created.Tables[table].Some(), Is.EquivalentTo(columns));
            }
        });
    }

    [Test]
    public void Reading_the_past_shadows_each_table_that_a_statement_names()
    {
        var shadowed = ReadSession.Shadow("SELECT c.id FROM commitments c JOIN plans p ON p.id = c.plan_id", Schema.Current);
        Assert.That(shadowed, Does.StartWith("WITH commitments AS (SELECT ").And.Contain("plans AS (SELECT ").And.Not.Contain("states AS"));
        Assert.That(TSql.Problems(shadowed), Is.Empty);
    }

    private static async Task<string[]> FirstIdAsync(OpenGovApplication app, string path) =>
        [
            .. (await app.GetAsync(AllLists.Address(path, "limit=1")))
                .GetProperty("items")
                .EnumerateArray()
                .Select(item => item.GetProperty("id").ToString())
                .PerhapsNone("some lists are empty as shipped"),
        ];

    /// <summary>Every list with every filter and sort key, every record, every count, now and on an earlier day.</summary>
    private static async Task IssueEverythingAsync()
    {
        await using var app = await OpenGovApplication.StartAsync();
        foreach (var (path, list) in AllLists.Lists)
        {
            foreach (var key in list.Sorts.Some())
            {
                foreach (var direction in (string[])["", "-"])
                {
                    var first = await app.GetAsync(AllLists.Address(path, $"sort={direction}{key.Name}&limit=1"));
                    if (first.GetProperty("next").GetString() is { } next)
                    {
                        await app.GetAsync(next);
                    }
                }
            }

            foreach (var filter in list.Filters.Where(filter => filter.Name != "q" || path != "search").Some())
            {
                string[] values = filter.Codes is { } codes
                    ? [.. codes.Take(2), .. codes.TakeLast(1)]
                    : filter switch
                    {
                        TextFilter => ["agua \"obra publica\" tran"],
                        DateFilter or ExistsSinceFilter or SixMonthsFilter or SinceFilter => ["2019-01-01"],
                        MunicipalityFilter => ["10005"],
                        PeriodFilter => ["2026-H1"],
                        EpochFilter => [$"{(await app.GetAsync("changes?limit=1")).GetProperty("epoch")}"],
                        NumberFilter or YearFilter => ["2017"],
                        RelatedFilter { Table: "secretariats" } => ["MX-DUR-STL"],
                        RelatedFilter { Table: "plans" } => ["MX-NAP4"],
                        RelatedFilter => ["MX-DUR"],
                        IdFilter { TakesNoData: false } => await FirstIdAsync(app, path),
                        IdFilter => ["no_data"],
                        _ => ["1"],
                    };
                foreach (var value in values.PerhapsNone("a list without a record takes no id"))
                {
                    await app.GetAsync(AllLists.Address(path, $"{filter.Name}={Uri.EscapeDataString(value)}&limit=1"));
                }
            }

            await app.Client.GetStringAsync(path == "search" ? "/api/v1/search.csv?q=a" : $"/api/v1/{path}.csv");
        }

        foreach (var keys in (string[])["level,state", "plan,status", "completion,early_results", "policy_area,sdg", "ogp_value,sector"])
        {
            await app.GetAsync($"stats/commitments?group_by={keys}");
        }

        foreach (var measure in MeasureCatalogue.All.Some())
        {
            foreach (var by in (string[])["", .. measure.GroupedBy.Select(key => $"?by={key}")])
            {
                await app.GetAsync($"measures/{measure.Key}/values{by}");
            }
        }

        // Pages ask what no address of the API does: whose data a figure shows, what is noted of a stated number.
        foreach (var page in (string[])["/", "/states", "/plans/MX-NAP4", "/practices", "/timeline", "/metrics", "/search?q=agua"])
        {
            await app.Client.GetStringAsync(page);
        }

        var records = (string[])
            [
                "states/MX-DUR",
                "plans/MX-NAP4",
                "plans/MX-DUR-PAL1/health",
                "plans/MX-NAP4/health",
                "commitments/MX-NAP4-C10",
                "commitments/MX-DUR-PAL1-C2/history",
                "commitments/MX-DUR-PAL1-C2/life",
                "secretariats/MX-DUR",
                "organizations/inai",
                "metrics/2019",
                "stats/summary",
                "changes/5",
                "practices/P-DUR-BRICK-KILNS",
            ];
        foreach (var record in records)
        {
            await app.GetAsync(record);
        }

        await app.GetProblemAsync("commitments/none", System.Net.HttpStatusCode.NotFound);
        await app.GetProblemAsync("commitments?plan=none", System.Net.HttpStatusCode.BadRequest);
        await app.Client.GetByteArrayAsync("/data/opengov.zip");
        app.Clock.Now = app.Clock.Now.AddDays(1);
        await app.SaveCommitmentAsync("MX-DUR-PAL1-C2", ("status", "in_progress"));
        foreach (
            var record in (string[])
                [.. records, .. AllLists.Lists.Select(list => AllLists.Address(list.Path)).Select(address => address.TrimEnd('?'))]
        )
        {
            await app.GetAsync($"{record}{(record.Contains('?') ? '&' : '?')}as_of=2026-11-24");
        }
    }

    /// <summary>The statement as the SQL Server dialect would have it.</summary>
    private static string ForSqlServer(string statement) =>
        statement
            .Replace(new SqliteDialect().Take, new SqlServerDialect().Take, StringComparison.Ordinal)
            .Replace(
                SearchFilter.FirstLooked(new SqliteDialect()),
                SearchFilter.FirstLooked(new SqlServerDialect()),
                StringComparison.Ordinal
            )
            .Replace(new SqliteDialect().First, new SqlServerDialect().First, StringComparison.Ordinal)
            .Replace(OnSqlite.SixMonthsBefore, OnSqlServer.SixMonthsBefore, StringComparison.Ordinal)
            .Replace(OnSqlite.YearBefore, OnSqlServer.YearBefore, StringComparison.Ordinal)
            .Replace(OnSqlite.Day, OnSqlServer.Day, StringComparison.Ordinal);

    private static readonly HealthDays OnSqlite = HealthDays.For(new SqliteDialect());

    private static readonly HealthDays OnSqlServer = HealthDays.For(new SqlServerDialect());

    /// <summary>Collects the tables that a script makes.</summary>
    private sealed class Created : TSqlFragmentVisitor
    {
        public Dictionary<string, List<string>> Tables { get; } = [];

        public override void Visit(CreateTableStatement node) =>
            Tables[node.SchemaObjectName.BaseIdentifier.Value] = [
                .. node.Definition.ColumnDefinitions.Select(column => column.ColumnIdentifier.Value),
            ];

        public override void Visit(AlterTableDropTableElementStatement node) =>
            Tables[node.SchemaObjectName.BaseIdentifier.Value]
                .RemoveAll(name => node.AlterTableDropTableElements.Any(element => element.Name.Value == name));

        public override void Visit(AlterTableAddTableElementStatement node) =>
            Tables[node.SchemaObjectName.BaseIdentifier.Value]
                .AddRange(node.Definition.ColumnDefinitions.Select(column => column.ColumnIdentifier.Value));
    }
}
