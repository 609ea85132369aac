using Dapper;
using OpenGov.Api.Changes;
using OpenGov.Api.Database;
using OpenGov.Api.Lists;

namespace OpenGov.Api.Webhooks;

/// <summary>
/// Webhooks and their deliveries. The log of changes is the outbox: it is written in the transaction of the change, and each webhook keeps
/// how far it has read in it, so that no event is lost and none needs a write of its own.
/// </summary>
internal sealed class WebhooksRepository(DataStore database)
{
    internal const string Columns = """
        w.id, w.caller, w.url, w.types, w.states, w.plans, w.secret, w.previous_secret, w.previous_until, w.position, w.created_at,
               w.failing_since, w.disabled_at, w.disabled_reason, w.service, k.scope AS reach, k.revoked_at AS key_revoked_at,
               k.expires_at AS key_expires_at
        """;

    /// <summary>Webhooks with the key of their holder; that of a token is not on record.</summary>
    private const string From = "FROM webhooks w LEFT JOIN api_keys k ON k.id = w.caller";

    internal const string OfCallerSql = $"SELECT {Columns} {From} WHERE w.caller = @Caller ORDER BY w.created_at DESC, w.id";
    internal const string AllSql = $"SELECT {Columns} {From} ORDER BY w.created_at DESC, w.id";

    internal const string DeliveriesCountSql = "SELECT COUNT(*) FROM webhook_deliveries d WHERE d.webhook_id = @Id";

    internal const string ActiveSql = $"SELECT {Columns} {From} WHERE w.disabled_at IS NULL";
    internal const string FindSql = $"SELECT {Columns} {From} WHERE w.id = @Id";

    /// <summary>Adds one, unless its holder has as many as may be: by who holds the turn, so that two are not both the last.</summary>
    internal const string InsertSql = """
        INSERT INTO webhooks (id, caller, url, types, states, plans, secret, position, created_at, service)
        SELECT @Id, @Caller, @Url, @Types, @States, @Plans, @Secret, @Position, @CreatedAt, @Service
        WHERE (SELECT COUNT(*) FROM webhooks w WHERE w.caller = @Caller) < @Most
        """;

    internal const string RotateSql = """
        UPDATE webhooks SET previous_secret = secret, previous_until = @Until, secret = @Secret WHERE id = @Id
        """;

    internal const string EnableSql = """
        UPDATE webhooks SET disabled_at = NULL, disabled_reason = NULL, failing_since = NULL WHERE id = @Id
        """;

    internal const string DisableSql = """
        UPDATE webhooks SET disabled_at = @At, disabled_reason = @Reason WHERE id = @Id AND disabled_at IS NULL
        """;

    internal const string DropSql = "UPDATE webhook_deliveries SET status = 'dropped' WHERE webhook_id = @Id AND status = 'pending'";
    internal const string AgainAllSql = """
        UPDATE webhook_deliveries SET status = 'pending', next_at = @Now, leased_until = NULL WHERE webhook_id = @Id AND status = 'dropped'
        """;

    internal const string DeleteSql = "DELETE FROM webhooks WHERE id = @Id";
    internal const string DeleteDeliveriesSql = "DELETE FROM webhook_deliveries WHERE webhook_id = @Id";
    internal const string FailingSql = "UPDATE webhooks SET failing_since = @At WHERE id = @Id AND failing_since IS NULL";
    internal const string WorkingSql = "UPDATE webhooks SET failing_since = NULL WHERE id = @Id AND failing_since IS NOT NULL";

    internal const string AdvanceSql = "UPDATE webhooks SET position = @Next WHERE id = @Id AND position = @Position";

    internal const string QueueSql = """
        INSERT INTO webhook_deliveries (id, webhook_id, sequence, status, attempts, created_at, next_at)
        VALUES (@Id, @WebhookId, @Sequence, 'pending', 0, @Now, @Now)
        """;

    internal const string LeaseSql = """
        UPDATE webhook_deliveries SET leased_until = @Until, attempts = attempts + 1
        WHERE id = @Id AND status = 'pending' AND next_at <= @Now AND (leased_until IS NULL OR leased_until < @Now)
        """;

    internal const string EndSql = """
        UPDATE webhook_deliveries
        SET status = @Status, next_at = @NextAt, leased_until = NULL, last_at = @Now, last_status = @LastStatus, last_error = @LastError
        WHERE id = @Id
        """;

    internal const string AgainSql = """
        UPDATE webhook_deliveries SET status = 'pending', next_at = @Now, leased_until = NULL WHERE id = @Id AND webhook_id = @WebhookId
        """;

    internal const string ForgetSql = "DELETE FROM webhook_deliveries WHERE status <> 'pending' AND created_at <= @Before";

    private const int MostChanges = 500;
    private const int MostDue = 50;

    /// <summary>Changes after one, oldest first.</summary>
    internal static string ChangesSql(Dialect dialect) =>
        "SELECT c.sequence, c.changed_at, c.record_type, c.record_id, c.version, c.action, c.fields, c.actor_role, c.actor_organization, "
        + $"c.reason FROM changes c WHERE c.sequence > @After ORDER BY c.sequence {dialect.Take}";

    /// <summary>Numbers of the changes between two of which a webhook is told, the same as its filters find in <c>/changes</c>.</summary>
    internal static (string Sql, Where Where) WantedSql(KeptWebhook webhook, long after, long last, Dialect dialect)
    {
        var where = new Where(dialect);
        where.And($"c.sequence > {where.Value(after)}");
        where.And($"c.sequence <= {where.Value(last)}");
        if (webhook.Types.Count > 0)
        {
            where.And(where.In("c.record_type", webhook.Types));
        }

        if (webhook.States.Count > 0)
        {
            Belonging.Add(where, "states", webhook.States, alsoByName: true);
        }

        if (webhook.Plans.Count > 0)
        {
            Belonging.Add(where, "plans", webhook.Plans, alsoByName: true);
        }

        return ($"SELECT c.sequence FROM changes c {where.Sql} ORDER BY c.sequence", where);
    }

    /// <summary>Deliveries whose time has come, the oldest first, each with its change.</summary>
    internal static string DueSql(Dialect dialect) =>
        "SELECT d.id, d.webhook_id, d.sequence, d.attempts FROM webhook_deliveries d WHERE d.status = 'pending' AND d.next_at <= @Now "
        + $"AND (d.leased_until IS NULL OR d.leased_until < @Now) ORDER BY d.next_at, d.sequence {dialect.Take}";

    /// <summary>Deliveries of a webhook before one, the newest first.</summary>
    internal static string DeliveriesSql(Dialect dialect) =>
        "SELECT d.id, d.webhook_id, d.sequence, d.status, d.attempts, d.created_at, d.next_at, d.last_at, d.last_status, d.last_error "
        + $"FROM webhook_deliveries d WHERE d.webhook_id = @Id AND d.sequence < @Before ORDER BY d.sequence DESC {dialect.Take}";

    /// <summary>The webhooks of a caller; all of them for null.</summary>
    public Task<IReadOnlyList<KeptWebhook>> ListAsync(string? caller, CancellationToken cancellationToken) =>
        AskAsync(
            async connection =>
                (IReadOnlyList<KeptWebhook>)
                    [
                        .. await connection.QueryAsync<KeptWebhook>(
                            new CommandDefinition(
                                caller is null ? AllSql : OfCallerSql,
                                new { Caller = caller },
                                cancellationToken: cancellationToken
                            )
                        ),
                    ],
            cancellationToken
        );

    /// <summary>Deliveries of a webhook before one, the newest first, and how many there are in all.</summary>
    public Task<(IReadOnlyList<Delivery> Deliveries, int Total)> DeliveriesAsync(
        string id,
        long before,
        int most,
        CancellationToken cancellationToken
    ) =>
        AskAsync(
            async connection =>
            {
                var total = await connection.ExecuteScalarAsync<int>(
                    new CommandDefinition(DeliveriesCountSql, new { Id = id }, cancellationToken: cancellationToken)
                );
                var arguments = new
                {
                    Id = id,
                    Before = before,
                    Take = most,
                };
                var rows = await connection.QueryAsync<Delivery>(
                    new CommandDefinition(DeliveriesSql(database.Dialect), arguments, cancellationToken: cancellationToken)
                );
                return ((IReadOnlyList<Delivery>)[.. rows], total);
            },
            cancellationToken
        );

    /// <summary>A webhook; null when there is none.</summary>
    public Task<KeptWebhook?> FindAsync(string id, CancellationToken cancellationToken) =>
        AskAsync(
            connection =>
                connection.QuerySingleOrDefaultAsync<KeptWebhook?>(
                    new CommandDefinition(FindSql, new { Id = id }, cancellationToken: cancellationToken)
                ),
            cancellationToken
        );

    /// <summary>The webhooks to which something is sent.</summary>
    public async Task<IReadOnlyList<KeptWebhook>> ActiveAsync(CancellationToken cancellationToken) =>
        await AskAsync(
            async connection =>
                (IReadOnlyList<KeptWebhook>)
                    [.. await connection.QueryAsync<KeptWebhook>(new CommandDefinition(ActiveSql, cancellationToken: cancellationToken))],
            cancellationToken
        );

    /// <summary>Runs statements in one transaction; how many rows the last of them changed.</summary>
    public async Task<int> RunAsync(CancellationToken cancellationToken, params (string Sql, object Arguments)[] statements)
    {
        await using var connection = await database.OpenWriterAsync(cancellationToken);
        await using var transaction = database.Dialect.BeginWrite(connection);
        var rows = 0;
        foreach (var (sql, arguments) in statements)
        {
            rows = await connection.ExecuteAsync(new CommandDefinition(sql, arguments, transaction, cancellationToken: cancellationToken));
        }

        await transaction.CommitAsync(cancellationToken);
        return rows;
    }

    /// <summary>
    /// Queues what a webhook is told of the changes that it has not looked at; how many changes that were. Of several nodes one does it.
    /// </summary>
    public async Task<int> QueueAsync(KeptWebhook webhook, CancellationToken cancellationToken)
    {
        var changes = await ChangesAsync(webhook.Position, MostChanges, cancellationToken);
        if (changes.Count == 0)
        {
            return 0;
        }

        await using var connection = await database.OpenWriterAsync(cancellationToken);
        await using var transaction = database.Dialect.BeginWrite(connection);
        var arguments = new
        {
            webhook.Id,
            webhook.Position,
            Next = changes[^1].Sequence,
        };
        if (
            await connection.ExecuteAsync(new CommandDefinition(AdvanceSql, arguments, transaction, cancellationToken: cancellationToken))
            == 0
        )
        {
            return 0;
        }

        var (sql, where) = WantedSql(webhook, webhook.Position, changes[^1].Sequence, database.Dialect);
        foreach (
            var sequence in await connection.QueryAsync<long>(
                new CommandDefinition(sql, where.Parameters, transaction, cancellationToken: cancellationToken)
            )
        )
        {
            var queued = new
            {
                Id = $"{webhook.Id}.{sequence}",
                WebhookId = webhook.Id,
                Sequence = sequence,
                Now = database.Clock.GetUtcNow(),
            };
            await connection.ExecuteAsync(new CommandDefinition(QueueSql, queued, transaction, cancellationToken: cancellationToken));
        }

        await transaction.CommitAsync(cancellationToken);
        return changes.Count;
    }

    /// <summary>Deliveries whose time has come.</summary>
    public async Task<IReadOnlyList<DueDelivery>> DueAsync(CancellationToken cancellationToken) =>
        await AskAsync(
            async connection =>
                (IReadOnlyList<DueDelivery>)
                    [
                        .. await connection.QueryAsync<DueDelivery>(
                            new CommandDefinition(
                                DueSql(database.Dialect),
                                new { Now = database.Clock.GetUtcNow(), Take = MostDue },
                                cancellationToken: cancellationToken
                            )
                        ),
                    ],
            cancellationToken
        );

    /// <summary>The change of a delivery.</summary>
    public async Task<SentChange> ChangeAsync(long sequence, CancellationToken cancellationToken) =>
        (await ChangesAsync(sequence - 1, 1, cancellationToken))[0];

    private Task<IReadOnlyList<SentChange>> ChangesAsync(long after, int most, CancellationToken cancellationToken) =>
        AskAsync(
            async connection =>
                (IReadOnlyList<SentChange>)
                    [
                        .. await connection.QueryAsync<SentChange>(
                            new CommandDefinition(
                                ChangesSql(database.Dialect),
                                new { After = after, Take = most },
                                cancellationToken: cancellationToken
                            )
                        ),
                    ],
            cancellationToken
        );

    private async Task<T> AskAsync<T>(Func<System.Data.Common.DbConnection, Task<T>> ask, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        return await ask(connection);
    }
}

/// <summary>A delivery whose time has come.</summary>
internal sealed record DueDelivery
{
    /// <summary>Its id, which is the id of the event for who receives it: a repeated delivery has the same.</summary>
    public string Id { get; init; } = "";

    /// <summary>The webhook.</summary>
    public string WebhookId { get; init; } = "";

    /// <summary>Number of the change.</summary>
    public long Sequence { get; init; }

    /// <summary>How often it was tried.</summary>
    public int Attempts { get; init; }
}

/// <summary>A change, as it is sent: what, when, by which role of which organisation. What it says is read at its address.</summary>
internal sealed record SentChange
{
    /// <summary>Number of the change.</summary>
    public long Sequence { get; init; }

    /// <summary>When it was made (UTC).</summary>
    public DateTimeOffset ChangedAt { get; init; }

    /// <summary>Table of the record.</summary>
    public string RecordType { get; init; } = "";

    /// <summary>Id of the record.</summary>
    public string RecordId { get; init; } = "";

    /// <summary>Version after the change.</summary>
    public int Version { get; init; }

    /// <summary>`created`, `updated` or `withdrawn`.</summary>
    public string Action { get; init; } = "";

    /// <summary>Names of the fields that changed; empty when it was created or withdrawn.</summary>
    public IReadOnlyList<string> Fields { get; init; } = [];

    /// <summary>Role of who made it.</summary>
    public string ActorRole { get; init; } = "";

    /// <summary>Organisation of who made it; null when not told.</summary>
    public string? ActorOrganization { get; init; }

    /// <summary>Why; null when no reason was given.</summary>
    public string? Reason { get; init; }
}
