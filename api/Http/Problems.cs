using System.Diagnostics;
using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using OpenGov.Api.Lists;
using OpenGov.Api.Records;

namespace OpenGov.Api.Http;

/// <summary>
/// Errors as RFC 9457 problems. Each type is a page of the dashboard, <c>/problems/…</c>, with cause, remedy and
/// an example in both languages.
/// </summary>
internal static class Problems
{
    /// <summary>A name of the DNS has at most 253 characters; the port comes after.</summary>
    private const int LongestHost = 260;

    private const int LongestPath = 500;

    private static readonly Dictionary<int, (string Slug, string Title)> ByStatus = new()
    {
        [400] = ("invalid-parameter", "A parameter has a value that it cannot take"),
        [401] = ("unauthorized", "The credential is missing or not taken"),
        [403] = ("forbidden", "The credential does not allow this"),
        [404] = ("not-found", "There is nothing at this address"),
        [405] = ("method-not-allowed", "This address does not take that method"),
        [406] = ("not-acceptable", "This address has no such format"),
        [409] = ("conflict", "This does not go together with what is there"),
        [410] = ("gone", "The record was withdrawn"),
        [412] = ("precondition-failed", "The record has changed since you read it"),
        [413] = ("too-large", "The body is too large"),
        [414] = ("too-large", "The address is too long"),
        [415] = ("unsupported-media-type", "The body has a type that this address does not take"),
        [416] = ("invalid-request", "The file has no such part"),
        [422] = ("unprocessable", "A rule of the process forbids this"),
        [428] = ("precondition-required", "The change must name the version that it changes"),
        [429] = ("too-many-requests", "Too many requests"),
        [408] = ("invalid-request", "The request did not come in time"),
        [431] = ("too-large", "The headers are too large"),
        [501] = ("not-acceptable", "This address has no such format"),
        [500] = ("internal-error", "The service failed"),
        [503] = ("unavailable", "The service is not ready"),
    };

    /// <summary>What is said in Spanish of a refusal that says nothing closer.</summary>
    private static readonly Dictionary<int, string> SpanishByStatus = new()
    {
        [400] = "La solicitud tiene algo que aquí no se puede tomar; «detail» y «errors» dicen qué.",
        [401] = "Falta una credencial, o la que se envió no se acepta.",
        [403] = "La credencial no permite esto.",
        [404] = "No hay nada en esta dirección.",
        [405] = "Esta dirección no admite ese método.",
        [406] = "Esta dirección no tiene ese formato.",
        [408] = "La solicitud no llegó completa a tiempo. Envíela de nuevo.",
        [409] = "Esto no concuerda con lo que ya hay.",
        [410] = "El registro fue retirado; su historial sigue ahí.",
        [412] = "El registro cambió desde que lo leyó.",
        [413] = "El cuerpo es demasiado grande.",
        [414] = "La dirección es demasiado larga.",
        [415] = "El cuerpo es de un tipo que esta dirección no toma.",
        [416] = "El archivo no tiene esa parte: Content-Range dice cuántos bytes tiene.",
        [422] = "Una regla del proceso no lo permite.",
        [428] = "Falta decir qué versión se cambia.",
        [429] = "Son demasiadas solicitudes. Espere lo que dice Retry-After.",
        [431] = "Los encabezados son demasiado grandes.",
        [500] = "El servicio falló; quedó registrado bajo el traceId. La solicitud puede repetirse.",
        [503] = "El servicio no puede responder ahora. Espere lo que dice Retry-After.",
    };

    /// <summary>What is said in Spanish of a status when nothing closer is; null for one that the service does not answer.</summary>
    public static string? InSpanishOf(int status) => SpanishByStatus.GetValueOrDefault(status);

    /// <summary>
    /// The problem of a request that the server refused before it could be read; its address is not known, so the type is relative.
    /// </summary>
    public static ProblemDetails Malformed(int status, string connectionId)
    {
        var notHttp = ("invalid-request", "The request is not HTTP");
        var (slug, title) = status == StatusCodes.Status400BadRequest ? notHttp : ByStatus.GetValueOrDefault(status, notHttp);
        return new ProblemDetails
        {
            Type = $"/problems/{slug}",
            Title = title,
            Status = status,
            Detail = status switch
            {
                StatusCodes.Status414UriTooLong =>
                    "An address has at most 8 KB. Ask for less at once: a list takes up to 100 values of a parameter.",
                StatusCodes.Status431RequestHeaderFieldsTooLarge => "The headers have at most 32 KB together, and there are at most 100.",
                StatusCodes.Status408RequestTimeout => "The request was begun and not ended in time. Send it again.",
                _ => "The request could not be read as HTTP, so nothing was done. "
                    + "Letters with accents, spaces and the like stand in an address percent-encoded as UTF-8: México is "
                    + "M%C3%A9xico, a space is %20. "
                    + "Else look for control characters or %00 in the address, a header that is not text, a missing Host, or a "
                    + "length that does not fit.",
            },
            Instance = $"urn:connection:{connectionId}",
            Extensions =
            {
                ["traceId"] = connectionId,
                ["detail_es"] = status switch
                {
                    StatusCodes.Status414UriTooLong =>
                        "Una dirección tiene a lo más 8 KB. Pida menos de una vez: una lista toma hasta 100 valores de un parámetro.",
                    StatusCodes.Status431RequestHeaderFieldsTooLarge =>
                        "Los encabezados tienen a lo más 32 KB en total, y son a lo más 100.",
                    StatusCodes.Status408RequestTimeout => "La solicitud empezó y no terminó a tiempo. Envíela de nuevo.",
                    _ => "La solicitud no se pudo leer como HTTP, así que no se hizo nada. "
                        + "En una dirección, las letras con acento, los espacios y similares van codificados con % en UTF-8: México es "
                        + "M%C3%A9xico, un espacio es %20. "
                        + "Si no es eso, busque caracteres de control o %00 en la dirección, un encabezado que no es texto, un Host que "
                        + "falta o una longitud que no corresponde.",
                },
            },
        };
    }

    /// <summary>Fills in what every problem has: type, title, instance and trace id.</summary>
    public static void Complete(HttpContext context, ProblemDetails problem)
    {
        var status = problem.Status ?? context.Response.StatusCode;
        var (slug, title) = ByStatus.GetValueOrDefault(
            status,
            (status < 500 ? "invalid-request" : "internal-error", "The request cannot be answered")
        );
        if (problem.Type is null || !problem.Type.StartsWith("/problems/", StringComparison.Ordinal))
        {
            problem.Type = $"/problems/{slug}";
            problem.Title = title;
        }

        // What came with the request is said again only as far as it can be an address: a refusal is small.
        problem.Type = context.Request.Host.Value is { Length: > LongestHost }
            ? problem.Type
            : $"{PublicAddress.Of(context.Request)}{problem.Type}";
        problem.Status = status;
        var nearest = problem.Detail is null && status == StatusCodes.Status404NotFound ? ResourcesEndpoint.Nearest(context) : null;
        problem.Detail ??= $"{Detail(context, status)}{Suggestion.Sentence(nearest)}";
        if (!problem.Extensions.ContainsKey("detail_es"))
        {
            var spanish = InSpanish(context, status) ?? InSpanishOf(status) ?? "La solicitud no se puede responder.";
            problem.Extensions["detail_es"] = $"{spanish}{Suggestion.Spanish(nearest)}";
        }

        problem.Instance = Shown($"{context.Request.PathBase}{context.Request.Path}");
        problem.Extensions["traceId"] = Activity.Current?.Id ?? context.TraceIdentifier;
    }

    /// <summary>A 404 that says in both languages what there is not, and where to look.</summary>
    public static ProblemHttpResult NotFound(string detail, string spanish) => Of(StatusCodes.Status404NotFound, detail, spanish);

    /// <summary>A 404 of an address of which one part is none of those that there are: which, and the nearest right one, as data.</summary>
    public static ProblemHttpResult NotFound(ParameterError part) =>
        Of(
            StatusCodes.Status404NotFound,
            part.Detail,
            part.DetailEs,
            new Dictionary<string, object?> { ["errors"] = (ParameterError[])[part] }
        );

    /// <summary>A 410 that says since when, why, and where the history is.</summary>
    public static ProblemHttpResult Gone(string id, Withdrawal withdrawal, string history) =>
        TypedResults.Problem(
            $"'{id}' was withdrawn. What it said and when it changed stays in {history}.",
            statusCode: StatusCodes.Status410Gone,
            extensions: new Dictionary<string, object?>
            {
                ["detail_es"] = $"«{id}» fue retirado. Lo que decía y cuándo cambió queda en {history}.",
                ["withdrawn_at"] = withdrawal.ChangedAt,
                ["reason"] = withdrawal.Reason,
                ["history"] = history,
            }
        );

    /// <summary>A 429 with the code of what was too much.</summary>
    public static ProblemHttpResult TooManyRequests(string code, string detail, string spanish) =>
        Of(StatusCodes.Status429TooManyRequests, detail, spanish, new Dictionary<string, object?> { ["code"] = code });

    /// <summary>A 503 that says after how many seconds it is worth asking again.</summary>
    public static ProblemHttpResult Unavailable(HttpResponse response, string detail, string spanish, int seconds)
    {
        RetryAfter(response, seconds);
        return Of(StatusCodes.Status503ServiceUnavailable, detail, spanish);
    }

    /// <summary>Says after how many seconds it is worth asking again.</summary>
    public static void RetryAfter(HttpResponse response, int seconds) =>
        response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);

    /// <summary>A 406 that says in which formats this comes.</summary>
    public static ProblemHttpResult NotAcceptable(string detail, string spanish) => Of(StatusCodes.Status406NotAcceptable, detail, spanish);

    /// <summary>The request names a host that is not served here. The host is not repeated.</summary>
    public static ProblemHttpResult OtherHost =>
        TypedResults.Problem(
            "The Host of the request is not one that this service answers to. Ask under the address by which it is published.",
            statusCode: StatusCodes.Status400BadRequest,
            type: "/problems/invalid-request",
            title: "This host is not served here"
        );

    /// <summary>What is percent-encoded in the address is no UTF-8.</summary>
    public static ProblemHttpResult NotUtf8 =>
        TypedResults.Problem(
            "Letters with accents and the like stand in an address percent-encoded as UTF-8: ó is %C3%B3. What stands in this one is no UTF-8.",
            statusCode: StatusCodes.Status400BadRequest,
            type: "/problems/invalid-request",
            title: "The address is not in UTF-8",
            extensions: new Dictionary<string, object?>
            {
                ["detail_es"] =
                    "Las letras con acento y otras así van en una dirección codificadas como UTF-8: ó es %C3%B3. Lo que lleva esta no es UTF-8.",
            }
        );

    /// <summary>The Host of the request is no name that a host can have. It is not repeated.</summary>
    public static ProblemHttpResult NoHost =>
        TypedResults.Problem(
            "The Host of the request is not a name that a host can have. Ask under the address by which the service is published.",
            statusCode: StatusCodes.Status400BadRequest,
            type: "/problems/invalid-request",
            title: "There is no such host"
        );

    /// <summary>
    /// A 400 that names each parameter at fault and what would be right; a 409 when they would be right of another state of the data.
    /// </summary>
    public static ProblemHttpResult Invalid(ParameterErrors errors) =>
        TypedResults.Problem(
            detail: string.Join(" ", errors.All.Select(error => error.Detail))
                + (errors.IsFull ? " Only the first errors are told; there may be more." : ""),
            statusCode: IsOfAnotherState(errors) ? StatusCodes.Status409Conflict : StatusCodes.Status400BadRequest,
            type: errors.All[0].Code switch
            {
                _ when IsOfAnotherState(errors) => "/problems/unknown-state",
                ParameterCodes.UnknownParameter => "/problems/unknown-parameter",
                ParameterCodes.InvalidCursor => "/problems/invalid-cursor",
                _ => "/problems/invalid-parameter",
            },
            title: errors.All[0].Code switch
            {
                _ when IsOfAnotherState(errors) => "This service does not have that state of the data",
                ParameterCodes.UnknownParameter => "There is no such parameter",
                ParameterCodes.InvalidCursor => "The cursor does not continue this list",
                _ => "A parameter has a value that it cannot take",
            },
            extensions: new Dictionary<string, object?>
            {
                ["errors"] = errors.All,
                ["detail_es"] = string.Join(' ', errors.All.Select(error => error.DetailEs)),
            }
        );

    /// <summary>A refusal in both languages.</summary>
    public static ProblemHttpResult Of(int status, string detail, string spanish, IReadOnlyDictionary<string, object?>? extensions = null)
    {
        var all = new Dictionary<string, object?>(extensions ?? new Dictionary<string, object?>()) { ["detail_es"] = spanish };
        return TypedResults.Problem(detail, statusCode: status, extensions: all);
    }

    /// <summary>What is wrong with a record that came as JSON, each error with its place; the first ones, when there are many.</summary>
    public static ProblemHttpResult InvalidRecord(int status, IReadOnlyList<RecordError> errors, string at)
    {
        var told = errors.Take(ParameterErrors.MostErrors).Select(error => BodyError.Of(error, at)).ToList();
        var extensions = new Dictionary<string, object?>
        {
            ["errors"] = told,
            ["detail_es"] = Said(error => error.DetailEs!, "{0} más: vea errors."),
        };

        string Said(Func<BodyError, string> detail, string more) =>
            string.Join(' ', told.Take(5).Select(error => error.Pointer.Length == 0 ? detail(error) : $"{error.Pointer}: {detail(error)}"))
            + (errors.Count > 5 ? $" {string.Format(CultureInfo.InvariantCulture, more, errors.Count - 5)}" : "");

        return TypedResults.Problem(
            Said(error => error.Detail, "{0} more: see errors."),
            statusCode: status,
            type: status == StatusCodes.Status400BadRequest ? "/problems/invalid-record" : null,
            title: status == StatusCodes.Status400BadRequest ? "The record cannot be written as it is" : null,
            extensions: extensions
        );
    }

    /// <summary>A 400 with all that was left out, for what has no room to say it; null where nothing was.</summary>
    public static ProblemHttpResult? OfNotices(IReadOnlyCollection<Measures.Words> notices) =>
        notices.Count == 0
            ? null
            : Of(
                StatusCodes.Status400BadRequest,
                string.Join(' ', notices.Select(notice => notice.En)),
                string.Join(' ', notices.Select(notice => notice.Es))
            );

    private static bool IsOfAnotherState(ParameterErrors errors) =>
        errors.All.All(error => error.Code is ParameterCodes.UnknownState or ParameterCodes.UnknownPosition or ParameterCodes.UnknownEpoch);

    /// <summary>An address as it is said again.</summary>
    private static string Shown(string address) => address.Length <= LongestPath ? address : $"{address[..LongestPath]}…";

    private static string Detail(HttpContext context, int status) =>
        status switch
        {
            404 => $"There is nothing at {Shown(context.Request.Path)}. The addresses are listed in /openapi/v1.json.",
            405 => $"{Shown(context.Request.Method)} is not possible at {Shown(context.Request.Path)}. It answers "
                + $"{context.Response.Headers.Allow}.",
            416 => "The file has no such part; Content-Range says how many bytes it has.",
            412 =>
                "The file is another by now than the one that If-Match or If-Unmodified-Since names. Leave them out to get what it is now.",
            415 => "The body has a type that this address does not take; its description says which it takes.",
            413 => "The body is larger than this address takes. Ask for less at once.",
            500 => "The failure has been recorded under the traceId. The request can be repeated.",
            _ => ByStatus.TryGetValue(status, out var known) ? $"{known.Title}." : "The request cannot be answered.",
        };

    /// <summary>The same, where it speaks of the request.</summary>
    private static string? InSpanish(HttpContext context, int status) =>
        status switch
        {
            404 => $"No hay nada en {Shown(context.Request.Path)}. /openapi/v1.json dice qué direcciones hay.",
            405 => $"{Shown(context.Request.Method)} no es posible en {Shown(context.Request.Path)}, que responde a "
                + $"{context.Response.Headers.Allow}.",
            412 => "El archivo ya es otro que el que nombra If-Match o If-Unmodified-Since. Quítelos para recibir el de ahora.",
            413 => "El cuerpo es más grande de lo que esta dirección toma. Pida menos de una vez.",
            _ => null,
        };
}
