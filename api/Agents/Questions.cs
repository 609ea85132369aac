using Microsoft.AspNetCore.Http.Features;
using OpenGov.Api.Access;
using OpenGov.Api.Http;

namespace OpenGov.Api.Agents;

/// <summary>
/// Asks the API itself, on behalf of whoever asks an agent's tool: the same strict parameters, the same kept answers, and the turn of the
/// same client. A tool knows nothing that an address does not answer.
/// </summary>
internal sealed class Questions(IServiceScopeFactory scopes, IHttpContextAccessor accessor)
{
    private RequestDelegate? pipeline;

    /// <summary>What a question passes through: all that stands behind this place in the pipeline.</summary>
    public RequestDelegate Take(RequestDelegate rest) => pipeline = rest;

    /// <summary>The answer at a path with a query, of the service under the address that the agent used.</summary>
    public async Task<Answered> AskAsync(string path, QueryString query, CancellationToken cancellationToken)
    {
        var outer = accessor.HttpContext!;
        await using var scope = scopes.CreateAsyncScope();
        using var body = new MemoryStream();
        var request = new HttpRequestFeature
        {
            Method = HttpMethods.Get,
            Protocol = outer.Request.Protocol,
            Scheme = outer.Request.Scheme,
            PathBase = outer.Request.PathBase.Value ?? "",
            Path = PathString.FromUriComponent(path).Value ?? "",
            QueryString = query.Value ?? "",
        };
        request.Headers.Host = outer.Request.Headers.Host;
        var response = new HttpResponseFeature();
        var features = new FeatureCollection();
        features.Set<IHttpRequestFeature>(request);
        features.Set<IHttpResponseFeature>(response);
        features.Set<IHttpResponseBodyFeature>(new StreamResponseBodyFeature(body));
        features.Set<IHttpRequestLifetimeFeature>(new HttpRequestLifetimeFeature { RequestAborted = cancellationToken });
        features.Set<IHttpRequestIdentifierFeature>(new HttpRequestIdentifierFeature { TraceIdentifier = outer.TraceIdentifier });
        features.Set<IServiceProvidersFeature>(new Services { RequestServices = scope.ServiceProvider });
        var context = new DefaultHttpContext(features) { User = outer.User };
        context.Features.Set(Client.Of(outer));
        await pipeline!(context);
        await context.Response.BodyWriter.FlushAsync(cancellationToken);
        return new Answered($"{AddressOf(path)}{query}", response.StatusCode, body.ToArray());
    }

    /// <summary>Where anybody finds a path, under the address that the agent used.</summary>
    public string AddressOf(string path) => $"{PublicAddress.Of(accessor.HttpContext!.Request)}{path}";

    private sealed class Services : IServiceProvidersFeature
    {
        public required IServiceProvider RequestServices { get; set; }
    }
}

/// <summary>What the API answered.</summary>
/// <param name="Address">Where anybody gets the same.</param>
/// <param name="Status">The HTTP status.</param>
/// <param name="Body">The body: JSON, of a problem too.</param>
internal sealed record Answered(string Address, int Status, byte[] Body);
