using OpenGov.Api.Access;

namespace OpenGov.Api.Writing;

/// <summary>Addresses at which answers may hold a secret: they are kept nowhere, so none can be told again.</summary>
internal static class KeptNowhere
{
    /// <summary>Refuses an <c>Idempotency-Key</c> there, instead of letting a client think that it may repeat.</summary>
    public static RouteGroupBuilder KeepsNoAnswers(this RouteGroupBuilder group)
    {
        group.AddEndpointFilter(
            async (invocation, next) =>
            {
                var context = invocation.HttpContext;
                try
                {
                    WriteOptions.RefuseKey(context.Request);
                }
                catch (WriteRefusal refusal)
                {
                    return await context
                        .RequestServices.GetRequiredService<AuditLog>()
                        .AnswerAsync(refusal, context, context.RequestAborted);
                }

                return await next(invocation);
            }
        );
        return group;
    }
}
