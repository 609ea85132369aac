using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.IdentityModel.Tokens;

namespace OpenGov.Api.Access;

/// <summary>
/// Takes an access token of an identity server (OpenID Connect) as the credential of a request, when
/// <c>Access:Oidc:Authority</c> names one. Its claims become the same roles and scopes that keys have.
/// </summary>
internal static class OidcAuthentication
{
    /// <summary>Name of the scheme.</summary>
    public const string SchemeName = "Oidc";

    /// <summary>How far the clocks of two machines may be apart.</summary>
    private static readonly TimeSpan Skew = TimeSpan.FromSeconds(30);

    /// <summary>Signatures that only the holder of a private key can make.</summary>
    private static readonly string[] Algorithms =
    [
        SecurityAlgorithms.RsaSha256,
        SecurityAlgorithms.RsaSha384,
        SecurityAlgorithms.RsaSha512,
        SecurityAlgorithms.RsaSsaPssSha256,
        SecurityAlgorithms.RsaSsaPssSha384,
        SecurityAlgorithms.RsaSsaPssSha512,
        SecurityAlgorithms.EcdsaSha256,
        SecurityAlgorithms.EcdsaSha384,
        SecurityAlgorithms.EcdsaSha512,
    ];

    public static void Configure(JwtBearerOptions options, OidcSettings settings, IdentityServer server, TimeProvider clock)
    {
        options.ConfigurationManager = server;
        options.MapInboundClaims = false;
        options.TokenValidationParameters = new TokenValidationParameters
        {
            ValidAudience = settings.Audience,
            ValidAlgorithms = Algorithms,
            LifetimeValidator = (from, until, _, _) => IsInTime(from, until, clock.GetUtcNow().UtcDateTime),

            // Else a token of another issuer would only be told that its key is unknown.
            ValidateSignatureLast = true,
        };
        options.Events = new JwtBearerEvents
        {
            OnMessageReceived = async received =>
            {
                received.Token = BearerCredential.Of(received.Request);
                if (!IsToken(received.Token))
                {
                    received.Fail(AccessFailure.Malformed);
                    return;
                }

                try
                {
                    await server.GetConfigurationAsync(received.HttpContext.RequestAborted);
                }
                catch (AccessFailure failure)
                {
                    received.Fail(failure);
                }
            },
            OnAuthenticationFailed = failed =>
            {
                failed.Fail(AccessFailure.OfToken(failed.Exception));
                return Task.CompletedTask;
            },
            OnTokenValidated = validated =>
            {
                if (TokenClaims.CallerOf(validated.Principal!, settings) is { } caller)
                {
                    validated.Principal = caller.ToPrincipal(SchemeName);
                }
                else
                {
                    validated.Fail(AccessFailure.Malformed);
                }

                return Task.CompletedTask;
            },
        };
    }

    /// <summary>Header, payload and signature: for what is no token the identity server is not asked.</summary>
    private static bool IsToken(string? given) => given?.Split('.') is [{ Length: > 0 }, { Length: > 0 }, _];

    /// <exception cref="SecurityTokenException">It says when the token was valid.</exception>
    private static bool IsInTime(DateTime? from, DateTime? until, DateTime now)
    {
        if (until is not { } end)
        {
            throw new SecurityTokenMalformedException("The token never ends.");
        }

        if (now > end + Skew)
        {
            throw new SecurityTokenExpiredException("The token has ended.") { Expires = end };
        }

        if (from is { } begin && now < begin - Skew)
        {
            throw new SecurityTokenNotYetValidException("The token has not begun.") { NotBefore = begin };
        }

        return true;
    }
}
