using System.IO.Compression;
using System.Net;

namespace OpenGov.Api.Tests;

/// <summary>The files of the dashboard as built, served by the real service.</summary>
[Category("Browser")]
[Parallelizable]
public sealed class DashboardFilesTests
{
    [Test]
    public async Task Every_file_of_the_dashboard_is_sent_compressed_to_who_takes_it_and_is_the_same()
    {
        var build = Path.Combine(Checkout.Root, "web-client", "build");
        await using var app = await OpenGovApplication.StartAsync("Sqlite", ("Dashboard:Folder", build));
        var files = Directory.GetFiles(Path.Combine(build, "_app"), "*.js", SearchOption.AllDirectories);
        Assert.That(files, Is.Not.Empty);
        foreach (var file in files)
        {
            var address = $"/{Path.GetRelativePath(build, file).Replace('\\', '/')}";
            var whole = await File.ReadAllBytesAsync(file);
            foreach (var encoding in (string[])["br", "gzip", "identity"])
            {
                using var response = await app.SendAsync(address, headers: ("Accept-Encoding", encoding));
                await using var body = await response.Content.ReadAsStreamAsync();
                await using var plain = encoding switch
                {
                    "br" => new BrotliStream(body, CompressionMode.Decompress),
                    "gzip" => new GZipStream(body, CompressionMode.Decompress),
                    _ => body,
                };
                using var read = new MemoryStream();
                await plain.CopyToAsync(read);
                Assert.Multiple(() =>
                {
                    Assert.That(read.ToArray(), Is.EqualTo(whole), $"{address} {encoding}");
                    Assert.That(response.Content.Headers.ContentEncoding.SingleOrDefault() ?? "identity", Is.EqualTo(encoding), address);
                    Assert.That(response.Content.Headers.ContentType?.MediaType, Is.EqualTo("text/javascript"));
                    Assert.That(response.Headers.CacheControl?.ToString(), Does.Contain("31536000"));
                });
                using var again = await app.SendAsync(
                    address,
                    null,
                    ("Accept-Encoding", encoding),
                    ("If-None-Match", response.Headers.ETag!.ToString())
                );
                Assert.That(again.StatusCode, Is.EqualTo(HttpStatusCode.NotModified));
            }
        }
    }

    [Test]
    public async Task Another_place_of_the_API_in_the_settings_is_in_the_next_page()
    {
        var folder = Directory.CreateTempSubdirectory("opengov-dashboard-");
        foreach (var file in (string[])["index.html", "pages.json", "config.json"])
        {
            File.Copy(Path.Combine(Checkout.Root, "web-client", "build", file), Path.Combine(folder.FullName, file));
        }

        foreach (var style in Directory.GetFiles(Path.Combine(Checkout.Root, "web-client", "build"), "*.css", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(folder.FullName, Path.GetRelativePath(Path.Combine(Checkout.Root, "web-client", "build"), style));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(style, copy);
        }

        try
        {
            await using var app = await OpenGovApplication.StartAsync("Sqlite", ("Dashboard:Folder", folder.FullName));
            using var before = await app.SendAsync("/");
            Assert.That(await before.Content.ReadAsStringAsync(), Does.Contain("opengov={api:\"\""));
            await File.WriteAllTextAsync(Path.Combine(folder.FullName, "config.json"), """{ "api": "https://api.example.org/" }""");
            using var after = await app.SendAsync("/");
            Assert.That(await after.Content.ReadAsStringAsync(), Does.Contain("opengov={api:\"https://api.example.org\""));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
