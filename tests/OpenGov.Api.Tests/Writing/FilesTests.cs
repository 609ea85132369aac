using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using OpenGov.Api.Files;

namespace OpenGov.Api.Tests.Writing;

/// <summary>Evidence that is a file: how it comes, what is taken, how it is named, and how anybody gets it.</summary>
public sealed partial class FilesTests
{
    private static readonly byte[] Text = "Acta de entrega de los hornos, 24 de noviembre de 2026\n"u8.ToArray();

    private readonly string folder = Directory.CreateTempSubdirectory("opengov-files-").FullName;
    private OpenGovApplication app;
    private string city;
    private string chamber;

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        app = await OpenGovApplication.StartAsync(
            "Sqlite",
            ("Files:Folder", Path.Combine(folder, "files")),
            ("Files:MostMegabytes", "1"),
            ("RateLimit:Writes", "1000")
        );
        city = await app.KeyAsync("editor", "MX-DUR", "mx-dur-ayuntamiento");
        chamber = await app.KeyAsync("verifier", "MX-DUR", "mx-dur-cce");
    }

    [OneTimeTearDown]
    public async Task StopAsync()
    {
        await app.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    [Test]
    public async Task A_file_comes_is_named_and_goes_out_as_it_came()
    {
        var (sha256, status) = await UploadAsync(chamber, Text);
        Assert.That(status, Is.EqualTo(HttpStatusCode.Created));
        Assert.That(sha256, Is.EqualTo(Convert.ToHexStringLower(SHA256.HashData(Text))));
        Assert.That((await UploadAsync(chamber, Text)).Status, Is.EqualTo(HttpStatusCode.OK), "the same bytes are there already");
        var made = await app.MadeAsync("POST", "evidence", chamber, Named(await CommitmentAsync(), sha256, "Acta, día 1"));
        Assert.That(made.GetProperty("file_name").GetString(), Is.EqualTo("Acta, día 1.txt"));
        Assert.That(made.GetProperty("file_type").GetString(), Is.EqualTo("text/plain"));
        Assert.That(made.GetProperty("file_bytes").GetInt32(), Is.EqualTo(Text.Length));
        var address = made.GetProperty("links").GetProperty("file").GetString()!;
        Assert.That(address, Does.EndWith($"/api/v1/evidence/{made.GetProperty("id").GetString()}/file"));

        // What was answered can be sent back.
        await app.ChangedAsync($"evidence/{made.GetProperty("id").GetString()}", chamber, made);

        using var got = await app.SendAsync(address, null, ("Accept-Encoding", "gzip"));
        Assert.That(await got.Content.ReadAsByteArrayAsync(), Is.EqualTo(Text));
        AssertHeaders(got, sha256);
        Assert.That(got.Content.Headers.ContentDisposition!.FileNameStar, Is.EqualTo("Acta, día 1.txt"));
        using var head = await app.SendAsync(address, HttpMethod.Head);
        Assert.That(
            (head.Content.Headers.ContentLength, await head.Content.ReadAsByteArrayAsync()),
            Is.EqualTo((Text.Length, Array.Empty<byte>()))
        );
        AssertHeaders(head, sha256);
        using var part = await app.SendAsync(address, null, ("Range", "bytes=5-11"));
        Assert.That((part.StatusCode, await part.Content.ReadAsByteArrayAsync()), Is.EqualTo((HttpStatusCode.PartialContent, Text[5..12])));
        using var beyond = await app.SendAsync(address, null, ("Range", "bytes=9999-"));
        Assert.That(beyond.StatusCode, Is.EqualTo(HttpStatusCode.RequestedRangeNotSatisfiable));
        using var known = await app.SendAsync(address, null, ("If-None-Match", $"\"{sha256}\""));
        Assert.That(known.StatusCode, Is.EqualTo(HttpStatusCode.NotModified));

        // It lies there once, for its owner alone.
        var files = Directory.GetFiles(Path.Combine(folder, "files", sha256[..2]));
        Assert.That(files.Select(Path.GetFileName), Is.EqualTo((string[])[$"{sha256}.txt"]));
        if (!OperatingSystem.IsWindows())
        {
            Assert.That(File.GetUnixFileMode(files[0]), Is.EqualTo(UnixFileMode.UserRead | UnixFileMode.UserWrite));
        }
    }

    [Test]
    public async Task The_content_alone_tells_what_a_file_is()
    {
        foreach (var (name, bytes, type) in SampleFiles.Taken.Some())
        {
            using var answer = await SendFileAsync(chamber, new ByteArrayContent(bytes), "text/html");
            var text = await answer.Content.ReadAsStringAsync();
            Assert.That(answer.IsSuccessStatusCode, $"{name}: {text}");
            Assert.That(JsonDocument.Parse(text).RootElement.GetProperty("type").GetString(), Is.EqualTo(type), name);
        }

        Assert.That(SampleFiles.Taken.Select(one => one.Type), Is.SupersetOf(FileKind.All.Some().Select(kind => kind.MediaType)));
    }

    [Test]
    public async Task What_runs_is_locked_broken_or_unknown_is_refused_whatever_it_is_called()
    {
        foreach (var (name, bytes, said) in SampleFiles.Refused.Some())
        {
            using var answer = await SendFileAsync(chamber, new ByteArrayContent(bytes), "application/pdf");
            var text = await answer.Content.ReadAsStringAsync();
            Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.UnsupportedMediaType), $"{name}: {text}");
            var error = OpenGovApplication.AssertProblem(answer, text).GetProperty("errors")[0];
            Assert.That(error.GetProperty("code").GetString(), Is.EqualTo("refused_file"), name);
            Assert.That(error.GetProperty("detail").GetString(), Does.Contain(said).And.Contain("ODT"), name);
            Assert.That(error.GetProperty("detail_es").GetString(), Does.Contain("Se toman archivos"), name);
        }

        foreach (var form in (string[])["multipart/form-data; boundary=x", "application/x-www-form-urlencoded"])
        {
            using var wrapped = await SendFileAsync(chamber, new ByteArrayContent("--x\r\n\r\nActa\r\n--x--"u8.ToArray()), form);
            var text = await wrapped.Content.ReadAsStringAsync();
            Assert.That(wrapped.StatusCode, Is.EqualTo(HttpStatusCode.UnsupportedMediaType), text);
            Assert.That(
                OpenGovApplication.AssertProblem(wrapped, text).GetProperty("detail").GetString(),
                Does.Contain("not a field of a form")
            );
        }

        using var empty = await SendFileAsync(chamber, new ByteArrayContent([]), "application/pdf");
        Assert.That(empty.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That(Incoming(), Is.Empty, "nothing that was refused stays");
    }

    [Test]
    public async Task Too_much_is_refused_with_its_length_and_without_and_leaves_nothing()
    {
        var much = new byte[(1 << 20) + 1];
        much.AsSpan().Fill((byte)'a');
        foreach (var isChunked in (bool[])[false, true])
        {
            using var answer = await SendFileAsync(
                chamber,
                isChunked ? new StreamContent(new Trickle(much)) : new ByteArrayContent(much),
                null
            );
            Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.RequestEntityTooLarge), $"chunked: {isChunked}");
            OpenGovApplication.AssertProblem(answer, await answer.Content.ReadAsStringAsync());
        }

        using var most = await SendFileAsync(chamber, new StreamContent(new Trickle(much[1..])), null);
        Assert.That(most.StatusCode, Is.EqualTo(HttpStatusCode.Created));
        Assert.That(Incoming(), Is.Empty);
    }

    [Test]
    public async Task Who_leaves_and_who_is_killed_leaves_nothing()
    {
        using var leaving = new CancellationTokenSource();
        var sent = SendFileAsync(chamber, new StreamContent(new Stuck(leaving)), null, leaving.Token);
        Assert.That(async () => await sent, Throws.InstanceOf<OperationCanceledException>());
        await Eventually.HoldsAsync(() => Task.FromResult(Incoming().Length == 0), "what came is deleted");

        // A killed process leaves its file without a lock; that of a living one is not touched.
        var store = app.Services.GetRequiredService<IFileStore>();
        await using var living = store.Begin();
        var left = Path.Combine(folder, "files", FolderStore.Incoming, "left");
        await File.WriteAllTextAsync(left, "half");
        store.RemoveLeftovers();
        Assert.That(Incoming(), Has.Length.EqualTo(1));
        Assert.That(File.Exists(left), Is.False);
    }

    [Test]
    public async Task The_same_bytes_of_two_at_once_are_kept_once()
    {
        var bytes = "Las mismas palabras, dos veces a la vez"u8.ToArray();
        var both = await Task.WhenAll(UploadAsync(chamber, bytes), UploadAsync(city, bytes));
        Assert.That(both.Select(one => one.Sha256).Distinct().Count(), Is.EqualTo(1));
        Assert.That(both.Select(one => one.Status), Is.EquivalentTo((HttpStatusCode[])[HttpStatusCode.Created, HttpStatusCode.OK]));
        Assert.That(
            Directory.GetFiles(Path.Combine(folder, "files"), $"{both[0].Sha256}*", SearchOption.AllDirectories),
            Has.Length.EqualTo(1)
        );
    }

    [Test]
    public async Task Evidence_names_only_what_is_kept_by_a_plain_name_and_what_follows_nobody_types()
    {
        var commitment = await CommitmentAsync();
        var (sha256, _) = await UploadAsync(chamber, Text);
        (object Body, int Status, string Code, string Pointer)[] refused =
        [
            (Named(commitment, new string('0', 64), "acta.txt"), 422, "unknown_file", "/file_sha256"),
            (Named(commitment, "acta", "acta.txt"), 400, "wrong_form", "/file_sha256"),
            (Named(commitment, sha256, null), 400, "contradiction", "/file_name"),
            (Named(commitment, sha256, "../acta.txt"), 400, "wrong_form", "/file_name"),
            (Named(commitment, sha256, "acta\u202Etxt.exe"), 400, "control_character", "/file_name"),
            (Named(commitment, sha256, new string('a', 200)), 400, "too_long", "/file_name"),
            (Named(commitment, sha256, "acta.txt", type: "text/html"), 422, "computed", "/file_type"),
            (Named(commitment, null, "acta.txt"), 400, "contradiction", "/file_sha256"),
            (Named(commitment, null, null), 400, "required", "/url"),
        ];
        foreach (var (body, status, code, pointer) in refused.Some())
        {
            var (problem, _) = await app.RefusedAsync("POST", "evidence", chamber, status, body);
            var error = problem.GetProperty("errors")[0];
            Assert.That(
                (error.GetProperty("code").GetString(), error.GetProperty("pointer").GetString()),
                Is.EqualTo((code, pointer)),
                $"{problem}"
            );
            Assert.That(error.GetProperty("detail_es").GetString(), Is.Not.Empty);
        }

        // In a batch, tried first; and a name gets the ending of its kind.
        var batch = new
        {
            writes = new object[]
            {
                new
                {
                    method = "POST",
                    path = "/evidence",
                    body = Named(commitment, sha256, "datos.CSV"),
                },
            },
        };
        await app.MadeAsync("POST", "batch?dry_run=true", chamber, batch);
        var made = await app.MadeAsync("POST", "batch", chamber, batch);
        Assert.That($"{made}", Does.Contain("\"datos.CSV\""));
    }

    [Test]
    public async Task A_file_is_evidence_on_which_what_is_done_rests()
    {
        var commitment = await CommitmentAsync();
        await RefusedAsync("PATCH", $"commitments/{commitment}", city, 422, new { status = "completed" });
        var (sha256, _) = await UploadAsync(city, Text);
        var evidence = await app.AddedAsync("evidence", city, Named(commitment, sha256, "acta.txt"));
        await app.ChangedAsync($"commitments/{commitment}", city, new { status = "completed" });
        await app.MadeAsync(
            "POST",
            "assessments",
            chamber,
            new
            {
                commitment_id = commitment,
                voice = "civil_society",
                aspect = "completion",
                code = "complete",
            }
        );
        Assert.That(
            await RefusedAsync("PATCH", $"evidence/{evidence}?reason=x", city, 400, new { file_sha256 = (string?)null }),
            Is.EqualTo("required")
        );
        Assert.That(await RefusedAsync("DELETE", $"evidence/{evidence}?reason=x", city, 422, null), Is.EqualTo("evidence_missing"));

        // Its address takes the place of its file; the file goes with all that is said of it.
        var moved = await app.ChangedAsync(
            $"evidence/{evidence}?reason=x",
            city,
            new { url = "https://example.org/acta", file_sha256 = (string?)null }
        );
        foreach (var field in (string[])["file_name", "file_type", "file_bytes", "file_sha256"])
        {
            Assert.That(moved.GetProperty(field).ValueKind, Is.EqualTo(JsonValueKind.Null), field);
        }

        Assert.That(moved.GetProperty("links").TryGetProperty("file", out _), Is.False);
        var none = await app.GetProblemAsync($"evidence/{evidence}/file", HttpStatusCode.NotFound);
        Assert.That(none.GetProperty("detail").GetString(), Does.Contain("no file"));
    }

    [Test]
    public async Task What_is_not_there_is_said_and_what_was_there_stays()
    {
        var commitment = await CommitmentAsync();
        var bytes = "Un acta que se retira"u8.ToArray();
        var (sha256, _) = await UploadAsync(chamber, bytes);
        var evidence = await app.AddedAsync("evidence", chamber, Named(commitment, sha256, "acta.txt"));
        await app.GetProblemAsync($"evidence/{commitment}-E99/file", HttpStatusCode.NotFound);
        await app.GetProblemAsync($"evidence/{evidence}/file?x=1", HttpStatusCode.BadRequest);

        var path = Path.Combine(folder, "files", sha256[..2], $"{sha256}.txt");
        await File.AppendAllTextAsync(path, "!");
        var changed = await app.GetProblemAsync($"evidence/{evidence}/file", HttpStatusCode.NotFound);
        Assert.That(changed.GetProperty("detail").GetString(), Does.Contain(sha256));
        Assert.That((await UploadAsync(chamber, bytes)).Status, Is.EqualTo(HttpStatusCode.Created), "it is whole again");
        using var whole = await app.SendAsync($"evidence/{evidence}/file");
        Assert.That(await whole.Content.ReadAsByteArrayAsync(), Is.EqualTo(bytes));

        var tag = await app.TagAsync($"evidence/{evidence}");
        await app.MadeAsync("DELETE", $"evidence/{evidence}?reason=x", chamber, null, ("If-Match", tag));
        await app.GetProblemAsync($"evidence/{evidence}/file", HttpStatusCode.Gone);
        Assert.That(File.Exists(path));

        // What no version names goes after seven days; what one named stays.
        var (orphan, _) = await UploadAsync(chamber, "De nadie"u8.ToArray());
        var (young, _) = await UploadAsync(chamber, "De nadie todavía"u8.ToArray());
        foreach (var old in (string[])[sha256, orphan])
        {
            File.SetLastWriteTimeUtc(Path.Combine(folder, "files", old[..2], $"{old}.txt"), DateTime.UtcNow.AddDays(-8));
        }

        string[] settings =
        [
            .. app.DatabaseSettings.SelectMany(one => (string[])[$"--{one.Key}", one.Value!]),
            "--Files:Folder",
            Path.Combine(folder, "files"),
        ];
        using var sweep = ServiceProcess.Start(["files", "sweep", .. settings]);
        Assert.That(await sweep.SaysAsync("Files removed"), Does.Contain("Files removed: "));
        await sweep.EndAsync();
        bool IsKept(string one) => File.Exists(Path.Combine(folder, "files", one[..2], $"{one}.txt"));
        Assert.That((IsKept(sha256), IsKept(orphan), IsKept(young)), Is.EqualTo((true, false, true)));
    }

    [Test]
    public async Task A_file_counts_as_many_writes_as_it_has_begun_quarters_of_a_megabyte()
    {
        await using var strict = await OpenGovApplication.StartAsync("Sqlite", ("RateLimit:Writes", "3"), ("Files:MostMegabytes", "1"));
        var key = await strict.KeyAsync("verifier", "national");
        var text = new byte[FileUploads.BytesOfAWrite * 2 + 1];
        text.AsSpan().Fill((byte)'a');
        using var three = await SendFileAsync(strict, key, new ByteArrayContent(text));
        Assert.That(three.StatusCode, Is.EqualTo(HttpStatusCode.Created));
        using var fourth = await SendFileAsync(strict, key, new ByteArrayContent(Text));
        Assert.That(fourth.StatusCode, Is.EqualTo(HttpStatusCode.TooManyRequests));
        Assert.That(await fourth.Content.ReadAsStringAsync(), Does.Contain("too_many_writes"));
    }

    [Test]
    public void A_slow_upload_has_ten_seconds_and_then_eight_kilobytes_in_each()
    {
        Assert.That(UploadPace.Left(0, TimeSpan.Zero), Is.EqualTo(TimeSpan.FromSeconds(10)));
        Assert.That(UploadPace.Left(0, TimeSpan.FromSeconds(10)), Is.EqualTo(TimeSpan.Zero));
        Assert.That(UploadPace.Left(80 * 1024, TimeSpan.FromSeconds(12)), Is.EqualTo(TimeSpan.FromSeconds(8)));
    }

    [Test]
    public void Whether_anybody_can_open_evidence_is_asked_in_one_place()
    {
        var asked = Directory
            .EnumerateFiles(Path.Combine(Checkout.Root, "api"), "*.cs", SearchOption.AllDirectories)
            .Where(file => AsksForAddress().IsMatch(File.ReadAllText(file)))
            .Select(Path.GetFileName);
        Assert.That(asked, Is.EqualTo((string[])["EvidenceFilters.cs"]));
    }

    [Test]
    public async Task A_bucket_takes_the_place_of_the_folder()
    {
        await using var bucket = await TestBucket.StartAsync();
        await using var node = await OpenGovApplication.StartAsync(
            "Sqlite",
            ("Files:S3:Bucket", TestBucket.Name),
            ("Files:S3:Endpoint", bucket.Address.ToString()),
            ("Files:S3:PathStyle", "true"),
            ("Files:S3:AccessKey", TestBucket.Key),
            ("Files:S3:SecretKey", "secret")
        );
        var key = await node.KeyAsync("verifier", "MX-DUR", "mx-dur-cce");
        using var sent = await SendFileAsync(node, key, new ByteArrayContent(Text));
        Assert.That(sent.StatusCode, Is.EqualTo(HttpStatusCode.Created), await sent.Content.ReadAsStringAsync());
        using var again = await SendFileAsync(node, key, new ByteArrayContent(Text));
        Assert.That(again.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        var sha256 = Convert.ToHexStringLower(SHA256.HashData(Text));
        Assert.That(bucket.Objects.Keys, Is.EqualTo((string[])[$"{sha256[..2]}/{sha256}.txt"]));
        Assert.That(bucket.Objects.Values.Single().Bytes, Is.EqualTo(Text));
        Assert.That(bucket.Objects.Values.Single().Type, Is.EqualTo("text/plain"));
        var evidence = await node.AddedAsync("evidence", key, Named("MX-DUR-PAL1-C2", sha256, "acta"));
        using var got = await node.SendAsync($"evidence/{evidence}/file");
        Assert.That(await got.Content.ReadAsByteArrayAsync(), Is.EqualTo(Text));
        AssertHeaders(got, sha256);
        using var part = await node.SendAsync($"evidence/{evidence}/file", null, ("Range", "bytes=5-11"));
        Assert.That((part.StatusCode, await part.Content.ReadAsByteArrayAsync()), Is.EqualTo((HttpStatusCode.PartialContent, Text[5..12])));
        Assert.That(await node.Client.GetStringAsync($"/api/v1/evidence/{evidence}/file?as_of=2026-11-24"), Does.StartWith("Acta"));

        bucket.IsDown = true;
        using var down = await node.SendAsync($"evidence/{evidence}/file");
        Assert.That(down.StatusCode, Is.EqualTo(HttpStatusCode.ServiceUnavailable));
        OpenGovApplication.AssertProblem(down, await down.Content.ReadAsStringAsync());
        await node.RefusedAsync("POST", "evidence", key, 503, Named("MX-DUR-PAL1-C2", sha256, "acta"));
        bucket.IsDown = false;
        bucket.IsDumb = true;
        using var dumb = await node.SendAsync($"evidence/{evidence}/file");
        Assert.That(dumb.StatusCode, Is.EqualTo(HttpStatusCode.ServiceUnavailable));
        OpenGovApplication.AssertProblem(dumb, await dumb.Content.ReadAsStringAsync());
        bucket.IsDumb = false;
        bucket.Objects.Clear();
        await node.GetProblemAsync($"evidence/{evidence}/file", HttpStatusCode.NotFound);
    }

    private static Dictionary<string, object?> Named(string commitment, string? sha256, string? name, string? type = null)
    {
        var body = new Dictionary<string, object?>
        {
            ["commitment_id"] = commitment,
            ["title_es"] = "Acta",
            ["title_en"] = "Minutes",
            ["kind"] = "document",
        };
        foreach (var (field, value) in ((string, string?)[])[("file_sha256", sha256), ("file_name", name), ("file_type", type)])
        {
            if (value is not null)
            {
                body[field] = value;
            }
        }

        return body;
    }

    private static void AssertHeaders(HttpResponseMessage got, string sha256)
    {
        string Of(string name) =>
            string.Join(
                ", ",
                got.Headers.TryGetValues(name, out var values) || got.Content.Headers.TryGetValues(name, out values) ? values : []
            );
        Assert.That(got.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.Multiple(() =>
        {
            Assert.That(Of("Content-Type"), Is.EqualTo("text/plain; charset=utf-8"));
            Assert.That(Of("Content-Disposition"), Does.StartWith("attachment;"));
            Assert.That(Of("Content-Encoding"), Is.Empty);
            Assert.That(Of("X-Content-Type-Options"), Is.EqualTo("nosniff"));
            Assert.That(Of("Content-Security-Policy"), Is.EqualTo("default-src 'none'; sandbox"));
            Assert.That(Of("ETag"), Is.EqualTo($"\"{sha256}\""));
            Assert.That(Of("Repr-Digest"), Is.EqualTo($"sha-256=:{Convert.ToBase64String(Convert.FromHexString(sha256))}:"));
            Assert.That(Of("Access-Control-Allow-Origin"), Is.EqualTo("*"));
            Assert.That(Of("Cache-Control"), Does.Contain("public"));
            Assert.That(Of("Accept-Ranges"), Is.EqualTo("bytes"));
            Assert.That(Of("RateLimit"), Is.Not.Empty);
        });
    }

    private Task<string> CommitmentAsync() =>
        app.AddedAsync(
            "commitments",
            city,
            new
            {
                plan_id = "MX-DUR-PAL1",
                kind = "commitment",
                title_es = "Compromiso de prueba",
                lead_organizations = (string[])["mx-dur-ayuntamiento"],
            }
        );

    private async Task<string?> RefusedAsync(string method, string address, string key, int status, object? body) =>
        (await app.RefusedAsync(method, address, key, status, body, ("If-Match", await app.TagAsync(address)))).Code;

    private string[] Incoming() => Directory.GetFiles(Path.Combine(folder, "files", FolderStore.Incoming));

    private async Task<(string Sha256, HttpStatusCode Status)> UploadAsync(string key, byte[] bytes)
    {
        using var answer = await SendFileAsync(key, new ByteArrayContent(bytes), null);
        var text = await answer.Content.ReadAsStringAsync();
        Assert.That(answer.IsSuccessStatusCode, text);
        return (JsonDocument.Parse(text).RootElement.GetProperty("sha256").GetString()!, answer.StatusCode);
    }

    private Task<HttpResponseMessage> SendFileAsync(
        string key,
        HttpContent body,
        string? type,
        CancellationToken cancellationToken = default
    )
    {
        body.Headers.ContentType = type is null ? null : MediaTypeHeaderValue.Parse(type);
        return SendFileAsync(app, key, body, cancellationToken);
    }

    private static Task<HttpResponseMessage> SendFileAsync(
        OpenGovApplication node,
        string key,
        HttpContent body,
        CancellationToken cancellationToken = default
    )
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/files") { Content = body };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", key);
        return node.Client.SendAsync(request, cancellationToken);
    }

    [GeneratedRegex(@"\be\.url IS (NOT )?NULL")]
    private static partial Regex AsksForAddress();

    /// <summary>Bytes whose number nobody knows before their end.</summary>
    private class Trickle(byte[] bytes) : MemoryStream(bytes)
    {
        public override bool CanSeek => false;
    }

    /// <summary>Some bytes, and then nothing more until whoever sends it leaves.</summary>
    private sealed class Stuck(CancellationTokenSource leaving) : Trickle(new byte[100_000])
    {
        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            var read = Read(buffer.Span);
            if (read == 0)
            {
                await leaving.CancelAsync();
                await Task.Delay(Timeout.Infinite, cancellationToken);
            }

            return read;
        }
    }
}
