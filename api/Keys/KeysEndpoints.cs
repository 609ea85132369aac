using System.Globalization;
using OpenGov.Api.Access;
using OpenGov.Api.Database;
using OpenGov.Api.Http;
using OpenGov.Api.Lists;
using OpenGov.Api.Records;
using OpenGov.Api.Writing;

namespace OpenGov.Api.Keys;

internal static class KeysEndpoints
{
    public static void AddKeys(this IServiceCollection services)
    {
        services.AddScoped<KeysListRepository>();
        services.AddScoped<AuditRepository>();
        services.ConfigureSwaggerGen(options => options.OperationFilter<DescribedKeys>());
    }

    public static void MapKeys(this RouteGroupBuilder api)
    {
        var keys = api.MapGroup("/keys")
            .WithTags("Keys")
            .Needs(Role.Admin)
            .WithMetadata(new AnsweringMetadata(Answering.Personal))
            .KeepsNoAnswers();
        keys.MapList<KeysListRepository, KeyOnRecord>("", KeysListRepository.Sql, "ListKeys")
            .AddEndpointFilter(
                async (invocation, next) =>
                {
                    // Who looks sees what this node knows.
                    await invocation.HttpContext.RequestServices.GetRequiredService<KeyUses>().WriteAsync(CancellationToken.None);
                    return await next(invocation);
                }
            )
            .WithSummary("Lists keys")
            .WithDescription("Keys within your scopes, with their role, scopes, end and last use; no secret is among them. For admins.");
        keys.MapRecord<KeyOnRecord>("/{id}", GetAsync, "GetKey")
            .WithSummary("Gets a key")
            .WithDescription("A key within your scopes, by its id. For admins.");
        keys.MapPost("", CreateAsync)
            .WithName("CreateKey")
            .WithSummary("Makes a key")
            .WithDescription(
                "Makes a key and shows its secret, once. Its scopes are some of those of the admin who makes it. There is no "
                    + "Idempotency-Key here: an answer with a secret is not kept."
            )
            .WithMetadata(new KeyMetadata(IsNew: true));
        keys.MapDelete("/{id}", RevokeAsync)
            .WithName("RevokeKey")
            .WithSummary("Ends a key")
            .WithDescription($"Ends a key within your scopes. Every node knows within {KeysRepository.Bound.TotalSeconds} seconds.")
            .WithMetadata(new KeyMetadata(IsNew: false));
        api.MapGroup("/audit")
            .WithTags("Keys")
            .Needs(Role.Admin)
            .WithMetadata(new AnsweringMetadata(Answering.Personal))
            .MapList<AuditRepository, AuditedAction>("", AuditRepository.Sql, "ListAudit")
            .WithSummary("Lists what was done with keys and by writing")
            .WithDescription(
                "By whose credential, when, to what, as far as it is within your scopes: also the first refusals of each window. For admins."
            );
    }

    /// <param name="id">Id of the key.</param>
    internal static async Task<IResult> GetAsync(
        string id,
        HttpContext context,
        RecordRequest request,
        KeysRepository keys,
        KeysListRepository list,
        AuditLog audit,
        CancellationToken cancellationToken
    ) =>
        await BeyondAsync(id, context, keys, audit, cancellationToken)
        ?? (
            await list.FindAsync(id.ToLowerInvariant(), cancellationToken) is { } key
                ? await request.AnswerAsync(key, cancellationToken)
                : Problems.NotFound(
                    $"There is no key '{RecordError.Shown(id)}'. /api/v1/keys lists those within your scopes.",
                    $"No hay una llave «{RecordError.Shown(id)}». /api/v1/keys tiene las que están a su alcance."
                )
        );

    /// <summary>Makes a key.</summary>
    internal static async Task<IResult> CreateAsync(
        HttpContext context,
        KeysRepository keys,
        DataStore database,
        AuditLog audit,
        WriteQuota quota,
        TimeProvider clock,
        CancellationToken cancellationToken
    )
    {
        try
        {
            var caller = Caller.Of(context.User)!;
            NoParameters(context.Request);
            var body = await WriteBody.ReadAsync(context.Request, WriteBody.MostBytes, isNeeded: true, cancellationToken);
            var wanted = NewKey.Read(body.Json!.Value, clock.GetUtcNow());
            if (wanted.Scopes.FirstOrDefault(scope => !caller.Scopes.Contains(scope)) is { } missing)
            {
                throw WriteRefusal.Of(AccessFailure.MissingScope(caller, missing));
            }

            var holder = await KeyHolder.OrganizationAsync(database, wanted.Organization, cancellationToken);
            if (holder is not null && (holder.StateId ?? Scope.National) is var place && !caller.Scopes.Contains(place))
            {
                throw WriteRefusal.Of(AccessFailure.HolderBeyond(caller, holder.Id, place));
            }

            if (quota.Count(context, caller, 1) is { } refused)
            {
                return refused;
            }

            var (id, secret) = await keys.CreateAsync(
                wanted.Name,
                wanted.Organization,
                wanted.Role,
                string.Join('|', wanted.Scopes),
                wanted.Requests,
                cancellationToken,
                wanted.ExpiresAt
            );
            await audit.AddAsync(
                audit.Entry("key_created", caller, id, AuditLog.Given(wanted.Role, wanted.Scopes), wanted.Scopes),
                cancellationToken
            );
            context.Response.Headers.Location = PublicAddress.OfApi(context.Request, $"/keys/{id}");
            var made = new MadeKey
            {
                Id = id,
                Secret = secret,
                Name = wanted.Name,
                Organization = wanted.Organization,
                OrganizationId = holder?.Id,
                Role = wanted.Role,
                Scopes = wanted.Scopes,
                Requests = wanted.Requests,
                ExpiresAt = wanted.ExpiresAt,
            };
            return TypedResults.Json(made, Json.Options, statusCode: StatusCodes.Status201Created);
        }
        catch (WriteRefusal refusal)
        {
            return await audit.AnswerAsync(refusal, context, cancellationToken);
        }
    }

    /// <param name="id">Id of the key.</param>
    internal static async Task<IResult> RevokeAsync(
        string id,
        HttpContext context,
        KeysRepository keys,
        AuditLog audit,
        CancellationToken cancellationToken
    )
    {
        if (await BeyondAsync(id, context, keys, audit, cancellationToken) is { } refused)
        {
            return refused;
        }

        var key = await keys.OfIdAsync(id.ToLowerInvariant(), cancellationToken);
        if (key is null || !await keys.RevokeAsync(key.Id, cancellationToken))
        {
            return Problems.NotFound(
                $"There is no key '{RecordError.Shown(id)}' in use. /api/v1/keys lists those within your scopes.",
                $"No hay una llave «{RecordError.Shown(id)}» en uso. /api/v1/keys tiene las que están a su alcance."
            );
        }

        await audit.AddAsync(audit.Entry("key_revoked", Caller.Of(context.User), key.Id, scope: key.Scopes), cancellationToken);
        return TypedResults.NoContent();
    }

    /// <summary>The refusal of a key that reaches further than the admin who asks for it; null when it does not, or is not there.</summary>
    private static async Task<IResult?> BeyondAsync(
        string id,
        HttpContext context,
        KeysRepository keys,
        AuditLog audit,
        CancellationToken cancellationToken
    )
    {
        var caller = Caller.Of(context.User)!;
        return await keys.OfIdAsync(id.ToLowerInvariant(), cancellationToken) is { } key && caller.FirstBeyond(key.Scopes) is { } missing
            ? await audit.AnswerAsync(WriteRefusal.Of(AccessFailure.MissingScope(caller, missing)), context, cancellationToken)
            : null;
    }

    private static void NoParameters(HttpRequest request)
    {
        var errors = new ParameterErrors();
        QueryBinding.Known(request, [], errors);
        if (errors.Any)
        {
            throw WriteRefusal.Of(errors);
        }
    }
}

/// <summary>Says of a route that it makes or ends a key.</summary>
internal sealed record KeyMetadata(bool IsNew);

/// <summary>What is asked of a new key.</summary>
internal sealed record NewKey(
    string Name,
    string? Organization,
    string Role,
    IReadOnlyList<string> Scopes,
    int? Requests,
    DateTimeOffset? ExpiresAt
)
{
    /// <summary>The body as a table of its own, so that it is read like any record.</summary>
    public static readonly Table Described = new(
        "keys",
        "",
        [
            Of("name", "What it is for.") with
            {
                Required = true,
                MaxLength = 400,
            },
            Of("organization", "Organisation that holds it, as the history will name it: best its id or its name in /organizations.") with
            {
                MaxLength = 400,
            },
            Of("role", "What its holder may do.") with
            {
                Required = true,
                Values = Roles.Names,
            },
            Of("scopes", "Where: `national`, or ids of states.") with
            {
                Required = true,
                IsList = true,
                MaxLength = 400,
            },
            Of("requests", "Requests that it may make in a window; without it the number that every key has.") with
            {
                Type = "integer",
                Minimum = 1,
            },
            Of("expires_on", "The last day on which it is taken (UTC); without it, it does not end by itself.") with
            {
                Type = "date",
            },
        ],
        []
    );

    /// <summary>Reads it.</summary>
    /// <exception cref="WriteRefusal">It cannot be taken.</exception>
    public static NewKey Read(System.Text.Json.JsonElement json, DateTimeOffset now)
    {
        var (values, unread) = JsonRecordReader.Read(Described, json);
        var errors = unread.ToList();
        foreach (var field in Described.Fields.Where(field => errors.All(error => error.Field != field.Name)))
        {
            var unseen = values[field.Name] is string text ? WrittenRules.UnseenIn(text) : null;
            if ((FieldRules.Broken(field, values[field.Name]) ?? unseen) is { } error)
            {
                errors.Add(error with { Field = field.Name });
            }
        }

        var given = (values["scopes"] as string)?.Split('|') ?? [];
        var scopes = given.Select(Scope.Read).OfType<string>().Distinct().Order(StringComparer.Ordinal).ToList();
        if (given.FirstOrDefault(scope => Scope.Read(scope) is null) is { } unknown)
        {
            var detail = $"'{RecordError.Shown(unknown)}' is not a scope. Give '{Scope.National}' or ids of states, such as MX-DUR.";
            var spanish = $"«{RecordError.Shown(unknown)}» no es un ámbito. Dé «{Scope.National}» o ids de estados, como MX-DUR.";
            errors.Add(
                new RecordError(ErrorCodes.UnknownCode, detail)
                {
                    Field = "scopes",
                    Value = RecordError.Shown(unknown),
                    DetailEs = spanish,
                }
            );
        }

        DateTimeOffset? end =
            values["expires_on"] is DateOnly last && errors.All(error => error.Field != "expires_on") ? ApiKey.EndOf(last) : null;
        if (end <= now)
        {
            var detail = "The last day of a key is today or later.";
            errors.Add(
                new RecordError(ErrorCodes.TooSmall, detail)
                {
                    Field = "expires_on",
                    DetailEs = "El último día de una llave es hoy o después.",
                }
            );
        }

        return errors.Count > 0
            ? throw WriteRefusal.Of(errors, "")
            : new NewKey(
                (string)values["name"]!,
                values["organization"] as string,
                (string)values["role"]!,
                scopes,
                values["requests"] is long requests ? Convert.ToInt32(requests, CultureInfo.InvariantCulture) : null,
                end
            );
    }

    private static Field Of(string name, string description) =>
        new()
        {
            Name = name,
            Type = "string",
            Description = description,
        };
}

/// <summary>A key that was just made, with its secret: the only answer that shows it.</summary>
internal sealed record MadeKey
{
    /// <summary>How it is named when it is revoked; not secret.</summary>
    public required string Id { get; init; }

    /// <summary>What stands behind `Bearer`. Keep it: it is not shown again.</summary>
    public required string Secret { get; init; }

    /// <summary>What it is for.</summary>
    public required string Name { get; init; }

    /// <summary>Organisation that holds it; null when none was said.</summary>
    public string? Organization { get; init; }

    /// <summary>
    /// Id of the organisation of record that it means; null when there is none of that id or name yet: until there is, its holder can neither
    /// assess nor verify.
    /// </summary>
    public string? OrganizationId { get; init; }

    /// <summary>What its holder may do.</summary>
    public required string Role { get; init; }

    /// <summary>Where: `national`, or ids of states.</summary>
    public required IReadOnlyList<string> Scopes { get; init; }

    /// <summary>Requests that it may make in a window; null for the number that every key has.</summary>
    public int? Requests { get; init; }

    /// <summary>From when on it is not taken any more (UTC); null when it does not end by itself.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }
}
