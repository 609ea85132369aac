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
}

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
