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
        ("declaration_signed_on_precision", "dya", "\"dya\"", ErrorCodes.UnknownCode),
        ("confidence", "sure", "\"sure\"", ErrorCodes.UnknownCode),
        ("inegi_code", "1", "\"1\"", ErrorCodes.WrongForm),
        ("name_es", "", "null", ErrorCodes.Required),
        ("name_es", "a\u0007b", "\"a\\u0007b\"", ErrorCodes.ControlCharacter),
        ("name_es", new string('x', 5000), $"\"{new string('x', 5000)}\"", ErrorCodes.TooLong),
        ("source_ids", "", "[]", ErrorCodes.Required),
        ("source_ids", "S0|S0", "[\"S0\", \"S0\"]", ErrorCodes.WrongForm),
        ("id", "mx-dur", "\"mx-dur\"", ErrorCodes.NotCanonical),
        ("id", "no spaces", "\"no spaces\"", ErrorCodes.WrongForm),
    ];

    [TestCaseSource(nameof(Wrong))]
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
            foreach (var table in Schema.Current.Tables.Where(reader.Has))
            {
                foreach (var row in reader.Rows(table))
                {
                    var (values, errors) = JsonRecordReader.Read(table, JsonSerializer.SerializeToElement(Json(table, row.Values)));
                    Assert.That(errors, Is.Empty);
                    Assert.That(values, Is.EquivalentTo(row.Values));
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

    [Test]
    public void A_rule_of_a_resource_holds_whichever_way_the_record_comes()
    {
        foreach (var rules in RecordRules.All)
        {
            Assert.That(Schema.Current.Find(rules.Table), Is.Not.Null, rules.GetType().Name);
        }

        Assert.Multiple(() =>
        {
            Assert.That(Broken("plans", "MX-CAM-PAL1", ("state_id", null)), Is.EqualTo((ErrorCodes.Contradiction, "state_id")));
            Assert.That(Broken("plans", "MX-NAP4", ("state_id", "MX-DUR")), Is.EqualTo((ErrorCodes.Contradiction, "state_id")));
            Assert.That(Broken("commitments", "MX-CAM-PAL1-C1", Dates("start_date", "2018-01-02", "day", "due_date", "2018-01-01", "day")), Is.EqualTo((ErrorCodes.WrongOrder, "due_date")));
            Assert.That(Broken("commitments", "MX-CAM-PAL1-C1", Dates("start_date", "2018-05-02", "day", "due_date", "2018-05-01", "month")), Is.Null, "some day of May");
            Assert.That(Broken("commitments", "MX-CAM-PAL1-C1", Dates("start_date", "2018-05-02", "day", "due_date", "2018-01-01", "year")), Is.Null, "some day of 2018");
            Assert.That(Broken("commitments", "MX-CAM-PAL1-C1", Dates("start_date", "2018-05-02", "day", "due_date", "2018-04-01", "month")), Is.EqualTo((ErrorCodes.WrongOrder, "due_date")));
            Assert.That(Broken("metric_editions", "MGA-2017", ("scale_min", 2m)), Is.EqualTo((ErrorCodes.WrongOrder, "scale_max")));
        });
    }

    [Test]
    public void The_documentation_explains_every_code()
    {
        var page = File.ReadAllText(Path.Combine(Checkout.Root, "docs", "api", "errors.md"));
        var codes = typeof(ErrorCodes).GetFields().Concat(typeof(Http.ParameterCodes).GetFields()).Select(field => (string)field.GetRawConstantValue()!).ToList();
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
        Assert.That((error with { RecordType = "states", RecordId = "MX-DUR" }).ToString(), Is.EqualTo("states MX-DUR [name_es]: A value is required."));
    }

    private static (string Field, object? Value)[] Dates(string first, string firstDay, string firstPrecision, string second, string secondDay, string secondPrecision) =>
    [
        (first, DateOnly.Parse(firstDay, System.Globalization.CultureInfo.InvariantCulture)), ($"{first}_precision", firstPrecision),
        (second, DateOnly.Parse(secondDay, System.Globalization.CultureInfo.InvariantCulture)), ($"{second}_precision", secondPrecision),
    ];

    /// <summary>The one rule that a row of the shipped data breaks with some values changed, by both ways.</summary>
    private static (string Code, string? Field)? Broken(string name, string id, params (string Field, object? Value)[] values)
    {
        var table = Schema.Current[name];
        var row = new Dictionary<string, object?>(Row(table, id));
        foreach (var (field, value) in values)
        {
            row[field] = value;
        }

        var errors = RecordChecker.Check(table, row).Errors;
        var (read, unread) = JsonRecordReader.Read(table, JsonSerializer.SerializeToElement(Json(table, row)));
        Assert.That(RecordChecker.Check(table, read, unread).Errors.Select(Whole), Is.EqualTo(errors.Select(Whole)));
        Assert.That(errors, Has.Count.LessThan(2), string.Join('\n', errors));
        return errors is [var error] ? (error.Code, error.Field) : null;
    }

    private static string Whole(RecordError error) => JsonSerializer.Serialize(error);

    private static IReadOnlyDictionary<string, object?> Row(Table table, string id) =>
        new PackageReader(Schema.ShippedPackage, error => Assert.Fail(error.ToString())).Rows(table).Single(row => (string)row.Values["id"]! == id).Values;

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

    private static JsonObject Json(Table table, IReadOnlyDictionary<string, object?> row) => new(table.Fields.Select(field => KeyValuePair.Create(field.Name, row[field.Name] switch
    {
        null => null,
        string text when field.IsList => new JsonArray([.. text.Split('|').Select(item => (JsonNode)item)]),
        string text => JsonValue.Create(text),
        long whole => JsonValue.Create(whole),
        decimal number => JsonNode.Parse(Numbers.Format(number)),
        bool flag => JsonValue.Create(flag),
        DateOnly date => (JsonNode?)date.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
        var other => throw new InvalidOperationException(other.GetType().Name),
    })));
}
