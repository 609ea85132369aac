using OpenGov.Api.Records;

namespace OpenGov.Api.Tests;

/// <summary>Rows that tests add to the shipped data set.</summary>
public static class TestRows
{
    /// <summary>Sessions, agreements and proposals, of which the shipped data set has none.</summary>
    public static async Task AddDialoguesAsync(this OpenGovApplication app)
    {
        for (var i = 1; i <= 12; i++)
        {
            await app.SaveAsync(
                "sessions",
                $"MX-DUR-STL-S{i}",
                ("secretariat_id", "MX-DUR-STL"),
                ("state_id", "MX-DUR"),
                ("title_es", $"Sesión de prueba {i}"),
                ("title_en", $"Test session {i}"),
                ("kind", "ordinary"),
                ("held_on", new DateOnly(2018, i, 1))
            );
            await app.SaveAsync(
                "agreements",
                $"MX-DUR-STL-S{i}-A1",
                ("session_id", $"MX-DUR-STL-S{i}"),
                ("number", 1L),
                ("text_es", $"Acuerdo de prueba {i}"),
                ("text_en", $"Test agreement {i}"),
                ("fulfilled", i % 3 == 0 ? null : i % 3 == 1)
            );
            await app.SaveAsync(
                "proposals",
                $"MX-DUR-P{i}",
                ("state_id", "MX-DUR"),
                ("plan_id", "MX-DUR-PAL1"),
                ("proposal_es", $"Propuesta de prueba {i}")
            );
        }
    }

    /// <summary>Many commitments more, with words and dates, for what only shows where there are many.</summary>
    public static async Task AddCommitmentsAsync(this OpenGovApplication app, int count)
    {
        var table = Schema.Current["commitments"];
        await app.ChangeAsync(async recorder =>
        {
            for (var i = 0; i < count; i++)
            {
                var row = With(
                    NewRow(table, $"MX-DUR-PAL1-T{i:D6}"),
                    [
                        ("title_es", $"Compromiso sintético {i}"),
                        ("problem_es", $"Reporte número {i} de la carga sintética, con palabras de más para que ocupe lugar."),
                        ("due_date", new DateOnly(2019, 1, 1).AddDays(i % 900)),
                        ("due_date_precision", "day"),
                        ("note_es", "Sintético"),
                        ("note_en", "Synthetic"),
                    ]
                );
                await recorder.SaveAsync(Checked(table, row), CancellationToken.None);
            }
        });
    }

    /// <summary>A row with what every row must have; a test adds what it is about.</summary>
    public static Dictionary<string, object?> NewRow(Table table, string id) =>
        table.Fields.ToDictionary(
            field => field.Name,
            field =>
                (object?)(
                    field switch
                    {
                        { Name: "id" } => id,
                        { Name: "plan_id" } when table.Name == "commitments" => id[..id.LastIndexOf('-')],
                        { Name: "kind" } when table.Name == "commitments" => "commitment",
                        { Name: "source_ids" } => "S0",
                        { Name: "confidence" } => "presentation",
                        { Required: false } => null,
                        { Vocabulary: { } vocabulary } => Vocabulary.Codes(vocabulary)[0],
                        { Type: "integer" } => (long)(field.Minimum ?? 1),
                        { Type: "number" } => field.Minimum ?? 0,
                        { Type: "boolean" } => true,
                        { Type: "date" } => new DateOnly(2018, 1, 1),
                        _ => "Prueba",
                    }
                )
        );

    /// <summary>A row as a record; it must be a good one.</summary>
    public static CheckedRecord Checked(Table table, IReadOnlyDictionary<string, object?> row)
    {
        var (record, errors) = RecordChecker.Check(table, row);
        Assert.That(errors.Select(error => error.ToString()), Is.Empty, $"{table.Name} {row["id"]}");
        return record!;
    }

    /// <summary>Takes fields that are empty out of those of which a row says where they come from.</summary>
    public static void SayNothingOfWhatIsEmpty(Dictionary<string, object?> row)
    {
        foreach (var fields in (string[])["inferred_fields", "presentation_fields"])
        {
            if (row.GetValueOrDefault(fields) is string said)
            {
                var filled = said.Split('|').Where(field => row[field] is not null).ToList();
                row[fields] = filled.Count == 0 ? null : string.Join('|', filled);
            }
        }
    }

    /// <summary>A row with some values changed.</summary>
    public static Dictionary<string, object?> With(Dictionary<string, object?> row, (string Field, object? Value)[] values)
    {
        foreach (var (field, value) in values.PerhapsNone("a row can be saved as it is"))
        {
            Assert.That(row, Does.ContainKey(field));
            row[field] = value;
        }

        return row;
    }
}
