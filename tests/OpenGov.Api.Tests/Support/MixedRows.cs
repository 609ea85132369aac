using Microsoft.Extensions.DependencyInjection;
using OpenGov.Api.Database;
using OpenGov.Api.Records;

namespace OpenGov.Api.Tests;

/// <summary>Gives the rows of the data set numbers that are sometimes whole, sometimes not, sometimes unknown.</summary>
internal sealed class MixedRows(OpenGovApplication app, Random random)
{
    private static readonly decimal[] Values =
    [
        0,
        1,
        0.5m,
        0.25m,
        0.6145m,
        0.6146m,
        0.307m,
        0.123456m,
        2,
        12.5m,
        100,
        1234567.000001m,
        999999999.999999m,
        -3,
        -0.000001m,
    ];

    /// <summary>Gives every number column of every row another value of its range, or none where that is allowed.</summary>
    public async Task<Dictionary<(string Table, string Id, string Field), object?>> MixAsync()
    {
        var saved = new Dictionary<(string, string, string), object?>();
        foreach (var table in Schema.Current.Tables)
        {
            var fields = table
                .Fields.Where(field => field.Type is "number" or "integer" && !field.Unique && field.Name is not ("edition" or "number"))
                .ToList();
            if (fields.Count == 0)
            {
                continue;
            }

            var ids = Csv.Parse(await app.Client.GetStringAsync($"/data/{table.Path}")).Skip(1).Select(row => row[0]).ToList();
            await SaveAllAsync(
                table.Name,
                ids,
                (row, _) =>
                {
                    foreach (var field in fields)
                    {
                        var possible = Values
                            .Where(value =>
                                !(value < field.Minimum)
                                && !(value > field.Maximum)
                                && (field.Type == "number" || (value == Math.Floor(value) && value < int.MaxValue))
                            )
                            .ToList();
                        possible = possible.Count > 0 ? possible : [field.Minimum ?? 0];
                        var value = !field.Required && random.Next(4) == 0 ? (decimal?)null : possible[random.Next(possible.Count)];
                        row[field.Name] =
                            value is null ? null
                            : field.Type == "integer" ? (object)(long)value
                            : value;
                    }

                    KeepRules(row);
                    foreach (var field in fields)
                    {
                        saved[(table.Name, (string)row["id"]!, field.Name)] = row[field.Name];
                    }
                }
            );
        }

        return saved;
    }

    /// <summary>What stands beside a number bounds some of them: a scale has two ends, and of so many there are no more.</summary>
    private static void KeepRules(Dictionary<string, object?> row)
    {
        if (row.GetValueOrDefault("scale_max") is decimal most && row["scale_min"] is decimal least && least >= most)
        {
            (row["scale_min"], row["scale_max"]) = least == most ? (least - 1, most) : (most, least);
        }

        if (row.TryGetValue("file_bytes", out var bytes))
        {
            (row["file_name"], row["file_type"], row["file_sha256"]) = bytes is null
                ? (null, null, null)
                : ("acta.txt", "text/plain", new string('a', 64));
        }

        TestRows.SayNothingOfWhatIsEmpty(row);
        if (row.ContainsKey("aspect"))
        {
            KeepAssessment(row);
        }

        if (row.GetValueOrDefault("out_of") is long all && row["value"] is decimal value && value > all)
        {
            row["out_of"] = null;
        }
    }

    /// <summary>Of one commitment a code is said and no figure; of a plan a figure has its unit, commitments are whole, and per cent are of a hundred.</summary>
    private static void KeepAssessment(Dictionary<string, object?> row)
    {
        var value = row["commitment_id"] is not null ? null : (decimal?)row["value"] ?? (row["code"] is null ? 1m : null);
        var unit = value is null ? null : (string?)row["unit"] ?? "commitments";
        (row["value"], row["unit"]) = (
            unit == "percent" ? Math.Min(value ?? 0, 100)
            : value is null ? null
            : decimal.Truncate(value.Value),
            unit
        );
        row["out_of"] = unit == "commitments" && row["out_of"] is not 0L ? row["out_of"] : null;
    }

    /// <summary>Saves these rows of a table, each changed.</summary>
    public async Task SaveAllAsync(string name, IReadOnlyList<string> ids, Action<Dictionary<string, object?>, int> change)
    {
        var table = Schema.Current[name];
        var rows = new List<Dictionary<string, object?>>();
        await using (var scope = app.Services.CreateAsyncScope())
        {
            var session = scope.ServiceProvider.GetRequiredService<ReadSession>();
            foreach (
                IDictionary<string, object?> row in await session.QueryAsync<dynamic>(
                    $"SELECT {string.Join(", ", table.Fields.Select(field => $"t.{field.Name}"))} FROM {name} t",
                    null,
                    CancellationToken.None
                )
            )
            {
                rows.Add(table.Fields.ToDictionary(field => field.Name, field => (object?)field.FromDatabase(row[field.Name])));
            }
        }

        var wanted = rows.Where(row => ids.Contains((string)row["id"]!)).ToList();
        Assert.That(wanted, Has.Count.EqualTo(ids.Count));
        await app.ChangeAsync(async recorder =>
        {
            for (var i = 0; i < wanted.Count; i++)
            {
                change(wanted[i], i);
                await recorder.SaveAsync(TestRows.Checked(table, wanted[i]), CancellationToken.None);
            }
        });
    }
}
