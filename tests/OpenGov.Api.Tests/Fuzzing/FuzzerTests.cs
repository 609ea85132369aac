using System.Net;
using System.Text;
using System.Text.Json;

namespace OpenGov.Api.Tests.Fuzzing;

/// <summary>A fuzzer that finds nothing proves something only if it would have found it.</summary>
public sealed class FuzzerTests
{
    private const string Fine = "{\"items\":[{\"id\":\"A\",\"name\":\"a\"}],\"total\":1,\"returned\":1,\"limit\":50,\"next\":null}";
    private const string Refusal =
        "{\"type\":\"/problems/x\",\"title\":\"t\",\"status\":400,\"detail\":\"d\",\"instance\":\"/i\",\"traceId\":\"1\"}";

    private static readonly JsonElement Description = JsonDocument
        .Parse(
            """
            {
              "paths": {
                "/api/v1/things": { "get": {
                  "parameters": [
                    { "name": "kind", "in": "query", "description": "Kind.",
                        "schema": { "type": "array", "items": { "type": "string", "enum": ["a", "b"] } } },
                    { "name": "fields", "in": "query", "description": "Fields.",
                        "schema": { "type": "array", "items": { "type": "string", "enum": ["id", "name"] } } },
                    { "name": "cursor", "in": "query", "description": "Page.", "schema": { "type": "string" } }
                  ],
                  "responses": {
                    "200": { "content": { "application/json": { "schema": { "$ref": "#/components/schemas/List" } }, "text/csv": {},
                        "application/x-ndjson": {} } },
                    "400": {}
                  }
                } },
                "/api/v1/things/{id}": { "get": {
                  "parameters": [{ "name": "id", "in": "path", "description": "Id.", "schema": { "type": "string" } }],
                  "responses": { "200": { "content": { "application/json": { "schema": { "$ref": "#/components/schemas/Thing" } } } },
                      "404": {} }
                } }
              },
              "components": { "schemas": {
                "List": { "type": "object", "required": ["items", "total"],
                    "properties": { "items": { "type": "array", "items": { "$ref": "#/components/schemas/Thing" } }, "total": { "type": "integer" },
                        "returned": { "type": "integer" }, "limit": { "type": "integer" }, "next": { "type": ["string", "null"] } } },
                "Thing": { "type": "object", "required": ["id", "name"],
                    "properties": { "id": { "type": "string" }, "name": { "type": "string" } } },
                "ProblemDetails": { "type": "object", "required": ["type", "title", "status", "detail", "instance", "traceId"] }
              } }
            }
            """
        )
        .RootElement;

    private static readonly IReadOnlyList<FuzzOperation> Operations = FuzzOperation.Of(Description);

    [TestCase("", 200, "application/json", Fine, null)]
    [TestCase("", 400, "application/problem+json", Refusal, "good request refused")]
    [TestCase("", 500, "application/problem+json", Refusal, "fails")]
    [TestCase("kind=c", 400, "application/problem+json", Refusal, null)]
    [TestCase("kind=c", 200, "application/json", Fine, "wrong value taken")]
    [TestCase("kind=c", 418, "application/problem+json", Refusal, "undocumented status")]
    [TestCase("kind=c", 400, "text/html", "<html>", "no problem document")]
    [TestCase("kind=c", 400, "application/problem+json", "{}", "problem document")]
    [TestCase("", 200, "text/plain", "", "undocumented format")]
    [TestCase(
        "",
        200,
        "application/json",
        "{\"items\":[{\"id\":1,\"name\":\"a\"}],\"total\":1,\"returned\":1,\"limit\":50,\"next\":null}",
        "schema"
    )]
    [TestCase(
        "",
        200,
        "application/json",
        "{\"items\":[{\"id\":\"A\",\"name\":\"a\"}],\"total\":2,\"returned\":1,\"limit\":50,\"next\":null}",
        "counts"
    )]
    [TestCase(
        "",
        200,
        "application/json",
        "{\"items\":[{\"id\":\"A\",\"name\":\"   at OpenGov.X()\"}],\"total\":1,\"returned\":1,\"limit\":50,\"next\":null}",
        "internals"
    )]
    [TestCase("", 200, "application/json", "{\"items\":[", "unreadable body")]
    [TestCase("fields=id", 200, "application/json", Fine, "fields")]
    [TestCase("fields=id,name", 200, "text/csv", "id\r\nA\r\n", "columns")]
    [TestCase("fields=id,name", 200, "text/csv", "id,name\r\nA\r\n", "cells")]
    [TestCase("fields=id,name", 200, "text/csv", "id,name\r\nA,a\r\nB,b\r\n", "rows")]
    [TestCase("fields=id,name", 200, "text/csv", "id,name\r\nA,a\r\n", null)]
    [TestCase("", 200, "application/x-ndjson", "{\"id\":\"A\",\"name\":\"a\"}\n", null)]
    [TestCase("", 200, "application/x-ndjson", "", "rows")]
    public void It_knows_what_is_wrong_with_an_answer(string query, int status, string mediaType, string body, string? fault)
    {
        var total = mediaType is "text/csv" or "application/x-ndjson" ? 1 : (int?)null;
        var answer = new FuzzAnswer(status, mediaType, Encoding.UTF8.GetBytes(body)) { ETag = "\"e\"", Total = total };
        var kinds = Kinds(List(query), answer);
        Assert.That(kinds, fault is null ? Is.Empty : Does.Contain(fault));
    }

    [Test]
    public void It_knows_when_a_read_has_no_ETag_HEAD_differs_or_a_refusal_is_long()
    {
        var fine = new FuzzAnswer(200, "application/json", Encoding.UTF8.GetBytes(Fine)) { ETag = "\"e\"" };
        Assert.Multiple(() =>
        {
            Assert.That(Kinds(List(""), fine with { ETag = null }), Does.Contain("ETag"));
            Assert.That(Kinds(List(""), fine with { Head = fine with { Body = [], Status = 404 } }), Does.Contain("HEAD"));
            Assert.That(Kinds(List(""), fine with { Head = fine with { Body = [] } }), Is.Empty);
            Assert.That(Kinds(List(""), fine with { Conditional = fine }), Does.Contain("If-None-Match"));
            var refusal = Refusal.Replace("\"d\"", $"\"{new string('x', 16 * 1024)}\"", StringComparison.Ordinal);
            var refused = new FuzzAnswer(400, "application/problem+json", Encoding.UTF8.GetBytes(refusal));
            Assert.That(Kinds(List("kind=c"), refused), Does.Contain("long refusal"));
        });
    }

    [Test]
    public void It_knows_when_a_path_that_was_decoded_twice_finds_a_record()
    {
        var found = new FuzzAnswer(200, "application/json", Encoding.UTF8.GetBytes("{\"id\":\"A\",\"name\":\"a\"}")) { ETag = "\"e\"" };
        Assert.Multiple(() =>
        {
            Assert.That(
                Kinds(new FuzzRequest(Operations[1]) { Path = new FuzzPath("%2541", false) }, found),
                Does.Contain("wrong path found")
            );
            Assert.That(Kinds(new FuzzRequest(Operations[1]) { Path = new FuzzPath("%41", true) }, found), Is.Empty);
        });
    }

    [Test]
    public async Task It_shrinks_what_fails_to_the_least_that_still_does()
    {
        using var service = new HttpClient(new FailsOn("bad")) { BaseAddress = new Uri("http://test.invalid") };
        var fuzzer = new Fuzzer(service, new FuzzChecks(Description));
        var request = List("fields=id&kind=a,bad,b&cursor=x") with { Suffix = "csv", Accept = "text/csv" };
        var faults = await fuzzer.RunAsync([request]);
        Assert.That(faults, Has.Count.EqualTo(1));
        Assert.That(faults[0], Does.Contain("curl -i --path-as-is 'http://test.invalid/api/v1/things?kind=bad'"));
    }

    private static FuzzRequest List(string query) =>
        new(Operations[0])
        {
            Parameters =
            [
                .. query
                    .Split('&', StringSplitOptions.RemoveEmptyEntries)
                    .Select(pair => pair.Split('='))
                    .Select(pair => new FuzzParameter(
                        pair[0],
                        pair[1],
                        pair is ["kind", not ("a" or "b")] ? Promise.Refused : Promise.Taken
                    )),
            ],
        };

    private static List<string> Kinds(FuzzRequest request, FuzzAnswer answer) =>
        [.. new FuzzChecks(Description).Faults(request, answer).Select(fault => fault.Kind)];

    /// <summary>A service that fails whenever an address holds a word.</summary>
    private sealed class FailsOn(string word) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var fails = request.RequestUri!.OriginalString.Contains(word, StringComparison.Ordinal);
            var response = new HttpResponseMessage(fails ? HttpStatusCode.InternalServerError : HttpStatusCode.BadRequest)
            {
                Content = new StringContent(
                    request.Method == HttpMethod.Head ? "" : Refusal.Replace("400", fails ? "500" : "400", StringComparison.Ordinal),
                    Encoding.UTF8,
                    "application/problem+json"
                ),
            };
            return Task.FromResult(response);
        }
    }
}
