using Dapper;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using OpenGov.Api.Database;
using SQLitePCL;

namespace OpenGov.Api.Tests;

/// <summary>What is kept between requests so that it need not be read again never outlives a change.</summary>
[TestFixtureSource(typeof(TestDatabases), nameof(TestDatabases.All))]
public sealed class KeptTablesTests(string provider)
{
    private const string Held = "commitments?limit=500&include=milestones,evidence,indicators,assessments,organizations";

    private OpenGovApplication app;

    [OneTimeSetUp]
    public async Task StartAsync() => app = await OpenGovApplication.StartAsync(provider);

    [OneTimeTearDown]
    public async Task StopAsync() => await app.DisposeAsync();

    [TestCase("sources", "S0", "title", "commitments")]
    [TestCase("states", "MX-DUR", "name_es", "measures/finished/values?by=state")]
    [TestCase("plans", "MX-NAP4", "title_es", "measures/finished/values?by=plan")]
    [TestCase("terms", "policy_area.gender", "label_es", "measures/finished/values?by=policy_area")]
    [TestCase("organizations", "inai", "sector", "measures/finished/values?by=sector", "international")]
    [TestCase("evidence", "MX-JAL-PAL2-C1-E1", "title_es", Held)]
    [TestCase("indicators", "MX-CAM-PAL1-C2-I1", "name_es", Held)]
    [TestCase("observations", "MX-CAM-PAL1-C2-I1-O1", "note_es", Held)]
    [TestCase("assessments", "MX-JAL-PAL2-C1-A1", "statement_es", Held)]
    [TestCase("organizations", "aduanas", "name", Held)]
    [TestCase("sources", "S0", "title", "commitments?limit=500", "Another title of a source")]
    [TestCase("commitments", "MX-NAP4-C10", "title_es", "commitments?limit=500&sort=-title_es")]
    [TestCase("plans", "MX-NAP4", "title_es", "plans?limit=500", "Otro plan")]
    [TestCase("states", "MX-DUR", "name_es", "states?limit=500", "Otro estado")]
    [TestCase("organizations", "aduanas", "name", "organizations?limit=500", "Aduanas, otra")]
    [TestCase("organizations", "aduanas", "name", "organizations?limit=500&fields=id,name", "Aduanas, y otra")]
    public async Task A_name_that_changed_is_in_the_next_answer_and_not_in_that_of_an_earlier_day(
        string table,
        string id,
        string column,
        string address,
        string? value = null
    )
    {
        value ??= $"Otro nombre: {table}";
        // Each under an address of its own, so that no answer is a kept one: the tables are read, kept, and used.
        var before = new List<string>();
        for (var i = 0; i < 4; i++)
        {
            before.Add(await ItemsAsync(address, i));
            await Task.Delay(i == 0 ? 2 * KeptTables.Calm : TimeSpan.Zero);
        }

        Assert.That(before.Some(), Is.All.EqualTo(before[0]).And.All.Not.Contain(value));
        var day = DateOnly.FromDateTime(app.Clock.Now.UtcDateTime);
        app.Clock.Now = app.Clock.Now.AddDays(1);
        await app.SaveAsync(table, id, (column, value));
        for (var i = 0; i < 4; i++)
        {
            var now = await ItemsAsync(address, 10 + i);
            Assert.That(now, Is.Not.EqualTo(before[0]));
            Assert.That(now, Does.Contain(value));
            await Task.Delay(i == 0 ? 2 * KeptTables.Calm : TimeSpan.Zero);
            Assert.That(
                await ItemsAsync($"{address}{(address.Contains('?') ? '&' : '?')}as_of={day:yyyy-MM-dd}", 20 + i),
                Does.Not.Contain(value)
            );
        }
    }

    [TestCase("small", 2)]
    [TestCase(null, 1)]
    public async Task A_table_is_read_whole_again_after_a_change_and_one_that_is_too_large_is_not(string? rows, int times)
    {
        var (kept, version) = (app.Services.GetRequiredService<KeptTables>(), app.Services.GetRequiredService<DataVersion>());
        var read = 0;
        for (var i = 0; i < 2; i++)
        {
            await app.SaveAsync("sources", "S0", ("publisher", $"{rows} {i}"));
            var state = await version.CurrentAsync(default);
            Assert.That((await FindAsync(state)).Value, Is.Null, "not before it has stood still");
            await Task.Delay(2 * KeptTables.Calm);
            Assert.That((await FindAsync(state)).Value, Is.EqualTo(rows));
        }

        Assert.That(read, Is.EqualTo(times));

        Task<(string? Value, TablesRead Tables)> FindAsync(DataVersion.State state) =>
            kept.FindAsync(
                $"of this test {rows}",
                state,
                TablesRead.All,
                () =>
                {
                    read++;
                    return Task.FromResult<(string?, TablesRead)>((rows, TablesRead.All));
                }
            );
    }

    /// <summary>An address that nobody has asked for, of the same items.</summary>
    private static string Unasked(string address, int i) =>
        address.Contains("limit=500", StringComparison.Ordinal)
            ? address.Replace("limit=500", $"limit={500 - i}", StringComparison.Ordinal)
            : $"{address}{(address.Contains('?') ? '&' : '?')}updated_since=1900-01-{i + 1:00}T00:00:00Z";

    /// <summary>The names in an answer: its addresses repeat what was asked.</summary>
    private async Task<string> ItemsAsync(string address, int i) =>
        string.Join(
            '\n',
            (await app.GetAsync(Unasked(address, i)))
                .GetProperty("items")
                .EnumerateArray()
                .SelectMany(item => item.EnumerateObject())
                .Where(property => !property.Name.EndsWith("_url", StringComparison.Ordinal) && property.Name is not "links")
                .Select(property => $"{property.Name} {property.Value.GetRawText()}")
        );
}

/// <summary>Connections that read the embedded database stay open, each as the last reader found it.</summary>
public sealed class KeptConnectionsTests
{
    private string place;
    private KeptConnections connections;

    [SetUp]
    public void Make()
    {
        place = $"Data Source={Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.db")};Pooling=False";
        using var connection = new SqliteConnection(place);
        connection.Open();
        connection.Execute("PRAGMA journal_mode = WAL; CREATE TABLE numbers (number INTEGER); INSERT INTO numbers VALUES (1), (2), (3)");
        connections = new KeptConnections(32);
    }

    [TearDown]
    public void Remove()
    {
        connections.Dispose();
        foreach (
            var file in Directory
                .GetFiles(Path.GetTempPath(), $"{Path.GetFileName(new SqliteConnectionStringBuilder(place).DataSource)}*")
                .Some()
        )
        {
            File.Delete(file);
        }
    }

    [Test]
    public async Task A_connection_is_used_again_with_other_values_in_the_same_statement()
    {
        const string Sql = "SELECT number FROM numbers WHERE number >= @least AND number <= @most ORDER BY number";
        DbConnectionSeen first,
            second;
        await using (var connection = await OpenAsync())
        {
            first = new(connection);
            Assert.That(await connection.QueryAsync<int>(Sql, new { least = 2, most = 3 }), Is.EqualTo([2, 3]));
            Assert.That(await connection.QueryAsync<int>(Sql, new { most = 1, least = 0 }), Is.EqualTo([1]));
        }

        await using (var connection = await OpenAsync())
        {
            second = new(connection);
            Assert.That(await connection.QueryAsync<int>(Sql, new { least = 3, most = 9 }), Is.EqualTo([3]));
            Assert.That(await connection.ExecuteScalarAsync<int>("SELECT COUNT(*) FROM numbers"), Is.EqualTo(3));
        }

        Assert.That(second, Is.EqualTo(first));
    }

    [Test]
    public async Task A_statement_is_prepared_once_whatever_its_values_are()
    {
        const int TimesPreparedAnew = 5;
        const string Sql = "SELECT COUNT(*) FROM words WHERE word LIKE @pattern";
        await using var connection = await connections.OpenAsync(place, default);
        await connection.ExecuteAsync("CREATE TABLE words (word TEXT); INSERT INTO words VALUES ('agua'), ('salud')");
        foreach (var pattern in new[] { "agua%", "sal%", "%" })
        {
            Assert.That(await connection.ExecuteScalarAsync<int>(Sql, new { pattern }), Is.EqualTo(pattern == "%" ? 2 : 1));
        }

        await using var reader = connection.Prepared(Sql).Command.ExecuteReader();
        Assert.That(raw.sqlite3_stmt_status(reader.Handle, TimesPreparedAnew, 0), Is.Zero);
    }

    [TestCase("number")]
    [TestCase("number DESC")]
    public async Task A_column_is_read_alike_whichever_row_comes_first(string order)
    {
        var sql = $"SELECT number, CASE number WHEN 1 THEN 'one' WHEN 2 THEN 'two' END AS word FROM numbers ORDER BY {order}";
        await using var connection = await OpenAsync();
        Assert.That(
            (await connection.QueryAsync<(int Number, string? Word)>(sql)).Some(),
            Is.EquivalentTo(new (int, string?)[] { (1, "one"), (2, "two"), (3, null) })
        );
    }

    [Test]
    public async Task Values_of_the_statement_before_are_not_those_of_the_next()
    {
        const string Sql = "SELECT COUNT(*) FROM numbers WHERE number = @number OR @number IS NULL";
        await using var connection = await OpenAsync();
        Assert.That(await connection.ExecuteScalarAsync<int>(Sql, new { number = 2 }), Is.EqualTo(1));
        Assert.That(
            () => connection.ExecuteScalarAsync<int>(Sql),
            Throws.InstanceOf<InvalidOperationException>(),
            "a value that is missing is never the one of before"
        );
        Assert.That(await connection.ExecuteScalarAsync<int>(Sql, new { number = (int?)null }), Is.EqualTo(3));
    }

    [Test]
    public async Task A_reader_sees_one_state_and_the_next_on_the_same_connection_the_newer_one()
    {
        const string Sql = "SELECT COUNT(*) FROM numbers";
        await using (var reading = await OpenAsync())
        {
            await using var state = reading.BeginTransaction();
            Assert.That(await reading.ExecuteScalarAsync<int>(Sql, transaction: state), Is.EqualTo(3));
            await WriteAsync("INSERT INTO numbers VALUES (4)");
            Assert.That(await reading.ExecuteScalarAsync<int>(Sql, transaction: state), Is.EqualTo(3));
        }

        await using var next = await OpenAsync();
        await using var newer = next.BeginTransaction();
        Assert.That(await next.ExecuteScalarAsync<int>(Sql, transaction: newer), Is.EqualTo(4));
    }

    [Test]
    public async Task A_connection_that_is_left_in_a_transaction_or_closed_is_not_given_to_the_next()
    {
        DbConnectionSeen left;
        await using (var connection = await OpenAsync())
        {
            left = new(connection);
            await connection.ExecuteAsync("BEGIN");
        }

        await using var next = await OpenAsync();
        Assert.That(new DbConnectionSeen(next), Is.Not.EqualTo(left));
    }

    [Test]
    public async Task Nothing_that_was_open_before_the_file_was_replaced_is_used_after_it()
    {
        DbConnectionSeen idle,
            inUse;
        await using (var connection = await OpenAsync())
        {
            inUse = new(connection);
            await using (var other = await OpenAsync())
            {
                idle = new(other);
            }

            connections.Clear();
        }

        await using var next = await OpenAsync();
        await using var another = await OpenAsync();
        Assert.That(
            new[] { new DbConnectionSeen(next), new DbConnectionSeen(another) },
            Is.All.Not.EqualTo(idle).And.All.Not.EqualTo(inUse)
        );
    }

    [Test]
    public async Task More_statements_than_stay_prepared_all_answer_and_a_changed_table_is_seen()
    {
        await using (var connection = await OpenAsync())
        {
            for (var round = 0; round < 2; round++)
            {
                for (var i = 0; i < 150; i++)
                {
                    Assert.That(await connection.ExecuteScalarAsync<int>($"SELECT {i} + COUNT(*) FROM numbers"), Is.EqualTo(i + 3));
                }
            }
        }

        await WriteAsync("ALTER TABLE numbers ADD COLUMN name TEXT; DELETE FROM numbers WHERE number = 3");
        await using var again = await OpenAsync();
        Assert.That(await again.ExecuteScalarAsync<int>("SELECT 149 + COUNT(*) FROM numbers"), Is.EqualTo(151));
        Assert.That(
            (await again.QueryAsync<(long, string?)>("SELECT * FROM numbers ORDER BY number")).First(),
            Is.EqualTo((1L, (string?)null))
        );
    }

    [Test]
    public async Task A_statement_that_failed_or_was_interrupted_leaves_the_connection_as_it_was()
    {
        const string Endless = """
            WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 100000000) SELECT COUNT(*) FROM n
            """;
        await using var connection = await OpenAsync();
        Assert.That(() => connection.ExecuteScalarAsync<int>("SELECT nothing FROM numbers"), Throws.InstanceOf<SqliteException>());
        for (var i = 0; i < 2; i++)
        {
            var running = Task.Run(() => connection.ExecuteScalarAsync<int>(Endless));
            while (!running.IsCompleted)
            {
                connection.Interrupt();
                await Task.Yield();
            }

            Assert.That(() => running, Throws.InstanceOf<SqliteException>());
        }

        Assert.That(await connection.ExecuteScalarAsync<int>("SELECT COUNT(*) FROM numbers"), Is.EqualTo(3));
    }

    private Task<KeptConnection> OpenAsync() => connections.OpenAsync(place, CancellationToken.None);

    private async Task WriteAsync(string sql)
    {
        await using var connection = new SqliteConnection(place);
        await connection.ExecuteAsync(sql);
    }

    /// <summary>Which connection it was.</summary>
    private sealed record DbConnectionSeen(KeptConnection Connection);
}
