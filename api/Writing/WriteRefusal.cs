using Microsoft.AspNetCore.Http.HttpResults;
using OpenGov.Api.Access;
using OpenGov.Api.Database;
using OpenGov.Api.Http;
using OpenGov.Api.Records;

namespace OpenGov.Api.Writing;

/// <summary>A write that is not made: why, as a problem. Nothing of its request is written.</summary>
internal sealed class WriteRefusal : Exception
{
    private readonly Func<HttpContext, IResult> answer;

    private WriteRefusal(string detail, int status, Func<HttpContext, IResult> answer)
        : base(detail) => (Status, this.answer) = (status, answer);

    /// <summary>The status of the answer.</summary>
    public int Status { get; }

    /// <summary>The code of the missing right; null when no right is missing.</summary>
    public string? Right { get; private init; }

    /// <summary>The answer.</summary>
    public IResult ToResult(HttpContext context) => answer(context);

    /// <summary>The same, of one of several writes: the problem says which, from 0.</summary>
    public WriteRefusal Of(int index) =>
        new(
            Message,
            Status,
            context =>
            {
                var result = answer(context);
                if (result is ProblemHttpResult problem)
                {
                    problem.ProblemDetails.Extensions["write"] = index;
                }

                return result;
            }
        )
        {
            Right = Right,
        };

    /// <summary>A right is missing.</summary>
    public static WriteRefusal Of(AccessFailure failure) =>
        new(failure.Message, failure.Status, context => failure.ToProblem(context.Response)) { Right = failure.Code };

    /// <summary>Something that only its status and a sentence tell.</summary>
    public static WriteRefusal Of(int status, string detail, string spanish) =>
        new(detail, status, _ => Problems.Of(status, detail, spanish));

    /// <summary>Refuses to write where nothing can be written.</summary>
    /// <exception cref="WriteRefusal">The database can only be read.</exception>
    public static void IfReadOnly(DataStore database)
    {
        if (database.IsReadOnly)
        {
            throw Of(
                StatusCodes.Status503ServiceUnavailable,
                "The database can only be read now, so nothing is written.",
                "La base de datos solo puede leerse ahora, así que no se escribe nada."
            );
        }
    }

    /// <summary>A parameter or a header is wrong or missing.</summary>
    public static WriteRefusal Of(ParameterErrors errors) =>
        new(errors.All[0].Detail, StatusCodes.Status400BadRequest, _ => Problems.Invalid(errors));

    /// <summary>The record is not one that can be written, or a rule of the process forbids the step.</summary>
    /// <param name="errors">What is wrong.</param>
    /// <param name="at">Place of the record in the body (RFC 6901); empty for the whole body.</param>
    public static WriteRefusal Of(IReadOnlyList<RecordError> errors, string at)
    {
        var status = ErrorCodes.StatusOf(errors[0].Code);

        // The reason of one of several writes stands beside its record.
        const string Record = "/body";
        var place = errors[0].Field == "reason" && at.EndsWith(Record, StringComparison.Ordinal) ? at[..^Record.Length] : at;
        return new(errors[0].Detail, status, _ => Problems.InvalidRecord(status, errors, place));
    }

    /// <summary>The record has changed since it was read: the problem shows what it is now.</summary>
    /// <param name="id">The record.</param>
    /// <param name="version">Its version.</param>
    /// <param name="isOfRequest">Whether an earlier write of the same request made that version.</param>
    /// <param name="current">What it says now.</param>
    public static WriteRefusal Stale(string id, int version, bool isOfRequest, Func<HttpContext, object> current) =>
        new(
            $"{id} changed",
            StatusCodes.Status412PreconditionFailed,
            context =>
                Problems.Of(
                    StatusCodes.Status412PreconditionFailed,
                    isOfRequest
                        ? $"An earlier write of this batch takes {id} to version {version}: name that in if_match of this one "
                            + $"(\"v{version}\"). Nothing was written."
                        : $"{id} is at version {version}, which is not the one that If-Match names. See what it says now (`current`), and "
                            + $"repeat the change with If-Match: \"v{version}\" if it still holds.",
                    isOfRequest
                        ? $"Una escritura anterior de este lote lleva {id} a la versión {version}: nómbrela en if_match de esta "
                            + $"(\"v{version}\"). No se escribió nada."
                        : $"{id} está en la versión {version}, que no es la que nombra If-Match. Vea lo que dice ahora (`current`) y repita el "
                            + $"cambio con If-Match: \"v{version}\" si sigue siendo válido.",
                    new Dictionary<string, object?> { ["current"] = current(context) }
                )
        );
}

/// <summary>Answers refusals, and writes those down that say who may not.</summary>
internal static class AuditedRefusals
{
    /// <summary>The answer to a refusal of the caller.</summary>
    public static async Task<IResult> AnswerAsync(
        this AuditLog audit,
        WriteRefusal refusal,
        HttpContext context,
        CancellationToken cancellationToken
    )
    {
        if (refusal.Right is { } right)
        {
            await audit.AddRefusalAsync(Caller.Of(context.User)!, context.Request, right, cancellationToken);
        }

        return refusal.ToResult(context);
    }
}
