using System.Collections.Concurrent;
using System.Net;

namespace OpenGov.Api.Tests.Fuzzing;

/// <summary>Sends the generated requests, checks each answer, and shrinks what fails to the least that still does.</summary>
internal sealed class Fuzzer(HttpClient client, FuzzChecks checks)
{
    private const int AtOnce = 4;
    private const int Patience = 5;
    private const int MostOfAKind = 8;

    private readonly ConcurrentDictionary<string, Task<int>> totals = new();

    /// <summary>What was wrong, each kind once for each address and parameters, with the line that repeats it.</summary>
    public async Task<IReadOnlyList<string>> RunAsync(IReadOnlyList<FuzzRequest> requests)
    {
        var found = new ConcurrentBag<(int Place, FuzzRequest Request, FuzzFault Fault)>();
        await Parallel.ForEachAsync(
            requests.Index(),
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce },
            async (one, _) =>
            {
                foreach (var fault in await FaultsAsync(one.Item, (Extras)(1 << (one.Index % 8))))
                {
                    found.Add((one.Index, one.Item, fault));
                }
            }
        );

        // The same fault is seen by many requests: the shortest of each operation, format and kind is shrunk and told.
        var told = new Dictionary<string, string>();
        // Of a kind that is everywhere some are enough, as unlike each other as there are.
        var groups = found
            .GroupBy(one => (one.Fault.Kind, one.Request.Operation.Template, one.Request.Suffix))
            .OrderBy(same => same.Min(one => one.Place));
        var unlike = groups
            .GroupBy(same => (same.Key.Kind, same.First().Request.LeadsElsewhere, same.First().Request.Parameters.Count > 0))
            .SelectMany(alike => alike.Index())
            .OrderBy(one => one.Index);
        foreach (var same in unlike.GroupBy(one => one.Item.Key.Kind).SelectMany(kind => kind.Take(MostOfAKind)).Select(one => one.Item))
        {
            var (_, request, fault) = same.OrderBy(one => one.Request.Address.Length).ThenBy(one => one.Place).First();
            var (least, leastFault) = await ShrinkAsync(request, fault);
            var text = $"{fault.Kind}: {leastFault.Detail}\n    {least.Curl(client.BaseAddress!)}\n    seen {same.Count()} times";
            told[$"{fault.Kind} {least.Address}"] = text;
        }

        return [.. told.Values];
    }

    /// <summary>The request with as little as still fails in the same way.</summary>
    public async Task<(FuzzRequest Request, FuzzFault Fault)> ShrinkAsync(FuzzRequest request, FuzzFault fault)
    {
        while (true)
        {
            var (smaller, same) = (request, (FuzzFault?)null);
            foreach (var candidate in request.Smaller())
            {
                same = (await FaultsAsync(candidate, Extras.All)).FirstOrDefault(one => one.Kind == fault.Kind);
                if (same is not null)
                {
                    smaller = candidate;
                    break;
                }
            }

            if (same is null)
            {
                return (request, fault);
            }

            (request, fault) = (smaller, same);
        }
    }

    private async Task<IReadOnlyList<FuzzFault>> FaultsAsync(FuzzRequest request, Extras extras)
    {
        try
        {
            var answer = await SendAsync(HttpMethod.Get, request);
            answer = answer with
            {
                Head = extras.HasFlag(Extras.Head) ? await SendAsync(HttpMethod.Head, request) : null,
                Conditional =
                    extras.HasFlag(Extras.Conditional) && answer is { Status: 200, ETag: { } tag }
                        ? await SendAsync(HttpMethod.Get, request, tag)
                        : null,
                Next =
                    extras.HasFlag(Extras.Next) && request.Operation.IsList && answer is { Status: 200, MediaType: "application/json" }
                        ? await NextAsync(answer)
                        : null,
                Total =
                    answer.Status == 200 && answer.MediaType != "application/json" && Counted(request) ? await TotalAsync(request) : null,
            };
            return [.. checks.Faults(request, answer)];
        }
        catch (Exception broken) when (broken is HttpRequestException or IOException or TaskCanceledException)
        {
            return [new("connection", $"the answer breaks off: {broken.Message}")];
        }
    }

    /// <summary>Whether the answer has all rows of a list: feeds have the last ones only.</summary>
    private static bool Counted(FuzzRequest request) => request.Operation.IsList && !request.Has("cursor");

    private Task<int> TotalAsync(FuzzRequest request)
    {
        var same = request with
        {
            Suffix = "json",
            Accept = null,
            Parameters =
            [
                .. request.Parameters.Where(parameter => parameter.Name is not ("bom" or "fields" or "sort" or "limit")),
                new FuzzParameter("limit", "1", Promise.Taken),
            ],
        };
        return totals.GetOrAdd(
            same.Address,
            async _ => await SendAsync(HttpMethod.Get, same) is { Status: 200 } answer ? answer.Json.GetProperty("total").GetInt32() : -1
        );
    }

    private async Task<FuzzAnswer?> NextAsync(FuzzAnswer answer) =>
        answer.Json.GetProperty("next").GetString() is { } next ? await SendAsync(HttpMethod.Get, next, null, null) : null;

    private Task<FuzzAnswer> SendAsync(HttpMethod method, FuzzRequest request, string? has = null) =>
        SendAsync(method, $"{client.BaseAddress!.GetLeftPart(UriPartial.Authority)}{request.Address}", request.Accept, has);

    private async Task<FuzzAnswer> SendAsync(HttpMethod method, string asked, string? accept, string? has)
    {
        // Sent as it stands: the client would otherwise decode and shorten what is to be tried.
        var address = new Uri(asked, new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true });
        for (var tries = 1; ; tries++)
        {
            using var message = new HttpRequestMessage(method, address);
            if (accept is not null)
            {
                message.Headers.TryAddWithoutValidation("Accept", accept);
            }

            if (has is not null)
            {
                message.Headers.TryAddWithoutValidation("If-None-Match", has);
            }

            using var response = await client.SendAsync(message);
            var body = await response.Content.ReadAsByteArrayAsync();
            if (
                response.StatusCode is HttpStatusCode.TooManyRequests or HttpStatusCode.ServiceUnavailable
                && response.Headers.RetryAfter?.Delta is { } wait
                && tries < Patience
            )
            {
                await Task.Delay(wait);
                continue;
            }

            return new FuzzAnswer((int)response.StatusCode, response.Content.Headers.ContentType?.MediaType ?? "", body)
            {
                ETag = response.Headers.NonValidated.TryGetValues("ETag", out var tag) ? tag.ToString() : null,
                Headers =
                [
                    .. response.Headers.NonValidated.Select(header => header.Key),
                    .. response.Content.Headers.NonValidated.Select(header => header.Key),
                ],
            };
        }
    }

    /// <summary>What is asked beside the answer itself: of each request one of them, or none.</summary>
    [Flags]
    private enum Extras
    {
        None = 0,
        Head = 1,
        Conditional = 2,
        Next = 4,
        All = Head | Conditional | Next,
    }
}
