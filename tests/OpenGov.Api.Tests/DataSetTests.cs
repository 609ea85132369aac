using System.Text.Json;

namespace OpenGov.Api.Tests;

[Category("Quick")]
[Parallelizable]
public sealed class DataSetTests(string provider) : ApiFixture(provider)
{
    [Test]
    public async Task All_32_states_are_there_with_their_INEGI_and_ISO_codes()
    {
        var states = await App.AllAsync("states?limit=100");
        Assert.Multiple(() =>
        {
            Assert.That(states, Has.Count.EqualTo(32));
            Assert.That(
                states.Select(state => state.GetProperty("inegi_code").GetString()),
                Is.EquivalentTo(Enumerable.Range(1, 32).Select(number => $"{number:00}"))
            );
            Assert.That(states.Select(state => state.GetProperty("id").GetString()), Is.All.Match("^MX-[A-Z]{3}$"));
            Assert.That(states.Count(state => state.GetProperty("participates").GetBoolean()), Is.EqualTo(30));
        });
    }

    [TestCase("states/10")]
    [TestCase("states/mx-dur")]
    [TestCase("states/MX-DUR")]
    public async Task Durango_is_found_by_either_code_in_any_case(string address)
    {
        var state = await App.GetAsync(address);
        Assert.That(state.GetProperty("id").GetString(), Is.EqualTo("MX-DUR"));
    }

    [TestCase("plans", 31)]
    [TestCase("plans?level=local&in_stated_total=true", 19)]
    [TestCase("commitments", 116)]
    [TestCase("commitments?level=national", 26)]
    [TestCase("commitments?level=local&in_stated_total=true&confidence=documented,inferred", 71)]
    [TestCase("secretariats", 19)]
    [TestCase("metrics", 4)]
    [TestCase("metrics/values", 326)]
    [TestCase("metrics/values?edition=2017&indicator=open_government_index&scope=state", 32)]
    [TestCase("practices", 6)]
    [TestCase("learnings", 5)]
    public async Task The_data_set_holds_what_is_known(string address, int count)
    {
        var list = await App.GetAsync(address);
        Assert.That(list.GetProperty("total").GetInt32(), Is.EqualTo(count));
    }

    [TestCase("MX-DUR-PAL1-C2")]
    [TestCase("MX-CAM-PAL1-C2")]
    [TestCase("MX-JAL-PAL1-C2")]
    [TestCase("MX-VER-PAL1-C6")]
    [TestCase("MX-OAX-PAL2-CASE")]
    [TestCase("MX-ZAC-PAL1-C5")]
    public async Task The_six_cases_tell_problem_solution_and_benefits_in_both_languages(string id)
    {
        var commitment = await App.GetAsync($"commitments/{id}");
        foreach (var part in (string[])["problem", "solution", "benefits"])
        {
            Assert.That(commitment.GetProperty($"{part}_es").GetString(), Is.Not.Null.And.Not.Empty, $"{part}_es");
            Assert.That(commitment.GetProperty($"{part}_en").GetString(), Is.Not.Null.And.Not.Empty, $"{part}_en");
            Assert.That(commitment.GetProperty($"{part}_en").GetString(), Is.Not.EqualTo(commitment.GetProperty($"{part}_es").GetString()));
        }
    }

    [TestCase("MX-CAM-PAL1-C2", 96)]
    [TestCase("MX-JAL-PAL1-C2", 41)]
    [TestCase("MX-VER-PAL1-C6", 1878)]
    public async Task The_figures_of_the_cases_are_observed_values_of_what_was_made(string id, int value)
    {
        var commitment = await App.GetAsync($"commitments/{id}");
        var observed = commitment
            .GetProperty("indicators")
            .EnumerateArray()
            .SelectMany(indicator => indicator.GetProperty("observations").EnumerateArray());
        Assert.That(observed.Select(observation => observation.GetProperty("value").GetDecimal()), Does.Contain(value));
        Assert.That(commitment.GetProperty("indicators")[0].GetProperty("kind").GetString(), Is.EqualTo("output"));
    }

    [Test]
    public async Task A_published_value_stands_beside_the_one_recomputed_from_its_parts()
    {
        var list = await App.GetAsync("metrics/values?edition=2019&indicator=participation&scope=national");
        var value = list.GetProperty("items")[0];
        Assert.Multiple(() =>
        {
            Assert.That(value.GetProperty("published_value").GetDecimal(), Is.EqualTo(0.41m));
            Assert.That(value.GetProperty("recomputed_value").GetDecimal(), Is.EqualTo(0.385m));
        });
    }

    [TestCaseSource(nameof(ListsOfRecords))]
    public async Task Every_record_cites_a_source_and_says_how_sure_it_is(string list)
    {
        var records = await App.AllAsync($"{list}?limit=500");
        Assert.That(
            records,
            list.StartsWith("dialogues/", StringComparison.Ordinal) ? Is.Empty : Is.Not.Empty,
            "none of a dialogue is known"
        );
        foreach (var record in records)
        {
            var id = record.GetProperty("id").GetString();
            Assert.That(
                record.GetProperty("sources").GetArrayLength(),
                Is.EqualTo(record.GetProperty("source_ids").GetArrayLength()).And.GreaterThan(0),
                id
            );
            Assert.That(record.GetProperty("confidence").GetString(), Is.AnyOf("documented", "presentation", "inferred", "disputed"), id);
            if (record.GetProperty("confidence").GetString() is "inferred" or "disputed")
            {
                Assert.That(
                    record.GetProperty("note_es").GetString(),
                    Is.Not.Null.And.Not.Empty,
                    $"{id}: what was inferred says from what"
                );
                Assert.That(
                    record.GetProperty("note_en").GetString(),
                    Is.Not.Null.And.Not.Empty,
                    $"{id}: what was inferred says from what"
                );
            }
        }
    }

    private static IEnumerable<string> ListsOfRecords =>
        AllLists.OfRecords.Where(list => list.Table != "sources").Select(list => list.Path);

    [Test]
    public async Task A_commitment_coded_as_complete_has_public_evidence()
    {
        foreach (
            var commitment in (
                (JsonElement[])
                    [
                        .. await App.AllAsync("commitments?completion=substantial,complete"),
                        .. await App.AllAsync("commitments?status=completed,verified"),
                    ]
            ).Some()
        )
        {
            var detail = await App.GetAsync($"commitments/{commitment.GetProperty("id").GetString()}");
            Assert.That(detail.GetProperty("evidence").GetArrayLength(), Is.GreaterThan(0), detail.GetProperty("id").GetString());
        }
    }

    [Test]
    public async Task What_is_unknown_is_null_and_the_property_is_there()
    {
        var properties = (await App.GetAsync("commitments?limit=500"))
            .GetProperty("items")
            .EnumerateArray()
            .Select(commitment => string.Join(',', commitment.EnumerateObject().Select(property => property.Name)))
            .Distinct()
            .ToList();
        Assert.That(properties, Has.Count.EqualTo(1), "Every commitment has the same properties.");
        var plan = await App.GetAsync("plans/MX-COA-PAL1");
        Assert.That(plan.GetProperty("start_date").ValueKind, Is.EqualTo(JsonValueKind.Null));
    }
}
