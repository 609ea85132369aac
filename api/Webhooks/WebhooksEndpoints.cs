using System.Security.Cryptography;
using System.Text.Json;
using OpenGov.Api.Access;
using OpenGov.Api.Database;
using OpenGov.Api.Http;
using OpenGov.Api.Lists;
using OpenGov.Api.Records;
using OpenGov.Api.Writing;

namespace OpenGov.Api.Webhooks;

/// <summary>Each holder of a credential has its own webhooks; admins see those of keys within their scopes.</summary>
internal static class WebhooksEndpoints
{
    /// <summary>The plans of some ids that are on record.</summary>
    internal const string PlansSql = "SELECT p.id FROM plans p WHERE p.id = @Id";

    /// <summary>Webhooks of one credential.</summary>
    private const int MostOfCaller = 20;

    public static void AddWebhooks(this IServiceCollection services)
    {
        services.AddSingleton<WebhooksRepository>();
        services.AddSingleton<WebhookSender>();
        services.AddHostedService(provider => provider.GetRequiredService<WebhookSender>());
        services.ConfigureSwaggerGen(options => options.OperationFilter<DescribedWebhooks>());
    }

    public static void MapWebhooks(this RouteGroupBuilder api)
    {
        var webhooks = api.MapGroup("/webhooks")
            .WithTags("Webhooks")
            .Needs(Role.Contributor)
            .WithMetadata(new AnsweringMetadata(Answering.Personal))
            .KeepsNoAnswers();
        webhooks
            .MapRead("", ListAsync)
            .WithName("ListWebhooks")
            .WithSummary("Lists webhooks")
            .WithDescription(
                "Your webhooks, the newest first; for admins also those of the keys within their scopes. No secret is among them."
            )
            .Produces<ListEnvelope<Webhook>>()
            .ProducesProblem(StatusCodes.Status400BadRequest);
        webhooks
            .MapRead("/{id}", GetAsync)
            .WithName("GetWebhook")
            .WithSummary("Gets a webhook")
            .WithDescription("A webhook, by its id.")
            .Produces<Webhook>()
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status404NotFound);
        webhooks
            .MapRead("/{id}/deliveries", DeliveriesAsync)
            .WithName("ListDeliveries")
            .WithSummary("Lists deliveries of a webhook")
            .WithDescription("What was sent, how often it was tried, and what was answered, the newest first; for 30 days.")
            .Produces<ListEnvelope<Delivery>>()
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .WithMetadata(new WebhookMetadata(WebhookAction.Deliveries));
        webhooks
            .MapPost("", CreateAsync)
            .WithName("CreateWebhook")
            .WithSummary("Adds a webhook")
            .WithDescription("Adds an address that is told of changes from now on, and shows the secret that signs them, once.")
            .WithMetadata(new WebhookMetadata(WebhookAction.Create));
        webhooks
            .MapPost("/{id}/secret", RotateAsync)
            .WithName("RotateWebhookSecret")
            .WithSummary("Gives a webhook a new secret")
            .WithDescription(
                "Shows the new secret, once. The one before signs beside it for 24 hours. Not where the key that made it has ended."
            )
            .WithMetadata(new WebhookMetadata(WebhookAction.Rotate));
        webhooks
            .MapPost("/{id}/enable", EnableAsync)
            .WithName("EnableWebhook")
            .WithSummary("Sends to a webhook again")
            .WithDescription(
                "Sends again, beginning with what it was not told while it was disabled; not where the key that made it has ended."
            )
            .WithMetadata(new WebhookMetadata(WebhookAction.Enable));
        webhooks
            .MapPost("/{id}/deliveries/{delivery}/redeliver", RedeliverAsync)
            .WithName("Redeliver")
            .WithSummary("Sends a delivery again")
            .WithDescription(
                "Sends it again at once, also when it had arrived; it keeps its id. Not where the key that made the webhook has ended."
            )
            .WithMetadata(new WebhookMetadata(WebhookAction.Other));
        webhooks
            .MapDelete("/{id}", DeleteAsync)
            .WithName("DeleteWebhook")
            .WithSummary("Ends a webhook")
            .WithDescription("Ends it, with all that it was still to be told.")
            .WithMetadata(new WebhookMetadata(WebhookAction.Other));
    }

    /// <summary>Lists webhooks.</summary>
    internal static async Task<IResult> ListAsync(HttpContext context, WebhooksRepository webhooks, CancellationToken cancellationToken)
    {
        if (Unknown(context.Request, []) is { } refused)
        {
            return refused;
        }

        var caller = Caller.Of(context.User)!;
        var all = (await webhooks.ListAsync(caller.Role >= Role.Admin ? null : caller.Id, cancellationToken))
            .Where(one => IsSeenBy(one, caller))
            .ToList();
        return Page([.. all.Select(one => Linked(Shown(one), context.Request))], all.Count, all.Count, null);
    }

    /// <param name="id">Id of the webhook.</param>
    internal static async Task<IResult> GetAsync(
        string id,
        HttpContext context,
        WebhooksRepository webhooks,
        CancellationToken cancellationToken
    ) =>
        Unknown(context.Request, [])
        ?? (
            await OwnAsync(id, context, webhooks, cancellationToken) is { } found
                ? TypedResults.Json(Linked(Shown(found), context.Request), Json.Options)
                : NotThere(id)
        );

    /// <param name="id">Id of the webhook.</param>
    internal static async Task<IResult> DeliveriesAsync(
        string id,
        HttpContext context,
        WebhooksRepository webhooks,
        CancellationToken cancellationToken
    )
    {
        if (Unknown(context.Request, ["before", "limit"]) is { } refused)
        {
            return refused;
        }

        var errors = new ParameterErrors();
        var before = Number(context.Request, "before", long.MaxValue, long.MaxValue, errors);
        var limit = (int)Number(context.Request, "limit", 50, 500, errors);
        if (errors.Any)
        {
            return Problems.Invalid(errors);
        }

        if (await OwnAsync(id, context, webhooks, cancellationToken) is null)
        {
            return NotThere(id);
        }

        var (deliveries, total) = await webhooks.DeliveriesAsync(id, before, limit + 1, cancellationToken);
        var page = deliveries.Take(limit).Select(delivery => Linked(delivery, context.Request)).ToList();
        var next =
            deliveries.Count > limit
                ? PublicAddress.OfApi(context.Request, $"/webhooks/{id}/deliveries?limit={limit}&before={page[^1].Sequence}")
                : null;
        return Page(page, total, limit, next);
    }

    /// <summary>Adds a webhook.</summary>
    internal static async Task<IResult> CreateAsync(
        HttpContext context,
        WebhooksRepository webhooks,
        WriteQuota quota,
        DataStore database,
        Settings settings,
        AuditLog audit,
        CancellationToken cancellationToken
    )
    {
        try
        {
            var caller = Caller.Of(context.User)!;
            var body = await WriteBody.ReadAsync(context.Request, WriteBody.MostBytes, isNeeded: true, cancellationToken);
            var wanted = NewWebhook.Read(body.Json!.Value, settings.Webhooks);
            if (quota.Count(context, caller, 1) is { } refused)
            {
                return refused;
            }

            foreach (var plan in wanted.Plans)
            {
                var found = await database.AskAsync(
                    connection => Dapper.SqlMapper.QueryFirstOrDefaultAsync<string>(connection, PlansSql, new { Id = plan }),
                    cancellationToken
                );
                if (found is null)
                {
                    var detail = $"There is no plan '{RecordError.Shown(plan)}'. /api/v1/plans lists all.";
                    throw WriteRefusal.Of(
                        [new RecordError(ErrorCodes.UnknownRecord, detail) { Field = "plans", Value = RecordError.Shown(plan) }],
                        ""
                    );
                }
            }

            var now = database.Clock.GetUtcNow();
            var state = await database.AskAsync(
                connection => Dapper.SqlMapper.QuerySingleAsync<DataVersion.State>(connection, DataVersion.Sql),
                cancellationToken
            );
            var webhook = new WebhookWithSecret(
                new Webhook
                {
                    Id = $"wh-{RandomNumberGenerator.GetHexString(16, lowercase: true)}",
                    Url = wanted.Url,
                    Types = wanted.Types,
                    States = wanted.States,
                    Plans = wanted.Plans,
                    Position = state.Sequence,
                    CreatedAt = now,
                },
                NewSecret()
            );
            var kept = await webhooks.RunAsync(
                cancellationToken,
                (WriteSql.HoldTurn, new { }),
                (
                    WebhooksRepository.InsertSql,
                    new
                    {
                        webhook.Id,
                        Caller = caller.Id,
                        webhook.Url,
                        Types = Joined(webhook.Types),
                        States = Joined(webhook.States),
                        Plans = Joined(webhook.Plans),
                        webhook.Secret,
                        webhook.Position,
                        CreatedAt = now,
                        Service = PublicAddress.Of(context.Request) is { Length: <= 400 } service ? service : null,
                        Most = MostOfCaller,
                    }
                )
            );
            if (kept == 0)
            {
                throw WriteRefusal.Of(
                    StatusCodes.Status409Conflict,
                    $"A credential has at most {MostOfCaller} webhooks. End one first.",
                    $"Una credencial tiene a lo más {MostOfCaller} webhooks. Termine antes uno."
                );
            }

            await audit.AddAsync(audit.Entry("webhook_created", caller, webhook.Id, webhook.Url), cancellationToken);
            context.Response.Headers.Location = PublicAddress.OfApi(context.Request, $"/webhooks/{webhook.Id}");
            return Answer(webhook, StatusCodes.Status201Created, context.Request);
        }
        catch (WriteRefusal refusal)
        {
            return await audit.AnswerAsync(refusal, context, cancellationToken);
        }
    }

    /// <param name="id">Id of the webhook.</param>
    internal static async Task<IResult> RotateAsync(
        string id,
        HttpContext context,
        WebhooksRepository webhooks,
        DataStore database,
        AuditLog audit,
        CancellationToken cancellationToken
    )
    {
        var now = database.Clock.GetUtcNow();
        var own = await OwnAsync(id, context, webhooks, cancellationToken);
        if (own?.HasNoKey(now) != false)
        {
            return own is null ? NotThere(id) : HasNoKey();
        }

        var secret = NewSecret();
        var until = now + WebhookSender.Overlap;
        await webhooks.RunAsync(
            cancellationToken,
            (
                WebhooksRepository.RotateSql,
                new
                {
                    Id = id,
                    Secret = secret,
                    Until = until,
                }
            )
        );
        await audit.AddAsync(audit.Entry("webhook_secret", Caller.Of(context.User), id), cancellationToken);
        return Answer(new WebhookWithSecret(own, secret), StatusCodes.Status200OK, context.Request);
    }

    /// <param name="id">Id of the webhook.</param>
    internal static async Task<IResult> EnableAsync(
        string id,
        HttpContext context,
        WebhooksRepository webhooks,
        DataStore database,
        CancellationToken cancellationToken
    )
    {
        var now = database.Clock.GetUtcNow();
        return await InUseAsync(
            id,
            context,
            webhooks,
            now,
            cancellationToken,
            (WebhooksRepository.AgainAllSql, new { Id = id, Now = now }),
            (WebhooksRepository.EnableSql, new { Id = id })
        );
    }

    /// <param name="id">Id of the webhook.</param>
    /// <param name="delivery">Id of the delivery.</param>
    internal static Task<IResult> RedeliverAsync(
        string id,
        string delivery,
        HttpContext context,
        WebhooksRepository webhooks,
        DataStore database,
        CancellationToken cancellationToken
    )
    {
        var now = database.Clock.GetUtcNow();
        return InUseAsync(
            id,
            context,
            webhooks,
            now,
            cancellationToken,
            (
                WebhooksRepository.AgainSql,
                new
                {
                    Id = delivery,
                    WebhookId = id,
                    Now = now,
                }
            )
        );
    }

    /// <param name="id">Id of the webhook.</param>
    internal static async Task<IResult> DeleteAsync(
        string id,
        HttpContext context,
        WebhooksRepository webhooks,
        AuditLog audit,
        CancellationToken cancellationToken
    )
    {
        var answer = await RunAsync(
            id,
            context,
            webhooks,
            cancellationToken,
            (WebhooksRepository.DeleteDeliveriesSql, new { Id = id }),
            (WebhooksRepository.DeleteSql, new { Id = id })
        );
        if (answer is Microsoft.AspNetCore.Http.HttpResults.NoContent)
        {
            await audit.AddAsync(audit.Entry("webhook_ended", Caller.Of(context.User), id), cancellationToken);
        }

        return answer;
    }

    /// <summary>What makes a webhook send; to one whose key has ended nothing is sent.</summary>
    private static async Task<IResult> InUseAsync(
        string id,
        HttpContext context,
        WebhooksRepository webhooks,
        DateTimeOffset now,
        CancellationToken cancellationToken,
        params (string Sql, object Arguments)[] statements
    ) =>
        (await OwnAsync(id, context, webhooks, cancellationToken))?.HasNoKey(now) == true
            ? HasNoKey()
            : await RunAsync(id, context, webhooks, cancellationToken, statements);

    private static IResult HasNoKey() =>
        Problems.Of(
            StatusCodes.Status422UnprocessableEntity,
            "The key that made this webhook has ended, so nothing is sent to it. Make another with a key that is in use.",
            "La llave que creó este webhook terminó, así que no se le envía nada. Cree otro con una llave en uso."
        );

    private static async Task<IResult> RunAsync(
        string id,
        HttpContext context,
        WebhooksRepository webhooks,
        CancellationToken cancellationToken,
        params (string Sql, object Arguments)[] statements
    ) =>
        await OwnAsync(id, context, webhooks, cancellationToken) is not null && await webhooks.RunAsync(cancellationToken, statements) > 0
            ? TypedResults.NoContent()
            : NotThere(id);

    /// <summary>A webhook of the caller, or any of an admin's sight; null when there is none.</summary>
    private static async Task<KeptWebhook?> OwnAsync(
        string id,
        HttpContext context,
        WebhooksRepository webhooks,
        CancellationToken cancellationToken
    )
    {
        var caller = Caller.Of(context.User)!;
        return await webhooks.FindAsync(id, cancellationToken) is { } found && IsSeenBy(found, caller) ? found : null;
    }

    /// <summary>Whether a webhook is the caller's, or of a key within the scopes of an admin.</summary>
    private static bool IsSeenBy(KeptWebhook webhook, Caller caller) =>
        webhook.Caller == caller.Id || caller.Role >= Role.Admin && caller.Covers(webhook.Reach);

    private static IResult Answer(WebhookWithSecret webhook, int status, HttpRequest request)
    {
        return TypedResults.Json(Linked(webhook, request), Json.Options, statusCode: status);
    }

    private static IResult Page<TRecord>(IReadOnlyList<TRecord> items, int total, int limit, string? next) =>
        TypedResults.Json(
            new ListEnvelope<TRecord>
            {
                Items = items,
                Total = total,
                Returned = items.Count,
                Limit = limit,
                Next = next,
            },
            Json.Options
        );

    private static TRecord Linked<TRecord>(TRecord record, HttpRequest request)
        where TRecord : ListItem
    {
        record.Links = record.Relations().ToDictionary(link => link.Relation, link => PublicAddress.OfApi(request, link.Path!));
        return record;
    }

    /// <summary>A webhook as its holder sees it.</summary>
    private static Webhook Shown(Webhook of) =>
        new()
        {
            Id = of.Id,
            Url = of.Url,
            Types = of.Types,
            States = of.States,
            Plans = of.Plans,
            Position = of.Position,
            CreatedAt = of.CreatedAt,
            FailingSince = of.FailingSince,
            DisabledAt = of.DisabledAt,
            DisabledReason = of.DisabledReason,
        };

    private static IResult? Unknown(HttpRequest request, IReadOnlyList<string> known)
    {
        var errors = new ParameterErrors();
        QueryBinding.Known(request, known, errors);
        return errors.Any ? Problems.Invalid(errors) : null;
    }

    private static long Number(HttpRequest request, string name, long otherwise, long most, ParameterErrors errors)
    {
        if (QueryBinding.One(request, name, errors) is not { } given)
        {
            return otherwise;
        }

        if (
            long.TryParse(given, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number)
            && number >= 1
            && number <= most
        )
        {
            return number;
        }

        errors.Add(
            name,
            ParameterCodes.OutOfRange,
            $"{name} is a whole number from 1{(most == long.MaxValue ? "" : $" to {most}")}.",
            given,
            spanish: $"«{name}» es un número entero desde 1{(most == long.MaxValue ? "" : $" hasta {most}")}."
        );
        return otherwise;
    }

    private static IResult NotThere(string id) =>
        Problems.NotFound(
            $"You have no webhook '{RecordError.Shown(id)}' with that. /api/v1/webhooks lists yours.",
            $"Usted no tiene un webhook «{RecordError.Shown(id)}» con eso. /api/v1/webhooks tiene los suyos."
        );

    private static string NewSecret() => $"whsec_{Convert.ToBase64String(RandomNumberGenerator.GetBytes(32))}";

    private static string? Joined(IReadOnlyList<string> items) => items.Count == 0 ? null : string.Join('|', items);
}

/// <summary>What is done with a webhook.</summary>
internal enum WebhookAction
{
    /// <summary>It is added.</summary>
    Create,

    /// <summary>What was sent to it is listed.</summary>
    Deliveries,

    /// <summary>It gets another secret.</summary>
    Rotate,

    /// <summary>It is sent to again.</summary>
    Enable,

    /// <summary>Something that has nothing more to answer.</summary>
    Other,
}

/// <summary>Says of a route that it does something with a webhook.</summary>
internal sealed record WebhookMetadata(WebhookAction Action);

/// <summary>What is asked of a new webhook.</summary>
internal sealed record NewWebhook(string Url, IReadOnlyList<string> Types, IReadOnlyList<string> States, IReadOnlyList<string> Plans)
{
    /// <summary>The body as a table of its own, so that it is read like any record.</summary>
    public static readonly Table Described = new(
        "webhooks",
        "",
        [
            new Field
            {
                Name = "url",
                Type = "string",
                Description = "Where events are sent: an address with `https`.",
                Required = true,
                MaxLength = 1000,
            },
            new Field
            {
                Name = "types",
                Type = "string",
                Description = "Tables whose changes are sent; without it all.",
                IsList = true,
                MaxLength = 2000,
                Values = [.. Schema.Current.Tables.Select(table => table.Name)],
            },
            new Field
            {
                Name = "states",
                Type = "string",
                Description = "Ids of states to which what changed belongs, as in `/changes?state=`; without it everywhere.",
                IsList = true,
                MaxLength = 2000,
            },
            new Field
            {
                Name = "plans",
                Type = "string",
                Description = "Ids of plans to which what changed belongs, as in `/changes?plan=`; without it all.",
                IsList = true,
                MaxLength = 2000,
            },
        ],
        []
    );

    /// <summary>Reads it.</summary>
    /// <exception cref="WriteRefusal">It cannot be taken.</exception>
    public static NewWebhook Read(JsonElement json, WebhookSettings settings)
    {
        var (values, unread) = JsonRecordReader.Read(Described, json);
        var errors = unread.ToList();
        foreach (var field in Described.Fields.Where(field => errors.All(error => error.Field != field.Name)))
        {
            if (FieldRules.Broken(field, values[field.Name]) is { } error)
            {
                errors.Add(error with { Field = field.Name });
            }
        }

        var states = new List<string>();
        foreach (var given in Items(values["states"]))
        {
            if (RecordId.StateOf(given) is { } state)
            {
                states.Add(state);
            }
            else
            {
                var detail = $"'{RecordError.Shown(given)}' is no state. Give ids such as MX-DUR.";
                errors.Add(new RecordError(ErrorCodes.UnknownCode, detail) { Field = "states", Value = RecordError.Shown(given) });
            }
        }

        if (values["url"] is string url && errors.All(error => error.Field != "url") && Fault(url, settings) is { } fault)
        {
            errors.Add(
                new RecordError(ErrorCodes.WrongForm, fault.English)
                {
                    Field = "url",
                    Value = RecordError.Shown(url),
                    DetailEs = fault.Spanish,
                }
            );
        }

        return errors.Count > 0
            ? throw WriteRefusal.Of(errors, "")
            : new NewWebhook(
                (string)values["url"]!,
                Items(values["types"]),
                states,
                [.. Items(values["plans"]).Select(plan => RecordId.Canonical("plans", plan))]
            );
    }

    /// <summary>Plain <c>http</c> is for networks that the operator has named: elsewhere anybody on the way would read along.</summary>
    private static (string English, string Spanish)? Fault(string url, WebhookSettings settings)
    {
        if (
            url.Any(char.IsWhiteSpace)
            || !Uri.TryCreate(url, UriKind.Absolute, out var address)
            || address.Host.Length == 0
            || address.Port == 0
        )
        {
            return (
                "This is no whole address: give one such as https://example.org/opengov, with a port from 1 to 65535 if any.",
                "Esto no es una dirección completa: dé una como https://example.org/opengov, con un puerto de 1 a 65535 si lleva."
            );
        }

        if (address.UserInfo.Length > 0 || address.Fragment.Length > 0)
        {
            return (
                "Leave the password and what stands behind # out of the address: neither is sent.",
                "Quite de la dirección la contraseña y lo que sigue a #: no se envían."
            );
        }

        var addresses = new PublicAddresses(settings.AllowedNetworks);
        if (!addresses.MayReach(address))
        {
            return (
                "The host is an address of this machine, of a private network or of none: give one on the internet.",
                "El host es una dirección de esta máquina, de una red privada o de ninguna: dé una de internet."
            );
        }

        return
            address.Scheme == "https"
            || address.Scheme == "http" && PublicAddresses.Literal(address) is { } literal && addresses.IsAllowed(literal)
            ? null
            : (
                "Give an address with https: else anybody on the way would read along.",
                "Dé una dirección con https: sin ella cualquiera en el camino leería."
            );
    }

    private static string[] Items(object? value) => (value as string)?.Split('|') ?? [];
}
