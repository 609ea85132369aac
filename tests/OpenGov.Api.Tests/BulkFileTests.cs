using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Dapper;
using Microsoft.Data.Sqlite;
using OpenGov.Api.Http;
using OpenGov.Api.Records;

namespace OpenGov.Api.Tests;

/// <summary>Files of everything: read whole, in parts, and by programs that have nothing to do with those that wrote them.</summary>
public sealed class BulkFileTests
{
    private static readonly string Tools = Path.Combine(Checkout.Root, "scripts", "tools");

    private OpenGovApplication app;
    private string folder;

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        app = await OpenGovApplication.StartAsync();
        folder = Directory.CreateTempSubdirectory("opengov-bulk-").FullName;
    }

    [OneTimeTearDown]
    public async Task StopAsync()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
        await app.DisposeAsync();
    }

    [TestCase("/data/opengov.zip", "application/zip")]
    [TestCase("/data/opengov.sqlite", "application/vnd.sqlite3")]
    [TestCase("/data/commitments.parquet", "application/vnd.apache.parquet")]
    public async Task A_part_of_a_bulk_file_is_a_part_of_the_whole(string address, string type)
    {
        using var whole = await app.SendAsync(address);
        var bytes = await whole.Content.ReadAsByteArrayAsync();
        Assert.That(whole.Content.Headers.ContentType?.MediaType, Is.EqualTo(type));
        Assert.That(whole.Headers.AcceptRanges, Is.EqualTo((string[])["bytes"]));
        var tag = whole.Headers.ETag!.ToString();
        var end = bytes.Length - 1;
        foreach (var (asked, from, to) in (IEnumerable<(string, int, int)>)[("0-15", 0, 15), ("1000-", 1000, end), ("-100", end - 99, end)])
        {
            using var part = await app.SendAsync(address, null, ("Range", $"bytes={asked}"), ("If-Range", tag));
            Assert.That(part.StatusCode, Is.EqualTo(HttpStatusCode.PartialContent), asked);
            Assert.That(part.Content.Headers.ContentRange, Is.EqualTo(new ContentRangeHeaderValue(from, to, bytes.Length)));
            Assert.That(await part.Content.ReadAsByteArrayAsync(), Is.EqualTo(bytes[from..(to + 1)]));
        }

        using var ofAnother = await app.SendAsync(address, null, ("Range", "bytes=0-15"), ("If-Range", "\"another\""));
        Assert.That(ofAnother.StatusCode, Is.EqualTo(HttpStatusCode.OK), "the whole of what it is by now");
        using var beyond = await app.SendAsync(address, null, ("Range", "bytes=999999999-"));
        Assert.That(beyond.StatusCode, Is.EqualTo(HttpStatusCode.RequestedRangeNotSatisfiable));
        Assert.That(beyond.Content.Headers.ContentRange?.Length, Is.EqualTo(bytes.Length));
        Assert.That(beyond.Content.Headers.ContentType?.MediaType, Is.EqualTo("application/problem+json"));
        foreach (
            var (name, value, condition) in (IEnumerable<(string, string, string)>)
                [
                    ("Range", "bytes=0-15", tag.Trim('"')),
                    ("Range", "bytes=0-15", whole.Content.Headers.LastModified!.Value.ToString("R", CultureInfo.InvariantCulture)),
                    ("Range", "lines=0-15", tag),
                ]
        )
        {
            using var unsure = await app.SendAsync(address, null, (name, value), ("If-Range", condition));
            Assert.That(unsure.StatusCode, Is.EqualTo(HttpStatusCode.OK), "what is not surely of this file is given whole");
        }

        var parts = await Task.WhenAll(
            Enumerable.Range(0, 20).Select(i => app.SendAsync(address, null, ("Range", $"bytes={i * 10}-{(i * 10) + 9}")))
        );
        Assert.That(parts.Some().Select(part => part.StatusCode), Has.All.EqualTo(HttpStatusCode.PartialContent), "parts are no exports");
        using var had = await app.SendAsync(address, null, ("If-None-Match", tag));
        Assert.That(had.StatusCode, Is.EqualTo(HttpStatusCode.NotModified));
    }

    [Test]
    public async Task The_SQLite_file_has_the_tables_of_the_package_and_nothing_of_the_service()
    {
        await using var data = await SqliteAsync("/data/opengov.sqlite");
        var tables = (await data.QueryAsync<string>("SELECT name FROM sqlite_master WHERE type = 'table'")).ToList();
        Assert.That(tables, Is.EquivalentTo(Schema.Current.Tables.Select(table => table.Name).Append("data_dictionary")));
        Assert.That(await data.QueryAsync("PRAGMA foreign_key_check"), Is.Empty);
        foreach (var table in Schema.Current.Tables.Some())
        {
            var rows = (await data.QueryAsync($"SELECT * FROM {table.Name} ORDER BY id")).Cast<IDictionary<string, object?>>().ToList();
            var csv = Csv.Parse(await app.Client.GetStringAsync($"/data/{table.Path}"));
            Assert.That(csv[0], Is.EqualTo(table.Fields.Select(field => field.Name)));
            Assert.That(
                rows.PerhapsNone("of dialogues there is nothing")
                    .Select(row => string.Join('\t', table.Fields.Select(field => CsvFormat.Cell(field.FromDatabase(row[field.Name]))))),
                Is.EqualTo(csv.Skip(1).Select(row => string.Join('\t', row))),
                table.Name
            );
        }
    }

    [Test]
    public async Task Its_views_say_it_in_either_language_with_the_names_of_codes()
    {
        await using var data = await SqliteAsync("/data/opengov.sqlite");
        var (es, en) = (await OneAsync("es"), await OneAsync("en"));
        Assert.That(es["title"], Is.Not.EqualTo(en["title"]));
        Assert.That(
            (es["early_results"], es["early_results_label"], en["early_results_label"]),
            Is.EqualTo(("outstanding", "Sobresalientes", "Outstanding"))
        );
        Assert.That((string)en["policy_areas_label"]!, Does.Contain("Water & Sanitation"));
        Assert.That(es.Keys.Concat(en.Keys).Some(), Has.None.EndsWith("_es").And.None.EndsWith("_en"));
        foreach (var table in Schema.Current.Tables.Some())
        {
            var all = await data.ExecuteScalarAsync<int>($"SELECT COUNT(*) FROM {table.Name}");
            Assert.That(await data.ExecuteScalarAsync<int>($"SELECT COUNT(*) FROM {table.Name}_es"), Is.EqualTo(all));
            Assert.That(await data.ExecuteScalarAsync<int>($"SELECT COUNT(*) FROM {table.Name}_en"), Is.EqualTo(all));
        }

        Assert.That(
            await data.ExecuteScalarAsync<string>(
                "SELECT description FROM data_dictionary WHERE table_name = 'commitments' AND field_name = 'early_results'"
            ),
            Is.EqualTo(Schema.Current["commitments"].ByName["early_results"].Description)
        );

        async Task<IDictionary<string, object?>> OneAsync(string language) =>
            (IDictionary<string, object?>)await data.QuerySingleAsync($"SELECT * FROM commitments_{language} WHERE id = 'MX-NAP4-C10'");
    }

    [TestCase("es")]
    [TestCase("en")]
    public async Task A_view_names_each_code_of_a_row_and_no_other(string language)
    {
        await using var data = await SqliteAsync("/data/opengov.sqlite");
        var (rows, wrong) = (0, new List<string>());
        foreach (var table in Schema.Current.Tables)
        {
            foreach (var field in table.Fields.Where(field => field.IsList && field.Vocabulary is not null))
            {
                var labels = (
                    await data.QueryAsync<(string Code, string Label)>(
                        $"SELECT t.code, t.label_{language} FROM terms t WHERE t.vocabulary = @Vocabulary",
                        new { field.Vocabulary }
                    )
                ).ToDictionary(term => term.Code, term => term.Label);
                foreach (
                    var (codes, said) in await data.QueryAsync<(string Codes, string Said)>(
                        $"SELECT {field.Name}, {field.Name}_label FROM {table.Name}_{language} WHERE {field.Name} IS NOT NULL"
                    )
                )
                {
                    var named = codes.Split('|').Order(StringComparer.Ordinal).Select(code => labels[code]);
                    if (said != string.Join("; ", named))
                    {
                        wrong.Add($"{table.Name}.{field.Name} {codes}: {said}");
                    }

                    rows++;
                }
            }
        }

        Assert.That(rows, Is.GreaterThan(50));
        Assert.That(wrong, Is.Empty);
    }

    /// <summary>Texts, whole and fractional numbers, yes and no, days and instants, unknown and known.</summary>
    [TestCase("states", "exceljs", "xlsx")]
    [TestCase("states", "read-excel-file", "xlsx")]
    [TestCase("states", "hyparquet", "parquet")]
    [TestCase("commitments", "exceljs", "xlsx")]
    [TestCase("commitments", "read-excel-file", "xlsx")]
    [TestCase("commitments", "hyparquet", "parquet")]
    [TestCase("commitments?sort=-title_es&level=local", "exceljs", "xlsx")]
    [TestCase("commitments?sort=-title_es&level=local", "hyparquet", "parquet")]
    [TestCase("metrics/values", "exceljs", "xlsx")]
    [TestCase("metrics/values", "hyparquet", "parquet")]
    [TestCase("stats/plans?group_by=state,stage", "exceljs", "xlsx")]
    [TestCase("stats/plans?group_by=state,stage", "hyparquet", "parquet")]
    [TestCase("measures/completion/values?by=plan", "hyparquet", "parquet")]
    public async Task Other_programs_read_from_a_file_what_its_CSV_says(string list, string library, string suffix)
    {
        var parts = list.Split('?');
        var query = parts.Length > 1 ? $"?{parts[1]}" : "";
        var file = Path.Combine(folder, $"{Guid.NewGuid():N}.{suffix}");
        await File.WriteAllBytesAsync(file, await app.Client.GetByteArrayAsync($"/api/v1/{parts[0]}.{suffix}{query}"));
        var read = JsonDocument.Parse(await ReadAsync(library, file)).RootElement.EnumerateArray().Select(Cells).ToList();
        var csv = Csv.Parse(await app.Client.GetStringAsync($"/api/v1/{parts[0]}.csv{query}"));
        Assert.That(read, Has.Count.EqualTo(csv.Count));
        for (var i = 0; i < csv.Count; i++)
        {
            Assert.That(read[i], Is.EqualTo(csv[i].Select(CsvFormat.Unguard).Select(Plain)), $"{list}: row {i}");
        }
    }

    [Test]
    public async Task Columns_of_counts_have_their_types_whatever_is_known()
    {
        foreach (var address in (string[])["stats/commitments.parquet?group_by=year,overdue", "measures/coverage/values.parquet?by=plan"])
        {
            var (now, before) = (await SchemaAsync(address), await SchemaAsync($"{address}&as_of=2001-01-01"));
            Assert.That(before, Is.EqualTo(now), address);
            Assert.That(now, Has.Some.Contains("Int64"), address);
        }

        async Task<List<string>> SchemaAsync(string address)
        {
            await using var file = new MemoryStream(await app.Client.GetByteArrayAsync($"/api/v1/{address}"));
            await using var reader = await Parquet.ParquetReader.CreateAsync(file);
            return [.. reader.Schema.DataFields.Select(field => $"{field.Name} {field.ClrType.Name}")];
        }
    }

    [Test]
    public async Task A_workbook_says_what_its_columns_mean_and_which_sources_its_rows_cite()
    {
        var file = Path.Combine(folder, "states.xlsx");
        await File.WriteAllBytesAsync(file, await app.Client.GetByteArrayAsync("/api/v1/states.xlsx"));
        var meanings = JsonDocument
            .Parse(await ReadAsync("exceljs", file, "dictionary"))
            .RootElement.EnumerateArray()
            .Select(Cells)
            .ToList();
        var columns = Csv.Parse(await app.Client.GetStringAsync("/api/v1/states.csv"));
        Assert.That(meanings.Skip(1).Some().Select(row => row[0]), Is.EqualTo(columns[0]));
        Assert.That(meanings.Some().Select(row => row[1]), Has.None.Empty, "computed columns, too");
        var sources = JsonDocument
            .Parse(await ReadAsync("exceljs", file, "cited_sources"))
            .RootElement.EnumerateArray()
            .Select(Cells)
            .ToList();
        var cited = Array.IndexOf(columns[0], "source_ids");
        Assert.That(
            sources.Skip(1).Select(row => row[0]),
            Is.EquivalentTo(columns.Skip(1).SelectMany(row => row[cited].Split('|')).Distinct().Some())
        );
    }

    [TestCase("stats/summary", "")]
    [TestCase("stats/commitments", "?group_by=state,status")]
    [TestCase("stats/plans", "?group_by=level")]
    [TestCase("measures/compliance/values", "?by=plan")]
    [TestCase("measures/metric_value/values", "?by=state&edition=2021")]
    public async Task A_workbook_of_numbers_says_what_its_columns_mean(string address, string query)
    {
        var file = Path.Combine(folder, "numbers.xlsx");
        await File.WriteAllBytesAsync(file, await app.Client.GetByteArrayAsync($"/api/v1/{address}.xlsx{query}"));
        var meanings = JsonDocument
            .Parse(await ReadAsync("exceljs", file, "dictionary"))
            .RootElement.EnumerateArray()
            .Select(Cells)
            .ToList();
        var columns = Csv.Parse(await app.Client.GetStringAsync($"/api/v1/{address}.csv{query}"));
        Assert.That(meanings.Skip(1).Some().Select(row => row[0]), Is.EqualTo(columns[0]));
        Assert.That(meanings.Some().Select(row => row[1]), Has.None.Empty);
    }

    [Test]
    public async Task Those_that_ask_for_a_file_at_once_get_the_same_and_it_is_made_once()
    {
        using var files = new MadeFiles();
        var made = 0;
        var opened = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => OpenAsync("a")));
        Assert.That((made, opened.Select(file => file.Name).Distinct().Count()), Is.EqualTo((1, 1)));
        for (var i = 0; i < MadeFiles.Kept + 5; i++)
        {
            await using var other = await OpenAsync($"b{i}");
        }

        Assert.That(new StreamReader(opened[0]).ReadToEnd(), Is.EqualTo("a"), "it is read to its end though it is no longer kept");
        await using (var again = await OpenAsync("a"))
        {
            Assert.That(made, Is.EqualTo(MadeFiles.Kept + 7));
            File.Delete(again.Name);
        }

        await using (var cleared = await OpenAsync("a"))
        {
            Assert.That(new StreamReader(cleared).ReadToEnd(), Is.EqualTo("a"), "what the system cleared is made anew");
        }

        foreach (var file in opened.Some())
        {
            await file.DisposeAsync();
        }

        async Task<FileStream> OpenAsync(string name) =>
            await files.OpenAsync(
                name,
                async path =>
                {
                    Interlocked.Increment(ref made);
                    await Task.Delay(20);
                    await File.WriteAllTextAsync(path, name);
                },
                CancellationToken.None
            );
    }

    [Test]
    public async Task Who_leaves_while_a_file_is_made_stops_it_for_nobody_else()
    {
        using var files = new MadeFiles();
        using var leaving = new CancellationTokenSource();
        var begun = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var first = files.OpenAsync(
            "a",
            async path =>
            {
                await File.WriteAllTextAsync(path, "half");
                begun.SetResult();
                await Task.Delay(Timeout.Infinite, leaving.Token);
            },
            leaving.Token
        );
        await begun.Task;
        var second = files.OpenAsync("a", path => File.WriteAllTextAsync(path, "whole"), CancellationToken.None);
        await leaving.CancelAsync();
        await Assert.CatchAsync<OperationCanceledException>(async () => await first);
        await using var file = await second;
        Assert.That(await new StreamReader(file).ReadToEndAsync(), Is.EqualTo("whole"));
    }

    private async Task<SqliteConnection> SqliteAsync(string address)
    {
        var path = Path.Combine(folder, $"{Guid.NewGuid():N}.sqlite");
        await File.WriteAllBytesAsync(path, await app.Client.GetByteArrayAsync(address));
        var connection = new SqliteConnection($"Data Source={path};Mode=ReadOnly");
        await connection.OpenAsync();
        return connection;
    }

    private static async Task<string> ReadAsync(string library, string file, string sheet = "")
    {
        if (!Directory.Exists(Path.Combine(Tools, "node_modules", library)))
        {
            await RunAsync("npm", ["ci", "--no-audit", "--no-fund", "--loglevel=error"], Tools);
        }

        return await RunAsync("node", [Path.Combine(Tools, "read-table.mjs"), library, file, sheet], Tools);
    }

    private static async Task<string> RunAsync(string program, string[] arguments, string place)
    {
        using var process = Process.Start(
            new ProcessStartInfo(program, arguments)
            {
                WorkingDirectory = place,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            }
        )!;
        var error = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.That(process.ExitCode, Is.Zero, await error);
        return output;
    }

    private static List<string> Cells(JsonElement row) =>
        [
            .. row.EnumerateArray()
                .Select(cell =>
                    cell.ValueKind switch
                    {
                        JsonValueKind.Null => "",
                        JsonValueKind.String => Plain(cell.GetString()!),
                        JsonValueKind.True => "true",
                        JsonValueKind.False => "false",
                        JsonValueKind.Number => Plain(cell.GetDouble().ToString("R", CultureInfo.InvariantCulture)),
                        _ => cell.ToString(),
                    }
                ),
        ];

    /// <summary>A day is an instant at midnight where a format knows no days; an instant has as many digits as it needs.</summary>
    private static string Plain(string cell) =>
        cell.Length > 10
        && char.IsAsciiDigit(cell[0])
        && cell[4] == '-'
        && DateTimeOffset.TryParse(cell, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant)
            ? instant.TimeOfDay == TimeSpan.Zero
                ? instant.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
                : instant.ToString("yyyy-MM-dd'T'HH:mm:ss.fff", CultureInfo.InvariantCulture)
            : cell;
}
