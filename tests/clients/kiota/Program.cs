using Microsoft.Kiota.Abstractions.Authentication;
using Microsoft.Kiota.Http.HttpClientLibrary;
using OpenGov.Kiota;
using OpenGov.Kiota.Models;

var client = Client(new HttpClientHandler());
var page = await client.Api.V1.Commitments.GetAsync(request =>
{
    request.QueryParameters.EarlyResultsAsEarlyResultsOrNoData =
    [
        EarlyResultsOrNoData.Marginal,
        EarlyResultsOrNoData.Major,
        EarlyResultsOrNoData.Outstanding,
    ];
    request.QueryParameters.Sort = ["-early_results", "id"];
    request.QueryParameters.Limit = 2;
});
Console.WriteLine($"list {page!.Total} {page.Returned} {page.Next is not null}");
var commitment = await client.Api.V1.Commitments["MX-NAP4-C10"].GetAsync();
Console.WriteLine($"record {commitment!.Id} {commitment.EarlyResults} {commitment.Level} {commitment.Status is null}");
try
{
    await client.Api.V1.Commitments["nothing"].GetAsync();
}
catch (ProblemDetails error)
{
    Console.WriteLine($"error {error.Status} {error.Message.Split('.')[0]}");
}

// The service has learned a code and a property since this client was made: Kiota reads such a code as none.
var changed = await Client(new Later()).Api.V1.Commitments["MX-NAP4-C10"].GetAsync();
Console.WriteLine($"unknown {changed!.EarlyResults is null} {changed.Id}");

OpenGovClient Client(HttpMessageHandler handler) =>
    new(new HttpClientRequestAdapter(new AnonymousAuthenticationProvider(), httpClient: new HttpClient(handler)) { BaseUrl = args[0] });

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
