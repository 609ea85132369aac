using System.Security.Claims;
using System.Text.Json;

namespace OpenGov.Api.Access;

/// <summary>What the claims of a token say of its holder, by the names that the settings give.</summary>
internal static class TokenClaims
{
    /// <summary>The caller that a token's claims name: the highest of its roles, all of its scopes; null when it names nobody.</summary>
    public static Caller? CallerOf(ClaimsPrincipal token, OidcSettings settings)
    {
        if (token.FindFirstValue("sub") is not { Length: > 0 } subject)
        {
            return null;
        }

        var names = settings.Roles.Named.ToDictionary(named => named.Name, named => named.Role, StringComparer.Ordinal);
        return new Caller(
            $"oidc-{subject}",
            Values(token, settings.RoleClaim).Select(name => names.TryGetValue(name, out var role) ? role : (Role?)null).Max(),
            [.. Values(token, settings.ScopeClaim).Select(Scope.Read).OfType<string>().Distinct().Order(StringComparer.Ordinal)],
            Claims(token, settings.OrganizationClaim).FirstOrDefault(),
            Requests: null
        );
    }

    /// <summary>Values of a claim: each as it is, and where one holds several with spaces, as servers differ, these too.</summary>
    private static IEnumerable<string> Values(ClaimsPrincipal token, string name) =>
        Claims(token, name).SelectMany(value => value.Split(' ', StringSplitOptions.RemoveEmptyEntries).Append(value)).Distinct();

    /// <summary>A claim by its name, else by its path in a claim that is an object: <c>realm_access.roles</c>.</summary>
    private static IEnumerable<string> Claims(ClaimsPrincipal token, string name)
    {
        var plain = token.FindAll(name).Select(claim => claim.Value).ToList();
        return plain.Count > 0 || name.Split('.') is not [var first, .. { Length: > 0 } path]
            ? plain
            : token.FindAll(first).SelectMany(claim => Inside(claim.Value, path));
    }

    private static IEnumerable<string> Inside(string json, IEnumerable<string> path)
    {
        JsonElement value;
        try
        {
            value = JsonDocument.Parse(json).RootElement;
        }
        catch (JsonException)
        {
            return [];
        }

        foreach (var name in path)
        {
            if (value.ValueKind != JsonValueKind.Object || !value.TryGetProperty(name, out value))
            {
                return [];
            }
        }

        return (value.ValueKind == JsonValueKind.Array ? value.EnumerateArray().ToList() : [value])
            .Where(item => item.ValueKind == JsonValueKind.String)
            .Select(item => item.GetString()!);
    }
}
