using OpenGov.Api.Access;
using OpenGov.Api.Http;

namespace OpenGov.Api.Writing;

/// <summary>Addresses at which answers may hold a secret: they are kept nowhere, so none can be told again.</summary>
internal static class KeptNowhere
{
    /// <summary>Refuses an <c>Idempotency-Key</c> where something is changed there, instead of letting a client think that it may repeat.</summary>
    public static RouteGroupBuilder KeepsNoAnswers(this RouteGroupBuilder group)
    {
        group.AddEndpointFilter(
            async (invocation, next) =>
            {
                var context = invocation.HttpContext;
                var request = context.Request;
                return
                    HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method) || request.Headers["Idempotency-Key"].Count == 0
                    ? await next(invocation)
                    : await context.RequestServices.GetRequiredService<AuditLog>().AnswerAsync(Refusal(), context, context.RequestAborted);
            }
        );
        return group;
    }

    private static WriteRefusal Refusal()
    {
        var errors = new ParameterErrors();
        errors.Add(
            "Idempotency-Key",
            ParameterCodes.UnknownParameter,
            "Answers here may hold a secret and are kept nowhere, so there is no Idempotency-Key: leave it out, and end what came of a "
                + "request whose answer was lost.",
            spanish: "Las respuestas aquí pueden llevar un secreto y no se guardan, así que no hay Idempotency-Key: quítela, y termine lo que haya "
                + "creado una solicitud cuya respuesta se perdió."
        );
        return WriteRefusal.Of(errors);
    }
}
