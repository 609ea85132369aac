using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace OpenGov.Api.Access;

/// <summary>Takes a key of this service as the credential of a request.</summary>
internal sealed class KeyAuthentication(
    IOptionsMonitor<AuthenticationSchemeOptions> options,
    ILoggerFactory logger,
    UrlEncoder encoder,
    KeysRepository keys,
    KeyUses uses,
    TimeProvider clock
) : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    /// <summary>Name of the scheme.</summary>
    public const string SchemeName = "Key";

    /// <inheritdoc />
    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (Request.Headers.Authorization.Count == 0)
        {
            return AuthenticateResult.NoResult();
        }

        if (BearerCredential.Of(Request) is not { } secret)
        {
            return AuthenticateResult.Fail(AccessFailure.OtherScheme);
        }

        if (!KeysRepository.IsWellFormed(secret))
        {
            return AuthenticateResult.Fail(AccessFailure.Malformed);
        }

        switch (await keys.FindAsync(secret, Context.RequestAborted))
        {
            case null:
                return AuthenticateResult.Fail(AccessFailure.UnknownKey);
            case { RevokedAt: { } at }:
                return AuthenticateResult.Fail(AccessFailure.RevokedKey(at));
            case { ExpiresAt: { } end } when end <= clock.GetUtcNow():
                return AuthenticateResult.Fail(AccessFailure.ExpiredKey(end));
            case var key:
                uses.Note(key.Id);
                return AuthenticateResult.Success(new AuthenticationTicket(CallerOf(key).ToPrincipal(SchemeName), SchemeName));
        }
    }

    private static Caller CallerOf(ApiKey key) => new(key.Id, Roles.Read(key.Role), key.Scope.Split('|'), key.Organization, key.Requests);
}
