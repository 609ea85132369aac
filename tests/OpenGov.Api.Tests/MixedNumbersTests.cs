using System.Globalization;
using System.Numerics;
using System.Text.Json;
using CsCheck;
using OpenGov.Api.Database;
using OpenGov.Api.Lists;
using OpenGov.Api.Records;

namespace OpenGov.Api.Tests;

/// <summary>
/// Numbers that are sometimes whole, sometimes not, sometimes unknown read the same everywhere; means of them are
/// exact and rounded once, half away from zero.
/// </summary>
[Parallelizable]
public sealed class MixedNumbersTests(string provider) : ApiFixture(provider)
{
    private const int Rounds = 3;

    private static readonly string[] Records =
    [
        "states/MX-DUR",
        "plans/MX-NAP2",
        "plans/MX-NAP4",
        "commitments/MX-NAP4-C10",
        "metrics/2017",
        "metrics/2019",
        "changes/5",
        "commitments/MX-NAP4-C10/history",
    ];

    private readonly Random random = new(20261125);

    private MixedRows rows;
    private int sorted;

    [OneTimeSetUp]
    public async Task AddRowsAsync()
    {
        rows = new MixedRows(App, random);
        await App.AddDialoguesAsync();
        for (var i = 1; i <= 6; i++)
        {
            var indicator = $"MX-NAP4-C10-I9{i}";
            await App.SaveAsync(
                "indicators",
                indicator,
                ("commitment_id", "MX-NAP4-C10"),
                ("name_es", $"Indicador {i}"),
                ("direction", "increase")
            );
            await App.SaveAsync("observations", $"{indicator}-O1", ("indicator_id", indicator), ("value", 1m));
            await App.SaveAsync("observations", $"{indicator}-O2", ("indicator_id", indicator), ("value", 0.5m));
        }
    }

    [Test]
    public async Task Whole_and_fractional_numbers_and_unknown_ones_are_read_in_every_list_file_and_record()
    {
        for (var round = 0; round < Rounds; round++)
        {
            var saved = await rows.MixAsync();
            Assert.That(
                saved.Keys.Select(key => key.Table).Distinct().Count(),
                Is.GreaterThanOrEqualTo(13),
                "tables with numbers have rows"
            );
            foreach (var path in AllLists.Paths)
            {
                var all = await App.AllAsync(AllLists.Address(path, "limit=60"));
                foreach (var suffix in (string[])["csv", "ndjson", "xlsx", .. path == "states" ? (string[])["geojson"] : []])
                {
                    var file = path == "search" ? $"/api/v1/search.{suffix}?q=a" : $"/api/v1/{path}.{suffix}";
                    var bytes = await App.Client.GetByteArrayAsync(file);
                    if (suffix == "xlsx")
                    {
                        Assert.That(Xlsx.Rows(bytes), Has.Count.EqualTo(all.Count + 1), file);
                    }
                    else if (suffix == "ndjson")
                    {
                        Assert.That(
                            System.Text.Encoding.UTF8.GetString(bytes).Count(character => character == '\n'),
                            Is.EqualTo(all.Count),
                            file
                        );
                    }
                }

                await SortsAsync(path);
            }

            foreach (var record in Records)
            {
                await App.GetAsync(record);
            }

            await AssertTablesAsync(saved);
            await AssertRecomputedAsync();
        }

        Assert.That(sorted, Is.GreaterThan(Rounds * 20), "lists are sorted by numbers");
    }

    [Test]
    public void A_mean_is_rounded_once_half_away_from_zero() =>
        Gen.Select(Gen.Long[-1_000_000_000_000, 1_000_000_000_000], Gen.Int[1, 400], Gen.Int[0, 6], Gen.Int[0, 6])
            .Sample(
                (units, count, scale, decimals) =>
                {
                    var sum = units / (decimal)Math.Pow(10, scale);

                    // In whole numbers: |units| * 10^decimals / (10^scale * count), a half rounds up.
                    var (numerator, denominator) = (
                        BigInteger.Abs(units) * BigInteger.Pow(10, decimals),
                        BigInteger.Pow(10, scale) * count
                    );
                    var rounded = ((2 * numerator) + denominator) / (2 * denominator);
                    var expected = Math.Sign(units) * (decimal)rounded / (decimal)Math.Pow(10, decimals);
                    Assert.That(Numbers.Mean(sum, count, decimals), Is.EqualTo(expected));
                }
            );

    [Test]
    public async Task Ties_of_recomputed_values_and_of_progress_are_rounded_half_away_from_zero()
    {
        var values = Csv.Parse(await App.Client.GetStringAsync("/data/metric_values.csv"));
        var parts = values.Skip(1).Where(row => row[2] is "transparency" or "participation").Select(row => row[0]).ToList();
        await rows.SaveAllAsync(
            "metric_values",
            parts,
            (row, i) => row["value"] = 0.0001m * (random.Next(5000) * 2) + (i % 2 == 0 ? 0.0001m : 0)
        );
        await AssertRecomputedAsync();

        var milestones = Csv.Parse(await App.Client.GetStringAsync("/data/milestones.csv")).Skip(1).Select(row => row[0]).ToList();
        await rows.SaveAllAsync(
            "milestones",
            milestones,
            (row, i) =>
                (row["status"], row["progress_percent"]) = (
                    i % 3 == 0 ? "completed" : "in_progress",
                    i % 4 == 0 ? null : (long)random.Next(101)
                )
        );
        var commitments = await App.AllAsync("commitments?limit=500");
        foreach (var commitment in commitments.Some())
        {
            var id = commitment.GetProperty("id").GetString();
            var known = (await App.GetAsync($"commitments/{id}?fields=milestones"))
                .GetProperty("milestones")
                .EnumerateArray()
                .Select(milestone =>
                    (
                        Percent: milestone.GetProperty("status").GetString() is "completed" or "verified"
                            ? 100
                            : Number(milestone.GetProperty("progress_percent")),
                        Weight: Number(milestone.GetProperty("weight")) ?? 1
                    )
                )
                .Where(milestone => milestone.Percent is not null)
                .ToList();
            if (commitment.GetProperty("status").GetString() is not ("completed" or "verified") && known.Count > 0)
            {
                Assert.That(
                    Number(commitment.GetProperty("progress_percent")),
                    Is.EqualTo(Half(known.Sum(one => one.Percent!.Value * one.Weight) / known.Sum(one => one.Weight), 0)),
                    id
                );
            }
        }

        foreach (var group in (await App.GetAsync("stats/commitments?group_by=plan")).GetProperty("items").EnumerateArray().Some())
        {
            var known = commitments
                .Where(row => row.GetProperty("plan_id").GetString() == group.GetProperty("plan").GetString())
                .Select(row => Number(row.GetProperty("progress_percent")))
                .OfType<decimal>()
                .ToList();
            Assert.That(
                Number(group.GetProperty("mean_progress_percent")),
                Is.EqualTo(known.Count == 0 ? (decimal?)null : Half(known.Sum() / known.Count, 1)),
                group.ToString()
            );
        }
    }

    [Test]
    public async Task No_number_has_zeros_at_its_end_in_any_format()
    {
        await rows.MixAsync();
        foreach (
            var address in (string[])
                [
                    "/api/v1/states.geojson",
                    "/api/v1/states.ndjson",
                    "/api/v1/states?limit=500",
                    "/api/v1/metrics/values.ndjson",
                    "/api/v1/metrics/values?limit=500&sort=value",
                    "/api/v1/changes?limit=500",
                ]
        )
        {
            Assert.That(
                await App.Client.GetStringAsync(address),
                Does.Not.Match(@"[:\[,]\s*-?\d+\.\d*0[,\]\}]").And.Not.Match(@"[:\[,]\s*-?\d+(\.\d+)?[eE]"),
                address
            );
        }

        foreach (
            var address in (string[])
                [
                    "/api/v1/states.csv?fields=id,latitude,longitude",
                    "/api/v1/metrics/values.csv?fields=id,value,published_value,recomputed_value",
                ]
        )
        {
            foreach (var cell in Csv.Parse(await App.Client.GetStringAsync(address)).Skip(1).SelectMany(row => row.Skip(1)).Some())
            {
                Assert.That(cell, Does.Match(@"^(-?\d+(\.\d*[1-9])?)?$"), address);
            }
        }
    }

    private async Task SortsAsync(string path)
    {
        foreach (var key in AllLists.Sql(path).Sorts.Where(key => key.Kind == SortKind.Number).PerhapsNone("some lists have no number"))
        {
            foreach (var direction in (string[])["", "-"])
            {
                var limit = path is "changes" or "terms" ? 150 : 40;
                var rows = await App.AllAsync(AllLists.Address(path, $"sort={direction}{key.Name}&limit={limit}&fields=id,{key.Name}"));
                Assert.That(rows.Some().Select(row => row.GetProperty("id").GetString()), Is.Unique, $"{path} by {key.Name}");
                sorted++;
            }
        }
    }

    private async Task AssertTablesAsync(Dictionary<(string Table, string Id, string Field), object?> saved)
    {
        foreach (var table in saved.GroupBy(one => one.Key.Table).Some())
        {
            var rows = Csv.Parse(await App.Client.GetStringAsync($"/data/{Schema.Current[table.Key].Path}"));
            var columns = rows[0].Select((name, i) => (name, i)).ToDictionary(pair => pair.name, pair => pair.i);
            var byId = rows.Skip(1).ToDictionary(row => row[0]);
            foreach (var ((_, id, field), value) in table.Some())
            {
                Assert.That(
                    byId[id][columns[field]],
                    Is.EqualTo(
                        value is null
                            ? ""
                            : Convert.ToDecimal(value, CultureInfo.InvariantCulture).ToString("0.######", CultureInfo.InvariantCulture)
                    ),
                    $"{table.Key} {id} {field}"
                );
            }
        }
    }

    private async Task AssertRecomputedAsync()
    {
        var partOf = Csv.Parse(await App.Client.GetStringAsync("/data/metric_indicators.csv"));
        var column = Array.IndexOf(partOf[0], "part_of");
        var wholes = partOf.Skip(1).ToDictionary(row => row[0], row => row[column]);
        var values = await App.AllAsync("metrics/values?limit=500");
        var recomputed = 0;
        foreach (var value in values.Some())
        {
            var parts = values
                .Where(other =>
                    wholes[other.GetProperty("indicator").GetString()!] == value.GetProperty("indicator").GetString()
                    && ((string[])["edition", "scope", "scope_code"]).All(key =>
                        other.GetProperty(key).ToString() == value.GetProperty(key).ToString()
                    )
                )
                // No mean is made of what is disputed.
                .Where(part => part.GetProperty("confidence").GetString() != "disputed")
                .Select(part => part.GetProperty("value").GetDecimal())
                .ToList();
            recomputed += parts.Count == 2 ? 1 : 0;
            Assert.That(
                Number(value.GetProperty("recomputed_value")),
                Is.EqualTo(parts.Count == 2 ? Half(parts.Sum() / 2, 4) : (decimal?)null),
                value.GetProperty("id").ToString()
            );
        }

        Assert.That(recomputed, Is.GreaterThan(50));
    }

    private static decimal? Number(JsonElement value) => value.ValueKind == JsonValueKind.Null ? null : value.GetDecimal();

    private static decimal Half(decimal value, int decimals) => Math.Round(value, decimals, MidpointRounding.AwayFromZero);
}
