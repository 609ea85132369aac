using System.Diagnostics;
using Microsoft.AspNetCore.Http.Features;
using OpenGov.Api.Database;

namespace OpenGov.Api.Http;

/// <summary>
/// A copy of what a request asks, that outlives it: it holds nothing of its connection, and what it answers is kept in
/// memory. The endpoint cannot tell it from the request itself.
/// </summary>
internal sealed class DetachedRequest
{
    private readonly Endpoint endpoint;
    private readonly RouteValueDictionary values;
    private readonly HttpRequestFeature request;
    private readonly Format? suffix;
    private readonly string traceId;
    private readonly Activity? span = Activity.Current;

    private DetachedRequest(HttpContext context, Endpoint endpoint)
    {
        this.endpoint = endpoint;
        values = new RouteValueDictionary(context.Request.RouteValues);
        suffix = Formats.Suffix(context);
        traceId = context.TraceIdentifier;
        request = new HttpRequestFeature
        {
            // A HEAD is answered from what a GET would have been.
            Method = HttpMethods.Get,
            Protocol = context.Request.Protocol,
            Scheme = context.Request.Scheme,
            PathBase = context.Request.PathBase.Value ?? "",
            Path = context.Request.Path.Value ?? "",
            QueryString = context.Request.QueryString.Value ?? "",
        };
        request.Headers.Host = context.Request.Headers.Host;
        request.Headers.Accept = context.Request.Headers.Accept;
    }

    /// <summary>The copy of a request that has been routed.</summary>
    public static DetachedRequest Of(HttpContext context, Endpoint endpoint) => new(context, endpoint);

    /// <summary>Runs the endpoint, and gives what it answered and from which tables.</summary>
    public async Task<(Answer Answer, TablesRead Tables)> AnswerAsync(
        IServiceProvider services,
        DateTimeOffset changedAt,
        CancellationToken cancellationToken
    )
    {
        Activity.Current = span;
        await using var scope = services.CreateAsyncScope();
        using var body = new GatheredBody();
        var response = new HttpResponseFeature();
        var features = new FeatureCollection();
        features.Set<IHttpRequestFeature>(request);
        features.Set<IHttpResponseFeature>(response);
        features.Set<IHttpResponseBodyFeature>(body);
        features.Set<IHttpRequestLifetimeFeature>(new HttpRequestLifetimeFeature { RequestAborted = cancellationToken });
        features.Set<IHttpRequestIdentifierFeature>(new HttpRequestIdentifierFeature { TraceIdentifier = traceId });
        features.Set<IServiceProvidersFeature>(new Services { RequestServices = scope.ServiceProvider });
        features.Set<IRouteValuesFeature>(new RouteValuesFeature { RouteValues = values });
        var context = new DefaultHttpContext(features);
        context.SetEndpoint(endpoint);
        if (suffix is not null)
        {
            context.Items[typeof(Format)] = suffix;
        }

        services.GetRequiredService<IHttpContextAccessor>().HttpContext = context;
        await endpoint.RequestDelegate!(context);
        var answer = new Answer(
            response.StatusCode,
            [
                .. response
                    .Headers.Where(header => header.Key != "Content-Length")
                    .SelectMany(header => header.Value, (header, value) => KeyValuePair.Create(header.Key, value!)),
            ],
            body.ToArray(),
            changedAt,
            context.Features.Get<AnsweredVersion>()?.Version
        );
        return (answer, scope.ServiceProvider.GetRequiredService<ReadSession>().Read);
    }

    private sealed class Services : IServiceProvidersFeature
    {
        public required IServiceProvider RequestServices { get; set; }
    }
}

/// <summary>The version of the record that an answer is of; its tag begins with it.</summary>
/// <param name="Version">The version, from 1.</param>
internal sealed record AnsweredVersion(int Version);
