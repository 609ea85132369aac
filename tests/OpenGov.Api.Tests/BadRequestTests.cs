using System.Net;
using System.Text;
using System.Text.Json;

namespace OpenGov.Api.Tests;

/// <summary>Requests that nobody should make: whatever comes, the answer is a problem of the client's and gives nothing away.</summary>
[Parallelizable]
public sealed class BadRequestTests(string provider) : ApiFixture(provider)
{
    private const int Requests = 5000;

    private static readonly string[] Paths =
    [
        "states",
        "states/{0}",
        "plans",
        "plans/{0}",
        "plans/{0}/health",
        "commitments",
        "commitments/{0}",
        "commitments/{0}/history",
        "commitments/{0}/life",
        "metrics",
        "metrics/{0}",
        "metrics/values",
        "secretariats/{0}",
        "organizations",
        "organizations/{0}",
        "practices",
        "terms",
        "timeline",
        "search",
        "changes",
        "changes/{0}",
        "stats/summary",
        "stats/commitments",
        "stats/initiative",
        "dialogues/sessions",
        "dialogues/proposals/{0}",
        "states.{0}",
        "commitments.csv",
        "{0}",
        "/data/{0}",
    ];

    private static readonly string[] Names =
    [
        "limit",
        "cursor",
        "sort",
        "fields",
        "as_of",
        "q",
        "state",
        "status",
        "plan",
        "organization",
        "sdg",
        "due_from",
        "updated_since",
        "group_by",
        "edition",
        "overdue",
        "bom",
        "after",
        "record",
        "vocabulary",
        "kind",
        "statuss",
        "x",
        "",
        "a[b]",
        "limit[]",
        "$where",
        "__proto__",
    ];

    private static readonly string[] Values =
    [
        "",
        " ",
        "0",
        "-1",
        "1e9",
        "NaN",
        "99999999999999999999999",
        "true",
        "null",
        "undefined",
        "[]",
        "{}",
        "' OR '1'='1",
        "\"; DROP TABLE plans; --",
        "%",
        "_",
        "%25",
        "\\",
        "*",
        "../../etc/passwd",
        "<script>alert(1)</script>",
        "{{7*7}}",
        "${jndi:ldap://x}",
        "\u0000",
        "\u202e",
        "é",
        "日本",
        "😀",
        "\ud800",
        "MX-DUR",
        "mx-dur,MX-JAL",
        ",,,",
        "no_data",
        "2019-02-30",
        "9999-12-31",
        "0001-01-01",
        "2030-01-01T00:00:00Z",
        "id,-id",
        "eyJBdCI6MX0",
        "eyJBdCI6OTk5OTk5OTk5OTk5OTk5LCJBZnRlciI6WyJ4Il0sIk9mIjoieCJ9",
        new('a', 300),
        new('%', 50),
        new('"', 31),
    ];

    [Test]
    public async Task No_request_is_answered_with_a_failure_HTML_or_internals()
    {
        var random = new Random(20261124);
        string Value() => Values[random.Next(Values.Length)];
        for (var i = 0; i < Requests; i++)
        {
            var path = string.Format(
                System.Globalization.CultureInfo.InvariantCulture,
                Paths[random.Next(Paths.Length)],
                Encode(Value(), random)
            );
            var query = string.Join(
                '&',
                Enumerable
                    .Range(0, random.Next(4))
                    .Select(_ => $"{Encode(Names[random.Next(Names.Length)], random)}={Encode(Value(), random)}")
            );
            var address = $"{(path.StartsWith('/') ? path : $"/api/v1/{path}")}?{query}";
            var headers = new List<(string, string)>();
            if (random.Next(3) == 0)
            {
                headers.Add(
                    (
                        random.Next(6) switch
                        {
                            0 => "Accept",
                            1 => "If-None-Match",
                            2 => "Accept-Encoding",
                            3 => "Origin",
                            4 => "If-Modified-Since",
                            _ => "X-Forwarded-Host",
                        },
                        Value().Replace("\0", "", StringComparison.Ordinal)
                    )
                );
            }

            var method = random.Next(12) switch
            {
                0 => "POST",
                1 => "DELETE",
                2 => "HEAD",
                3 => "TRACE",
                4 => "PATCH",
                _ => "GET",
            };
            var (status, contentType, body) = await RawAsync(method, address, headers);
            Assert.That(status, Is.InRange(200, 499), $"{method} {address} {string.Join(' ', headers)} → {body}");
            Assert.That(contentType, Does.Not.Contain("text/html"), address);
            Assert.That(
                body,
                Does.Not.Contain("   at OpenGov")
                    .And.Not.Contain("SQLite Error")
                    .And.Not.Contain("SqlException")
                    .And.Not.Contain("/api/Data/"),
                address
            );
            if (status >= 400 && method != "HEAD")
            {
                Assert.That(contentType, Does.Contain("application/problem+json"), $"{method} {address} → {status} {body}");
            }
        }
    }

    [TestCase("GET /api/v1/states HTTP/1.1\r\nHost: x\r\nX: {nul}\r\n\r\n", 400)]
    [TestCase("GET /api/v1/states HTTP/1.1\r\n\r\n", 400)]
    [TestCase("GET /api/v1/states HTTP/1.1\r\nHost: x\r\nHost: y\r\n\r\n", 400)]
    [TestCase("POST /api/v1/states HTTP/1.1\r\nHost: x\r\nContent-Length: many\r\n\r\n", 400)]
    [TestCase("POST /api/v1/states HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n", 400)]
    [TestCase("GET /api/v1/%00 HTTP/1.1\r\nHost: x\r\n\r\n", 400)]
    [TestCase("GET /api/v1/states?q=a b HTTP/1.1\r\nHost: x\r\n\r\n", 400)]
    [TestCase("complete nonsense\r\n\r\n", 400)]
    [TestCase("GET /{long} HTTP/1.1\r\nHost: x\r\n\r\n", 414)]
    [TestCase("GET /api/v1/states HTTP/1.1\r\nHost: x\r\nX: {long}\r\n\r\n", 431)]
    public async Task What_is_not_HTTP_is_refused_with_a_problem_and_the_service_goes_on(string request, int status)
    {
        var (answered, contentType, body) = await RawAsync(
            request.Replace("{long}", new string('a', 40_000), StringComparison.Ordinal).Replace("{nul}", "\0", StringComparison.Ordinal)
        );
        Assert.That(answered, Is.EqualTo(status), body);
        Assert.That(contentType, Does.Contain("application/problem+json"));
        using var problem = JsonDocument.Parse(body);
        Assert.Multiple(() =>
        {
            Assert.That(problem.RootElement.GetProperty("status").GetInt32(), Is.EqualTo(status));
            Assert.That(
                problem.RootElement.GetProperty("type").GetString(),
                Is.EqualTo($"/problems/{(status == 400 ? "invalid-request" : "too-large")}")
            );
            Assert.That(problem.RootElement.GetProperty("detail").GetString(), Is.Not.Empty);
            Assert.That(problem.RootElement.GetProperty("detail_es").GetString(), Is.Not.Empty);
        });

        using var response = await App.SendAsync("states?limit=1");
        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.OK));
    }

    /// <summary>Percent-encodes as UTF-8, as Latin-1, or only half.</summary>
    private static string Encode(string value, Random random) =>
        random.Next(8) switch
        {
            0 => string.Concat(Encoding.Latin1.GetBytes(value).Select(letter => $"%{letter:X2}")),
            1 => string.Concat(
                value.Where(letter =>
                    letter
                        is > ' '
                            and < '\u007f'
                            and not ('#' or '?' or '&' or '/' or '\\' or '"' or '<' or '>' or '{' or '}' or '|' or '^' or '`')
                )
            ),
            _ => string.Concat(Encoding.UTF8.GetBytes(value).Select(letter => $"%{letter:X2}")),
        };

    /// <summary>Sent on a socket of its own, since a client library would mend or refuse what is wrong.</summary>
    private Task<(int Status, string ContentType, string Body)> RawAsync(
        string method,
        string address,
        List<(string Name, string Value)> headers
    )
    {
        var request = new StringBuilder($"{method} {address} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n");
        foreach (var (name, value) in headers)
        {
            request.Append(name).Append(": ").Append(value).Append("\r\n");
        }

        return RawAsync(request.Append("\r\n").ToString());
    }

    private async Task<(int Status, string ContentType, string Body)> RawAsync(string request)
    {
        var answer = await Wire.AskAsync(App.Address, request, Encoding.Latin1);
        var end = answer.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        Assert.That(end, Is.GreaterThan(0), $"{request} is answered");
        var head = answer[..end];
        var contentType =
            head.Split("\r\n").FirstOrDefault(line => line.StartsWith("Content-Type:", StringComparison.OrdinalIgnoreCase)) ?? "";
        return (int.Parse(head.AsSpan(9, 3), System.Globalization.CultureInfo.InvariantCulture), contentType, answer[(end + 4)..]);
    }
}
