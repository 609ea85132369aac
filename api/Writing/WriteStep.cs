using OpenGov.Api.Access;
using OpenGov.Api.Records;

namespace OpenGov.Api.Writing;

/// <summary>What is done to a record.</summary>
internal enum WriteAction
{
    /// <summary>It is added.</summary>
    Create,

    /// <summary>Some of its fields say something else.</summary>
    Update,

    /// <summary>It is taken out of the current data.</summary>
    Withdraw,

    /// <summary>It comes back as it last was.</summary>
    Restore,
}

/// <summary>A step that somebody is about to make, or has just made, within the change that makes it.</summary>
/// <param name="recorder">The change.</param>
/// <param name="action">What is done.</param>
/// <param name="caller">Who does it.</param>
/// <param name="reason">Why; null when that was not said.</param>
internal sealed class WriteStep(Recorder recorder, WriteAction action, Caller caller, string? reason)
{
    /// <summary>An organisation of record, by its id or by its name.</summary>
    internal const string OrganizationSql = "SELECT o.id, o.sector FROM organizations o WHERE o.id = @Id OR o.name = @Name";

    /// <summary>Which organisations, as the history names them, wrote a record, or a field of it.</summary>
    internal const string AuthorsSql = """
        SELECT c.actor_organization FROM changes c
        WHERE c.record_type = @Table AND c.record_id = @Id
          AND (c.action = 'created' OR CONCAT('|', c.fields, '|') LIKE CONCAT('%|', @Field, '|%'))
        ORDER BY c.sequence DESC
        """;

    private bool isLookedUp;
    private OrganizationOfRecord? organization;

    /// <summary>The change, for what has to be asked and written with it.</summary>
    public Recorder Recorder => recorder;

    /// <summary>What is done.</summary>
    public WriteAction Action => action;

    /// <summary>Who does it.</summary>
    public Caller Caller => caller;

    /// <summary>Why; null when that was not said.</summary>
    public string? Reason => reason;

    /// <summary>The day on which it is done (UTC).</summary>
    public DateOnly Today => DateOnly.FromDateTime(recorder.Now.UtcDateTime);

    /// <summary>Id of the record.</summary>
    public string Id => (string)(After ?? Before)!["id"]!;

    /// <summary>What the record says before; null when it is not there.</summary>
    public IReadOnlyDictionary<string, object?>? Before { get; init; }

    /// <summary>What it says after; null when it is withdrawn.</summary>
    public IReadOnlyDictionary<string, object?>? After { get; set; }

    /// <summary>Whether a field gets another value, or its first.</summary>
    public bool Sets(string field) => After is not null && !Equals(Before?[field], After[field]);

    /// <summary>Whether a field gets one of these values, and had none of them.</summary>
    public bool Reaches(string field, params string[] values) =>
        After?[field] is string after && values.Contains(after) && !values.Contains(Before?[field] as string);

    /// <summary>The organisation for which the caller acts, when it is on record; null when it is not.</summary>
    public async Task<OrganizationOfRecord?> OrganizationAsync(CancellationToken cancellationToken)
    {
        if (!isLookedUp && caller.Organization is { } name)
        {
            var found = await recorder.QueryAsync<OrganizationOfRecord>(
                OrganizationSql,
                new { Id = name.ToLowerInvariant(), Name = name },
                cancellationToken
            );
            organization = found.Count == 1 ? found[0] : null;
        }

        isLookedUp = true;
        return organization;
    }

    /// <summary>The organisation that last wrote a field of a record, or the record; null when the history names none.</summary>
    public async Task<string?> AuthorAsync(string table, string id, string field, CancellationToken cancellationToken)
    {
        var arguments = new
        {
            Table = table,
            Id = id,
            Field = field,
        };
        return await recorder.QueryAsync<string?>(AuthorsSql, arguments, cancellationToken) is [var last, ..] ? last : null;
    }

    /// <summary>Whether the caller acts for an organisation of this name.</summary>
    public bool IsOf(string? name) => name is not null && name.Equals(caller.Organization, StringComparison.OrdinalIgnoreCase);
}

/// <summary>An organisation that is on record.</summary>
internal sealed record OrganizationOfRecord
{
    /// <summary>Its id.</summary>
    public required string Id { get; init; }

    /// <summary>Its sector, a code of that vocabulary.</summary>
    public required string Sector { get; init; }
}
