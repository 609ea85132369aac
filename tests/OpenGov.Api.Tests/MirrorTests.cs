using System.Diagnostics;
using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;
using OpenGov.Api.Records;

namespace OpenGov.Api.Tests;

/// <summary>Who follows the log of changes has everything, whatever happens meanwhile, or is told to begin anew.</summary>
[Parallelizable]
public sealed partial class MirrorTests
{
    private OpenGovApplication app;
    private string file;

    [SetUp]
    public async Task StartAsync()
    {
        app = await OpenGovApplication.StartAsync();
        file = Path.Combine(app.DatabaseSettings.Single(setting => setting.Key == "Database:Folder").Value!, "opengov.db");
    }

    [TearDown]
    public async Task StopAsync() => await app.DisposeAsync();

    [Test]
    public async Task Changes_after_a_position_are_the_oldest_first_and_say_the_head()
    {
        var page = await app.GetAsync("changes?after=10&limit=3");
        Assert.That(Sequences(page), Is.EqualTo((long[])[11, 12, 13]));
        var head = page.GetProperty("head").GetInt64();
        Assert.That(head, Is.EqualTo((await app.GetAsync("changes?limit=1")).GetProperty("items")[0].GetProperty("sequence").GetInt64()));
        Assert.That(Sequences(await app.GetAsync("changes?after=10&limit=3&sort=-id")), Is.EqualTo((long[])[head, head - 1, head - 2]));
        var last = await app.GetAsync($"changes?after={head}");
        Assert.That(Sequences(last), Is.Empty);
        Assert.That(last.GetProperty("head").GetInt64(), Is.EqualTo(head));
        Assert.That(
            (await app.AllAsync("changes?after=0&limit=500")).Select(change => change.GetProperty("sequence").GetInt64()).Some(),
            Is.Ordered
        );
    }

    [Test]
    public async Task The_epoch_stays_while_changes_are_made_and_is_another_once_the_database_was_restored_or_replaced()
    {
        var epoch = await EpochAsync();
        await BackUpAsync($"{file}.backup");
        await SaveAsync("first");
        Assert.That(await EpochAsync(), Is.EqualTo(epoch));
        await using (var other = await app.StartAnotherNodeAsync())
        {
            Assert.That((await other.GetAsync("changes?limit=1")).GetProperty("epoch").GetString(), Is.EqualTo(epoch));
        }

        // The restored log has caught up with the numbers that were told, with other changes.
        File.Copy($"{file}.backup", $"{file}.restored");
        File.Move($"{file}.restored", file, overwrite: true);
        await SaveAsync("another");
        await SaveAsync("and one more");
        var restored = await EpochAsync();
        Assert.That(restored, Is.Not.EqualTo(epoch));
        Assert.That(await EpochAsync(), Is.EqualTo(restored));
        var problem = await app.GetProblemAsync($"changes?after=1&epoch={epoch}", HttpStatusCode.Conflict);
        Assert.That(problem.GetProperty("errors")[0].GetProperty("code").GetString(), Is.EqualTo("unknown_epoch"));
        Assert.That(problem.GetProperty("type").GetString(), Does.EndWith("/problems/unknown-state"));
        await app.GetAsync($"changes?after=1&epoch={restored}");

        // What is known of restores outlives the process.
        await using var later = await app.StartAnotherNodeAsync();
        Assert.That((await later.GetAsync("changes?limit=1")).GetProperty("epoch").GetString(), Is.EqualTo(restored));
    }

    [TestCase("changes?after=99999999")]
    [TestCase("changes.csv?after=99999999")]
    [TestCase("changes.ndjson?after=99999999&record_type=plans")]
    public async Task A_position_beyond_the_head_is_told_and_is_no_empty_list(string address)
    {
        var problem = await app.GetProblemAsync(address, HttpStatusCode.Conflict);
        Assert.That(problem.GetProperty("errors")[0].GetProperty("code").GetString(), Is.EqualTo("unknown_position"));
        Assert.That(problem.GetProperty("detail").GetString(), Does.Contain("mirror.md"));
    }

    [Test]
    public async Task The_CSV_of_changes_says_what_the_JSON_says()
    {
        await app.SaveCommitmentAsync("MX-NAP4-C1", ("theme_en", "=SUM(A1), \"quoted\""));
        await SaveAsync("text");
        await app.WithdrawCommitmentAsync("MX-DUR-PAL1-C901");
        var pages = await app.GetAsync("changes?limit=3");
        var csv = Csv.Parse(await app.Client.GetStringAsync("/api/v1/changes.csv"));
        foreach (var (change, row) in pages.GetProperty("items").EnumerateArray().Zip(csv.Skip(1)).Some())
        {
            foreach (var name in (string[])["before", "after"])
            {
                var cell = row[Array.IndexOf(csv[0], name)];
                var value = cell.Length == 0 ? JsonDocument.Parse("null").RootElement : JsonDocument.Parse(cell).RootElement;
                Assert.That(JsonElement.DeepEquals(value, change.GetProperty(name)), $"{name} is {cell}");
            }
        }
    }

    /// <summary>The scripts of the documentation, followed through edits, withdrawals and restores.</summary>
    [TestCase("python", "python3", "mirror.py")]
    [TestCase("js", "node", "mirror.mjs")]
    public async Task A_mirror_has_everything_after_random_edits_withdrawals_and_restores(string language, string program, string name)
    {
        var folder = Directory.CreateTempSubdirectory("opengov-mirror-").FullName;
        var (script, copy) = (Path.Combine(folder, name), Path.Combine(folder, "copy.json"));
        await File.WriteAllTextAsync(script, Script(language));
        var seed = Environment.TickCount;
        var random = new Random(seed);
        try
        {
            for (var round = 0; round < 6; round++)
            {
                if (round > 0)
                {
                    await ChangeAsync(random);
                }

                await RunAsync(program, script, app.Address.ToString().TrimEnd('/'), copy);
                await AssertCopyAsync(copy, $"seed {seed}, round {round}");
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [TestCase("python", "python3", "mirror.py")]
    [TestCase("js", "node", "mirror.mjs")]
    public async Task A_mirror_of_some_records_ends_once_it_has_them_all(string language, string program, string name)
    {
        var folder = Directory.CreateTempSubdirectory("opengov-mirror-").FullName;
        try
        {
            var (script, copy) = (Path.Combine(folder, name), Path.Combine(folder, "copy.json"));
            await File.WriteAllTextAsync(
                script,
                Script(language).Replace("&limit=500", "&limit=500&record_type=plans", StringComparison.Ordinal)
            );
            await RunAsync(program, script, app.Address.ToString().TrimEnd('/'), copy);
            await RunAsync(program, script, app.Address.ToString().TrimEnd('/'), copy);
            using var kept = JsonDocument.Parse(await File.ReadAllTextAsync(copy));
            Assert.That(
                kept.RootElement.GetProperty("records").EnumerateObject().Count(),
                Is.EqualTo((await app.GetAsync("plans?limit=1")).GetProperty("total").GetInt32())
            );
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>Some edits, of which the database may forget some and make others in their place.</summary>
    private async Task ChangeAsync(Random random)
    {
        await BackUpAsync($"{file}.restored");
        for (var i = random.Next(1, 4); i > 0; i--)
        {
            await EditAsync(random);
        }

        if (random.Next(2) == 0)
        {
            File.Move($"{file}.restored", file, overwrite: true);
            for (var i = random.Next(0, 6); i > 0; i--)
            {
                await EditAsync(random);
            }
        }
        else
        {
            File.Delete($"{file}.restored");
        }
    }

    private async Task EditAsync(Random random)
    {
        var id = $"MX-DUR-PAL1-C90{random.Next(3)}";
        using var found = await app.SendAsync($"commitments/{id}");
        if (found.IsSuccessStatusCode && random.Next(3) == 0)
        {
            app.Clock.Now += TimeSpan.FromSeconds(1);
            await app.WithdrawCommitmentAsync(id);
        }
        else
        {
            await SaveAsync($"{random.Next()} ñ 𝒳 \"", id);
        }
    }

    private async Task SaveAsync(string title, string id = "MX-DUR-PAL1-C901")
    {
        app.Clock.Now += TimeSpan.FromSeconds(1);
        await app.SaveCommitmentAsync(id, ("title_es", title), ("sdgs", title.Length % 2 == 0 ? "3|16" : "5"));
    }

    private async Task AssertCopyAsync(string copy, string when)
    {
        using var mirror = JsonDocument.Parse(await File.ReadAllTextAsync(copy));
        var records = mirror.RootElement.GetProperty("records");
        var expected = 0;
        foreach (var table in Schema.Current.Tables.Some())
        {
            var rows = Csv.Parse(await app.Client.GetStringAsync($"/data/{table.Path}"));
            expected += rows.Count - 1;
            foreach (var row in rows.Skip(1).PerhapsNone("some tables of the data set are empty; that others are not is seen by the count"))
            {
                Assert.That(
                    records.TryGetProperty($"{table.Name} {row[Array.IndexOf(rows[0], "id")]}", out var record),
                    $"{when}: {table.Name} {row[0]}"
                );
                var cells = rows[0].Select(name => Cell(record.GetProperty(name)));
                Assert.That(cells.SequenceEqual(row), $"{when}: {table.Name} {row[0]} is {record}");
            }
        }

        Assert.That(records.EnumerateObject().Count(), Is.EqualTo(expected).And.GreaterThan(500), when);
    }

    /// <summary>A value of the copy as the data package writes it.</summary>
    private static string Cell(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.Null => "",
            JsonValueKind.True => "true",
            JsonValueKind.False => "false",
            JsonValueKind.Array => string.Join('|', value.EnumerateArray().Select(item => item.ToString())),
            JsonValueKind.String => CsvFormat.Guard(value.GetString()!),
            _ => value.GetRawText(),
        };

    private async Task<string> EpochAsync() => (await app.GetAsync("changes?limit=1")).GetProperty("epoch").GetString()!;

    private static IEnumerable<long> Sequences(JsonElement page) =>
        page.GetProperty("items").EnumerateArray().Select(change => change.GetProperty("sequence").GetInt64());

    private async Task BackUpAsync(string to)
    {
        await using var source = new SqliteConnection($"Data Source={file};Pooling=false");
        await using var target = new SqliteConnection($"Data Source={to};Pooling=false");
        await source.OpenAsync();
        await target.OpenAsync();
        source.BackupDatabase(target);
        await using var command = target.CreateCommand();
        command.CommandText = "PRAGMA journal_mode = DELETE";
        await command.ExecuteNonQueryAsync();
    }

    private static string Script(string language) =>
        Fences()
            .Matches(File.ReadAllText(Path.Combine(Checkout.Root, "docs", "api", "mirror.md")))
            .Single(match => match.Groups[1].Value == language)
            .Groups[2]
            .Value;

    private static async Task RunAsync(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.That(process.ExitCode, Is.Zero, $"{await output}\n{await errors}");
    }

    [GeneratedRegex("```(\\w+)\\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Fences();
}
