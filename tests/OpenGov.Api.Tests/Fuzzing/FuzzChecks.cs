using System.Text.Json;
using System.Text.RegularExpressions;

namespace OpenGov.Api.Tests.Fuzzing;

/// <summary>What must hold for the answer to any request, whatever it asks.</summary>
internal sealed partial class FuzzChecks(JsonElement description)
{
    private const int LongestProblem = 16 * 1024;

    private static readonly JsonElement Problem = JsonDocument.Parse("""{ "$ref": "#/components/schemas/ProblemDetails" }""").RootElement;

    private readonly JsonSchemas schemas = new(description);
    private readonly FuzzBodies bodies = new(new JsonSchemas(description));

    public IEnumerable<FuzzFault> Faults(FuzzRequest request, FuzzAnswer answer)
    {
        var faults = Status(request, answer).Concat(Everywhere(answer));
        if (answer.Status >= 400)
        {
            faults = faults.Concat(OfProblem(answer));
        }
        else if (answer.Status == 200 && !request.LeadsElsewhere)
        {
            faults = faults.Concat(Promises(request)).Concat(OfRead(request, answer)).Concat(bodies.Faults(request, answer));
        }

        return faults;
    }

    private static IEnumerable<FuzzFault> Status(FuzzRequest request, FuzzAnswer answer)
    {
        if (answer.Status >= 500)
        {
            yield return new("fails", $"it answers {answer.Status}");
        }
        else if (!request.LeadsElsewhere && !request.Operation.Documents(answer.Status))
        {
            yield return new("undocumented status", $"{answer.Status} is not documented: {string.Join(", ", request.Operation.Statuses)}");
        }

        if (answer.Status != 200 && MustBeTaken(request))
        {
            yield return new(
                "good request refused",
                $"it is all as the description says, and the answer is {answer.Status}: {Start(answer.Text)}"
            );
        }
    }

    /// <summary>Whether all of it is what the description and the data offer.</summary>
    private static bool MustBeTaken(FuzzRequest request) =>
        request.Suffix is null or "json"
        && request.Accept is null
        && request.Path is null or { Known: true, LeadsElsewhere: false }
        && (request.Path is null || !request.Has("as_of"))
        && request.Parameters.All(parameter => parameter.Promise == Promise.Taken && parameter.Name is not "bom")
        && request.Parameters.Select(parameter => parameter.Name).Distinct().Count() == request.Parameters.Count
        && request.Operation.Query.Where(parameter => parameter.IsRequired).All(parameter => request.Has(parameter.Name));

    /// <summary>What an answer of 200 must not have been given to.</summary>
    private static IEnumerable<FuzzFault> Promises(FuzzRequest request)
    {
        foreach (var parameter in request.Parameters.Where(parameter => parameter.Promise == Promise.Refused))
        {
            yield return new(
                "wrong value taken",
                $"{Start(parameter.ToString())} is not what the description offers, and the answer is 200"
            );
        }

        if (request.Path is { Known: false } path)
        {
            yield return new("wrong path found", $"'{Start(path.Encoded)}', decoded once, is no record's id, and the answer is 200");
        }
    }

    private static IEnumerable<FuzzFault> Everywhere(FuzzAnswer answer)
    {
        var text = ((string[])["zip", "openxml", "parquet", "sqlite"]).Any(kind =>
            answer.MediaType.Contains(kind, StringComparison.Ordinal)
        )
            ? ""
            : answer.Text;
        if (Internal().Match(text) is { Success: true } match)
        {
            yield return new("internals", $"the body tells '{match.Value}'");
        }

        if (answer.Headers.Any(header => header.StartsWith("X-Injected", StringComparison.OrdinalIgnoreCase)))
        {
            yield return new("header injected", "a value of the request became a header of the answer");
        }

        if (
            answer.Head is { } head
            && (head.Status != answer.Status || head.ETag != answer.ETag || head.MediaType != answer.MediaType || head.Body.Length > 0)
        )
        {
            yield return new(
                "HEAD",
                $"HEAD gives {head.Status} {head.MediaType} {head.ETag} and {head.Body.Length} bytes; "
                    + $"GET {answer.Status} {answer.MediaType} {answer.ETag}"
            );
        }

        if (answer.Conditional is { } conditional && (conditional.Status != 304 || conditional.Body.Length > 0))
        {
            yield return new("If-None-Match", $"its own ETag gives {conditional.Status} with {conditional.Body.Length} bytes");
        }

        if (
            answer.Next is { } next
            && (next.Status != 200 || next.Json.GetProperty("total").GetInt32() != answer.Json.GetProperty("total").GetInt32())
        )
        {
            yield return new("next", $"the next page gives {next.Status}: {Start(next.Text)}");
        }
    }

    private static IEnumerable<FuzzFault> OfRead(FuzzRequest request, FuzzAnswer answer)
    {
        if (answer.ETag is not { Length: > 2 } tag || tag.StartsWith("W/", StringComparison.Ordinal))
        {
            yield return new("ETag", $"the strong ETag is missing: {answer.ETag}");
        }

        if (request.Operation.Content.Count > 0 && !request.Operation.Content.ContainsKey(answer.MediaType))
        {
            yield return new("undocumented format", $"{answer.MediaType} is not documented");
        }
    }

    private IEnumerable<FuzzFault> OfProblem(FuzzAnswer answer)
    {
        if (answer.MediaType != "application/problem+json")
        {
            yield return new("no problem document", $"{answer.Status} comes as {answer.MediaType}: {Start(answer.Text)}");
            yield break;
        }

        if (answer.Body.Length > LongestProblem)
        {
            yield return new("long refusal", $"the refusal has {answer.Body.Length} bytes");
        }

        JsonElement? read = null;
        try
        {
            read = answer.Json;
        }
        catch (JsonException) { }

        if (read is not { } problem)
        {
            yield return new("no problem document", $"it is no JSON: {Start(answer.Text)}");
            yield break;
        }

        foreach (var error in schemas.Errors(Problem, problem, "$").Take(3))
        {
            yield return new("problem document", error);
        }

        if (
            !problem.TryGetProperty("status", out var status)
            || status.ValueKind != JsonValueKind.Number
            || status.GetInt32() != answer.Status
        )
        {
            yield return new("problem document", $"its status is not the answer's, {answer.Status}");
        }
    }

    private static string Start(string text) => text.Length <= 200 ? text : $"{text[..200]}…";

    /// <summary>Stack traces, names of the program's types, SQL and its engines, places in a file system.</summary>
    [GeneratedRegex(
        @"   at [A-Z]\w+\.|\.cs:line|SQLite Error|SqliteException|SqlException|\bSystem\.[A-Z]\w+|OpenGov\.Api\.[A-Z]"
            + @"|\bMicrosoft\.(Data|AspNetCore|Extensions)|SELECT [^""]{1,200} FROM |/(home|root|usr|tmp|proc|srv)/"
    )]
    private static partial Regex Internal();
}
