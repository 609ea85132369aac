namespace OpenGov.Api.Access;

/// <summary>What the settings of access need of one another, said before anything is done.</summary>
internal static class AccessRules
{
    private const string Section = "Access:Oidc";

    public static void Check(Settings settings)
    {
        var oidc = settings.Access.Oidc;
        if (oidc.Authority is null)
        {
            if (oidc != new OidcSettings())
            {
                throw new StartException(
                    $"{Section} has settings, but {Section}:Authority does not say which identity server they are about. "
                        + "Give it, or leave the others out."
                );
            }

            return;
        }

        if (new Uri(oidc.Authority) is { Scheme: "http", IsLoopback: false })
        {
            throw new StartException(
                $"{Section}:Authority is '{oidc.Authority}'. Keys that come over http can be anybody's: "
                    + "give an address with https (http is for this machine alone)."
            );
        }

        if (oidc.Audience is null)
        {
            throw new StartException(
                $"{Section}:Authority is set, and {Section}:Audience does not say whose tokens are meant: "
                    + "any token of that server would be taken. Give the audience of this service."
            );
        }

        var names = oidc.Roles.Named.GroupBy(named => named.Name, StringComparer.Ordinal);
        if (names.FirstOrDefault(group => group.Count() > 1) is { } twice)
        {
            throw new StartException(
                $"{Section}:Roles gives the name '{twice.Key}' to {string.Join(" and ", twice.Select(named => named.Role))}. "
                    + "Give each role a name of its own."
            );
        }
    }
}
