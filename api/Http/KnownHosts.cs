using Microsoft.AspNetCore.HttpOverrides;

namespace OpenGov.Api.Http;

/// <summary>
/// Who the service believes and answers to: forwarded headers of the proxies that are named and of nobody else, and requests
/// for the hosts that are named.
/// </summary>
internal static class KnownHosts
{
    /// <summary>A name has at most 253 characters, a port five; links repeat the host many times.</summary>
    private const int LongestHost = 260;

    public static void AddKnownProxies(this IServiceCollection services, Settings settings) =>
        services.Configure<ForwardedHeadersOptions>(options => Believe(options, settings));

    private static void Believe(ForwardedHeadersOptions options, Settings settings)
    {
        // Two empty lists mean everybody to the framework, so that without a proxy no header is read at all. A prefix is read
        // from none: pages stand at the root of a host.
        const ForwardedHeaders Read = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedHost;
        options.ForwardedHeaders = settings.Proxy.Known.Count == 0 ? ForwardedHeaders.None : Read;
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var proxy in settings.Proxy.Known)
        {
            options.KnownIPNetworks.Add(NetworkAddressAttribute.Read(proxy)!.Value);
        }
    }

    /// <summary>Refuses what asks for another host. Health is told to whoever asks: a probe has no name to ask for.</summary>
    public static void UseKnownHosts(this WebApplication app, Settings settings)
    {
        app.Use(
            async (context, next) =>
            {
                if (IsHost(context.Request))
                {
                    await next(context);
                    return;
                }

                context.Request.Headers.Host = "localhost";
                await Problems.NoHost.ExecuteAsync(context);
            }
        );

        List<Microsoft.Extensions.Primitives.StringSegment> hosts = settings is { AllowedHosts.Count: 0, PublicAddress: { } address }
            ? [new HostString(new Uri(address).Host).Value]
            : [.. settings.AllowedHosts.Select(host => new HostString(host).Value)];
        if (hosts.Count == 0 || settings.AllowedHosts.Contains("*"))
        {
            return;
        }

        app.Use(
            async (context, next) =>
            {
                if (context.Request.Path.StartsWithSegments("/health") || HostString.MatchesAny(context.Request.Host.Host, hosts))
                {
                    await next(context);
                    return;
                }

                // Not even the refusal links to the host that came.
                context.Request.Host = new HostString(hosts[0].Value!.Replace("*.", "", StringComparison.Ordinal));
                await Problems.OtherHost.ExecuteAsync(context);
            }
        );
    }

    /// <summary>
    /// Whether the host that came is one that links can be made of; the framework reads it only when asked, and fails on what is none.
    /// </summary>
    private static bool IsHost(HttpRequest request)
    {
        try
        {
            var host = request.Host;
            return !host.HasValue
                || host.Value.Length <= LongestHost
                    && host.ToUriComponent().Length > 0
                    && host.Port is null or (> 0 and <= 65_535)
                    && Uri.TryCreate($"http://{host.ToUriComponent()}/", UriKind.Absolute, out _);
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}
