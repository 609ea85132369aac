using System.Text.Json;
using System.Text.Json.Nodes;
using OpenGov.Api.Database;
using OpenGov.Api.Package;
using OpenGov.Api.Records;

namespace OpenGov.Api.Tests;

/// <summary>What a good record is, whichever way it comes.</summary>
public sealed class RecordTests
{
    private static readonly (string Field, string Cell, string Json, string Code)[] Wrong =
    [
        ("population", "many", "\"many\"", ErrorCodes.NotAnInteger),
        ("population", "1.5", "1.5", ErrorCodes.NotAnInteger),
        ("population", "-1", "-1", ErrorCodes.TooSmall),
        ("population", "3000000000", "3000000000", ErrorCodes.TooLarge),
        ("population", "99999999999999999999", "99999999999999999999", ErrorCodes.NotAnInteger),
        ("latitude", "north", "\"north\"", ErrorCodes.NotANumber),
        ("latitude", "1,5", "\"1,5\"", ErrorCodes.NotANumber),
        ("latitude", "100", "100", ErrorCodes.TooLarge),
        ("latitude", "1.00000001", "1.00000001", ErrorCodes.TooPrecise),
        ("participates", "yes", "\"yes\"", ErrorCodes.NotABoolean),
        ("participates", "TRUE", "\"TRUE\"", ErrorCodes.NotABoolean),
        ("declaration_signed_on", "19/09/2017", "\"19/09/2017\"", ErrorCodes.NotADate),
        ("declaration_signed_on", "2017-02-30", "\"2017-02-30\"", ErrorCodes.NotADate),
        ("declaration_signed_on", "1899-12-31", "\"1899-12-31\"", ErrorCodes.TooSmall),
        ("declaration_signed_on", "2101-01-01", "\"2101-01-01\"", ErrorCodes.TooLarge),
        ("declaration_signed_on_precision", "dya", "\"dya\"", ErrorCodes.UnknownCode),
        ("confidence", "sure", "\"sure\"", ErrorCodes.UnknownCode),
        ("inegi_code", "1", "\"1\"", ErrorCodes.WrongForm),
        ("name_es", "", "null", ErrorCodes.Required),
        ("name_es", "   ", "\"   \"", ErrorCodes.Required),
        ("name_es", "\u200b\u00a0", "\"\\u200b\\u00a0\"", ErrorCodes.Required),
        ("name_es", "\u3164\u2800\u115F\u1160\uFFA0", "\"\\u3164\\u2800\\u115F\\u1160\\uFFA0\"", ErrorCodes.Required),
        ("name_es", "\u034F\uFE0F\U000E0100", "\"\\u034F\\uFE0F\\uDB40\\uDD00\"", ErrorCodes.Required),
        ("note_es", " ", "\" \"", ErrorCodes.WrongForm),
        ("note_es", "\u3164 \u3164", "\"\\u3164 \\u3164\"", ErrorCodes.WrongForm),
        ("name_es", "a\u0007b", "\"a\\u0007b\"", ErrorCodes.ControlCharacter),
        ("name_es", "a\uFFFEb", "\"a\\uFFFEb\"", ErrorCodes.ControlCharacter),
        ("name_es", "a\uFFFFb", "\"a\\uFFFFb\"", ErrorCodes.ControlCharacter),
        ("name_es", "a\uD83F\uDFFEb", "\"a\\uD83F\\uDFFEb\"", ErrorCodes.ControlCharacter),
        ("name_es", "a\u202Eb", "\"a\\u202Eb\"", ErrorCodes.ControlCharacter),
        ("name_es", new string('x', 5000), $"\"{new string('x', 5000)}\"", ErrorCodes.TooLong),
        ("source_ids", "", "[]", ErrorCodes.Required),
        ("source_ids", "S0|S0", "[\"S0\", \"S0\"]", ErrorCodes.WrongForm),
        ("id", "mx-dur", "\"mx-dur\"", ErrorCodes.NotCanonical),
        ("id", "no spaces", "\"no spaces\"", ErrorCodes.WrongForm),
    ];

    // Names are cut after some characters, and two tests of one name are one to the tools that count what each finds.
    private static IEnumerable<TestCaseData> WrongValues =>
        Wrong.Select((wrong, i) => new TestCaseData(wrong).SetArgDisplayNames($"{i + 1}: {wrong.Field} {wrong.Code}"));

    [TestCaseSource(nameof(WrongValues))]
    public void The_same_wrong_value_is_the_same_error_as_CSV_and_as_JSON((string Field, string Cell, string Json, string Code) wrong)
    {
        var table = Schema.Current["states"];
        var fromCsv = FromCsv(table, wrong.Field, wrong.Cell);
        var fromJson = FromJson(table, wrong.Field, wrong.Json);
        Assert.That(fromCsv, Has.Count.EqualTo(1), string.Join('\n', fromCsv));
        Assert.That(fromJson.Select(Whole), Is.EqualTo(fromCsv.Select(Whole)));
        Assert.That((fromCsv[0].Code, fromCsv[0].Field), Is.EqualTo((wrong.Code, wrong.Field)));
        Assert.That(fromCsv[0].Detail, Is.Not.Empty);
    }

    [Test]
    public void Every_row_of_the_data_sets_is_as_good_in_JSON_and_says_the_same()
    {
        var count = 0;
        foreach (var folder in (string[])[Schema.ShippedPackage, Synthetic.SyntheticData.Folder])
        {
            var reader = new PackageReader(folder, error => Assert.Fail(error.ToString()));
            foreach (var table in Schema.Current.Tables.Where(reader.Has).Some())
            {
                foreach (var row in reader.Rows(table).PerhapsNone("Mexico knows of no dialogue yet; the rows are counted"))
                {
                    var (values, errors) = JsonRecordReader.Read(table, JsonSerializer.SerializeToElement(Json(table, row.Values)));
                    Assert.That(errors, Is.Empty);
                    Assert.That(values.Some(), Is.EquivalentTo(row.Values));
                    Assert.That(RecordChecker.Check(table, values).Errors, Is.Empty);
                    count++;
                }
            }
        }

        Assert.That(count, Is.GreaterThan(1000));
    }

    [TestCase("""{ "nmae_es": "x" }""", ErrorCodes.UnknownField, "nmae_es", "name_es")]
    [TestCase("""{ "name_es": "x", "name_es": "y" }""", ErrorCodes.DuplicateField, "name_es", null)]
    [TestCase("""{ "population": "5" }""", ErrorCodes.WrongType, "population", null)]
    [TestCase("""{ "participates": "true" }""", ErrorCodes.WrongType, "participates", null)]
    [TestCase("""{ "name_es": 5 }""", ErrorCodes.WrongType, "name_es", null)]
    [TestCase("""{ "name_es": { } }""", ErrorCodes.WrongType, "name_es", null)]
    [TestCase("""{ "source_ids": "S0" }""", ErrorCodes.WrongType, "source_ids", null)]
    [TestCase("""{ "source_ids": ["S0", null] }""", ErrorCodes.WrongType, "source_ids", null)]
    [TestCase("""{ "source_ids": ["S0|S1"] }""", ErrorCodes.WrongType, "source_ids", null)]
    [TestCase("""{ "name_es": "\ud800" }""", ErrorCodes.ControlCharacter, "name_es", null)]
    [TestCase("""{ "\ud800": "x" }""", ErrorCodes.UnknownField, "\uFFFD", null)]
    [TestCase("[]", ErrorCodes.WrongType, null, null)]
    public void What_only_JSON_can_get_wrong_is_refused(string json, string code, string? field, string? nearest)
    {
        using var document = JsonDocument.Parse(json);
        var error = JsonRecordReader.Read(Schema.Current["states"], document.RootElement).Errors.Single();
        Assert.That((error.Code, error.Field, error.Nearest), Is.EqualTo((code, field, nearest)));
    }

    /// <summary>A row of the test data set, what is changed in it, and the rule that it then breaks; null for none.</summary>
    private static readonly (string Table, string Id, string Change, string? Broken)[] Rules =
    [
        ("plans", "XT-NOR-PAL1", "state_id=", "contradiction state_id"),
        ("plans", "XT-NAP1", "state_id=XT-NOR", "contradiction state_id"),
        ("plans", "XT-NAP1", "scope=state", "contradiction scope"),
        ("plans", "XT-NOR-PAL1", "scope=", "contradiction scope"),
        ("plans", "XT-SUR-MUN1", "municipality=", null),
        ("plans", "XT-SUR-MUN1", "scope=state", "contradiction municipality"),
        ("plans", "XT-SUR-MUN1", "municipality=9200", "wrong_form municipality"),
        ("states", "XT-NOR", "inferred_fields=joined_yaer", "unknown_code inferred_fields"),
        ("states", "XT-NOR", "joined_year=", "contradiction inferred_fields"),
        ("states", "XT-NOR", "note_es=", "note_missing note_es"),
        ("metric_values", "2025-open_government_index-state-XT-SUR", "note_en=", "note_missing note_en"),
        ("organizations", "xt-gob", "existed_until=2000-01-01", null),
        ("organizations", "xt-gob", "existed_until=1999-12-31", "wrong_order existed_until"),
        ("assessments", "XT-NAP1-A1", "value=13", null),
        ("assessments", "XT-NAP1-A1", "value=14", "too_large value"),
        ("assessments", "XT-NAP1-A1", "value=3.5", "not_an_integer value"),
        ("assessments", "XT-NAP1-A1", "value=1 out_of=1", null),
        ("assessments", "XT-NAP1-A5", "out_of=0", "too_small out_of"),
        ("assessments", "XT-NAP1-A2", "value=100", null),
        ("assessments", "XT-NAP1-A2", "value=100.000001", "too_large value"),
        ("assessments", "XT-NAP1-A2", "out_of=3", "contradiction out_of"),
        ("assessments", "XT-NAP1-A1", "unit=", "contradiction unit"),
        ("assessments", "XT-NAP1-A4", "unit=percent", "contradiction unit"),
        ("assessments", "XT-NAP1-A4", "code=", "required code"),
        ("assessments", "XT-NAP1-A4", "out_of=13", "contradiction out_of"),
        ("assessments", "XT-NAP1-A5", "code=true", null),
        ("assessments", "XT-NAP1-A5", "code=complete", "unknown_code code"),
        ("assessments", "XT-NAP1-A3", "code=complete", "unknown_code code"),
        ("assessments", "XT-NAP1-A5", "plan_id=", "contradiction commitment_id"),
        ("assessments", "XT-NAP1-A4", "commitment_id=XT-EST-PAL1-C1", "contradiction commitment_id"),
        ("assessments", "XT-EST-PAL1-C1-A1", "aspect=early_results", "unknown_code code"),
        ("assessments", "XT-EST-PAL1-C1-A1", "code=", "required code"),
        ("assessments", "XT-EST-PAL1-C1-A1", "value=1 unit=commitments", "contradiction value"),
        ("assessments", "XT-EST-PAL1-C1-A1", "aspect=compliance", "unknown_code code"),
        ("commitments", "XT-NOR-PAL1-C1", "start_date=2026-11-23 start_date_precision=day", null),
        ("commitments", "XT-NOR-PAL1-C1", "start_date=2026-11-24 start_date_precision=day", "wrong_order due_date"),
        ("commitments", "XT-NOR-PAL1-C1", "start_date=2026-11-24 start_date_precision=day due_date_precision=month", null),
        (
            "commitments",
            "XT-NOR-PAL1-C1",
            "start_date=2026-12-01 start_date_precision=day due_date_precision=month",
            "wrong_order due_date"
        ),
        ("commitments", "XT-NOR-PAL1-C1", "start_date=2026-12-31 start_date_precision=day due_date_precision=year", null),
        ("commitments", "XT-NOR-PAL1-C1", "start_date=2027-01-01 start_date_precision=day due_date_precision=year", "wrong_order due_date"),
        ("plans", "XT-NOR-PAL1", "title_en= title_en_origin=official", "contradiction title_en_origin"),
        ("plans", "XT-NOR-PAL1", "title_en=Plan[…] title_en_origin=cut", null),
        ("plans", "XT-NOR-PAL1", "title_en=Plan[…]", "contradiction title_en"),
        ("commitments", "XT-NOR-PAL1-C1", "title_en= title_en_origin=official", "contradiction title_en_origin"),
        ("commitments", "XT-NOR-PAL1-C1", "title_en=Kilns[…] title_en_origin=cut", null),
        ("commitments", "XT-NOR-PAL1-C1", "title_en_origin=cut", "contradiction title_en"),
        ("indicators", "XT-NOR-PAL1-C10-I1", "baseline_date=2027-12-31", null),
        ("indicators", "XT-NOR-PAL1-C10-I1", "baseline_date=2028-01-01", "wrong_order target_date"),
        ("metric_editions", "XT-M2024", "scale_min=0.999999", null),
        ("metric_editions", "XT-M2024", "scale_min=1", "wrong_order scale_max"),
        ("metric_values", "2024-open_government_index-national-national", "state_id=XT-NOR", "contradiction state_id"),
        ("metric_values", "2024-open_government_index-national-national", "scope=state", "contradiction state_id"),
        ("sessions", "XT-NOR-STL-S1", "announced_on=2025-11-24", null),
        ("sessions", "XT-NOR-STL-S1", "announced_on=2025-11-25", "wrong_order held_on"),
        ("sessions", "XT-NOR-STL-S1", "starts_at=23:59", null),
        ("sessions", "XT-NOR-STL-S1", "starts_at=24:00", "wrong_form starts_at"),
        ("agreements", "XT-NOR-STL-S2-A1", "fulfilled=false", "contradiction fulfilled"),
        ("agreements", "XT-NOR-STL-S2-A1", "fulfilled=", "contradiction fulfilled"),
        ("secretariats", "XT-NOR-STL", "state_id=XT-SUR", "contradiction id"),
        ("evidence", "XT-SUR-PAL1-C3-E1", "milestone_id=XT-SUR-PAL1-C3-M1", null),
        ("evidence", "XT-SUR-PAL1-C3-E1", "milestone_id=XT-NOR-PAL1-C11-M1", "contradiction milestone_id"),
        ("evidence", "XT-NOR-PAL1-C10-E1", "file_name=Acta-de-entrega.txt", null),
        ("evidence", "XT-NOR-PAL1-C10-E1", "file_name=", "contradiction file_name"),
        ("evidence", "XT-NOR-PAL1-C10-E1", "file_name=../acta.txt", "wrong_form file_name"),
        ("evidence", "XT-NOR-PAL1-C10-E1", "file_name=a\\b.txt", "wrong_form file_name"),
        ("evidence", "XT-NOR-PAL1-C10-E1", "file_name=acta.", "wrong_form file_name"),
        ("proposals", "XT-P1", "response_due_date=2026-01-01", null),
        ("proposals", "XT-P1", "response_due_date=2025-12-31", "wrong_order response_due_date"),
        ("assessments", "XT-EST-PAL1-C10-A3", "period=2020-H2", null),
        ("assessments", "XT-EST-PAL1-C10-A3", "period=2021-H1", "wrong_order period"),
        ("assessments", "XT-NAP1-A1", "period=2025-H1", "contradiction period"),
        ("assessments", "XT-EST-PAL1-C9-A4", "stall_reason=legal", "contradiction stall_reason"),
        ("proposals", "XT-P1", "responded_on=2026-01-01", null),
        ("proposals", "XT-P1", "responded_on=2025-12-31", "wrong_order responded_on"),
    ];

    private static IEnumerable<TestCaseData> RuleRows =>
        Rules.Select((rule, i) => new TestCaseData(rule).SetArgDisplayNames($"{i + 1}: {rule.Table} {rule.Broken ?? "taken"}"));

    [TestCaseSource(nameof(RuleRows))]
    public void A_rule_of_a_resource_holds_whichever_way_the_record_comes((string Table, string Id, string Change, string? Broken) rule)
    {
        var table = Schema.Current[rule.Table];
        var row = Changed(rule);
        var errors = RecordChecker.Check(table, row).Errors;
        var (read, unread) = JsonRecordReader.Read(table, JsonSerializer.SerializeToElement(Json(table, row)));
        Assert.That(
            RecordChecker.Check(table, read, unread).Errors.PerhapsNone("a good row has none; the rule says which").Select(Whole),
            Is.EqualTo(errors.Select(Whole))
        );
        Assert.That(errors.Select(error => $"{error.Code} {error.Field}"), Is.EqualTo(rule.Broken is null ? [] : (string[])[rule.Broken]));
        Assert.That(
            errors.PerhapsNone("a good row has none; the line before says which").Select(error => error.Detail),
            Is.All.Length.GreaterThan(20)
        );
    }

    [Test]
    public void Every_rule_of_a_resource_has_a_row_that_breaks_it()
    {
        foreach (var rules in RecordRules.All.Some())
        {
            var name = $"{rules.GetType().Name}.cs";
            var file = Directory.EnumerateFiles(Path.Combine(Checkout.Root, "api"), name, SearchOption.AllDirectories).Single();
            var rows = Rules.Where(rule => rule.Table == rules.Table && rule.Broken is not null).ToList();
            var broken = rows.SelectMany(row => rules.Broken(Changed(row))).Select(error => (error.Detail, error.Field)).Distinct();
            Assert.That(broken.Count(), Is.GreaterThanOrEqualTo(File.ReadAllText(file).Split("yield return").Length - 1), name);
            Assert.That(Schema.Current.Find(rules.Table), Is.Not.Null, name);
        }
    }

    private static Dictionary<string, object?> Changed((string Table, string Id, string Change, string? Broken) rule)
    {
        var table = Schema.Current[rule.Table];
        var row = new Dictionary<string, object?>(Row(table, rule.Id, Synthetic.SyntheticData.Folder));
        foreach (var change in rule.Change.Split(' ').Select(change => change.Split('=')))
        {
            row[change[0]] = FieldReader.FromText(table.ByName[change[0]], change[1]).Value;
        }

        return row;
    }

    [Test]
    public void The_documentation_explains_every_code()
    {
        var page = File.ReadAllText(Path.Combine(Checkout.Root, "docs", "api", "errors.md"));
        var codes = typeof(ErrorCodes)
            .GetFields()
            .Concat(typeof(Http.ParameterCodes).GetFields())
            .Select(field => (string)field.GetRawConstantValue()!)
            .ToList();
        Assert.That(codes, Is.Unique.And.Count.GreaterThan(15));
        foreach (var code in codes)
        {
            Assert.That(page, Does.Contain($"| `{code}` |"));
        }
    }

    [Test]
    public void An_error_says_where_it_is_in_a_file_and_in_a_body()
    {
        var error = new RecordError(ErrorCodes.Required, "A value is required.") { Field = "name_es" };
        Assert.That(error.JsonPointer, Is.EqualTo("/name_es"));
        Assert.That(error.At("states.csv", 4, 2).ToString(), Is.EqualTo("states.csv:4 [name_es]: A value is required."));
        Assert.That(error.ToString(), Is.EqualTo("[name_es]: A value is required."));
        Assert.That(
            (error with { RecordType = "states", RecordId = "MX-DUR" }).ToString(),
            Is.EqualTo("states MX-DUR [name_es]: A value is required.")
        );
    }

    private static string Whole(RecordError error) => JsonSerializer.Serialize(error);

    private static IReadOnlyDictionary<string, object?> Row(Table table, string id, string? package = null) =>
        new PackageReader(package ?? Schema.ShippedPackage, error => Assert.Fail(error.ToString()))
            .Rows(table)
            .Single(row => (string)row.Values["id"]! == id)
            .Values;

    private static IReadOnlyList<RecordError> FromCsv(Table table, string field, string cell)
    {
        var values = new Dictionary<string, object?>(Row(table, "MX-DUR"));
        var (value, error) = FieldReader.FromText(table.ByName[field], cell);
        values[field] = value;
        return RecordChecker.Check(table, values, error is null ? null : [error with { Field = field }]).Errors;
    }

    private static IReadOnlyList<RecordError> FromJson(Table table, string field, string json)
    {
        var body = Json(table, Row(table, "MX-DUR"));
        body[field] = JsonNode.Parse(json);
        using var document = JsonDocument.Parse(body.ToJsonString());
        var (values, unread) = JsonRecordReader.Read(table, document.RootElement);
        return RecordChecker.Check(table, values, unread).Errors;
    }

    private static JsonObject Json(Table table, IReadOnlyDictionary<string, object?> row) =>
        new(
            table.Fields.Select(field =>
                KeyValuePair.Create(
                    field.Name,
                    row[field.Name] switch
                    {
                        null => null,
                        string text when field.IsList => new JsonArray([.. text.Split('|').Select(item => (JsonNode)item)]),
                        string text => JsonValue.Create(text),
                        long whole => JsonValue.Create(whole),
                        decimal number => JsonNode.Parse(Numbers.Format(number)),
                        bool flag => JsonValue.Create(flag),
                        DateOnly date => (JsonNode?)date.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
                        var other => throw new InvalidOperationException(other.GetType().Name),
                    }
                )
            )
        );
}
