using System.Net;
using System.Text.Json;
using OpenGov.Api.Records;

namespace OpenGov.Api.Tests.Oracles;

/// <summary>Every day as it was recorded at its end.</summary>
[Parallelizable]
internal sealed class AsOfTests(string provider, string kind) : OracleFixture(provider, kind)
{
    private static readonly (string List, string Table)[] Lists =
    [
        ("commitments", "commitments"),
        ("plans", "plans"),
        ("organizations", "organizations"),
        ("secretariats", "secretariats"),
        ("states", "states"),
        ("practices", "practices"),
        ("instruments", "instruments"),
        ("trainings", "trainings"),
        ("learnings", "learnings"),
        ("timeline", "timeline"),
        ("metrics", "metric_editions"),
        ("dialogues/sessions", "sessions"),
        ("dialogues/agreements", "agreements"),
        ("dialogues/proposals", "proposals"),
    ];

    /// <summary>What hangs on a commitment, and where it stands in its answer.</summary>
    private static readonly (string Property, string Table)[] Children =
    [
        ("milestones", "milestones"),
        ("evidence", "evidence"),
        ("indicators", "indicators"),
    ];

    [Test]
    public async Task A_list_of_a_day_has_the_rows_that_were_recorded_at_its_end()
    {
        foreach (var day in Region.Days.Some())
        {
            foreach (var (list, table) in Lists)
            {
                var address = At(day, $"{list}?limit=500&sort=id");
                var found = await Region.App.AllAsync(address);
                CompareRows(address, [.. day.All(table)], found);
            }
        }

        AssertNoFault();
    }

    [Test]
    public async Task A_commitment_of_a_day_has_what_hung_on_it_at_its_end()
    {
        foreach (var day in Region.Days.Some())
        {
            foreach (
                var row in Dice.Some(day.All("commitments").ToList() is { Count: > 0 } all ? all : [.. Region.Today.All("commitments")], 25)
            )
            {
                if (day.Find("commitments", row.Id) is null)
                {
                    continue;
                }

                var address = At(day, $"commitments/{row.Id}");
                var found = await AskAsync(address);
                CompareRow(address, row, found);
                foreach (var (property, table) in Children)
                {
                    var wanted = day.All(table).Where(one => one.Text("commitment_id") == row.Id).ToList();
                    CompareRows($"{address}: {property}", wanted, [.. ById(found.GetProperty(property))]);
                }

                foreach (var indicator in ById(found.GetProperty("indicators")))
                {
                    var id = indicator.GetProperty("id").GetString();
                    var wanted = day.All("observations").Where(one => one.Text("indicator_id") == id).ToList();
                    CompareRows($"{address}: {id}", wanted, [.. ById(indicator.GetProperty("observations"))]);
                }
            }
        }

        AssertNoFault();
    }

    [Test]
    public async Task A_record_is_there_withdrawn_or_not_there_yet_as_on_the_day()
    {
        (string Path, string Table)[] addresses = [.. Lists.Where(one => one.Table is not ("metric_editions" or "secretariats"))];
        var ever = addresses.ToDictionary(
            one => one.Table,
            one => Region.Days.SelectMany(day => day.All(one.Table)).Select(row => row.Id).Distinct().ToList()
        );
        for (var i = 0; i < 400; i++)
        {
            var day = Dice.Of(Region.Days);
            var (path, table) = Dice.Of(addresses);

            // Those that came and went are few, and are what this is about.
            var moving = ever[table].Where(id => Region.Days.Skip(1).Any(one => one.Find(table, id) is null)).ToList();
            var id = Dice.Of(moving.Count > 0 && Dice.Chance(70) ? moving : ever[table]);
            var wanted =
                day.Find(table, id) is not null ? HttpStatusCode.OK
                : day.WasWithdrawn(table, id) ? HttpStatusCode.Gone
                : HttpStatusCode.NotFound;
            var address = At(day, $"{path}/{id}");
            using var response = await Region.App.SendAsync(address);
            Compare(address, (int)wanted, (int)response.StatusCode);
        }

        AssertNoFault();
    }

    [Test]
    public void Records_were_changed_withdrawn_and_came_back()
    {
        var moves = Region.Days.SelectMany(day => day.All("commitments").Select(row => row.Id)).Distinct().ToList();
        Assert.Multiple(() =>
        {
            Assert.That(moves.Count(id => Region.Today.Find("commitments", id) is null), Is.Positive, $"withdrawn, seed {Region.Seed}");
            var back = Schema
                .Current.Tables.SelectMany(table => Region.Today.All(table.Name))
                .Count(row => Region.Today.WasWithdrawn(row.Table, row.Id));
            Assert.That(back, Is.Positive, $"back, seed {Region.Seed}");
        });
    }

    private static IEnumerable<JsonElement> ById(JsonElement list) =>
        list.EnumerateArray().OrderBy(one => one.GetProperty("id").GetString(), StringComparer.Ordinal);

    private void CompareRows(string address, IReadOnlyList<Row> wanted, IReadOnlyList<JsonElement> found)
    {
        Compare($"{address}: ids", wanted.Select(row => row.Id), found.Select(one => one.GetProperty("id")));
        if (wanted.Count == found.Count)
        {
            foreach (var (row, one) in wanted.Zip(found))
            {
                CompareRow(address, row, one);
            }
        }
    }

    /// <summary>All fields that are read as they are written.</summary>
    private void CompareRow(string address, Row row, JsonElement found)
    {
        foreach (var field in Schema.Current[row.Table].Fields)
        {
            if (found.TryGetProperty(field.Name, out var value))
            {
                Compare($"{address}: {row.Id} {field.Name}", field.IsList ? row.List(field.Name) : row.Values[field.Name], value);
            }
        }
    }
}
