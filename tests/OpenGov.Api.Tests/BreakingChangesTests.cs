using System.Diagnostics;
using System.Text.Json;

namespace OpenGov.Api.Tests;

/// <summary>Within v1 the API changes by addition alone: whoever made a client of what was published last goes on using it.</summary>
[Category("Quick")]
public sealed class BreakingChangesTests
{
    private const string Older = """
        {
          "paths": { "/things": { "get": {
            "parameters": [
              { "name": "kind", "in": "query", "schema": { "type": "array", "maxItems": 100, "items": { "$ref": "#/components/schemas/Kind" } } },
              { "name": "limit", "in": "query", "schema": { "type": "integer", "maximum": 500 } }
            ],
            "responses": { "200": { "content": { "text/csv": {}, "application/json": { "schema": { "$ref": "#/components/schemas/Thing" } } } } }
          } } },
          "components": { "schemas": {
            "Kind": { "type": "string", "enum": ["a", "b"] },
            "Thing": { "type": "object", "required": ["id", "kind"], "properties": {
              "id": { "type": "string" },
              "kind": { "oneOf": [{ "$ref": "#/components/schemas/Kind" }, { "type": "null" }] },
              "parts": { "type": "array", "items": { "$ref": "#/components/schemas/Thing" } }
            } }
          } }
        }
        """;

    [Test]
    public void Nothing_that_was_published_is_taken_away()
    {
        Assume.That(Git("rev-parse", "--is-inside-work-tree"), Is.EqualTo("true"), "the sources are a git checkout");
        var tag = Git("describe", "--tags", "--abbrev=0", "--match", "v*");
        var published = Git("show", $"{(tag.Length > 0 ? tag : "HEAD")}:docs/openapi/v1.json");
        Assume.That(published, Is.Not.Empty, "there is a description to compare with");
        using var older = JsonDocument.Parse(published);
        using var newer = JsonDocument.Parse(File.ReadAllText(Path.Combine(Checkout.Root, "docs", "openapi", "v1.json")));
        Assert.That(
            BreakingChanges.Between(older.RootElement, newer.RootElement),
            Is.Empty,
            "within v1 things are only added; what is to go says so twelve months before"
        );
    }

    [TestCase("\"/things\"", "\"/other\"", "GET /things is gone")]
    [TestCase("\"limit\"", "\"rows\"", "GET /things: parameter limit is gone")]
    [TestCase("\"name\": \"limit\",", "\"name\": \"limit\", \"required\": true,", "GET /things: parameter limit is needed now")]
    [TestCase("\"integer\"", "\"string\"", "GET /things: parameter limit was integer and is string")]
    [TestCase("500", "100", "GET /things: parameter limit has a narrower maximum")]
    [TestCase("[\"a\", \"b\"]", "[\"a\"]", "GET /things: parameter kind takes b no more")]
    [TestCase("\"text/csv\": {},", "", "GET /things: 200 comes no more as text/csv")]
    [TestCase("\"id\": { \"type\": \"string\" },", "", "GET /things: 200.id is gone")]
    [TestCase(
        "\"id\": { \"type\": \"string\" }",
        "\"id\": { \"type\": [\"string\", \"null\"] }",
        "GET /things: 200.id was string and can be null"
    )]
    [TestCase("[\"id\", \"kind\"]", "[\"id\"]", "GET /things: 200.kind may be missing")]
    public void What_breaks_a_client_is_found(string was, string @is, string found) =>
        Assert.That(Changes(was, @is), Is.EqualTo((string[])[found]));

    [TestCase("\"enum\": [\"a\", \"b\"]", "\"enum\": [\"a\", \"b\", \"c\"]")]
    [TestCase("\"maximum\": 500", "\"maximum\": 1000")]
    [TestCase("\"properties\": {", "\"properties\": { \"more\": { \"type\": \"string\" },")]
    [TestCase("\"parameters\": [", "\"parameters\": [ { \"name\": \"more\", \"in\": \"query\", \"schema\": { \"type\": \"string\" } },")]
    [TestCase("\"oneOf\"", "\"anyOf\"")]
    public void What_adds_to_it_breaks_nothing(string was, string @is) => Assert.That(Changes(was, @is), Is.Empty);

    private static IReadOnlyList<string> Changes(string was, string @is)
    {
        Assert.That(Older.Contains(was, StringComparison.Ordinal), was);
        using var older = JsonDocument.Parse(Older);
        using var newer = JsonDocument.Parse(Older.Replace(was, @is, StringComparison.Ordinal));
        return BreakingChanges.Between(older.RootElement, newer.RootElement);
    }

    private static string Git(params string[] arguments)
    {
        var start = new ProcessStartInfo("git", arguments)
        {
            WorkingDirectory = Checkout.Root,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd().Trim();
        process.WaitForExit();
        errors.Wait();
        return process.ExitCode == 0 ? output : "";
    }
}
