using OpenGov.Api.Access;
using OpenGov.Api.Http;
using OpenGov.Api.Lists;

namespace OpenGov.Api.Writing;

/// <summary>Addresses at which answers may hold a secret: they are kept nowhere, so none can be told again.</summary>
internal static class KeptNowhere
{
    /// <summary>
    /// Refuses, where something is changed there, what other writes take and these do not: an <c>Idempotency-Key</c>, and parameters such as
    /// <c>dry_run</c>. A client that trusted them would repeat or make what it only wanted to try.
    /// </summary>
    public static RouteGroupBuilder KeepsNoAnswers(this RouteGroupBuilder group)
    {
        group.AddEndpointFilter(
            async (invocation, next) =>
            {
                var context = invocation.HttpContext;
                var request = context.Request;
                var errors = HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method) ? new() : Errors(request);
                return errors.Any
                    ? await context
                        .RequestServices.GetRequiredService<AuditLog>()
                        .AnswerAsync(WriteRefusal.Of(errors), context, context.RequestAborted)
                    : await next(invocation);
            }
        );
        return group;
    }

    private static ParameterErrors Errors(HttpRequest request)
    {
        var errors = new ParameterErrors();
        QueryBinding.Known(request, [], errors);
        if (request.Headers["Idempotency-Key"].Count > 0)
        {
            errors.Add(
                "Idempotency-Key",
                ParameterCodes.UnknownParameter,
                "Answers here may hold a secret and are kept nowhere, so there is no Idempotency-Key: leave it out, and end what came of a "
                    + "request whose answer was lost.",
                spanish: "Las respuestas aquí pueden llevar un secreto y no se guardan, así que no hay Idempotency-Key: quítela, y termine lo "
                    + "que haya creado una solicitud cuya respuesta se perdió."
            );
        }

        return errors;
    }
}
