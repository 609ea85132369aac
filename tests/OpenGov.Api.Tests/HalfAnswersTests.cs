using System.Text;
using Dapper;
using Microsoft.Data.Sqlite;

namespace OpenGov.Api.Tests;

/// <summary>
/// A file that fails half-way never looks whole. The database is damaged as SQLite lets it be: a server's columns do not
/// take what is no date.
/// </summary>
public sealed class HalfAnswersTests
{
    private OpenGovApplication app;

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        app = await OpenGovApplication.StartAsync();
        await app.AddDialoguesAsync();
        await using var connection = await OpenAsync();
        foreach (
            var (table, column) in ((string, string)[])
                [
                    ("commitments", "start_date"),
                    ("states", "declaration_signed_on"),
                    ("sessions", "held_on"),
                    ("metric_values", "updated_at"),
                    ("timeline", "occurred_on"),
                ]
        )
        {
            await connection.ExecuteAsync($"UPDATE {table} SET {column} = 'no date at all' WHERE id = (SELECT MAX(id) FROM {table})");
        }

        // In the middle of what a stream of changes has sent already.
        await connection.ExecuteAsync("UPDATE changes SET changed_at = 'no date at all' WHERE sequence = 7");
    }

    [OneTimeTearDown]
    public async Task StopAsync() => await app.DisposeAsync();

    [TestCase("/api/v1/commitments.csv")]
    [TestCase("/api/v1/commitments.ndjson")]
    [TestCase("/api/v1/commitments.xlsx")]
    [TestCase("/api/v1/commitments?limit=500")]
    [TestCase("/api/v1/metrics/values.csv")]
    [TestCase("/api/v1/metrics/values.ndjson")]
    [TestCase("/api/v1/timeline.csv")]
    [TestCase("/api/v1/states.geojson")]
    [TestCase("/api/v1/states.csv")]
    [TestCase("/api/v1/dialogues/sessions.ics")]
    [TestCase("/api/v1/changes.csv")]
    [TestCase("/api/v1/changes.ndjson")]
    [TestCase("/api/v1/changes.atom?limit=500&sort=id")]
    [TestCase("/api/v1/changes.feed.json?limit=500&sort=id")]
    [TestCase("/data/commitments.csv")]
    [TestCase("/data/states.csv")]
    [TestCase("/data/opengov.zip")]
    public async Task A_file_that_cannot_be_read_to_its_end_ends_with_an_error(string address)
    {
        foreach (var encoding in (string[])["identity", "gzip", "br"])
        {
            foreach (var version in (string[])["1.1", "1.0"])
            {
                await AssertFailsAsync(address, encoding, version);
            }
        }
    }

    [Test]
    public async Task A_file_of_a_database_that_is_damaged_ends_with_an_error_and_what_is_whole_is_still_answered()
    {
        await using var damaged = await OpenGovApplication.StartAsync();
        var path = Path.Combine(damaged.DatabaseSettings.Single(setting => setting.Key == "Database:Folder").Value!, "opengov.db");
        long root;
        await using (var connection = await OpenAsync(damaged))
        {
            await connection.ExecuteAsync("PRAGMA wal_checkpoint(TRUNCATE)");
            root = await connection.ExecuteScalarAsync<long>("SELECT rootpage FROM sqlite_master WHERE name = 'commitments'");
            var size = await connection.ExecuteScalarAsync<int>("PRAGMA page_size");

            // The root of the table keeps its first half: cells of the last pages lead nowhere.
            await using var file = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite);
            file.Position = ((root - 1) * size) + (size / 2);
            await file.WriteAsync(Enumerable.Repeat((byte)0xff, size / 2).ToArray());
        }

        SqliteConnection.ClearAllPools();
        foreach (
            var address in (string[])["/api/v1/commitments.csv", "/api/v1/commitments.ndjson", "/data/commitments.csv", "/data/opengov.zip"]
        )
        {
            await AssertFailsAsync(address, "identity", "1.1", damaged);
        }

        Assert.That((await damaged.GetAsync("learnings")).GetProperty("total").GetInt32(), Is.GreaterThan(0));
    }

    [TestCase("/api/v1/plans.csv")]
    [TestCase("/data/plans.csv")]
    public async Task A_whole_file_ends_as_one(string address)
    {
        Assert.That(IsWhole(await AskAsync(app, address, "identity", "1.1")), Is.True);
    }

    private Task AssertFailsAsync(string address, string encoding, string version, OpenGovApplication? of = null) =>
        AssertAsync(of ?? app, address, encoding, version);

    private static async Task AssertAsync(OpenGovApplication of, string address, string encoding, string version)
    {
        var answer = await AskAsync(of, address, encoding, version);
        var failed = answer is null || answer.StartsWith("HTTP/1.1 5", StringComparison.Ordinal) || !IsWhole(answer);
        Assert.That(failed, Is.True, $"{address} {encoding} {version}: {answer?[..Math.Min(answer.Length, 300)]}");
    }

    /// <summary>A chunked answer is whole with its last chunk, one of a stated length with that.</summary>
    private static bool IsWhole(string? answer)
    {
        if (answer is null)
        {
            return false;
        }

        var end = answer.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        if (end < 0 || !answer.StartsWith("HTTP/1.1 2", StringComparison.Ordinal))
        {
            return false;
        }

        return !answer[..end].Contains("Transfer-Encoding: chunked", StringComparison.OrdinalIgnoreCase)
            || answer.EndsWith("\r\n0\r\n\r\n", StringComparison.Ordinal);
    }

    /// <summary>What comes on a socket; null when the connection ends with an error.</summary>
    private static async Task<string?> AskAsync(OpenGovApplication of, string address, string encoding, string version)
    {
        var request = $"GET {address} HTTP/{version}\r\nHost: localhost\r\nAccept-Encoding: {encoding}\r\nConnection: close\r\n\r\n";
        try
        {
            return await Wire.AskAsync(of.Address, request, Encoding.Latin1);
        }
        catch (IOException)
        {
            return null;
        }
    }

    private Task<SqliteConnection> OpenAsync() => OpenAsync(app);

    private static async Task<SqliteConnection> OpenAsync(OpenGovApplication of)
    {
        var folder = of.DatabaseSettings.Single(setting => setting.Key == "Database:Folder").Value!;
        var connection = new SqliteConnection($"Data Source={Path.Combine(folder, "opengov.db")};Pooling=False");
        await connection.OpenAsync();
        return connection;
    }
}
