using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Authorization;
using OpenGov.Api.Http;

namespace OpenGov.Api.Access;

/// <summary>Who asks is found out once, before anything else: by a key, or by a token of the identity server where there is one.</summary>
internal static class AccessSetup
{
    /// <summary>The scheme that passes a credential to the one that reads it.</summary>
    public const string SchemeName = "Access";

    /// <summary>Where clients are counted and credentials are read. Pages, health and files are everybody's.</summary>
    private static readonly PathString[] Areas = ["/api", "/data", "/openapi", "/mcp"];

    public static void AddAccess(this IServiceCollection services, Settings settings)
    {
        var oidc = settings.Access.Oidc;
        services.AddSingleton<KeysRepository>();
        services.AddSingleton<KeyUses>();
        services.AddHostedService(provider => provider.GetRequiredService<KeyUses>());
        services.AddSingleton<AuditLog>();
        services.AddSingleton<LetIn>();
        services.AddSingleton<RequestCounts>();

        // Without what sign-in by cookie needs: nothing here is encrypted, so no key ring is made and kept on disk.
        services.AddAuthenticationCore();
        services.AddWebEncoders();
        var schemes = new AuthenticationBuilder(services)
            .AddPolicyScheme(SchemeName, null, options => options.ForwardDefaultSelector = context => SchemeOf(context.Request, oidc))
            .AddScheme<AuthenticationSchemeOptions, KeyAuthentication>(KeyAuthentication.SchemeName, null);
        if (oidc.Authority is not null)
        {
            services.AddSingleton<IAuthenticationConfigurationProvider, OurSettingsAlone>();
            services.AddSingleton<IdentityServer>();
            services
                .AddOptions<JwtBearerOptions>(OidcAuthentication.SchemeName)
                .Configure<IdentityServer, TimeProvider>(
                    (options, server, clock) => OidcAuthentication.Configure(options, oidc, server, clock)
                );
            schemes.AddJwtBearer(OidcAuthentication.SchemeName, _ => { });
        }

        services.AddAuthorization();
        services.AddSingleton<IAuthorizationHandler, AccessHandler>();
        services.AddSingleton<IAuthorizationMiddlewareResultHandler, AccessRefusals>();
    }

    /// <summary>
    /// Finds out who asks, counts it, and refuses wrong credentials. A browser's question before a request is not counted.
    /// </summary>
    public static void UseAccess(this IApplicationBuilder app) =>
        app.UseWhen(
            context =>
                Areas.Any(area => context.Request.Path.StartsWithSegments(area, StringComparison.OrdinalIgnoreCase))
                && !AllowedMethods.IsPreflight(context.Request),
            api =>
            {
                api.UseMiddleware<WhoAsks>();
                api.UseMiddleware<RateLimit>();
                api.Use(WhoAsks.RefuseAsync);
            }
        );

    /// <summary>Keys of this service tell themselves apart; whatever else is given is for the identity server.</summary>
    private static string SchemeOf(HttpRequest request, OidcSettings oidc) =>
        oidc.Authority is not null && BearerCredential.Of(request) is { } given && !KeysRepository.IsOurs(given)
            ? OidcAuthentication.SchemeName
            : KeyAuthentication.SchemeName;

    /// <summary>The framework would also read a section <c>Authentication</c>, past every check of ours.</summary>
    private sealed class OurSettingsAlone : IAuthenticationConfigurationProvider
    {
        public IConfiguration AuthenticationConfiguration { get; } = new ConfigurationBuilder().Build();
    }
}
