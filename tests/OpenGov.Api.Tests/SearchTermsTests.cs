using System.Net;
using Microsoft.Extensions.DependencyInjection;
using OpenGov.Api.Database;
using OpenGov.Api.Records;
using OpenGov.Api.Tests.Oracles;
using OpenGov.Api.Tests.Synthetic;

namespace OpenGov.Api.Tests;

/// <summary>Who searches by a word of a vocabulary, in either language, finds what has the code, whatever its texts say.</summary>
[TestFixtureSource(typeof(TestDatabases), nameof(TestDatabases.All))]
[Parallelizable]
public sealed class SearchTermsTests(string provider)
{
    /// <summary>Vocabularies whose codes say how a row is known, or stand in tables that nobody searches.</summary>
    private static readonly string[] NotSearched =
    [
        "aspect",
        "assessed",
        "confidence",
        "indicator_kind",
        "municipality",
        "precision",
        "source_kind",
        "stall_reason",
        "state_stage",
        "stated_qualifier",
        "title_origin",
        "voice",
    ];

    /// <summary>Codes, each with words by which people look for what has it.</summary>
    private static readonly (string Tag, string Words)[] EverydayWords =
    [
        ("policy_area.access_to_justice", "juicio tribunal sentencias court trials ruling"),
        ("policy_area.citizenship_and_immigration", "migrantes migrante refugiadas immigrants refugee"),
        ("policy_area.anti_corruption_and_integrity", "corrupto corruptos sobornos fraude mordida bribe bribes fraud"),
        ("policy_area.education", "escuela maestros maestra alumnas beca school teachers pupil scholarship"),
        ("policy_area.elections", "voto votaciones electorales vote ballots voting"),
        ("policy_area.environment_and_climate", "contaminación ambientales ecológicas pollution environmental"),
        ("policy_area.fiscal_openness", "presupuesto presupuestarias gastos budgets spending"),
        ("policy_area.gender", "mujer mujeres igualdad women woman equality"),
        ("policy_area.health_and_nutrition", "médicas medicina clínica hospitales enfermedad doctors medicine clinics disease"),
        ("policy_area.human_rights", "desaparecidos desaparecida desaparición missing disappeared"),
        ("policy_area.infrastructure_and_transport", "carretera calles tránsito bicicleta autobús road streets bicycle cycling traffic"),
        ("policy_area.labor", "empleos salario sueldo trabajadoras desempleo job wage worker salary unemployment"),
        ("policy_area.land_and_spatial_planning", "vivienda viviendas urbanismo housing zoning"),
        ("policy_area.marginalized_communities", "indígena indígenas afromexicanas indigenous"),
        ("policy_area.open_parliaments", "diputadas legislador senadores congresos lawmaker senator deputies"),
        ("policy_area.people_with_disabilities", "discapacidad discapacidades discapacitada disabled disability"),
        ("policy_area.policing_and_corrections", "policías presos cárceles prisoner jail police"),
        ("policy_area.public_procurement", "contrato licitación compra adquisición contract tender purchase procurement"),
        ("policy_area.public_service_delivery", "trámite trámites ventanilla procedure paperwork"),
        ("policy_area.security_and_public_safety", "robo homicidio delitos violencia armas crimes homicide weapon theft"),
        ("policy_area.tax", "impuesto tributarias recaudación taxes revenue"),
        ("policy_area.water_and_sanitation", "agua aguas drenajes water sewage"),
        ("policy_area.youth", "jóvenes niñez niño niñas infancia adolescente child children teenager youth"),
        ("sdg.1", "pobre pobreza poor poverty"),
        ("sdg.2", "agricultura agrícola rural hambre farm farming agriculture hunger"),
        ("sdg.12", "basura residuo residuos desecho limpieza reciclaje waste rubbish garbage trash cleanliness"),
        ("sdg.14", "pesca pesqueros mar fishing fisheries sea"),
    ];

    private OpenGovApplication app;
    private OpenGovApplication mexico;

    /// <summary>The made-up region, which has a row for each code, with the vocabularies of the product.</summary>
    [OneTimeSetUp]
    public async Task StartAsync()
    {
        app = await SyntheticData.StartAsync(provider);
        mexico = await OpenGovApplication.StartAsync(provider);
        var table = Schema.Current["terms"];
        await app.SaveTogetherAsync([
            .. ShippedTable
                .Rows("terms")
                .Select(row =>
                    (
                        "terms",
                        row["id"],
                        table
                            .Fields.Where(field => field.Name != "id" && row[field.Name].Length > 0)
                            .Select(field =>
                                (
                                    field.Name,
                                    field.Name == "source_ids" ? "T0"
                                    : field.Type == "integer" ? (object?)long.Parse(row[field.Name], null)
                                    : row[field.Name]
                                )
                            )
                            .ToArray()
                    )
                ),
        ]);
    }

    [OneTimeTearDown]
    public async Task StopAsync()
    {
        foreach (var one in new[] { app, mexico }.Where(one => one is not null).PerhapsNone("a start may fail"))
        {
            await one.DisposeAsync();
        }
    }

    [Test]
    public async Task A_search_by_the_label_or_a_synonym_of_a_term_finds_every_record_with_its_code()
    {
        var tagged = await TaggedAsync();
        foreach (var term in ShippedTable.Rows("terms").Where(row => !NotSearched.Contains(row["vocabulary"])).Some())
        {
            var tag = $"{term["vocabulary"]}.{term["code"]}";
            var wanted = tagged.Where(one => one.Tag == tag).Select(one => one.Record).ToList();
            string[] words = [term["label_es"], term["label_en"], .. term["synonyms_es"].Split('|'), .. term["synonyms_en"].Split('|')];
            foreach (var word in words.Where(word => word.Length > 0).Some())
            {
                var found = await FoundAsync(word);
                Assert.That(found, Is.SupersetOf(wanted.PerhapsNone("a code may have no record")), $"{tag}: {word}");
                Assert.That(found.Count, Is.EqualTo(found.Distinct().Count()), word);
            }
        }
    }

    [Test]
    public async Task A_record_says_by_which_of_its_codes_it_was_found()
    {
        var tagged = (await TaggedAsync()).ToLookup(one => one.Tag, one => one.Record);
        var found = await app.AllAsync("search?q=igualdad%20de%20género&limit=500");
        var with = found.Where(one => one.GetProperty("terms").EnumerateArray().Any(term => term.GetString() == "sdg.5")).Select(Record);
        Assert.That(with, Is.EquivalentTo(tagged["sdg.5"].Some()));
    }

    [Test]
    public void Every_vocabulary_is_searched_or_said_not_to_be()
    {
        var searched = Schema.Current.Tables.SelectMany(table => table.Tagged).Select(field => field.Vocabulary).Distinct();
        Assert.That(searched.Concat(NotSearched), Is.EquivalentTo(Vocabulary.Names.Some()));
    }

    [Test]
    public async Task The_label_of_a_term_finds_the_same_in_either_language()
    {
        foreach (var term in ShippedTable.Rows("terms").DistinctBy(row => (row["label_es"], row["label_en"])).Some())
        {
            // Another word behind it, if only a common one, says that the label is typed to its end.
            var (spanish, english) = (await FoundAsync($"{term["label_es"]} de"), await FoundAsync($"{term["label_en"]} de"));
            Assert.That(spanish.PerhapsNone("a term may be in no text"), Is.EquivalentTo(english), term["id"]);
        }
    }

    [TestCase("CDMX", "MX-CMX")]
    [TestCase("Edomex", "MX-MEX")]
    [TestCase("Dgo.", "MX-DUR")]
    public async Task A_state_is_found_by_what_it_is_called_for_short(string name, string id)
    {
        Assert.That(await IdsAsync(mexico, "search?kind=states", name), Does.Contain($"states:{id}"));
        Assert.That(await IdsAsync(mexico, "states", name), Does.Contain(id));
    }

    [Test]
    public async Task The_name_of_a_state_in_either_language_finds_all_that_is_of_it()
    {
        foreach (var list in (string[])["commitments", "plans"])
        {
            var all = await mexico.AllAsync($"{list}?limit=500&level=local&fields=id,state_id");
            var states = ShippedTable.Rows("states").ToDictionary(row => (string)row["id"]!);
            foreach (var of in all.GroupBy(one => one.GetProperty("state_id").GetString()!).Some())
            {
                var ids = of.Select(one => one.GetProperty("id").GetString()!).ToList();
                foreach (var name in (string[])["name_es", "name_en"])
                {
                    Assert.That(
                        ids.Some(),
                        Is.SubsetOf(await IdsAsync(mexico, list, (string)states[of.Key][name]!)),
                        $"{list} {of.Key} {name}"
                    );
                }
            }
        }
    }

    [TestCase("ong", "ngo")]
    [TestCase("osc", "csos")]
    public async Task A_short_name_finds_what_its_translation_finds(string spanish, string english)
    {
        var found = await FoundAsync(spanish);
        Assert.That(found, Is.Not.Empty.And.EquivalentTo(await FoundAsync(english)));
    }

    [TestCase("agua", "drainage")]
    [TestCase("aguas", "waters")]
    [TestCase("dinero", "money")]
    [TestCase("agua", "water")]
    [TestCase("salud", "health")]
    [TestCase("mujeres", "women")]
    [TestCase("corrupción", "corruption")]
    [TestCase("educación", "education")]
    [TestCase("presupuesto", "budget")]
    [TestCase("seguridad", "security")]
    [TestCase("basura", "rubbish")]
    [TestCase("infancia", "childhood")]
    [TestCase("desapariciones", "disappearances")]
    [TestCase("limpieza", "cleanliness")]
    public async Task A_word_finds_what_its_translation_finds(string spanish, string english)
    {
        foreach (var list in (string[])["search", "commitments"])
        {
            var (one, other) = (await IdsAsync(mexico, list, spanish), await IdsAsync(mexico, list, english));
            Assert.That(one, Is.Not.Empty.And.EquivalentTo(other), list);
        }

        var inSearch = await IdsAsync(mexico, "search?kind=commitments", spanish);
        Assert.That(
            (await IdsAsync(mexico, "commitments", spanish)).Select(id => $"commitments:{id}").Some(),
            Is.EquivalentTo(inSearch),
            "a list and the search find the same"
        );
    }

    [Test]
    public async Task An_everyday_word_finds_its_area_in_either_language_number_and_gender()
    {
        var tagged = await TaggedAsync();
        foreach (var (tag, words) in EverydayWords)
        {
            var wanted = tagged.Where(one => one.Tag == tag).Select(one => one.Record).ToList();
            foreach (var word in words.Split(' ').Some())
            {
                Assert.That(await FoundAsync($"{word} de"), Is.SupersetOf(wanted.Some()), $"{tag}: {word}");
            }
        }
    }

    [TestCase("desaparecidos", "MX-VER-PAL1-C5")]
    [TestCase("desaparecida", "MX-NAP3-C01")]
    [TestCase("missing persons", "MX-NAP2-C05")]
    [TestCase("basura", "MX-DUR-PAL1-C3")]
    [TestCase("basura", "MX-TLA-PAL1-C4")]
    [TestCase("rubbish", "MX-MOR-PAL1-C1")]
    [TestCase("residuo", "MX-DUR-PAL3-C2")]
    [TestCase("infancia", "MX-NLE-OGP1-C1")]
    [TestCase("niñez", "MX-NLE-OGP1-C1")]
    [TestCase("children", "MX-NLE-OGP1-C1")]
    [TestCase("presos", "MX-VER-PAL1-C4", false)]
    [TestCase("detenidas", "MX-NAP2-C04")]
    [TestCase("pesca", "MX-CAM-PAL1-C4")]
    [TestCase("fisheries", "MX-NAP4-C10")]
    [TestCase("bicicleta", "MX-ZAC-PAL1-C6")]
    [TestCase("wages", "MX-JAL-PAL1-C2")]
    [TestCase("agricultura", "MX-JAL-PAL1-C4")]
    [TestCase("teacher", "MX-JAL-PAL1-C5")]
    [TestCase("spying", "MX-NAP4-C07")]
    [TestCase("loan", "MX-ZAC-PAL1-C1")]
    [TestCase("basura", "MX-DUR-PAL1-C2", false)]
    [TestCase("housing", "MX-DUR-PAL1-C1", false)]
    public async Task An_everyday_word_finds_the_commitment_that_is_about_it(string word, string id, bool isFound = true)
    {
        var found = await IdsAsync(mexico, "search?kind=commitments", word);
        Assert.That(found, isFound ? Does.Contain($"commitments:{id}") : Does.Not.Contain($"commitments:{id}"));
    }

    [TestCase("desaparesidos", "desaparecidos")]
    [TestCase("viviendas baratas", "viviendas")]
    [TestCase("eduacion", "Educación")]
    [TestCase("huosing", "housing")]
    [TestCase("jalsco", "Jalisco")]
    public async Task Where_a_search_finds_nothing_words_are_offered_that_do_find_something(string query, string offered)
    {
        var near = await NearAsync(query);
        Assert.That(near, Does.Contain(offered));
        foreach (var word in near.Some())
        {
            Assert.That(await IdsAsync(mexico, "search", word), Is.Not.Empty, word);
        }
    }

    [Test]
    public async Task Words_that_are_offered_find_something_of_the_kinds_that_were_asked_for()
    {
        var (offered, ofOthers) = (0, 0);
        foreach (var kind in (string[])["commitments", "plans", "organizations", "practices", "trainings"])
        {
            foreach (var query in (string[])["educasion", "desaparesidos", "jalsco", "huosing", "sinalao"])
            {
                var near = await NearAsync(query, $"&kind={kind}");
                foreach (var word in near.PerhapsNone("nothing of that kind may be near"))
                {
                    Assert.That(await IdsAsync(mexico, $"search?kind={kind}", word), Is.Not.Empty, $"{kind}: {word}");
                }

                offered += near.Count;
                ofOthers += (await NearAsync(query)).Except(near).Count();
            }
        }

        Assert.That(offered, Is.Positive);
        Assert.That(ofOthers, Is.Positive, "some words find other kinds alone");
    }

    [Test]
    public async Task A_search_by_the_name_of_a_theme_names_it_with_as_many_commitments_as_are_tagged_with_it()
    {
        var named = 0;
        foreach (var term in (await mexico.AllAsync("terms?vocabulary=policy_area&limit=500")).Some())
        {
            var code = term.GetProperty("code").GetString()!;
            var total = (await mexico.GetAsync($"commitments?policy_area={code}&limit=1")).GetProperty("total").GetInt32();
            foreach (var language in (string[])["es", "en"])
            {
                var label = term.GetProperty($"label_{language}").GetString()!;
                var themes = (await mexico.GetAsync($"search?q={Uri.EscapeDataString(label)}&limit=1"))
                    .GetProperty("themes")
                    .EnumerateArray()
                    .ToDictionary(theme => theme.GetProperty("code").GetString()!, theme => theme.GetProperty("commitments").GetInt32());
                Assert.That(themes.Values.PerhapsNone("no commitment may be tagged with it"), Is.All.Positive);
                Assert.That(themes, Has.Count.LessThanOrEqualTo(3));
                if (total > 0 && themes.Count < 3)
                {
                    Assert.That(themes.GetValueOrDefault(code), Is.EqualTo(total), label);
                    named++;
                }
            }
        }

        Assert.That(named, Is.GreaterThan(20));
    }

    [TestCase("agua")]
    [TestCase("water")]
    [TestCase("drenaje")]
    [TestCase("agua y saneamiento")]
    public async Task A_theme_is_named_by_words_that_mean_it(string query) =>
        Assert.That(
            (await mexico.GetAsync($"search?q={Uri.EscapeDataString(query)}&limit=1"))
                .GetProperty("themes")
                .EnumerateArray()
                .Select(theme => theme.GetProperty("code").GetString()),
            Does.Contain("water_and_sanitation")
        );

    [TestCase("agua Durango")]
    [TestCase("agua -Durango")]
    [TestCase("ag")]
    public async Task No_theme_is_named_by_a_search_that_asks_for_something_else(string query) =>
        Assert.That(
            (await mexico.GetAsync($"search?q={Uri.EscapeDataString(query)}&limit=1")).GetProperty("themes").EnumerateArray(),
            Is.Empty
        );

    [Test]
    public async Task Nothing_is_offered_where_something_is_found_or_nothing_is_near()
    {
        Assert.That(await NearAsync("agua"), Is.Empty);
        Assert.That(await NearAsync("qzxqzxqzxq"), Is.Empty);
    }

    [Test]
    public async Task A_term_is_found_by_its_new_words_as_soon_as_it_has_them_and_as_of_a_day_by_those_of_that_day()
    {
        var wanted = (await TaggedAsync()).Where(one => one.Tag == "policy_area.energy").Select(one => one.Record).ToList();
        Assert.That(await FoundAsync("vatios"), Is.Empty);
        var before = DateOnly.FromDateTime(app.Clock.Now.UtcDateTime);
        app.Clock.Now = app.Clock.Now.AddDays(1);
        await app.SaveAsync("terms", "policy_area.energy", ("synonyms_es", "energía|electricidad|vatios"));
        Assert.That(await FoundAsync("vatios"), Is.SupersetOf(wanted.Some()));
        Assert.That(await FoundAsync("vatios", $"&as_of={before:yyyy-MM-dd}"), Is.Empty);
        Assert.That(await FoundAsync("electricidad", $"&as_of={before:yyyy-MM-dd}"), Is.SupersetOf(wanted.Some()));
    }

    [Test]
    public async Task A_record_is_found_by_a_code_from_when_it_has_it_until_it_loses_it()
    {
        const string Id = "XT-SUR-PAL1-C1";
        var record = $"commitments:{Id}";
        Assert.That(await FoundAsync("cabildeo"), Does.Not.Contain(record));
        await app.SaveCommitmentAsync(Id, ("policy_areas", "lobbying|tax"));
        Assert.That(await FoundAsync("cabildeo"), Does.Contain(record));
        Assert.That(await FoundAsync("impuestos"), Does.Contain(record));
        await app.SaveCommitmentAsync(Id, ("policy_areas", "tax"));
        Assert.That(await FoundAsync("cabildeo"), Does.Not.Contain(record));
        Assert.That(await FoundAsync("impuestos"), Does.Contain(record));
    }

    [Test]
    public async Task What_stands_behind_a_minus_is_excluded_with_all_that_it_means()
    {
        foreach (var query in (string[])["compromiso", "nacional", "completado"])
        {
            var all = await FoundAsync(query);
            foreach (var not in (string[])["agua", "proactivo", "gobierno"])
            {
                var without = await FoundAsync($"{query} -{not}");
                Assert.That(
                    without.PerhapsNone("all may have the other word"),
                    Is.EquivalentTo(all.Except(await FoundAsync($"{not} ")).ToList()),
                    $"{query} -{not}"
                );
            }
        }

        // A word that is asked for is not excluded as a synonym of another.
        var water = await FoundAsync("agua");
        var tagged = await FoundAsync("\"saneamiento\" ");
        Assert.That(
            (await FoundAsync("agua -saneamiento")).Some(),
            Is.SubsetOf(water.Except(tagged).ToList()),
            "what says sanitation is left out, and not all that says water"
        );

        Assert.That(
            (await FoundAsync("compromiso -\"agua limpia\"")).Some(),
            Is.EquivalentTo((await FoundAsync("compromiso")).Except(await FoundAsync("\"agua limpia\"")))
        );
    }

    [TestCase("abiert")]
    [TestCase("open")]
    [TestCase("\"agua\"")]
    public async Task Excluding_what_no_record_has_changes_nothing(string query) =>
        Assert.That((await FoundAsync($"{query} -qzxq")).Some(), Is.EqualTo(await FoundAsync(query)));

    [TestCase("search")]
    [TestCase("commitments")]
    [TestCase("states")]
    public async Task A_search_that_only_excludes_is_refused(string list)
    {
        var problem = await app.GetProblemAsync($"{list}?q=-agua", HttpStatusCode.BadRequest);
        Assert.That(problem.GetProperty("detail").GetString(), Does.Contain("only excludes"));
    }

    [Test]
    public async Task A_quoted_word_is_looked_for_in_texts_alone()
    {
        var quoted = await app.AllAsync("search?q=%22proactivo%22&limit=500");
        Assert.That(quoted.PerhapsNone("no text has it").SelectMany(one => one.GetProperty("terms").EnumerateArray()), Is.Empty);
        Assert.That(quoted.Count, Is.LessThan((await FoundAsync("proactivo")).Count));
    }

    /// <summary>Each record that can be found, with each of its codes.</summary>
    private async Task<List<(string Tag, string Record)>> TaggedAsync()
    {
        await using var scope = app.Services.CreateAsyncScope();
        var session = scope.ServiceProvider.GetRequiredService<ReadSession>();
        var tagged = new List<(string, string)>();
        foreach (var table in Schema.Current.Tables.Where(table => SearchOracle.Titles.ContainsKey(table.Name)).Some())
        {
            foreach (var field in table.Tagged.PerhapsNone("a state has no code"))
            {
                var rows = await session.QueryAsync<(string Id, string? Codes)>(
                    $"SELECT t.id, t.{field.Name} FROM {table.Name} t",
                    null,
                    CancellationToken.None
                );
                tagged.AddRange(
                    rows.SelectMany(
                        row => row.Codes?.Split('|') ?? [],
                        (row, code) => ($"{field.Vocabulary}.{code}", $"{table.Name}:{row.Id}")
                    )
                );
            }
        }

        return tagged;
    }

    private async Task<IReadOnlyList<string>> NearAsync(string query, string more = "") =>
        [
            .. (await mexico.GetAsync($"search?q={Uri.EscapeDataString(query)}{more}"))
                .GetProperty("near")
                .EnumerateArray()
                .Select(word => word.GetString()!),
        ];

    private async Task<List<string>> FoundAsync(string query, string more = "") =>
        [.. (await app.AllAsync($"search?q={Uri.EscapeDataString(query)}&limit=500{more}")).Select(Record)];

    private static string Record(System.Text.Json.JsonElement one) => one.GetProperty("id").GetString()!;

    private static async Task<IReadOnlyList<string>> IdsAsync(OpenGovApplication app, string list, string query)
    {
        var address = $"{list}{(list.Contains('?') ? '&' : '?')}q={Uri.EscapeDataString(query)}&limit=500";
        return [.. (await app.AllAsync(address)).Select(Record)];
    }
}
