namespace OpenGov.Api.Http;

/// <summary>
/// Writes every problem as problem+json, whatever the request accepts: who asks for CSV and makes a mistake is
/// told which. The framework's own writer leaves out what a client that accepts no JSON would need most.
/// </summary>
internal sealed class ProblemWriter : IProblemDetailsWriter
{
    public bool CanWrite(ProblemDetailsContext context) => true;

    public ValueTask WriteAsync(ProblemDetailsContext context)
    {
        Problems.Complete(context.HttpContext, context.ProblemDetails);
        return new ValueTask(
            context.HttpContext.Response.WriteAsJsonAsync(
                context.ProblemDetails,
                context.ProblemDetails.GetType(),
                Json.Options,
                "application/problem+json",
                context.HttpContext.RequestAborted
            )
        );
    }
}
