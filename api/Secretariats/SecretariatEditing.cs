using OpenGov.Api.Access;
using OpenGov.Api.Records;
using OpenGov.Api.Writing;

namespace OpenGov.Api.Secretariats;

/// <summary>How Local Technical Secretariats are written: one of each state.</summary>
internal sealed class SecretariatEditing : Editing
{
    private const string Ending = "-STL";

    public override string Table => "secretariats";
    public override string Name => "Secretariat";
    public override string Path => "/secretariats";
    public override string Tag => "Secretariats";
    public override string Parameter => "stateCode";
    public override IReadOnlyList<string> Fixed => ["state_id"];

    public override string IdOf(string given) =>
        RecordId.StateOf(given) is { } state ? $"{state}{Ending}" : RecordId.Canonical(Table, given);

    public override string NameOf(string id) => id.EndsWith(Ending, StringComparison.Ordinal) ? id[..^Ending.Length] : id;

    public override NewId? IdFor(IReadOnlyDictionary<string, object?> row) =>
        row["state_id"] is string state ? new NewId($"{state}{Ending}") : NewId.Unknown;
}

/// <summary>How members of a secretariat are written.</summary>
internal sealed class SecretariatMemberEditing : Editing
{
    public override string Table => "secretariat_members";
    public override string Name => "SecretariatMember";
    public override string Path => "/secretariat_members";
    public override string Tag => "Secretariats";
    public override bool IsRead => false;
    public override IReadOnlyList<string> Fixed => ["secretariat_id", "organization_id"];

    public override NewId? IdFor(IReadOnlyDictionary<string, object?> row) =>
        (row["secretariat_id"], row["organization_id"]) is (string secretariat, string organization)
            ? new NewId($"{secretariat}.{organization}")
            : NewId.Unknown;

    public override IEnumerable<string> ScopesOf(IReadOnlyDictionary<string, object?> row) =>
        [Scope.OfRecord(row["secretariat_id"] as string ?? "")];
}
