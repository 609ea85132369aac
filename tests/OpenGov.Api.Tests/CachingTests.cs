using System.Net;

namespace OpenGov.Api.Tests;

[TestFixtureSource(typeof(TestDatabases), nameof(TestDatabases.All))]
[Parallelizable]
public sealed class CachingTests(string provider)
{
    private const string Id = "MX-DUR-PAL1-C2";

    private OpenGovApplication app;

    private static IEnumerable<string> Addresses =>
        [
            "states",
            "states/MX-DUR",
            "states.geojson",
            "commitments",
            "commitments?q=agua&limit=3",
            "commitments.csv",
            "commitments.ndjson",
            "commitments.xlsx",
            $"commitments/{Id}",
            $"commitments/{Id}/history",
            $"commitments/{Id}/life",
            "stats/summary",
            "stats/commitments?group_by=status",
            "plans/MX-NAP4/health",
            "search?q=agua",
            "changes.atom",
            "changes.feed.json",
            "dialogues/sessions.ics",
            "metrics/2019",
            "/data/datapackage.json",
            "/data/commitments.csv",
            "/data/opengov.zip",
            "/data/catalog.jsonld",
            "/openapi/v1.json",
            "/swagger/index.html",
            "/llms.txt",
            "/.well-known/api-catalog",
        ];

    [OneTimeSetUp]
    public async Task StartAsync() => app = await OpenGovApplication.StartAsync(provider);

    [OneTimeTearDown]
    public async Task StopAsync() => await app.DisposeAsync();

    [TestCaseSource(nameof(Addresses))]
    public async Task A_client_that_has_the_answer_gets_304_without_a_body(string address)
    {
        foreach (var encoding in (string[])["identity", "br", "gzip"])
        {
            using var first = await app.SendAsync(address, headers: ("Accept-Encoding", encoding));
            await first.Content.ReadAsByteArrayAsync();
            Assert.That(first.StatusCode, Is.EqualTo(HttpStatusCode.OK));
            var tag = first.Headers.ETag;
            Assert.That(tag, Is.Not.Null, $"{address} {encoding}");
            Assert.That(tag!.IsWeak, Is.False);
            Assert.That(first.Content.Headers.LastModified, Is.Not.Null);
            using var second = await app.SendAsync(
                address,
                null,
                ("Accept-Encoding", encoding),
                ("If-None-Match", tag.ToString()),
                ("Origin", "null")
            );
            Assert.Multiple(async () =>
            {
                Assert.That(second.StatusCode, Is.EqualTo(HttpStatusCode.NotModified), $"{address} {encoding}");
                Assert.That((await second.Content.ReadAsByteArrayAsync()).Length, Is.Zero);
                Assert.That(second.Headers.GetValues("Access-Control-Allow-Origin"), Is.EqualTo((string[])["*"]));
            });
            using var other = await app.SendAsync(address, null, ("Accept-Encoding", encoding), ("If-None-Match", "\"something-else\""));
            Assert.That(other.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        }
    }

    [TestCaseSource(nameof(Addresses))]
    public async Task A_tag_names_bytes_and_a_304_says_what_the_answer_varies_by(string address)
    {
        var byTag = new Dictionary<string, string>();
        foreach (var encoding in (string[])["identity", "br", "gzip", "identity", "br", "gzip"])
        {
            using var answer = await app.SendAsync(address, headers: ("Accept-Encoding", encoding));
            var tag = answer.Headers.ETag!.ToString();
            var bytes = Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(await answer.Content.ReadAsByteArrayAsync()));
            Assert.That(byTag.TryAdd(tag, bytes) || byTag[tag] == bytes, $"{address}: {tag} names other bytes in {encoding}");
            using var again = await app.SendAsync(address, null, ("Accept-Encoding", encoding), ("If-None-Match", tag));
            Assert.That(again.Headers.Vary, Is.EqualTo(answer.Headers.Vary), $"{address} {encoding}");
        }
    }

    [Test]
    public async Task A_spreadsheet_does_not_say_when_it_was_made()
    {
        using var zip = new System.IO.Compression.ZipArchive(await app.Client.GetStreamAsync("/api/v1/states.xlsx"));
        Assert.That(zip.Entries.Select(part => part.LastWriteTime.Year), Is.Not.Empty.And.All.EqualTo(1980));
    }

    [TestCaseSource(nameof(Addresses))]
    public async Task HEAD_answers_as_GET_does_without_the_body(string address)
    {
        using var get = await app.SendAsync(address);
        using var head = await app.SendAsync(address, HttpMethod.Head);
        Assert.Multiple(async () =>
        {
            Assert.That(head.StatusCode, Is.EqualTo(HttpStatusCode.OK));
            Assert.That((await head.Content.ReadAsByteArrayAsync()).Length, Is.Zero);
            Assert.That(head.Headers.ETag, Is.EqualTo(get.Headers.ETag));
            Assert.That(head.Content.Headers.ContentType, Is.EqualTo(get.Content.Headers.ContentType));
        });
    }

    [TestCase("br")]
    [TestCase("gzip")]
    public async Task Answers_are_compressed_and_say_the_same(string encoding)
    {
        using var plain = await app.SendAsync("commitments?limit=500", headers: ("Accept-Encoding", "identity"));
        using var compressed = await app.SendAsync("commitments?limit=500", headers: ("Accept-Encoding", encoding));
        Assert.That(compressed.Content.Headers.ContentEncoding, Is.EqualTo((string[])[encoding]));
        await using var stream = await compressed.Content.ReadAsStreamAsync();
        await using Stream body =
            encoding == "br"
                ? new System.IO.Compression.BrotliStream(stream, System.IO.Compression.CompressionMode.Decompress)
                : new System.IO.Compression.GZipStream(stream, System.IO.Compression.CompressionMode.Decompress);
        using var reader = new StreamReader(body);
        Assert.That(await reader.ReadToEndAsync(), Is.EqualTo(await plain.Content.ReadAsStringAsync()));
        Assert.That(compressed.Headers.ETag, Is.Not.EqualTo(plain.Headers.ETag), "a strong tag names bytes");
    }

    [Test]
    public async Task A_cached_answer_comes_in_an_encoding_that_the_client_takes()
    {
        foreach (
            var (accepted, given) in ((string, string)[])
                [("gzip, br;q=0", "gzip"), ("br", "br"), ("identity", ""), ("br;q=0.1, gzip;q=0.9", "gzip"), ("gzip;q=0", "")]
        )
        {
            for (var i = 0; i < 2; i++)
            {
                using var response = await app.SendAsync("plans?limit=9", headers: ("Accept-Encoding", accepted));
                Assert.That(string.Join(',', response.Content.Headers.ContentEncoding), Is.EqualTo(given), accepted);
            }
        }
    }

    [Test]
    public async Task After_a_write_the_next_read_has_the_new_body_and_a_new_tag()
    {
        // Two hundred writes, each followed by reads of what it changes: not one may be answered from before.
        var tags = new HashSet<string>();
        for (var i = 0; i < 200; i++)
        {
            await app.SaveCommitmentAsync(Id, ("title_en", $"Title {i}"), ("status", i % 2 == 0 ? "in_progress" : "completed"));
            using var record = await app.SendAsync($"commitments/{Id}");
            Assert.That(await record.Content.ReadAsStringAsync(), Does.Contain($"\"Title {i}\""));
            Assert.That(tags.Add(record.Headers.ETag!.Tag), "a new tag");
            var list = await app.GetAsync($"commitments?status={(i % 2 == 0 ? "in_progress" : "completed")}&fields=id&limit=500");
            Assert.That(list.GetRawText(), Does.Contain(Id));
        }
    }

    [Test]
    public async Task A_search_finds_what_a_record_says_now_and_no_longer_what_it_said()
    {
        async Task<List<string?>> FoundAsync(string query) =>
            [.. (await app.AllAsync(query)).Select(row => row.GetProperty("id").GetString())];
        await app.SaveCommitmentAsync("MX-DUR-PAL1-C97", ("title_es", "Murciélago azul de la sierra"));
        foreach (var query in (string[])["murcielago", "murciel", "\"azul de la sierra\"", "sierra azul"])
        {
            Assert.That(await FoundAsync($"commitments?q={Uri.EscapeDataString(query)}"), Does.Contain("MX-DUR-PAL1-C97"), query);
        }

        await app.SaveCommitmentAsync("MX-DUR-PAL1-C97", ("title_es", "Zanate azul de la sierra"));
        Assert.That(await FoundAsync("commitments?q=murcielago"), Is.Empty);
        Assert.That(await FoundAsync("search?q=murcielago"), Is.Empty);
        Assert.That(await FoundAsync("commitments?q=zanate"), Is.EqualTo((string[])["MX-DUR-PAL1-C97"]));
        await app.WithdrawCommitmentAsync("MX-DUR-PAL1-C97");
        Assert.That(await FoundAsync("commitments?q=zanate"), Is.Empty);
        Assert.That(await FoundAsync("search?q=zanate"), Is.Empty);
    }

    [TestCase("commitments?q=agua")]
    [TestCase("commitments?q=inform")]
    [TestCase("commitments?q=%22gobierno+abierto%22+transp")]
    [TestCase("search?q=transparencia&limit=500")]
    [TestCase("organizations?q=instituto+a")]
    public async Task What_the_index_finds_today_is_what_reading_the_texts_of_yesterday_finds(string address)
    {
        await using var aging = await OpenGovApplication.StartAsync(provider);
        var today = (await aging.AllAsync(address)).Select(row => row.GetProperty("id").GetString()).ToList();
        aging.Clock.Now = aging.Clock.Now.AddDays(1);
        await aging.SaveCommitmentAsync(Id, ("status", "in_progress"));
        var yesterday = (await aging.AllAsync($"{address}&as_of=2026-11-24")).Select(row => row.GetProperty("id").GetString());
        Assert.That(today, Is.Not.Empty);
        Assert.That(yesterday, Is.EqualTo(today));
    }

    [Test]
    public async Task Readers_and_writers_at_once_never_see_a_half_change()
    {
        // A write moves a commitment between two states; a reader must always find it in exactly one.
        using var stop = new CancellationTokenSource();
        var writer = Task.Run(async () =>
        {
            for (var i = 0; i < 60; i++)
            {
                await app.SaveCommitmentAsync("MX-CAM-PAL1-C1", ("status", i % 2 == 0 ? "in_progress" : "not_started"));
            }

            await stop.CancelAsync();
        });
        while (!stop.IsCancellationRequested)
        {
            var stats = await app.GetAsync("stats/commitments?group_by=status");
            Assert.That(
                stats.GetProperty("items").EnumerateArray().Sum(group => group.GetProperty("count").GetInt32()),
                Is.EqualTo(stats.GetProperty("total").GetInt32())
            );
        }

        await writer;
    }

    [TestCase("states")]
    [TestCase("nothing")]
    [TestCase("states?x=1")]
    [TestCase("commitments.csv")]
    public async Task A_sandboxed_page_can_read_every_answer_and_its_headers(string address)
    {
        using var response = await app.SendAsync(address, headers: ("Origin", "null"));
        using var plain = await app.SendAsync(address);
        Assert.Multiple(() =>
        {
            Assert.That(
                plain.Headers.GetValues("Access-Control-Allow-Origin"),
                Is.EqualTo((string[])["*"]),
                "a cache may give it to such a page later"
            );
            Assert.That(response.Headers.GetValues("Access-Control-Allow-Origin"), Is.EqualTo((string[])["*"]));
            Assert.That(response.Headers.Contains("Access-Control-Allow-Credentials"), Is.False);
            Assert.That(
                string.Join(',', response.Headers.GetValues("Access-Control-Expose-Headers")),
                Does.Contain("ETag").And.Contain("Link").And.Contain("RateLimit").And.Contain("Retry-After")
            );
        });
    }

    [Test]
    public async Task OPTIONS_works_with_and_without_a_preflight()
    {
        using var plain = await app.SendAsync("states", HttpMethod.Options);
        Assert.That(plain.StatusCode, Is.EqualTo(HttpStatusCode.NoContent));
        Assert.That(plain.Content.Headers.Allow, Does.Contain("GET"));
        using var preflight = await app.SendAsync(
            "states",
            HttpMethod.Options,
            ("Origin", "https://example.org"),
            ("Access-Control-Request-Method", "GET")
        );
        Assert.That(preflight.Headers.GetValues("Access-Control-Allow-Origin"), Is.EqualTo((string[])["*"]));
    }

    [Test]
    public async Task Cache_control_allows_a_minute_and_revalidation()
    {
        using var response = await app.SendAsync("states");
        Assert.That(response.Headers.CacheControl!.ToString(), Is.EqualTo("public, max-age=60, stale-while-revalidate=600"));
    }

    [Test]
    public async Task Links_are_built_from_the_address_that_the_client_used()
    {
        using var response = await app.SendAsync("states/MX-DUR", headers: ("Host", "datos.example.org"));
        Assert.That(await response.Content.ReadAsStringAsync(), Does.Contain("\"self\":\"http://datos.example.org/api/v1/states/MX-DUR\""));
    }

    [Test]
    public async Task Health_tells_each_dependency()
    {
        Assert.That((await app.GetAsync("/health/live")).GetProperty("status").GetString(), Is.EqualTo("healthy"));
        var ready = await app.GetAsync("/health/ready");
        Assert.That(ready.GetProperty("dependencies").GetProperty("database").GetProperty("status").GetString(), Is.EqualTo("healthy"));
    }
}
