using System.Net;
using System.Text.Json;

namespace OpenGov.Api.Tests.Synthetic;

/// <summary>What the addresses of the synthetic region show beyond figures: what hangs on a record, in its order, and texts.</summary>
[TestFixtureSource(typeof(TestDatabases), nameof(TestDatabases.All))]
[Parallelizable]
public sealed class SyntheticDetailTests(string provider)
{
    private OpenGovApplication app;

    private static IEnumerable<TestCaseData> Addresses =>
        SyntheticData.Expected("details").EnumerateObject().Select(one => new TestCaseData(one.Name));

    [OneTimeSetUp]
    public async Task StartAsync() => app = await SyntheticData.StartAsync(provider);

    [OneTimeTearDown]
    public async Task StopAsync()
    {
        if (app is not null)
        {
            await app.DisposeAsync();
        }
    }

    [TestCaseSource(nameof(Addresses))]
    public async Task An_address_shows_what_was_written_down_in_its_order(string address)
    {
        var answer = await app.GetAsync(address);
        foreach (var path in SyntheticData.Expected("details").GetProperty(address).EnumerateObject().Some())
        {
            Assert.That(
                At([answer], path.Name.Split('.')).PerhapsNone("an empty list is written down as one").Select(SyntheticData.Plain),
                Is.EqualTo(path.Value.EnumerateArray().Select(SyntheticData.Plain)),
                path.Name
            );
        }

        static IEnumerable<JsonElement> At(IEnumerable<JsonElement> values, string[] path)
        {
            var every = values.SelectMany(value =>
                value.ValueKind == JsonValueKind.Array ? [.. value.EnumerateArray()] : (JsonElement[])[value]
            );
            return path.Length == 0 ? every : At(every.Select(value => value.GetProperty(path[0])), path[1..]);
        }
    }

    [Test]
    public async Task A_step_of_a_life_is_reached_when_its_rows_are_there_and_leads_to_them()
    {
        var isReached = new List<bool>();
        foreach (var commitment in (await app.AllAsync("commitments?limit=500&fields=id")).Some())
        {
            var life = await app.GetAsync($"commitments/{commitment.GetProperty("id").GetString()}/life");
            foreach (var step in life.GetProperty("steps").EnumerateArray().Some())
            {
                var count = step.GetProperty("count").GetInt32();
                var rows = await app.GetAsync($"{step.GetProperty("rows_url").GetString()}&limit=1");
                Assert.That(rows.GetProperty("total").GetInt32(), Is.EqualTo(count), $"{step}");
                Assert.That(step.GetProperty("reached").ValueKind == JsonValueKind.True, Is.EqualTo(count > 0), $"{step}");
                isReached.Add(count > 0);
            }
        }

        Assert.That(isReached, Has.Some.True.And.Some.False);
    }

    [TestCase("plans/XT-NOR-PAL9", "XT-NOR-PAL9")]
    [TestCase("plans/XT-NOR-PAL9/health", "XT-NOR-PAL9")]
    [TestCase("commitments/XT-NOR-PAL1-C99", "XT-NOR-PAL1-C99")]
    [TestCase("commitments/XT-NOR-PAL1-C99/history", "XT-NOR-PAL1-C99")]
    public async Task What_is_not_there_is_named_in_the_refusal(string address, string id)
    {
        var problem = await app.GetProblemAsync(address, HttpStatusCode.NotFound);
        Assert.That(problem.GetProperty("detail").GetString(), Does.Contain(id));
    }

    [TestCase(null, "agreements_fulfilled")]
    [TestCase(1, "dialogue_space_active", "public_rules", "civil_society_members")]
    [TestCase(2, "evidence_recent", "indicator_and_evidence")]
    [TestCase(4, "proposals_answered")]
    [TestCase(5, "results_meetings")]
    public async Task A_check_of_health_asks_and_explains_in_both_languages_and_names_its_standard(int? standard, params string[] codes)
    {
        var checks = (await app.GetAsync("plans/XT-NOR-PAL1/health")).GetProperty("checks").EnumerateArray().ToList();
        var found = checks.Where(check => Equals(SyntheticData.Plain(check.GetProperty("standard")), (decimal?)standard)).ToList();
        Assert.That(found.Some().Select(check => check.GetProperty("code").GetString()), Is.EqualTo(codes));
        foreach (var check in found.Some())
        {
            Assert.That(check.GetProperty("question_es").GetString(), Does.StartWith("¿").And.EndsWith("?"));
            Assert.That(check.GetProperty("question_en").GetString(), Does.Match("^[A-Z].*[?]$"));
            Assert.That(check.GetProperty("rule_es").GetString(), Does.Match("^[A-Z].*[.]$"));
            Assert.That(check.GetProperty("rule_en").GetString(), Does.Match("^[A-Z].*[.]$"));
        }
    }

    /// <summary>The milestones are in datasets/test: of one of the two of C4 nothing is known, of both of C3 something, and C5 has one not begun.</summary>
    [TestCase("XT-SUR-PAL1-C4", "30%. Mean of the milestones whose progress is on record (1 of 2).")]
    [TestCase("XT-SUR-PAL1-C3", "35%")]
    [TestCase("XT-SUR-PAL1-C5", "50%")]
    [TestCase("XT-SUR-PAL1-C6", "100%")]
    public async Task A_progress_of_some_milestones_says_of_how_many(string commitment, string said)
    {
        var html = await app.Client.GetStringAsync($"/embed/v1/commitment/{commitment}?lang=en");
        Assert.That(html, Does.Match($">{System.Text.RegularExpressions.Regex.Escape(said)}<"));
    }
}
