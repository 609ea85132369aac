using OpenGov.Api.Data;

namespace OpenGov.Api.Http;

/// <summary>What every address of one record is: <c>fields</c>, <c>as_of</c>, and a problem when there is none.</summary>
internal static class RecordEndpoint
{
    private static readonly IReadOnlyList<Format> Offered = [Format.Json];

    /// <summary>Maps the address of one record.</summary>
    public static RouteHandlerBuilder MapRecord<TRecord>(this RouteGroupBuilder group, string pattern, Delegate handler, string name) =>
        group.MapRead(pattern, handler)
            .AddEndpointFilter(async (invocation, next) =>
            {
                var context = invocation.HttpContext;
                if (Formats.Choose(context, Offered) is null)
                {
                    return Problems.NotAcceptable("A single record comes as application/json. For CSV ask for the list that holds it.");
                }

                var errors = new ParameterErrors();
                var properties = Shape<TRecord>.Properties.Select(property => property.Name).ToList();
                var request = context.RequestServices.GetRequiredService<RecordRequest>();
                request.Fields = QueryBinding.ReadRecord(context.Request, properties, context.RequestServices.GetRequiredService<ReadSession>(), errors);
                return errors.Any ? Problems.Invalid(errors) : await next(invocation);
            })
            .WithName(name)
            .WithMetadata(new FieldsMetadata(Shape<TRecord>.Properties.Select(property => property.Name).ToList()), new AsOfMetadata())
            .Produces<TRecord>()
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status406NotAcceptable);
}

/// <summary>A request for one record: which properties it wants, and how it is answered.</summary>
internal sealed class RecordRequest(RecordFinisher finisher)
{
    /// <summary>Properties wanted; null for all.</summary>
    public IReadOnlyList<string>? Fields { get; set; }

    /// <summary>The record, completed, and the records inside it too.</summary>
    public async Task<IResult> AnswerAsync<TRecord>(TRecord record, IEnumerable<PublicRecord> inside, CancellationToken cancellationToken)
        where TRecord : PublicRecord
    {
        await finisher.FinishAsync([record, .. inside], cancellationToken);
        return JsonResult.Of(record, Fields);
    }

    /// <summary>The problem when there is no such record.</summary>
    public IResult NotFound(string detail) => Problems.NotFound(detail.Length > 300 ? detail[..300] : detail);
}
