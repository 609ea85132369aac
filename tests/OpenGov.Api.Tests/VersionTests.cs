using System.Text.Json;
using System.Text.Json.Nodes;
using OpenGov.Api.Records;
using OpenGov.Api.Tests.Synthetic;

namespace OpenGov.Api.Tests;

/// <summary>What a record's version, its tag and its instant say.</summary>
[Parallelizable]
public sealed class VersionTests
{
    private OpenGovApplication app;

    [OneTimeSetUp]
    public async Task StartAsync() => app = await SyntheticData.StartAsync("Sqlite");

    [OneTimeTearDown]
    public async Task StopAsync() => await app.DisposeAsync();

    [Test]
    public async Task The_tag_of_a_record_has_its_version_and_differs_by_representation()
    {
        const string Path = "commitments/XT-NOR-PAL1-C1";
        var version = (await app.GetAsync(Path)).GetProperty("version").GetInt32();
        var tags = new HashSet<string>();
        foreach (var host in (string[])["one.example", "two.example", "three.example"])
        {
            foreach (var encoding in (string[])["identity", "br"])
            {
                foreach (var fields in (string[])["", "?fields=id,links", "?fields=id,title_es,links"])
                {
                    using var answer = await app.SendAsync(Path + fields, null, ("Host", host), ("Accept-Encoding", encoding));
                    var tag = answer.Headers.ETag!.ToString();
                    Assert.That(tag, Does.Match($"^\"v{version}-[0-9a-f]{{24}}(-br)?\"$"));
                    Assert.That(tags.Add(tag), $"{host} {encoding} {fields}: {tag} is the tag of another representation");
                    using var again = await app.SendAsync(
                        Path + fields,
                        null,
                        ("Host", host),
                        ("Accept-Encoding", encoding),
                        ("If-None-Match", tag)
                    );
                    Assert.That((int)again.StatusCode, Is.EqualTo(304));
                }
            }
        }

        await app.SaveCommitmentAsync("XT-NOR-PAL1-C1", ("theme_en", "Another theme"));
        using var later = await app.SendAsync(Path);
        Assert.That(later.Headers.ETag!.ToString(), Does.StartWith($"\"v{version + 1}-"));
        Assert.That((await app.GetAsync(Path)).GetProperty("version").GetInt32(), Is.EqualTo(version + 1));
        Assert.That(
            (await app.GetAsync("changes?record=XT-NOR-PAL1-C1&limit=1")).GetProperty("items")[0].GetProperty("version").GetInt32(),
            Is.EqualTo(version + 1)
        );
    }

    [Test]
    public async Task Every_record_of_every_list_has_a_version()
    {
        foreach (var (_, path) in AllLists.OfRecords.Some())
        {
            var items = await app.AllAsync($"{path}?limit=500");
            Assert.That(items, path == "terms" ? Is.Empty : Is.Not.Empty, path);
            Assert.That(items.Select(item => item.GetProperty("version").GetInt32()), Is.All.GreaterThan(0), path);
        }
    }

    [Test]
    public async Task A_change_leads_to_where_a_record_says_that_it_is()
    {
        foreach (var (table, path) in AllLists.OfRecords.Some())
        {
            var items = await app.AllAsync($"{path}?limit=500&fields=id,links");
            if (items.Count == 0)
            {
                continue;
            }

            var id = items[0].GetProperty("id").GetString();
            var change = (await app.GetAsync($"changes?record={id}&record_type={table}&limit=1")).GetProperty("items")[0];
            Assert.That(Link(change, "record"), Is.EqualTo(Link(items[0], "self")), $"RecordAddresses knows the address of {table}");
            if (Link(items[0], "self") is { } self)
            {
                using var answer = await app.SendAsync(self);
                Assert.That((int)answer.StatusCode, Is.EqualTo(200), self);
            }
        }

        static string? Link(JsonElement record, string name) =>
            record.GetProperty("links").TryGetProperty(name, out var link) ? link.GetString() : null;
    }

    /// <summary>
    /// Whatever changes, each record whose answer then says something else has moved; this finds what <see cref="Showing"/> forgets.
    /// </summary>
    [Test]
    public async Task A_record_whose_answer_changed_says_so_whatever_it_was_that_changed()
    {
        var seen = new HashSet<string>();
        foreach (var table in Schema.Current.Tables.Some())
        {
            foreach (
                var (id, values) in (await ChangesAsync(table)).PerhapsNone(
                    "the region has no terms of its own; what was seen is said below"
                )
            )
            {
                var before = await AllAsync();
                app.Clock.Now = app.Clock.Now.AddMinutes(1);
                var now = app.Clock.Now;
                await app.SaveAsync(table.Name, id, values);
                var after = await AllAsync();
                Assert.That(after.Keys.Some(), Is.EquivalentTo(before.Keys));
                foreach (var (address, (body, updatedAt)) in after.Some())
                {
                    if (body != before[address].Body)
                    {
                        Assert.That(updatedAt, Is.EqualTo(now), $"{table.Name} {id} changed: {address} shows it");
                        seen.Add($"{table.Name} {address.Split('/')[0]}");
                    }
                    else if (table.Name != address.Split('/')[0])
                    {
                        Assert.That(updatedAt, Is.EqualTo(before[address].UpdatedAt).Or.EqualTo(now), address);
                    }
                }
            }
        }

        Assert.That(
            seen,
            Is.SupersetOf(
                (string[])["milestones commitments", "sources plans", "organizations commitments", "commitments plans", "sources states"]
            )
        );
    }

    [Test]
    public async Task An_indicator_that_moves_takes_what_both_plans_and_states_count_with_it()
    {
        // Others of these tests change what it is.
        await app.SaveAsync("indicators", "XT-NOR-PAL1-C10-I1", ("kind", "outcome"), ("commitment_id", "XT-NOR-PAL1-C10"));
        var before = await AllAsync();
        app.Clock.Now = app.Clock.Now.AddMinutes(1);
        await app.SaveAsync("indicators", "XT-NOR-PAL1-C10-I1", ("commitment_id", "XT-SUR-PAL1-C1"));
        var changed = (await AllAsync()).Where(one => one.Value.Body != before[one.Key].Body).ToList();
        Assert.That(
            changed.Select(one => one.Key),
            Does.Contain("plans/XT-NOR-PAL1").And.Contain("plans/XT-SUR-PAL1").And.Contain("states/XT-NOR")
        );
        Assert.That(changed.Some().Select(one => one.Value.UpdatedAt), Is.All.EqualTo(app.Clock.Now));
    }

    [Test]
    public async Task What_shows_a_record_can_be_found_by_the_instant_at_which_that_changed_and_an_earlier_day_keeps_its_own()
    {
        var day = app.Clock.Now.UtcDateTime.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        app.Clock.Now = app.Clock.Now.AddDays(1);
        var instant = app.Clock.Now.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", System.Globalization.CultureInfo.InvariantCulture);
        const string Commitment = "XT-SUR-PAL1-C1";
        var before = await app.GetAsync($"commitments/{Commitment}");
        await app.SaveAsync("milestones", $"{Commitment}-M1", ("title_es", "Otro hito"));
        var found = await app.AllAsync($"commitments?updated_since={instant}");
        Assert.That(found.Select(item => item.GetProperty("id").GetString()), Does.Contain(Commitment));
        var after = await app.GetAsync($"commitments/{Commitment}");
        Assert.That(after.GetProperty("updated_at").GetString(), Is.Not.EqualTo(before.GetProperty("updated_at").GetString()));
        Assert.That(
            after.GetProperty("version").GetInt32(),
            Is.EqualTo(before.GetProperty("version").GetInt32()),
            "it says the same of itself"
        );
        var then = await app.GetAsync($"commitments/{Commitment}?as_of={day}");
        Assert.That(then.GetProperty("updated_at").GetString(), Is.EqualTo(before.GetProperty("updated_at").GetString()));
        Assert.That(then.GetProperty("milestones").GetRawText(), Is.EqualTo(before.GetProperty("milestones").GetRawText()));
    }

    /// <summary>For each table some records, with all that can change in one.</summary>
    private async Task<List<(string Id, (string Field, object? Value)[] Values)>> ChangesAsync(Table table)
    {
        var rows = Csv.Parse(await app.Client.GetStringAsync($"/data/{table.Path}"));
        return
        [
            .. rows.Skip(1)
                .Take(1)
                .Concat(rows.Skip(1).TakeLast(2))
                .DistinctBy(row => row[0])
                .Select(row => (row[0], Changed(table, rows[0], row))),
        ];
    }

    private static (string Field, object? Value)[] Changed(Table table, string[] header, string[] row)
    {
        var values = table.Fields.ToDictionary(
            one => one.Name,
            one => FieldReader.FromText(one, row[Array.IndexOf(header, one.Name)]).Value
        );
        var changed = new List<(string, object?)>();
        foreach (
            var field in table.Fields.Where(field => !field.Unique && field.References is null && field.Name is not ("id" or "confidence"))
        )
        {
            var given = row[Array.IndexOf(header, field.Name)];
            var before = values[field.Name];
            object? value =
                given.Length == 0 || field.Name.EndsWith("_precision", StringComparison.Ordinal)
                    ? null
                    : field switch
                    {
                        { Vocabulary: { } vocabulary, IsList: false } => Vocabulary.Codes(vocabulary).FirstOrDefault(code => code != given),
                        { Type: "string", IsList: false, Pattern: null } => "Otro texto",
                        { Type: "integer" } => given == "1" ? 2L : 1L,
                        { Type: "number" } => given == "0.5" ? 0.25m : 0.5m,
                        { Type: "boolean" } => given != "true",
                        _ => null,
                    };
            values[field.Name] = value ?? before;
            if (value is null || RecordChecker.Check(table, values).Errors.Count > 0)
            {
                values[field.Name] = before;
            }
            else
            {
                changed.Add((field.Name, value));
            }
        }

        return [.. changed];
    }

    /// <summary>The body of every record's own address without its instant, and its instant.</summary>
    private async Task<Dictionary<string, (string Body, DateTimeOffset UpdatedAt)>> AllAsync()
    {
        var bodies = new Dictionary<string, (string, DateTimeOffset)>();
        foreach (var (table, path) in AllLists.OfRecords.Some())
        {
            foreach (var item in (await app.AllAsync($"{path}?limit=500&fields=id,links")).PerhapsNone("of terms there are none"))
            {
                if (item.GetProperty("links").TryGetProperty("self", out var self))
                {
                    bodies[$"{table}/{item.GetProperty("id").GetString()}"] = Split(await app.GetAsync(self.GetString()!));
                }
            }
        }

        return bodies;

        static (string, DateTimeOffset) Split(JsonElement record)
        {
            var body = JsonObject.Create(record)!;
            body.Remove("updated_at");
            return (body.ToJsonString(), record.GetProperty("updated_at").GetDateTimeOffset());
        }
    }
}
