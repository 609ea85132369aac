using System.Text.RegularExpressions;
using Dapper;
using Microsoft.Extensions.DependencyInjection;
using OpenGov.Api.Database;
using OpenGov.Api.Measures;
using OpenGov.Api.Records;

namespace OpenGov.Api.Tests.Synthetic;

/// <summary>An answer stands for as long as no table changes that it was read from, and no longer.</summary>
[TestFixtureSource(typeof(TestDatabases), nameof(TestDatabases.All))]
[Parallelizable]
public sealed partial class StandingAnswersTests(string provider)
{
    private const string State = "XT-NOR";
    private const string Plan = "XT-NOR-PAL1";
    private const string Commitment = "XT-NOR-PAL1-C1";

    private OpenGovApplication app;
    private OpenGovApplication other;
    private List<string> addresses;

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        app = await SyntheticData.StartAsync(provider);
        other = await app.StartAnotherNodeAsync();
        addresses =
        [
            .. Pages,
            .. Widgets,
            .. Measured,
            "/api/v1",
            "/api/v1/stats/summary",
            "/data/datapackage.json",
            "/data/catalog.jsonld",
        ];
        foreach (var path in AllLists.Paths.Some())
        {
            addresses.Add($"/api/v1/{path}?limit=20{(path == "search" ? "&q=de" : "")}");
            foreach (var row in (await app.GetAsync(addresses[^1])).GetProperty("items").EnumerateArray().Take(2))
            {
                if (path != "search" && row.TryGetProperty("links", out var links) && links.TryGetProperty("self", out var self))
                {
                    addresses.Add(new Uri(self.GetString()!).PathAndQuery);
                }
            }
        }

        addresses = [.. addresses.Distinct()];
    }

    [OneTimeTearDown]
    public async Task StopAsync()
    {
        await other.DisposeAsync();
        await app.DisposeAsync();
    }

    private static IEnumerable<string> Pages =>
        [
            "/",
            "/states",
            $"/states/{State}",
            "/plans",
            $"/plans/{Plan}",
            "/commitments",
            $"/commitments/{Commitment}",
            "/secretariats",
            "/metrics",
            "/themes",
            "/coverage",
            "/measures",
            "/practices",
            "/dialogue",
            "/dialogue/proposals/XT-P1",
            "/organizations",
            "/organizations/xt-gob",
            "/timeline",
            "/compare",
            "/changes",
            "/search?q=de",
        ];

    private static IEnumerable<string> Widgets =>
        (
            (string[])
                [
                    $"commitment/{Commitment}",
                    $"story/{Commitment}",
                    $"plan/{Plan}",
                    $"state/{State}",
                    $"secretariat/{State}",
                    $"health/{Plan}",
                    $"sessions/{State}",
                    $"changes/{State}",
                    "map/state_stage",
                    "metric",
                    "measure/finished?by=plan",
                    $"compare/finished?states={State},XT-SUR",
                ]
        ).Select(widget => $"/embed/v1/{widget}");

    private static IEnumerable<string> Measured =>
        MeasureCatalogue
            .All.Where(measure => measure.Needs.Count == 0)
            .Select(measure => $"/api/v1/measures/{measure.Key}/values{(measure.GroupedBy is [var by, ..] ? $"?by={by}" : "")}");

    /// <summary>The region has no terms of its own; what is kept of terms is looked at in <see cref="KeptTablesTests"/>.</summary>
    private static IEnumerable<string> Tables => Schema.Current.Tables.Select(table => table.Name).Where(name => name != "terms");

    [TestCaseSource(nameof(Tables))]
    public async Task After_a_change_of_any_table_a_node_answers_as_one_that_has_kept_nothing(string name)
    {
        // Kept, then standing ready.
        for (var time = 0; time < 2; time++)
        {
            await AnswersAsync(app);
        }

        var table = Schema.Current[name];
        var id = await FirstAsync(name);
        var text = table.Fields.First(field =>
            field is { Type: "string", References: null, Vocabulary: null, Unique: false }
            && field.Name.EndsWith("_es", StringComparison.Ordinal)
        );
        await app.SaveAsync(name, id, (text.Name, $"Otro texto {name}"));
        var answers = await AnswersAsync(app);
        // To another node it is a change of whatever there is.
        await SeenAsync(other);
        var expected = await AnswersAsync(other);
        Assert.Multiple(() =>
        {
            foreach (var address in addresses.Some())
            {
                Assert.That(answers[address], Is.EqualTo(expected[address]), $"{address} after a change of {name}");
            }
        });
    }

    [Test]
    public async Task What_was_read_from_other_tables_stands_as_it_is_and_what_tells_of_all_changes_does_not()
    {
        var data = app.Services.GetRequiredService<DataVersion>();
        var before = await data.CurrentAsync(CancellationToken.None);
        var milestone = await FirstAsync("milestones");
        // A clock knows more of an instant than is kept of it.
        app.Clock.Now = app.Clock.Now.AddTicks(1234);
        await app.SaveAsync("milestones", milestone, ("title_es", "Otro hito"));
        await app.SaveAsync("milestones", milestone, ("title_es", "Y otro"));
        var after = await data.CurrentAsync(CancellationToken.None);
        Assert.Multiple(() =>
        {
            Assert.That(after, Is.Not.EqualTo(before));
            Assert.That(data.IsSame(before, after, Of("SELECT s.id FROM sources s")), "no source changed");
            Assert.That(data.IsSame(before, after, Of("SELECT m.id FROM milestones m")), Is.False, "a milestone did");
            Assert.That(
                data.IsSame(before, after, Of("SELECT c.id FROM sources s JOIN commitments c ON c.id = s.id")),
                Is.False,
                "its commitment was touched"
            );
            Assert.That(data.IsSame(before, after, Of("SELECT v.id FROM milestones_versions v")), Is.False, "and has one version more");
            Assert.That(data.IsSame(before, after, Of("SELECT c.sequence FROM changes c")), Is.False, "the log has a line more");
            Assert.That(data.IsSame(before, after, TablesRead.All), Is.False);
        });

        static TablesRead Of(string sql) => TablesRead.Of(sql, Schema.Current);
    }

    [Test]
    public async Task A_change_of_another_node_is_taken_for_one_of_all_tables()
    {
        var data = app.Services.GetRequiredService<DataVersion>();
        var before = await data.CurrentAsync(CancellationToken.None);
        var milestone = await FirstAsync("milestones");
        await other.SaveAsync("milestones", milestone, ("title_es", "El hito de otro nodo"));
        var mine = TablesRead.Of("SELECT s.id FROM sources s", Schema.Current);
        await SeenAsync(app);
        Assert.That(data.IsSame(before, await data.CurrentAsync(CancellationToken.None), mine), Is.False);

        // And where this node changes something before it has seen it.
        before = await data.CurrentAsync(CancellationToken.None);
        await other.SaveAsync("milestones", milestone, ("title_es", "Y otra vez"));
        await app.SaveAsync("milestones", milestone, ("title_es", "Y el de este"));
        Assert.That(data.IsSame(before, await data.CurrentAsync(CancellationToken.None), mine), Is.False);
    }

    /// <summary>Waits until a node knows the last change.</summary>
    private static async Task SeenAsync(OpenGovApplication node)
    {
        var last = await node
            .Services.GetRequiredService<DataStore>()
            .AskAsync(connection => connection.QuerySingleAsync<DataVersion.State>(DataVersion.Sql), CancellationToken.None);
        var data = node.Services.GetRequiredService<DataVersion>();
        await Eventually.HoldsAsync(
            async () => (await data.CurrentAsync(CancellationToken.None)).Sequence >= last.Sequence,
            "the change is seen"
        );
    }

    private async Task<string> FirstAsync(string table) =>
        (
            await app
                .Services.GetRequiredService<DataStore>()
                .AskAsync(connection => connection.QueryAsync<string>(WriteSql.Ids(Schema.Current[table])), CancellationToken.None)
        ).Some()[0];

    private async Task<Dictionary<string, string>> AnswersAsync(OpenGovApplication node)
    {
        var answers = new Dictionary<string, string>();
        foreach (var address in addresses.Some())
        {
            using var response = await node.SendAsync(address);
            var body = await response.Content.ReadAsStringAsync();
            Assert.That((int)response.StatusCode, Is.LessThan(500), $"{address} answers {body}");
            // Each node has an address of its own; a cursor names the state that its list was read in.
            answers[address] = $"{(int)response.StatusCode} {Cursor().Replace(body.Replace($"{node.Address.Port}", "port"), "")}";
        }

        return answers;
    }

    [GeneratedRegex(@"cursor=[\w%-]+")]
    private static partial Regex Cursor();
}
