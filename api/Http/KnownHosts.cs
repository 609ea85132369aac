using Microsoft.AspNetCore.HttpOverrides;

namespace OpenGov.Api.Http;

/// <summary>
/// Who the service believes and answers to: forwarded headers of the proxies that are named and of nobody else, and requests
/// for the hosts that are named.
/// </summary>
internal static class KnownHosts
{
    public static void AddKnownProxies(this IServiceCollection services, Settings settings) =>
        services.Configure<ForwardedHeadersOptions>(options => Believe(options, settings));

    private static void Believe(ForwardedHeadersOptions options, Settings settings)
    {
        // Two empty lists mean everybody to the framework, so that without a proxy no header is read at all.
        options.ForwardedHeaders = settings.Proxy.Known.Count == 0 ? ForwardedHeaders.None : ForwardedHeaders.All;
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
        List<Microsoft.Extensions.Primitives.StringSegment> hosts = settings is { AllowedHosts.Count: 0, PublicAddress: { } address }
            ? [new HostString(new Uri(address).Host).Value]
            : [.. settings.AllowedHosts.Select(host => new HostString(host).Value)];
        if (hosts.Count == 0 || settings.AllowedHosts.Contains("*"))
        {
            return;
        }

        app.Use(async (context, next) =>
        {
            if (context.Request.Path.StartsWithSegments("/health") || HostString.MatchesAny(context.Request.Host.Host, hosts))
            {
                await next(context);
                return;
            }

            // Not even the refusal links to the host that came.
            context.Request.Host = new HostString(hosts[0].Value!.Replace("*.", "", StringComparison.Ordinal));
            await Problems.OtherHost.ExecuteAsync(context);
        });
    }
}
