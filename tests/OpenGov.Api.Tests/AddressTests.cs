using System.IO.Compression;
using System.Net;

namespace OpenGov.Api.Tests;

/// <summary>A path is decoded once, with and without a suffix; a format says of a column that it cannot hold where that is.</summary>
[Parallelizable]
public sealed class AddressTests(string provider) : ApiFixture(provider)
{
    private static readonly string[] Suffixes = ["json", "csv", "ndjson", "xlsx", "geojson", "atom", "feed.json", "ics"];

    [TestCase("states/MX-DUR", HttpStatusCode.OK)]
    [TestCase("states/MX%2DDUR", HttpStatusCode.OK)]
    [TestCase("states/MX%252DDUR", HttpStatusCode.NotFound)]
    [TestCase("states/MX%25252DDUR", HttpStatusCode.NotFound)]
    [TestCase("%2573tates/MX-DUR", HttpStatusCode.NotFound)]
    [TestCase("commitments/%2500", HttpStatusCode.NotFound)]
    [TestCase("commitments/%25C3%25A9", HttpStatusCode.NotFound)]
    [TestCase("commitments/MX-NAP4%252FC10", HttpStatusCode.NotFound)]
    [TestCase("commitments/MX-NAP4%2FC10", HttpStatusCode.NotFound)]
    [TestCase("commitments/%25", HttpStatusCode.NotFound)]
    [TestCase("organizations/%25zz", HttpStatusCode.NotFound)]
    public async Task An_address_is_decoded_once_with_and_without_a_suffix(string address, HttpStatusCode status)
    {
        foreach (var suffixed in (string[])[address, $"{address}.json"])
        {
            using var response = await App.SendAsync(suffixed);
            Assert.That(response.StatusCode, Is.EqualTo(status), suffixed);
        }
    }

    [TestCaseSource(typeof(AllLists), nameof(AllLists.Paths))]
    public async Task A_suffix_without_a_name_and_one_after_a_strange_id_are_no_failure(string path)
    {
        var description = await App.GetAsync("/openapi/v1.json");
        var hasRecords = HasRecords(path);
        foreach (var suffix in Suffixes)
        {
            // A record has the one format; where there are records, another is refused before one is looked for.
            var none = hasRecords && suffix != "json" ? 406 : 404;
            foreach (
                var (address, status) in ((string, int)[])
                    [
                        ($"{path}/.{suffix}", 404),
                        ($"{path}/%2500.{suffix}", none),
                        ($"{path}/%25.{suffix}", none),
                        ($"{path}/{suffix}.{suffix}", none),
                        ($"{path}/.{suffix}.{suffix}", none),
                        ($"{path}//.{suffix}", 404),
                        ($"{path}%2F.{suffix}", HasRecords(path.Split('/')[0]) && path.Contains('/') && suffix != "json" ? 406 : 404),
                    ]
            )
            {
                await App.GetProblemAsync(address, (HttpStatusCode)status);
            }
        }

        bool HasRecords(string list) =>
            description
                .GetProperty("paths")
                .EnumerateObject()
                .Any(one => one.Name.StartsWith($"/api/v1/{list}/{{", StringComparison.Ordinal) && one.Name.EndsWith('}'));
    }

    [TestCase("text/csv")]
    [TestCase("application/x-ndjson")]
    [TestCase("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")]
    public async Task A_slash_at_the_end_of_a_list_changes_nothing_but_the_address(string mediaType)
    {
        using var response = await App.SendAsync("states/", headers: ("Accept", mediaType));
        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(response.Content.Headers.ContentDisposition?.FileName, Does.StartWith("states."));
    }

    [TestCaseSource(typeof(AllLists), nameof(AllLists.Paths))]
    public async Task Every_property_is_in_every_format_or_refused_with_the_place_where_it_is(string path)
    {
        var list = AllLists.Address(path);
        var properties = (await App.GetAsync("/openapi/v1.json")).Codes($"/api/v1/{path}", "fields").ToList();
        Assert.That(properties, Does.Contain("links"));
        foreach (var suffix in (string[])["csv", "xlsx", "ndjson", .. path == "states" ? (string[])["geojson"] : []])
        {
            foreach (var property in properties.Some())
            {
                foreach (var fields in (string[])[property, $"id,{property}"])
                {
                    var address = $"{Suffixed(list, suffix)}fields={fields}";
                    using var response = await App.SendAsync(address);
                    var body = await response.Content.ReadAsStringAsync();
                    if (response.StatusCode == HttpStatusCode.OK)
                    {
                        if (suffix == "csv")
                        {
                            Assert.That(Csv.Parse(body)[0], Is.EquivalentTo(fields.Split(',').Distinct()), address);
                        }

                        continue;
                    }

                    var problem = OpenGovApplication.AssertProblem(response, body);
                    Assert.That((int)response.StatusCode, Is.EqualTo(400), address);
                    var message = problem.GetProperty("errors").EnumerateArray().Single().GetProperty("detail").GetString();
                    Assert.That(message, Does.Contain($"'{property}'").And.Contain($".{suffix}"), address);
                    Assert.That(suffix, Is.Not.EqualTo("ndjson"), "NDJSON has everything");
                }
            }
        }
    }

    [TestCase("commitments?state_id=MX-DUR", "state")]
    [TestCase("commitments?plan_id=MX-NAP4", "plan")]
    [TestCase("plans?state_id=MX-DUR", "state")]
    public async Task The_id_that_a_property_holds_is_filtered_by_the_name_of_what_it_is(string address, string nearest)
    {
        var problem = await App.GetProblemAsync(address, HttpStatusCode.BadRequest);
        Assert.That(problem.GetProperty("errors")[0].GetProperty("nearest").GetString(), Is.EqualTo(nearest));
    }

    [Test]
    public async Task A_bound_below_the_one_that_it_goes_with_is_refused_in_every_list()
    {
        var found = 0;
        foreach (var list in AllLists.Lists.Some())
        {
            foreach (
                var lower in list
                    .Sql.Filters.Where(filter => filter.Name.EndsWith("_from", StringComparison.Ordinal))
                    .PerhapsNone("few lists have bounds")
            )
            {
                var upper = $"{lower.Name[..^5]}_to";
                Assert.That(list.Sql.Filters.Select(filter => filter.Name), Does.Contain(upper), list.Path);
                var (less, more) = lower.ValueType == "number" ? ("0.5", "0.6") : ("2019-01-01", "2019-01-02");
                var problem = await App.GetProblemAsync($"{list.Path}?{lower.Name}={more}&{upper}={less}", HttpStatusCode.BadRequest);
                Assert.That(problem.GetProperty("errors")[0].GetProperty("parameter").GetString(), Is.EqualTo(upper));
                await App.GetAsync($"{list.Path}?{lower.Name}={less}&{upper}={less}");
                found++;
            }
        }

        Assert.That(found, Is.Positive);
    }

    [Test]
    public async Task Files_of_different_addresses_have_different_names()
    {
        var names = new List<string>();
        foreach (
            var address in AllLists
                .Lists.Some()
                .Select(list => list.Path)
                .Concat(["stats/commitments.csv?group_by=status", "stats/summary"])
        )
        {
            var file =
                address == "search" ? "search.csv?q=agua"
                : address.Contains(".csv") ? address
                : $"{address}.csv";
            using var response = await App.SendAsync(file);
            names.Add(response.Content.Headers.ContentDisposition!.FileName!);
            Assert.That(response.Headers.AcceptRanges, Is.EqualTo((string[])["none"]), address);
        }

        Assert.That(names.Some(), Is.Unique);
    }

    [TestCase("commitments.csv?fields=id,sources", "/data/sources.csv")]
    [TestCase("commitments.csv?fields=links", "/data/commitments.csv")]
    [TestCase("states.geojson?fields=id,sources", "/data/sources.csv")]
    [TestCase("plans.xlsx?fields=links", "/data/plans.csv")]
    [TestCase("changes.csv?fields=links", ".ndjson")]
    [TestCase("changes.atom?fields=id", "fixed")]
    [TestCase("changes.feed.json?fields=id", "fixed")]
    [TestCase("dialogues/sessions.ics?fields=id", "fixed")]
    public async Task What_a_format_cannot_hold_is_refused_with_the_table_that_has_it(string address, string place)
    {
        var problem = await App.GetProblemAsync(address, HttpStatusCode.BadRequest);
        var error = problem.GetProperty("errors").EnumerateArray().Single();
        Assert.That(
            (error.GetProperty("parameter").GetString(), error.GetProperty("code").GetString()),
            Is.EqualTo(("fields", "not_in_this_format"))
        );
        var message = error.GetProperty("detail").GetString()!;
        Assert.That(message, Does.Contain(place));
        if (place.StartsWith("/data/", StringComparison.Ordinal))
        {
            using var table = await App.SendAsync(place);
            Assert.That(table.StatusCode, Is.EqualTo(HttpStatusCode.OK), "the table is there");
        }
    }

    [Test]
    public async Task A_compressed_file_is_found_by_its_name_decoded_once()
    {
        var folder = Directory.CreateTempSubdirectory("opengov-dashboard-").FullName;
        try
        {
            File.WriteAllText(Path.Combine(folder, "index.html"), "<!doctype html><html lang=\"es\"><head></head><body></body></html>");
            File.WriteAllText(Path.Combine(folder, "pages.json"), "{}");
            foreach (var name in (string[])["plain.js", "caf\u00e9.js", "%61.js"])
            {
                File.WriteAllText(Path.Combine(folder, name), name);
                await using var compressed = new GZipStream(File.Create(Path.Combine(folder, $"{name}.gz")), CompressionLevel.Optimal);
                await compressed.WriteAsync(System.Text.Encoding.UTF8.GetBytes($"compressed {name}"));
            }

            await using var app = await OpenGovApplication.StartAsync(Provider, ("Dashboard:Folder", folder));
            foreach (
                var (address, name) in ((string, string)[])
                    [("/plain.js", "plain.js"), ("/caf%C3%A9.js", "caf\u00e9.js"), ("/%2561.js", "%61.js"), ("/pl%61in.js", "plain.js")]
            )
            {
                using var response = await app.SendAsync(address, headers: ("Accept-Encoding", "gzip"));
                Assert.That(response.Content.Headers.ContentEncoding, Is.EqualTo((string[])["gzip"]), address);
                await using var text = new GZipStream(await response.Content.ReadAsStreamAsync(), CompressionMode.Decompress);
                Assert.That(await new StreamReader(text).ReadToEndAsync(), Is.EqualTo($"compressed {name}"), address);
            }

            foreach (var address in (string[])["/pl%2561in.js", "/caf%25C3%25A9.js", "/%252561.js"])
            {
                using var response = await app.SendAsync(address, headers: ("Accept-Encoding", "gzip"));
                Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.NotFound), address);
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Test]
    public void No_code_but_one_gives_a_request_another_path() =>
        Assert.That(
            Directory
                .GetFiles(Path.Combine(Checkout.Root, "api"), "*.cs", SearchOption.AllDirectories)
                .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
                .Where(file =>
                    System.Text.RegularExpressions.Regex.IsMatch(File.ReadAllText(file), @"\bRequest\.Path\s*=[^=]|\brequest\.Path\s*=[^=]")
                )
                .Select(Path.GetFileName),
            Is.EqualTo((string[])["RequestPath.cs"])
        );

    private static string Suffixed(string list, string suffix) =>
        $"{list[..list.IndexOf('?')]}.{suffix}{list[list.IndexOf('?')..]}{(list.EndsWith('?') ? "" : "&")}";
}
