using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace OpenGov.Api.Tests.Embedding;

/// <summary>What a page without scripts says is no more, no less and no surer than what is on record.</summary>
[Parallelizable]
public sealed partial class TruthTests
{
    private OpenGovApplication app;

    [OneTimeSetUp]
    public async Task StartAsync() => app = await OpenGovApplication.StartAsync();

    [OneTimeTearDown]
    public async Task StopAsync() => await app.DisposeAsync();

    [Test]
    public async Task An_event_has_its_own_level_and_one_of_no_state_is_not_national_for_that([Values("es", "en")] string language)
    {
        var html = await ServedTextAsync($"/timeline?lang={language}");
        var labels = (await app.AllAsync("terms?vocabulary=level&limit=500")).ToDictionary(
            term => term.GetProperty("code").GetString()!,
            term => term.GetProperty($"label_{language}").GetString()!
        );
        var events = (await app.AllAsync("timeline?limit=500")).Some().ToList();
        Assert.That(events, Has.Some.Matches<JsonElement>(IsLocalOfNoState));
        foreach (var one in events)
        {
            var row = Row().Matches(html).Single(match => match.Value.Contains($"id=\"{one.GetProperty("id").GetString()}\"")).Value;
            var cells = Regex.Matches(row, "<td.*?</td>", RegexOptions.Singleline).Select(cell => Tag().Replace(cell.Value, "").Trim());
            Assert.That(cells.First(), Is.EqualTo(labels[one.GetProperty("level").GetString()!]), one.GetProperty("id").GetString());
        }

        static bool IsLocalOfNoState(JsonElement one) =>
            one.GetProperty("level").GetString() == "local" && one.GetProperty("state_id").ValueKind == JsonValueKind.Null;
    }

    [Test]
    public async Task A_link_to_an_event_leads_to_it_without_scripts()
    {
        var home = await ServedTextAsync("/");
        var timeline = await ServedTextAsync("/timeline");
        foreach (var anchor in Regex.Matches(home, "/timeline#([^\"]+)\"").Select(match => match.Groups[1].Value).Some())
        {
            Assert.That(timeline, Does.Contain($"id=\"{anchor}\""));
        }
    }

    [Test]
    public async Task A_disputed_value_is_said_to_be_disputed_and_not_to_be_missing()
    {
        foreach (var value in (await app.AllAsync("metrics/values?confidence=disputed&limit=500")).Some())
        {
            var state = value.GetProperty("state_id").GetString();
            var html = await ServedTextAsync($"/states/{state}");
            Assert.That(html, Does.Contain(">En disputa<"), state);
            Assert.That(html, Does.Contain(value.GetProperty("note_es").GetString()!), state);
        }
    }

    [Test]
    public async Task What_is_inferred_of_a_plan_or_of_what_was_said_is_marked()
    {
        foreach (
            var plan in (await app.AllAsync("plans?limit=500")).Where(plan => Names(plan, "inferred_fields").Contains("start_date")).Some()
        )
        {
            var id = plan.GetProperty("id").GetString();
            Assert.That(await ServedTextAsync($"/plans/{id}"), Does.Contain("Inicio: ").And.Contain(" (inferido)"), id);
        }

        foreach (
            var said in (await app.AllAsync("assessments?about=commitment&confidence=inferred&limit=500")).PerhapsNone(
                "all that voices say may be documented"
            )
        )
        {
            var id = said.GetProperty("commitment_id").GetString();
            Assert.That(await ServedTextAsync($"/commitments/{id}"), Does.Contain("(inferido)"), id);
        }

        static IEnumerable<string?> Names(JsonElement record, string field) =>
            record.GetProperty(field).EnumerateArray().Select(name => name.GetString());
    }

    [Test]
    public async Task Of_a_state_without_commitments_no_page_says_that_there_are_none()
    {
        var none = (await app.AllAsync("states?limit=500"))
            .Where(state => state.GetProperty("commitments_documented").GetInt32() == 0)
            .Select(state => (Id: state.GetProperty("id").GetString()!, Name: state.GetProperty("name_es").GetString()!))
            .Some()
            .ToList();
        var states = await ServedTextAsync("/states");
        foreach (var (id, name) in none)
        {
            var own = Tag().Replace(await ServedTextAsync($"/states/{id}"), " ");
            Assert.That(
                own,
                Does.Match("Compromisos documentados\\s+Sin registro aquí").And.Contain("Compromisos: sin registro aquí."),
                id
            );
            var row = Row().Matches(states).Single(match => match.Value.Contains($"/states/{id}\"")).Value;
            Assert.That(
                Regex
                    .Matches(row, "<td.*?</td>", RegexOptions.Singleline)
                    .Select(cell => Tag().Replace(cell.Value, "").Trim())
                    .ElementAt(4),
                Is.EqualTo("Sin registro aquí"),
                name
            );
            var compared = await ServedTextAsync($"/compare?states={id},MX-DUR");
            var tables = Regex.Matches(compared, "data-cited=\"[a-z_]+\".*?</table>", RegexOptions.Singleline).Some().ToList();
            Assert.That(tables.Select(table => table.Value), Is.All.Contains($"/states/{id}\""), "no row is left out");
        }
    }

    [Test]
    public async Task How_far_a_state_came_rests_on_the_sources_of_the_records_that_make_it_so()
    {
        foreach (var state in (await app.AllAsync("states?limit=500")).Some())
        {
            var id = state.GetProperty("id").GetString();
            var records = state.GetProperty("stage_record_ids").EnumerateArray().Select(each => each.GetString()!).ToList();
            var sources = state.GetProperty("stage_sources").EnumerateArray().ToList();
            Assert.That(sources, Is.Not.Empty, id);
            Assert.That(sources.Select(source => source.GetProperty("kind").GetString()), Has.None.EqualTo("reference"), id);
            var list = state.GetProperty("stage").GetString() switch
            {
                "results" or "commitments" => "commitments",
                "plan" => "plans",
                _ => null,
            };
            foreach (var record in (list is null ? [] : records).PerhapsNone("its own record says how far it came"))
            {
                var cited = (await app.GetAsync($"{list}/{record}"))
                    .GetProperty("sources")
                    .EnumerateArray()
                    .Where(each => each.GetProperty("kind").GetString() != "reference")
                    .Select(each => each.GetProperty("id").GetString());
                Assert.That(cited.Some(), Is.SubsetOf(sources.Select(source => source.GetProperty("id").GetString())), record);
            }
        }

        var furthest = (await app.AllAsync("states?stage=results&limit=500")).Some();
        foreach (var state in furthest)
        {
            var id = state.GetProperty("id").GetString();
            var by =
                $"Resultados, por {state.GetProperty("stage_record_ids").GetArrayLength()} de {state.GetProperty("commitments_documented")} compromisos";
            foreach (
                var address in (string[])["/", "/states", $"/states/{id}", $"/compare?states={id},MX-DUR", "/embed/v1/map/state_stage"]
            )
            {
                Assert.That(await ServedTextAsync(address), Does.Contain(by), address);
            }

            foreach (var source in state.GetProperty("stage_sources").EnumerateArray().Some())
            {
                Assert.That(await ServedTextAsync($"/states/{id}"), Does.Contain(source.GetProperty("title_es").GetString()!), id);
            }
        }
    }

    [Test]
    public async Task Where_a_plan_states_more_than_is_documented_its_figures_say_how_many()
    {
        var stated = (await app.GetAsync("measures/commitments_stated/values?by=plan"))
            .GetProperty("items")
            .EnumerateArray()
            .Where(row => row.GetProperty("value").ValueKind == JsonValueKind.Number)
            .ToList();
        foreach (var row in stated.Some())
        {
            var plan = row.GetProperty("plan").GetString()!;
            var documented = (await app.GetAsync($"plans/{plan}")).GetProperty("commitments_documented").GetInt32();
            var says = Does.Contain($"El plan declara {row.GetProperty("value")}; documentados aquí: {documented}.");
            Assert.That(
                await ServedTextAsync($"/plans/{plan}"),
                row.GetProperty("value").GetInt32() > documented && documented > 0 ? says : Does.Not.Contain("El plan declara"),
                plan
            );
        }
    }

    [TestCase("/coverage", "¿Cómo ayudar?")]
    [TestCase("/coverage", "¿Qué hace falta encontrar, registro por registro?")]
    [TestCase("/coverage", "Los organismos empresariales|los organismos empresariales")]
    [TestCase("/states/MX-SIN", "los organismos empresariales")]
    [TestCase("/timeline", "¿Cómo creció la iniciativa local?")]
    [TestCase("/dialogue", "No consta aquí ninguna propuesta, ningún acuerdo ni ninguna sesión.")]
    [TestCase("/practices", "El resultado, según su fuente")]
    [TestCase(
        "/plans/MX-NAP4",
        "Compromiso por compromiso, aquí constan 3. No tienen que ser los mismos: cuáles cuenta la voz no consta aquí."
    )]
    public async Task A_page_has_what_it_promises_and_says_who_says_it(string address, string said) =>
        Assert.That(await ServedTextAsync(address), Does.Match(string.Join('|', said.Split('|').Select(Regex.Escape))));

    private async Task<string> ServedTextAsync(string address)
    {
        using var response = await app.SendAsync(address);
        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.OK), address);
        return WebUtility.HtmlDecode(await response.Content.ReadAsStringAsync());
    }

    [GeneratedRegex("<tr>.*?</tr>", RegexOptions.Singleline)]
    private static partial Regex Row();

    [GeneratedRegex("<[^>]+>")]
    private static partial Regex Tag();
}
