using OpenGov.Api.Records;

namespace OpenGov.Api.Tests.Oracles;

/// <summary>Makes a row of any table: what is not given is random, and null wherever it may be.</summary>
internal sealed class RandomRows(Dice dice)
{
    /// <summary>Dates of which the first comes before the second.</summary>
    private static readonly (string Earlier, string Later)[] InOrder =
    [
        ("start_date", "due_date"),
        ("start_date", "end_date"),
        ("baseline_date", "target_date"),
        ("proposed_on", "responded_on"),
        ("proposed_on", "response_due_date"),
        ("announced_on", "held_on"),
        ("existed_from", "existed_until"),
    ];

    public Dice Dice => dice;

    public Row Make(string table, string id, params (string Field, object? Value)[] given)
    {
        var values = new Dictionary<string, object?> { ["id"] = id };
        foreach (var field in Schema.Current[table].Fields.Where(field => field.Name != "id"))
        {
            values.TryAdd(field.Name, null);
            if (field.References is null && !field.Name.EndsWith("_precision", StringComparison.Ordinal))
            {
                Fill(Schema.Current[table], field, values);
            }
        }

        values["source_ids"] = dice.Of(["T0", "T0", "T0|T1", "T1"]);
        foreach (var (name, value) in given.PerhapsNone("the rest is random"))
        {
            Assert.That(values, Does.ContainKey(name), table);
            values[name] = value;
        }

        return new Row(table, Good(values));
    }

    /// <summary>The row with some other values in fields that name nobody.</summary>
    public Row Edit(Row row)
    {
        var table = Schema.Current[row.Table];
        var free = table.Fields.Where(field =>
            field is { Name: not ("id" or "level"), References: null }
            && (!field.Unique || !field.Required)
            && !field.Name.EndsWith("_precision", StringComparison.Ordinal)
        );
        var values = new Dictionary<string, object?>(row.Values);
        foreach (var field in dice.Some(free.ToList(), 6))
        {
            Fill(table, field, values);
        }

        return row.With(Good(values));
    }

    private void Fill(Table table, Field field, Dictionary<string, object?> values)
    {
        var isNull = !field.Required && dice.Chance(25);
        if (field.Type == "date" && table.ByName.ContainsKey($"{field.Name}_precision"))
        {
            var (date, precision) = dice.Date();
            values[field.Name] = isNull ? null : date;
            values[$"{field.Name}_precision"] = isNull ? null : precision;
        }
        else
        {
            values[field.Name] = isNull ? null : Value(field);
        }
    }

    private object? Value(Field field) =>
        field switch
        {
            { Unique: true, Required: false } => null,
            { Name: "municipality" or "inferred_fields" or "presentation_fields" } => null,
            { Name: "starts_at" } => dice.Of(["00:00", "10:30", "23:59"]),
            { IsList: true, Vocabulary: { } vocabulary } => string.Join(
                '|',
                Enumerable.Range(0, 1 + dice.Below(3)).Select(_ => dice.Code(vocabulary)).Distinct()
            ),
            { IsList: true } => dice.Of(["Uno", "Uno|Dos"]),
            { Vocabulary: { } vocabulary } => dice.Code(vocabulary),
            { Values: { } values } => dice.Of(values),
            { Name: "period" } => dice.Of(["2019-H1", "2019-H2", "2025-H2"]),
            { Pattern: not null } => "https://example.org/",
            { Type: "boolean" } => dice.Chance(50),
            { Type: "date" } => dice.Date().Date,
            { Type: "integer" } => (long)(field.Minimum ?? 0) + dice.Below((int)((field.Maximum ?? 100) - (field.Minimum ?? 0)) + 1),
            { Type: "number" } => (field.Minimum ?? 0) + dice.Below(90) + (dice.Chance(50) ? 0.25m : 0m),
            { MaxLength: <= 80 } => dice.Word()[..1],
            { MaxLength: <= 400 } => dice.Text(3),
            _ => dice.Text(8),
        };

    /// <summary>What the rules of records want changed so that the row is a good one.</summary>
    private Dictionary<string, object?> Good(Dictionary<string, object?> values)
    {
        foreach (var (earlier, later) in InOrder)
        {
            if (values.GetValueOrDefault(earlier) is DateOnly first && values.GetValueOrDefault(later) is DateOnly second && first > second)
            {
                values[earlier] = null;
                if (values.ContainsKey($"{earlier}_precision"))
                {
                    values[$"{earlier}_precision"] = null;
                }
            }
        }

        if (values.TryGetValue("scope", out var scope) && values.TryGetValue("level", out var level))
        {
            values["scope"] = level is "local" ? scope ?? "state" : null;
        }

        foreach (var title in (string[])["title_es", "title_en"])
        {
            if (!values.TryGetValue($"{title}_origin", out var origin))
            {
                continue;
            }

            var text = (values[title] as string)?.Replace(" […]", "");
            values[$"{title}_origin"] = text is null ? null : origin;
            values[title] = origin is "cut" && text is not null ? $"{text} […]" : text;
        }

        if (values.GetValueOrDefault("confidence") is "inferred" or "disputed")
        {
            values["note_es"] ??= "Dato sintético para pruebas.";
            values["note_en"] ??= "Synthetic, for tests.";
        }

        if (values.GetValueOrDefault("fulfilled_on") is not null)
        {
            values["fulfilled"] = true;
        }

        if (values.GetValueOrDefault("scale_min") is not null)
        {
            (values["scale_min"], values["scale_max"]) = (0m, 1m);
        }

        if (values.ContainsKey("aspect"))
        {
            Assess(values);
            Report(values);
        }

        // The store of files is none of the oracles'.
        foreach (var name in values.Keys.Where(name => name.StartsWith("file_", StringComparison.Ordinal)).ToList())
        {
            values[name] = null;
        }

        return values;
    }

    /// <summary>A half-year is reported on of a commitment and not before it begins; what stands in the way is said with its completion.</summary>
    private static void Report(Dictionary<string, object?> values)
    {
        if (values["commitment_id"] is null || values["assessed_on"] is DateOnly day && day < new DateOnly(2025, 7, 1))
        {
            values["period"] = null;
        }

        values["stall_reason"] = values["period"] is null || values["aspect"] is not "completion" ? null : values["stall_reason"];
        if (values["stall_reason"] is null)
        {
            (values["unblock_es"], values["unblock_en"]) = (null, null);
        }
    }

    /// <summary>Of a commitment a code is said, of a plan that or a figure; compliance has no codes.</summary>
    private void Assess(Dictionary<string, object?> values)
    {
        var isOfPlan = values["commitment_id"] is null;
        if (!isOfPlan && values["aspect"] is "compliance")
        {
            values["aspect"] = "completion";
        }

        IReadOnlyList<string> codes = values["aspect"] switch
        {
            "compliance" => [],
            "verifiable" or "relevance" => ["true", "false"],
            var aspect => Vocabulary.Codes((string)aspect!),
        };
        if (!isOfPlan || codes.Count == 0 || values["code"] is string code && !codes.Contains(code))
        {
            values["code"] =
                codes.Count == 0 ? null
                : values["code"] is string known && codes.Contains(known) ? known
                : dice.Of(codes);
        }

        if (!isOfPlan || values["code"] is not null && values["value"] is null)
        {
            (values["value"], values["out_of"], values["unit"]) = (null, null, null);
            return;
        }

        values["value"] ??= 3m;
        values["unit"] ??= "commitments";
        values["out_of"] = values["unit"] is "percent" ? null : 100L;
        values["value"] = values["unit"] is "percent" ? values["value"] : decimal.Truncate((decimal)values["value"]!);
    }
}
