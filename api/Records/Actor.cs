namespace OpenGov.Api.Records;

/// <summary>Who makes a change, as the history will say it: a role and an organisation, never a person.</summary>
/// <param name="Role">Role of the key; <c>import</c> and <c>operator</c> for the command line.</param>
/// <param name="Organization">Organisation of the key, or the name of the imported package.</param>
/// <param name="Reason">Why, in a sentence; null when none was given.</param>
public sealed record Actor(string Role, string? Organization, string? Reason = null);
