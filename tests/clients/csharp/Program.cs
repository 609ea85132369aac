using OpenGov.Client;

var client = new OpenGovClient(new HttpClient { BaseAddress = new Uri(args[0]) });
var page = await client.ListCommitmentsAsync(
    early_results: [EarlyResultsOrNoData.Marginal, EarlyResultsOrNoData.Major, EarlyResultsOrNoData.Outstanding],
    sort: ["-early_results", "id"],
    limit: 2
);
Console.WriteLine($"list {page.Total} {page.Returned} {page.Next is not null}");
var commitment = await client.GetCommitmentAsync("MX-NAP4-C10");
Console.WriteLine($"record {commitment.Id} {commitment.Early_results} {commitment.Level} {commitment.Status is null}");
using var file = await client.ListStatesFileAsync(ListStatesFormat.Csv);
using var lines = new StreamReader(file.Stream);
Console.WriteLine($"file {(await lines.ReadLineAsync())!.Split(',')[0]}");
try
{
    await client.GetCommitmentAsync("nothing");
}
catch (ApiException<ProblemDetails> error)
{
    Console.WriteLine($"error {error.StatusCode} {error.Result.Detail.Split('.')[0]}");
    Console.WriteLine($"says {error.Message == error.Result.Detail}");
}

var ids = new List<string>();
await foreach (var one in client.EveryRecordAsync(page))
{
    ids.Add(one.Id);
}

Console.WriteLine($"pages {ids.Count == page.Total && ids.Distinct().Count() == ids.Count}");
var unpaged = typeof(OpenGovClient)
    .Assembly.GetTypes()
    .Where(type => type.GetProperty("Items") is not null && type.GetProperty("Next") is not null && !type.IsInterface)
    .Where(type => !type.GetInterfaces().Any(one => one.IsGenericType && one.GetGenericTypeDefinition() == typeof(IPage<>)));
Console.WriteLine($"unpaged {string.Join(' ', unpaged.Select(type => type.Name))}.");
using var package = await client.GetDataPackageZipAsync();
Console.WriteLine($"zip {package.Stream.ReadByte() == 'P'}");
using var table = new StreamReader((await client.GetTableAsync("states")).Stream);
Console.WriteLine($"table {(await table.ReadLineAsync())!.Split(',')[0]}");

// A change says what it sets, and nothing of the rest; that something becomes unknown is said by name.
var writer = new HttpClient { BaseAddress = new Uri(args[0]) };
writer.DefaultRequestHeaders.Authorization = new("Bearer", args[1]);
var writing = new OpenGovClient(writer);
var before = await client.GetPlanAsync("MX-DUR-PAL1");
await writing.UpdatePlanAsync(
    before.Id,
    $"\"v{before.Version}\"",
    new PlanChange { Governance_body_en = "Council", Participation_level = ParticipationLevel.Involve },
    reason: "A first day"
);
var set = await client.GetPlanAsync(before.Id);
Console.WriteLine(
    $"set {set.Governance_body_en} {set.Participation_level is not null} {set.Title_es == before.Title_es && set.Start_date == before.Start_date}"
);
await writing.UpdatePlanAsync(
    before.Id,
    $"\"v{set.Version}\"",
    new PlanChange().MakeUnknown(plan => plan.Governance_body_en).MakeUnknown(plan => plan.Participation_level),
    reason: "A first day"
);
var unset = await client.GetPlanAsync(before.Id);
Console.WriteLine($"unset {unset.Governance_body_en is null} {unset.Participation_level is null} {unset.Title_es == before.Title_es}");

// The service has learned a code and a property since this client was made.
var later = new OpenGovClient(new HttpClient(new Later()) { BaseAddress = new Uri(args[0]) });
var changed = await later.GetCommitmentAsync("MX-NAP4-C10");
Console.WriteLine($"unknown {changed.Early_results is { } code && !Codes.IsKnown(code)} {changed.Id}");

internal sealed class Later() : DelegatingHandler(new HttpClientHandler())
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = await base.SendAsync(request, cancellationToken);
        var body = await response.Content.ReadAsStringAsync(cancellationToken);
        body = body.Replace("\"outstanding\"", "\"beyond\"", StringComparison.Ordinal)
            .Replace("{\"id\"", "{\"added\":1,\"id\"", StringComparison.Ordinal);
        response.Content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");
        return response;
    }
}
