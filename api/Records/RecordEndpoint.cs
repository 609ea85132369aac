using OpenGov.Api.Database;
using OpenGov.Api.Http;
using OpenGov.Api.Lists;

namespace OpenGov.Api.Records;

/// <summary>What every address of one record is: <c>fields</c>, <c>as_of</c>, and a problem when there is none.</summary>
internal static class RecordEndpoint
{
    /// <summary>Maps the address of one record.</summary>
    public static RouteHandlerBuilder MapRecord<TRecord>(this RouteGroupBuilder group, string pattern, Delegate handler, string name) =>
        group.MapRecord<TRecord>(pattern, handler, name, OfferedFormats.JsonOnly);

    /// <summary>Maps the address of one record that holds what its list includes in it.</summary>
    public static RouteHandlerBuilder MapRecord<TRecord, TListed>(
        this RouteGroupBuilder group,
        string pattern,
        Delegate handler,
        string name
    )
        where TRecord : TListed =>
        group.MapRecord<TRecord>(pattern, handler, name, OfferedFormats.JsonOnly, IncludeBinding.Names(Shape<TListed>.OnRequest));

    /// <summary>Maps the address of one record that holds a table, which comes in these formats too.</summary>
    public static RouteHandlerBuilder MapRecord<TRecord>(
        this RouteGroupBuilder group,
        string pattern,
        Delegate handler,
        string name,
        OfferedFormats offered,
        IReadOnlyList<string>? holds = null
    )
    {
        var includes = holds ?? [];
        var isTable = offered.All.Count > 1;
        var properties = Shape<TRecord>.Properties.Select(property => property.Name).ToList();
        var route = group
            .MapRead(pattern, handler)
            .AddEndpointFilter(
                async (invocation, next) =>
                {
                    var context = invocation.HttpContext;
                    if (Formats.Choose(context, offered.All) is not { } format)
                    {
                        return Problems.NotAcceptable(
                            isTable
                                ? $"This comes as {string.Join(", ", offered.All.Select(each => each.MediaType))}."
                                : "A single record comes as application/json. For CSV ask for the list that holds it.",
                            isTable
                                ? $"Esto viene como {string.Join(", ", offered.All.Select(each => each.MediaType))}."
                                : "Un registro viene como application/json. Para CSV, pida la lista que lo tiene."
                        );
                    }

                    var errors = new ParameterErrors();
                    var request = context.RequestServices.GetRequiredService<RecordRequest>();
                    request.Format = format;
                    request.Fields = QueryBinding.ReadRecord(
                        context.Request,
                        properties,
                        [
                            .. isTable ? ["bom"] : Array.Empty<string>(),
                            .. includes.Count > 0 ? [IncludeBinding.Parameter] : Array.Empty<string>(),
                        ],
                        context.RequestServices.GetRequiredService<ReadSession>(),
                        errors
                    );
                    var included = IncludeBinding.Read(context.Request, includes, errors);
                    request.Fields = request.Fields is null ? null : [.. request.Fields.Union(included)];
                    ListEndpoint.CheckBom(context.Request, format, errors);
                    if (request.Fields is not null && format != Format.Json)
                    {
                        errors.Add(
                            "fields",
                            ParameterCodes.NotInThisFormat,
                            $"What stands in .{format.Suffix} is fixed. Leave fields out, or ask for .json.",
                            spanish: $"Lo que lleva un .{format.Suffix} es fijo. Quite fields, o pida .json."
                        );
                    }

                    return errors.Any ? Problems.Invalid(errors) : await next(invocation);
                }
            )
            .WithName(name)
            .WithMetadata(offered, new FieldsMetadata(typeof(TRecord).Name, properties) { Includes = includes }, new AsOfMetadata());
        return (isTable ? route.WithMetadata(new BomMetadata()) : route)
            .Produces<TRecord>(StatusCodes.Status200OK, Format.Json.MediaType, [.. offered.All.Skip(1).Select(format => format.MediaType)])
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status410Gone)
            .ProducesProblem(StatusCodes.Status406NotAcceptable);
    }

    /// <summary>Maps the address of one record that has nothing more to say there than in its list.</summary>
    public static RouteHandlerBuilder MapFind<TRepository, TRecord>(this RouteGroupBuilder group, string pattern, string table, string name)
        where TRepository : ListRepository<TRecord>
        where TRecord : ListItem =>
        group.MapRecord<TRecord>(
            pattern,
            async (string id, RecordRequest request, TRepository repository, CancellationToken cancellationToken) =>
                await repository.FindAsync(RecordId.Canonical(table, id), cancellationToken) is { } record
                    ? await request.AnswerAsync(record, cancellationToken)
                    : await request.NotFoundAsync(
                        table,
                        id,
                        $"There is nothing with the id '{id}' in {table}. The list at the address above holds them all.",
                        $"No consta aquí «{id}». La lista en la dirección de arriba los tiene todos.",
                        cancellationToken
                    ),
            name
        );
}

/// <summary>A request for one record: which properties it wants, and how it is answered.</summary>
internal sealed class RecordRequest(ReadSession session, RecordFinisher finisher, IHttpContextAccessor accessor)
{
    /// <summary>The format wanted.</summary>
    public Format Format { get; set; } = Format.Json;

    /// <summary>Properties wanted; null for all.</summary>
    public IReadOnlyList<string>? Fields { get; set; }

    /// <summary>The record, completed, and the records inside it too.</summary>
    public async Task<IResult> AnswerAsync<TRecord>(TRecord record, CancellationToken cancellationToken)
        where TRecord : ListItem
    {
        await finisher.FinishAsync([record], cancellationToken);
        if (record is PublicRecord { Version: var version })
        {
            accessor.HttpContext!.Features.Set(new AnsweredVersion(version));
        }

        return JsonAnswer.Of(record, Fields);
    }

    /// <summary>The problem when there is no such record, or no longer: what was withdrawn says so and keeps its history.</summary>
    public async Task<IResult> NotFoundAsync(string table, string id, string detail, string spanish, CancellationToken cancellationToken)
    {
        var request = accessor.HttpContext!.Request;
        var canonical = RecordId.Canonical(table, id);
        if (await WithdrawalAsync(table, canonical, cancellationToken) is { } withdrawal)
        {
            return Problems.Gone(canonical, withdrawal, PublicAddress.OfApi(request, $"/changes?record={Uri.EscapeDataString(canonical)}"));
        }

        var then = session.AsOf;
        var (part, given) = request.RouteValues.Last();
        return Problems.NotFound(
            ParameterError.OfPath(
                part,
                ErrorCodes.UnknownRecord,
                given as string ?? id,
                await KnownIds.NearestAsync(table, canonical, session, cancellationToken),
                Bounded(detail) + (then is null ? "" : $" This is the data as recorded at the end of {then:yyyy-MM-dd}."),
                Bounded(spanish) + (then is null ? "" : $" Así constaban los datos al terminar el {then:yyyy-MM-dd}.")
            )
        );

        static string Bounded(string sentence) => sentence.Length > 300 ? sentence[..300] : sentence;
    }

    /// <summary>That a record was withdrawn, and why; null when it was not. Its id is the canonical one.</summary>
    public async Task<Withdrawal?> WithdrawalAsync(string table, string id, CancellationToken cancellationToken)
    {
        var withdrawals = await session.QueryAsync<Withdrawal>(
            $"""
            SELECT c.changed_at, c.reason
            FROM changes c
            WHERE c.record_type = @Table AND c.record_id = @Id AND c.action = 'withdrawn' AND c.sequence <= @Sequence
            ORDER BY c.sequence DESC
            {session.Dialect.Take}
            """,
            new
            {
                Table = table,
                Id = id,
                (await session.BegunAsync(cancellationToken)).Sequence,
                Take = 1,
            },
            cancellationToken
        );
        return withdrawals is [var withdrawal] ? withdrawal : null;
    }
}

/// <summary>That a record was taken out of the current data.</summary>
internal sealed record Withdrawal
{
    /// <summary>When, in UTC.</summary>
    public DateTimeOffset ChangedAt { get; init; }

    /// <summary>Why; null when no reason was given.</summary>
    public string? Reason { get; init; }
}
