using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;
using OpenGov.Api.Access;
using OpenGov.Api.Http;
using OpenGov.Api.Records;
using OpenGov.Api.Writing;

namespace OpenGov.Api.Tests.Writing;

/// <summary>Whoever is refused is told in Spanish, too, whatever the refusal.</summary>
[Parallelizable]
public sealed partial class RefusalsInSpanishTests
{
    [Test]
    public void Every_code_of_a_record_has_its_sentence()
    {
        var codes = typeof(ErrorCodes)
            .GetFields(BindingFlags.Public | BindingFlags.Static)
            .Where(field => field.IsLiteral)
            .Select(field => (string)field.GetRawConstantValue()!)
            .ToList();
        Assert.That(codes.Some(), Is.SubsetOf(SpanishRefusals.Codes));
        foreach (var code in codes.Some())
        {
            var told = BodyError.Of(new RecordError(code, "x") { Field = "title_es", Value = "valor" }, "").DetailEs;
            Assert.That(told, Does.Not.Contain("{").And.Length.GreaterThan(10), code);
        }
    }

    /// <summary>The sentence of the code would only say that something contradicts something.</summary>
    [Test]
    public async Task What_contradicts_what_is_said_in_Spanish_by_the_rule_itself()
    {
        var places = new List<string>();
        foreach (var file in Directory.GetFiles(Path.Combine(Checkout.Root, "api"), "*.cs", SearchOption.AllDirectories))
        {
            var code = Path.GetRelativePath(Checkout.Root, file).Split(Path.DirectorySeparatorChar).Intersect(["bin", "obj"]).Any()
                ? ""
                : await File.ReadAllTextAsync(file);
            places.AddRange(Rule().Matches(code).Select(match => match.Value));
        }

        Assert.That(places, Has.Count.GreaterThan(40));
        Assert.That(places.Where(rule => !rule.Contains("DetailEs", StringComparison.Ordinal)), Is.Empty);
    }

    /// <summary>A refusal, from its code to the end of its statement.</summary>
    [GeneratedRegex(
        @"(?<=new(?: RecordError)?\(\s*)ErrorCodes\.(?:Contradiction|WrongOrder|Circle|NotCanonical|NoteMissing)\b.*?;\r?$",
        RegexOptions.Singleline | RegexOptions.Multiline
    )]
    private static partial Regex Rule();

    [Test]
    public async Task Every_code_of_a_credential_has_its_sentence()
    {
        var page = await File.ReadAllTextAsync(Path.Combine(Checkout.Root, "docs", "api", "credentials.md"));
        var documented = Codes().Matches(page).Select(match => match.Groups[1].Value).ToList();
        string[] closer = ["missing_role", "missing_scope", "missing_organization", "other_organization"];
        Assert.That(documented.Some(), Is.SubsetOf(AccessFailure.CodesInSpanish.Concat(closer)));
    }

    [Test]
    public async Task Every_refusal_of_a_write_is_told_in_both_languages()
    {
        await using var app = await OpenGovApplication.StartAsync("Sqlite", ("RateLimit:Writes", "3"));
        var editor = await app.KeyAsync("editor", "MX-DUR");
        var seen = new HashSet<int>();
        (string Method, string Address, string? Key, int Status, object? Body)[] refused =
        [
            ("POST", "milestones", null, 401, "{}"),
            ("POST", "milestones", "opengov_x", 401, "{}"),
            ("POST", "organizations", editor, 403, "{}"),
            ("POST", "states", editor, 405, "{}"),
            ("PUT", "commitments/MX-DUR-PAL1-C2", editor, 405, "{}"),
            ("PATCH", "commitments/MX-DUR-PAL1-C2", editor, 428, new { note_es = "x" }),
            ("PATCH", "commitments/MX-DUR-PAL1-C99", editor, 404, new { note_es = "x" }),
            ("POST", "milestones?reson=x", editor, 400, "{}"),
            ("POST", "milestones", editor, 400, "{"),
            ("POST", "milestones", editor, 400, "[]"),
            ("POST", "milestones", editor, 413, $"\"{new string('x', 300_000)}\""),
            ("POST", "batch", editor, 400, "{}"),
            ("POST", "webhooks", editor, 400, new { url = "hook" }),
            (
                "POST",
                "commitments",
                editor,
                429,
                new
                {
                    plan_id = "MX-DUR-PAL1",
                    kind = "commitment",
                    title_es = "x",
                }
            ),
        ];
        foreach (var (method, address, key, status, body) in refused.Some())
        {
            var (problem, _) = await app.RefusedAsync(method, address, key, status, body);
            AssertBoth(problem, $"{method} {address}");
            seen.Add(status);
        }

        Assert.That(seen, Is.SupersetOf((int[])[400, 401, 403, 404, 405, 413, 428, 429]));
    }

    [Test]
    public void Every_status_that_a_write_can_be_refused_with_has_its_sentence()
    {
        foreach (var status in DescribedWrites.Refusals.Keys.Append("404").Append("410").Append("412").Append("428"))
        {
            var problem = Problems.InSpanishOf(int.Parse(status, System.Globalization.CultureInfo.InvariantCulture));
            Assert.That(problem, Is.Not.Null.And.Length.GreaterThan(10), status);
        }
    }

    private static void AssertBoth(JsonElement problem, string what)
    {
        var (english, spanish) = (problem.GetProperty("detail").GetString(), problem.GetProperty("detail_es").GetString());
        Assert.That(spanish, Is.Not.Null.And.Length.GreaterThan(10).And.Not.EqualTo(english), what);
        if (problem.TryGetProperty("errors", out var errors))
        {
            Assert.That(
                errors.EnumerateArray().Some().Select(error => error.GetProperty("detail_es").GetString()),
                Is.All.Not.Null.And.All.Not.Empty,
                what
            );
        }
    }

    [GeneratedRegex(@"^\| (?:401|403|503) \| `(\w+)` \|", RegexOptions.Multiline)]
    private static partial Regex Codes();
}
