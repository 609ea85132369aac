using System.IO.Compression;
using System.Text;
using OpenGov.Api.Assessments;
using OpenGov.Api.Changes;
using OpenGov.Api.Lists;
using OpenGov.Api.Measures;
using OpenGov.Api.Records;

namespace OpenGov.Api.Tests;

/// <summary>Both engines give one answer, byte for byte, to whatever is asked of the same data at the same time.</summary>
[TestFixtureSource(typeof(TestDatabases), nameof(TestDatabases.SqlServerOnly))]
[Parallelizable]
public sealed class EnginesTests(string provider)
{
    private OpenGovApplication sqlite;
    private OpenGovApplication server;

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        sqlite = await OpenGovApplication.StartAsync();
        server = await OpenGovApplication.StartAsync(provider);
        foreach (var app in (OpenGovApplication[])[sqlite, server])
        {
            await app.AddDialoguesAsync();

            // What engines are known to differ over: zeros, halves, hyphens, capitals, blanks, letters beyond Latin.
            foreach (
                var (id, name) in ((string, string)[])
                    [
                        ("ab", "Ab"),
                        ("a-c", "a-c"),
                        ("a-b", "A-B"),
                        ("a_b", "a b"),
                        ("a.b", "Ñandú"),
                        ("abc", "nandu"),
                        ("a1", "ß und ss"),
                        ("a-1", "Ωmega "),
                    ]
            )
            {
                await app.SaveAsync("organizations", id, ("name", name), ("sector", "civil_society"), ("level", "national"));
            }

            for (var i = 1; i <= 4; i++)
            {
                await app.SaveAsync(
                    "indicators",
                    $"MX-NAP4-C10-I9{i}",
                    ("commitment_id", "MX-NAP4-C10"),
                    ("name_es", $"Indicador {i}"),
                    ("direction", "increase"),
                    ("baseline", i / 2m),
                    ("target", i % 2 == 0 ? null : 1000000.000001m * i)
                );
                await app.SaveAsync(
                    "observations",
                    $"MX-NAP4-C10-I9{i}-O1",
                    ("indicator_id", $"MX-NAP4-C10-I9{i}"),
                    ("value", i % 2 == 0 ? 1m : 0.10m)
                );
            }

            await app.SaveCommitmentAsync("MX-NAP4-C99", ("title_es", "De un día"));
            await app.SaveCommitmentAsync("MX-DUR-PAL1-C2", ("title_es", "Agua, \"limpia\" y 50 % más"), ("status", "in_progress"));
            app.Clock.Now = app.Clock.Now.AddDays(1);
            await app.SaveCommitmentAsync("MX-DUR-PAL1-C2", ("status", "completed"), ("title_en", null));
            await app.WithdrawCommitmentAsync("MX-NAP4-C99");
        }
    }

    [OneTimeTearDown]
    public async Task StopAsync()
    {
        foreach (var app in new[] { sqlite, server }.OfType<OpenGovApplication>().PerhapsNone("neither was started"))
        {
            await app.DisposeAsync();
        }
    }

    [TestCaseSource(typeof(AllLists), nameof(AllLists.Paths))]
    public async Task A_list_has_the_same_bytes_in_every_order(string path)
    {
        foreach (var key in AllLists.Sql(path).Sorts.Some())
        {
            foreach (var direction in (string[])["", "-"])
            {
                await CompareAsync(
                    $"/api/v1/{AllLists.Address(path, $"sort={direction}{key.Name}&limit={(path is "changes" ? 300 : 40)}")}",
                    followNext: true
                );
            }
        }
    }

    [TestCaseSource(typeof(AllLists), nameof(AllLists.Paths))]
    public async Task A_list_has_the_same_bytes_for_every_value_of_every_filter(string path)
    {
        var list = AllLists.Sql(path);
        foreach (var filter in list.Filters.Where(filter => filter is not TextFilter && (path != "search" || filter.Name != "q")).Some())
        {
            foreach (var value in (await ValuesAsync(filter)).Some())
            {
                await CompareAsync($"/api/v1/{AllLists.Address(path, $"{filter.Name}={Uri.EscapeDataString(value)}&limit=20")}");
            }
        }

        foreach (
            var words in (string[])
                [
                    "agua",
                    "a",
                    "transparencia gob",
                    "\"gobierno abierto\"",
                    "nandu",
                    "ñandú",
                    "strasse",
                    "ss",
                    "omega",
                    "x y z a b c d e",
                    "limp",
                    "50",
                ]
        )
        {
            if (path == "search")
            {
                await CompareAsync($"/api/v1/search?q={Uri.EscapeDataString(words)}&limit=60", followNext: true);
            }
            else if (list.Filters.Any(filter => filter.Name == "q"))
            {
                await CompareAsync($"/api/v1/{path}?q={Uri.EscapeDataString(words)}&limit=60");
            }
        }
    }

    [TestCaseSource(typeof(AllLists), nameof(AllLists.Paths))]
    public async Task A_list_has_the_same_bytes_in_every_format_now_and_on_an_earlier_day(string path)
    {
        foreach (var asOf in (string[])["", "as_of=2026-11-24"])
        {
            foreach (var suffix in (string[])["json", "csv", "ndjson", "xlsx", "geojson", "atom", "feed.json", "ics"])
            {
                await CompareAsync($"/api/v1/{(path == "search" ? $"search.{suffix}?q=a&" : $"{path}.{suffix}?")}{asOf}");
            }
        }
    }

    [Test]
    public async Task Every_record_has_the_same_bytes()
    {
        foreach (var path in AllLists.Paths)
        {
            foreach (var record in (await sqlite.AllAsync(AllLists.Address(path, "limit=500&fields=links"))).Some())
            {
                foreach (
                    var link in record
                        .GetProperty("links")
                        .EnumerateObject()
                        .Select(link => link.Value.GetString()!)
                        .Where(link => !link.Contains('?'))
                        .PerhapsNone("some records lead to lists only")
                )
                {
                    if (seen.Add(link))
                    {
                        await CompareAsync(new Uri(link).PathAndQuery);
                    }
                }
            }
        }

        foreach (var commitment in (await sqlite.AllAsync("commitments?limit=500&fields=id")).Some())
        {
            await CompareAsync($"/api/v1/commitments/{commitment.GetProperty("id").GetString()}/history");
            await CompareAsync($"/api/v1/commitments/{commitment.GetProperty("id").GetString()}/life");
        }

        foreach (
            var address in (string[])
                [
                    "/api/v1/commitments/MX-NAP4-C99",
                    "/api/v1/commitments/none",
                    "/api/v1/commitments?plan=MX-NAP44&state=MX-DUX",
                    "/api/v1/states/mx-dur",
                    "/api/v1/states/10?as_of=2026-11-24",
                ]
        )
        {
            await CompareAsync(address);
        }

        Assert.That(seen, Has.Count.GreaterThan(300));
    }

    private readonly HashSet<string> seen = [];

    [Test]
    public async Task Every_value_of_every_measure_has_the_same_bytes()
    {
        foreach (var measure in MeasureCatalogue.All.Some())
        {
            foreach (var by in ((string[])["", .. measure.GroupedBy.Select(key => $"?by={key}")]).Some())
            {
                await CompareAsync($"/api/v1/measures/{measure.Key}/values{by}");
            }
        }
    }

    [Test]
    public async Task Every_count_of_commitments_has_the_same_bytes()
    {
        var keys = Population.Commitments.Keys.Keys.ToList();
        foreach (var key in keys.Some())
        {
            await CompareAsync($"/api/v1/stats/commitments?group_by={key}");
            foreach (var other in keys.Where(other => other != key).Some())
            {
                await CompareAsync($"/api/v1/stats/commitments?group_by={key},{other}");
            }
        }

        await CompareAsync("/api/v1/stats/summary");
        await CompareAsync("/api/v1/stats/summary?as_of=2026-11-24");
    }

    [Test]
    public async Task Every_table_of_the_package_has_the_same_bytes()
    {
        foreach (var table in Schema.Current.Tables.Some())
        {
            await CompareAsync($"/data/{table.Path}");
        }

        await CompareAsync("/data/opengov.zip");
    }

    private async Task<IEnumerable<string>> ValuesAsync(Filter filter) =>
        filter switch
        {
            { Codes: { } codes } => codes,
            TextFilter => [],
            DateFilter or ExistsSinceFilter or SinceFilter or SixMonthsFilter => ["2011-09-20", "2017-09-19", "2026-11-24", "2026-11-25"],
            NumberFilter => ["2017", "2019", "1"],
            YearFilter => ["2013", "2017", "2019", "no_data"],
            PeriodFilter => ["2025-H2", "2026-H1", "no_data"],
            MunicipalityFilter => ["10005", "10007", "19019", "no_data"],
            EpochFilter => [(await sqlite.GetAsync("changes?limit=1")).GetProperty("epoch").GetString()!, "1"],
            RelatedFilter related => await IdsAsync(related.Table),
            IdFilter id => [.. await IdsAsync(id.Table), "no_data", "NO_DATA"],
            _ => ["1", "MX-DUR", "mx-dur", "MX-NAP4-C10"],
        };

    private async Task<IEnumerable<string>> IdsAsync(string table) =>
        Csv.Parse(await sqlite.Client.GetStringAsync($"/data/{table}.csv")).Skip(1).Select(row => row[0]);

    private async Task CompareAsync(string address, bool followNext = false)
    {
        for (string? next = address; next is not null; )
        {
            var (one, other) = (await AskAsync(sqlite, next), await AskAsync(server, next));
            Assert.That(other, Is.EqualTo(one), next);
            next =
                followNext && one.Contains("\"next\":\"", StringComparison.Ordinal)
                    ? one.Split("\"next\":\"")[1].Split('"')[0].Replace("http://node", "", StringComparison.Ordinal)
                    : null;
        }
    }

    /// <summary>
    /// Status, headers that say what it is, and body, without what is of one node: its address and the ids of its requests.
    /// </summary>
    private static async Task<string> AskAsync(OpenGovApplication app, string address)
    {
        using var response = await app.SendAsync(address);
        var bytes = await response.Content.ReadAsByteArrayAsync();
        var body = response.Content.Headers.ContentType?.MediaType
            is "application/zip"
                or "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
            ? Entries(bytes)
            : Encoding.UTF8.GetString(bytes);
        var said =
            $"{(int)response.StatusCode} {response.Content.Headers.ContentType} {response.Content.Headers.ContentDisposition} "
            + $"{string.Join(", ", response.Headers.TryGetValues("Link", out var links) ? links : [])} "
            + $"{response.Content.Headers.LastModified:O}\n{body}";
        said = said.Replace(app.Address.ToString().TrimEnd('/'), "http://node", StringComparison.Ordinal);
        return System.Text.RegularExpressions.Regex.Replace(said, "\"traceId\":\"[^\"]*\"", "\"traceId\":\"\"");
    }

    /// <summary>What is in a file. Of a workbook its sheets: what holds them together has ids made for each file.</summary>
    private static string Entries(byte[] file)
    {
        using var zip = new ZipArchive(new MemoryStream(file));
        var isWorkbook = zip.GetEntry("xl/workbook.xml") is not null;
        var text = new StringBuilder();
        foreach (
            var entry in zip.Entries.Where(entry =>
                !isWorkbook || entry.FullName.StartsWith("xl/worksheets/sheet", StringComparison.Ordinal)
            )
        )
        {
            using var reader = new StreamReader(entry.Open());
            text.Append(entry.FullName).Append('\n').Append(reader.ReadToEnd()).Append('\n');
        }

        return text.ToString();
    }
}
