namespace OpenGov.Api.Access;

/// <summary>What a holder may do, from the one who may least. Each may what those before it may.</summary>
public enum Role
{
    /// <summary>An organisation that proposes and comments.</summary>
    Contributor,

    /// <summary>Civil society or an oversight body: speaks with its own voice, verifies evidence.</summary>
    Verifier,

    /// <summary>A secretariat or an institution: plans, commitments, milestones, sessions, agreements and responses in its scope.</summary>
    Editor,

    /// <summary>Keys, organisations and vocabularies.</summary>
    Admin,
}

/// <summary>Roles as they are written everywhere: <c>editor</c>.</summary>
internal static class Roles
{
    /// <summary>Their names, from the one who may least.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. Enum.GetValues<Role>().Select(Name)];

    public static string Name(Role role) => role.ToString().ToLowerInvariant();

    /// <summary>The role of a name; null when this program knows none of that name.</summary>
    public static Role? Read(string? name) => Names.ToList().IndexOf(name ?? "") is >= 0 and var index ? (Role)index : null;
}
