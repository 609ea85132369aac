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
    internal const string OrganizationSql = """
        SELECT o.id, o.name, o.sector, o.state_id, o.existed_until, o.existed_until_precision FROM organizations o
        WHERE o.id = @Id OR o.name = @Name
        """;

    /// <summary>Which organisations, as the history names them, did something to a record, in the order in which they did.</summary>
    internal const string DoneBySql = """
        SELECT c.actor_organization FROM changes c
        WHERE c.record_type = @Table AND c.record_id = @Id AND c.action = @Action
        ORDER BY c.sequence
        """;

    /// <summary>
    /// Which organisations said of a record that a field has a value: as they made it, or by changing the field. The last comes first.
    /// </summary>
    internal static string SaidBySql(string table, string field) =>
        $"""
            SELECT c.actor_organization FROM changes c
            JOIN {table}_versions v ON v.id = c.record_id AND v.version = c.version
            WHERE c.record_type = '{table}' AND c.record_id = @Id AND v.{field} = @Value
              AND (c.action = 'created' OR CONCAT('|', c.fields, '|') LIKE '%|{field}|%')
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

    /// <summary>Days within which a proposal that is made now gets its response.</summary>
    public int ResponseDays { get; init; }

    /// <summary>The files that records may name; none where the step names nothing anew.</summary>
    public IKeptFiles? Files { get; init; }

    /// <summary>What the record says before; null when it is not there.</summary>
    public IReadOnlyDictionary<string, object?>? Before { get; init; }

    /// <summary>What it says after; null when it is withdrawn.</summary>
    public IReadOnlyDictionary<string, object?>? After { get; set; }

    /// <summary>Whether a field gets another value, or its first.</summary>
    public bool Sets(string field) => After is not null && !Equals(Before?[field], After[field]);

    /// <summary>Whether a date gets another value or is known otherwise: a month is later than its first day.</summary>
    public bool SetsDay(string field) => Sets(field) || After?.ContainsKey($"{field}_precision") == true && Sets($"{field}_precision");

    /// <summary>The last day that a date may mean, after the step; null when none is known.</summary>
    public DateOnly? LastDay(string field) => After is null ? null : RecordDates.LastDay(After, field);

    /// <summary>Whether a field gets one of these values, and had none of them.</summary>
    public bool Reaches(string field, params string[] values) =>
        After?[field] is string after && values.Contains(after) && !values.Contains(Before?[field] as string);

    /// <summary>The organisation for which the caller acts, when it is on record; null when it is not.</summary>
    public async Task<OrganizationOfRecord?> OrganizationAsync(CancellationToken cancellationToken)
    {
        if (!isLookedUp && caller.Organization is { } name)
        {
            organization = await FindOrganizationAsync(name, cancellationToken);
        }

        isLookedUp = true;
        return organization;
    }

    /// <summary>The organisation for which the caller says what only an organisation that is there can say: an assessment, a verification.</summary>
    /// <exception cref="WriteRefusal">It is not on record.</exception>
    /// <exception cref="RefusedException">It has ended.</exception>
    public async Task<OrganizationOfRecord> SpeakerAsync(CancellationToken cancellationToken)
    {
        var own = await OrganizationAsync(cancellationToken) ?? throw WriteRefusal.Of(AccessFailure.MissingOrganization);
        if (own.Ended is { } ended && ended < Today)
        {
            throw new RefusedException([
                new RecordError(
                    ErrorCodes.EndedOrganization,
                    $"{own.Id} existed until {ended:yyyy-MM-dd}: what has ended neither verifies nor assesses. Who came after it does, with "
                        + "a key of its own."
                )
                {
                    Value = own.Id,
                    DetailEs =
                        $"{own.Id} existió hasta el {ended:yyyy-MM-dd}: lo que se extinguió no verifica ni evalúa. Lo hace quien le sucedió, "
                        + "con su propia credencial.",
                },
            ]);
        }

        return own;
    }

    /// <summary>The organisation of record that an id or a name means, as keys and the history have them; null when none.</summary>
    public async Task<OrganizationOfRecord?> FindOrganizationAsync(string named, CancellationToken cancellationToken) =>
        OrganizationOfRecord.Meant(
            named,
            await recorder.QueryAsync<OrganizationOfRecord>(OrganizationSql, OrganizationOfRecord.Asked(named), cancellationToken)
        );

    /// <summary>The sector of an organisation of record; null of an id that none has.</summary>
    public async Task<string?> SectorAsync(string id, CancellationToken cancellationToken) =>
        await FindOrganizationAsync(id, cancellationToken) is { } one && one.Id == id ? one.Sector : null;

    /// <summary>The organisation that made a record, as the history names it; null when it names none. Who brought it back is another.</summary>
    public async Task<string?> MakerAsync(string table, string id, CancellationToken cancellationToken) =>
        await DoneByAsync(table, id, "created", cancellationToken) is [var first, ..] ? first : null;

    /// <summary>The organisation that last withdrew a record, as the history names it; null when it names none.</summary>
    public async Task<string?> WithdrawerAsync(string table, string id, CancellationToken cancellationToken) =>
        await DoneByAsync(table, id, "withdrawn", cancellationToken) is [.., var last] ? last : null;

    /// <summary>The organisations that said of a record that a field has a value, the last first.</summary>
    public Task<IReadOnlyList<string?>> SaidByAsync(
        string table,
        string id,
        string field,
        string value,
        CancellationToken cancellationToken
    ) => recorder.QueryAsync<string?>(SaidBySql(table, field), new { Id = id, Value = value }, cancellationToken);

    /// <summary>Whether the caller acts for an organisation, which the history and keys name by its id or by its name.</summary>
    public async Task<bool> IsOfAsync(string? name, CancellationToken cancellationToken)
    {
        var own = await OrganizationAsync(cancellationToken);
        return name is not null && (name.Equals(caller.Organization, StringComparison.OrdinalIgnoreCase) || own?.IsCalled(name) == true);
    }

    private Task<IReadOnlyList<string?>> DoneByAsync(string table, string id, string action, CancellationToken cancellationToken)
    {
        var arguments = new
        {
            Table = table,
            Id = id,
            Action = action,
        };
        return recorder.QueryAsync<string?>(DoneBySql, arguments, cancellationToken);
    }
}

/// <summary>An organisation that is on record.</summary>
internal sealed record OrganizationOfRecord
{
    /// <summary>Its id.</summary>
    public required string Id { get; init; }

    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>Its sector, a code of that vocabulary.</summary>
    public required string Sector { get; init; }

    /// <summary>The state that a local one is of; null of others.</summary>
    public string? StateId { get; init; }

    /// <summary>When it ceased to exist; null while it exists, and when that is not known.</summary>
    public DateOnly? ExistedUntil { get; init; }

    /// <summary>How exact that is.</summary>
    public string? ExistedUntilPrecision { get; init; }

    /// <summary>The last day on which it may have existed; null while it exists.</summary>
    public DateOnly? Ended => ExistedUntil is { } until ? RecordDates.LastDay(until, ExistedUntilPrecision) : null;

    /// <summary>What <see cref="WriteStep.OrganizationSql"/> is asked for a name or an id.</summary>
    public static object Asked(string named) => new { Id = named.ToLowerInvariant(), Name = named };

    /// <summary>Which of those that have it as id or name a key means: the one of that id, else the only one of that name; null when none.</summary>
    public static OrganizationOfRecord? Meant(string name, IReadOnlyList<OrganizationOfRecord> found) =>
        found.FirstOrDefault(one => one.Id.Equals(name, StringComparison.OrdinalIgnoreCase)) ?? (found.Count == 1 ? found[0] : null);

    /// <summary>Whether the history or a key means it, by its id or its name.</summary>
    public bool IsCalled(string? name) =>
        Id.Equals(name, StringComparison.OrdinalIgnoreCase) || Name.Equals(name, StringComparison.OrdinalIgnoreCase);
}
