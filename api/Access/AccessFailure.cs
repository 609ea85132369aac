using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.IdentityModel.Tokens;
using OpenGov.Api.Http;

namespace OpenGov.Api.Access;

/// <summary>Why somebody does not get through, and what to do. The credential itself is never repeated.</summary>
/// <param name="code">What is wrong, for programs; documented and stable.</param>
/// <param name="detail">What is wrong and what to do.</param>
/// <param name="status">401, 403, or 503 when it could not be found out.</param>
/// <param name="error">The error of RFC 6750; null where the challenge names none.</param>
internal sealed class AccessFailure(
    string code,
    string detail,
    int status = StatusCodes.Status401Unauthorized,
    string? error = "invalid_token"
) : Exception(detail)
{
    private const string ReadWithout = "Reading needs no credential: leave the Authorization header out.";

    private const string ReadWithoutInSpanish = "Leer no requiere credencial: quite el encabezado Authorization.";

    /// <summary>What each code means, in Spanish, where a failure says nothing closer.</summary>
    private static readonly Dictionary<string, string> InSpanish = new()
    {
        ["unsupported_scheme"] = "El encabezado Authorization lleva la palabra Bearer, un espacio, y una clave o un token.",
        ["malformed_credential"] = "Lo que se envió no puede ser una credencial de este servicio: envíe una sola, copiada completa.",
        ["unknown_key"] = "La clave no es de este servicio: revise que se copió completa.",
        ["identity_server_unavailable"] = "El token no se pudo comprobar: el servidor de identidad no responde. Repita en unos segundos.",
        ["missing_credential"] =
            "Esto requiere una clave o un token, que da quien opera este servicio: envíelo como Authorization: Bearer.",
        ["revoked_key"] = "La clave fue revocada. Pida otra a quien opera este servicio.",
        ["expired_key"] = "La clave terminó. Pida otra a quien opera este servicio.",
        ["expired_token"] = "El token terminó. Obtenga otro del servidor de identidad.",
        ["early_token"] = "El token todavía no vale. Revise el reloj de la máquina que lo obtuvo.",
        ["wrong_audience"] = "El token se hizo para otro servicio.",
        ["wrong_issuer"] = "El token viene de un servidor de identidad que este servicio no conoce.",
        ["wrong_signature"] = "El token no está firmado por el servidor de identidad que este servicio conoce.",
        ["forbidden"] = "La credencial no permite esto.",
    };

    /// <summary>The codes that have a sentence in Spanish of their own.</summary>
    public static IReadOnlyCollection<string> CodesInSpanish => InSpanish.Keys;

    /// <summary>What is wrong, for programs.</summary>
    public string Code => code;

    /// <summary>The status of the answer.</summary>
    public int Status => status;

    /// <summary>What is wrong and what to do, in Spanish; null where its code says it.</summary>
    public string? Spanish { get; private init; }

    /// <summary>Whether it was the client's doing.</summary>
    public bool IsOfClient => status != StatusCodes.Status503ServiceUnavailable;

    public static AccessFailure OtherScheme =>
        new(
            "unsupported_scheme",
            $"The Authorization header must be the word Bearer, a space, and a key or a token. {ReadWithout}",
            error: null
        );

    public static AccessFailure Malformed =>
        new(
            "malformed_credential",
            $"What stands after Bearer cannot be a credential of this service: check that it was copied whole. {ReadWithout}"
        );

    public static AccessFailure SeveralCredentials =>
        new("malformed_credential", $"There is more than one Authorization header: send one. {ReadWithout}");

    public static AccessFailure UnknownKey =>
        new("unknown_key", $"The key in the Authorization header is none of this service's: check that it was copied whole. {ReadWithout}");

    public static AccessFailure NoIdentityServer =>
        new(
            "identity_server_unavailable",
            "The token could not be checked, because the identity server does not answer, or not as one. Nothing is wrong with the request: "
                + $"repeat it in a few seconds. {ReadWithout}",
            StatusCodes.Status503ServiceUnavailable,
            error: null
        );

    public static AccessFailure MissingCredential =>
        new(
            "missing_credential",
            "This needs a key or a token: send it as Authorization: Bearer and the credential. The operator of this service gives keys.",
            error: null
        );

    public static AccessFailure RevokedKey(DateTimeOffset at) =>
        new("revoked_key", $"The key was revoked on {Instant(at.UtcDateTime)}. Ask the operator of this service for another. {ReadWithout}")
        {
            Spanish = $"La clave fue revocada el {Instant(at.UtcDateTime)}. Pida otra a quien opera este servicio. {ReadWithoutInSpanish}",
        };

    public static AccessFailure ExpiredKey(DateTimeOffset at) =>
        new("expired_key", $"The key ended on {Instant(at.UtcDateTime)}. Ask the operator of this service for another. {ReadWithout}")
        {
            Spanish = $"La clave terminó el {Instant(at.UtcDateTime)}. Pida otra a quien opera este servicio. {ReadWithoutInSpanish}",
        };

    public static AccessFailure MissingRole(Caller caller, Role needed, string? of = null, string? spanishOf = null)
    {
        var (english, spanish) = of is null ? ("This", "Esto") : ($"Setting {of}", $"Escribir {spanishOf ?? of}");
        var (has, tiene) = caller.Role is { } role
            ? ($"the role '{Roles.Name(role)}'", $"el papel '{Roles.Name(role)}'")
            : ("no role that this service knows", "ningún papel que este servicio conozca");
        return Forbidden(
            "missing_role",
            $"{english} needs the role '{Roles.Name(needed)}'; the credential has {has}.",
            $"{spanish} requiere el papel '{Roles.Name(needed)}'; la credencial tiene {tiene}."
        );
    }

    /// <summary>The credential may act elsewhere, not here.</summary>
    /// <param name="caller">Who holds it.</param>
    /// <param name="needed">Where it must be allowed to act.</param>
    /// <param name="unfilled">The field whose emptiness makes it national; null when that is not why.</param>
    public static AccessFailure MissingScope(Caller caller, string needed, string? unfilled = null)
    {
        var scopes = string.Join(", ", caller.Scopes.Select(scope => $"'{scope}'"));
        var (why, porque) = unfilled is null
            ? ("", "")
            : (
                $" Without {unfilled} the record belongs to the whole country: of a state, fill {unfilled}.",
                $" Sin {unfilled} el registro es de todo el país: si es de un estado, llene {unfilled}."
            );
        return Forbidden(
            "missing_scope",
            $"This needs the scope '{needed}'; the credential has {(scopes.Length == 0 ? "none" : scopes)}.{why}",
            $"Esto requiere el ámbito '{needed}'; la credencial tiene {(scopes.Length == 0 ? "ninguno" : scopes)}.{porque}"
        );
    }

    /// <summary>A key would speak for an organisation of a place beyond the scopes of the admin who makes it.</summary>
    public static AccessFailure HolderBeyond(Caller caller, string organization, string needed)
    {
        var scopes = string.Join(", ", caller.Scopes.Select(scope => $"'{scope}'"));
        return Forbidden(
            "missing_scope",
            $"{organization} is of '{needed}', so an admin of that scope makes its keys; the credential has {scopes}.",
            $"{organization} es de '{needed}', así que sus llaves las crea un admin de ese ámbito; la credencial tiene {scopes}."
        );
    }

    public static AccessFailure MissingOrganization =>
        Forbidden(
            "missing_organization",
            "Here an organisation speaks for itself, and the organisation of the credential is not on record: /api/v1/organizations has "
                + "none of its name or id.",
            "Aquí cada organización habla por sí misma, y la de la credencial no está registrada: /api/v1/organizations no tiene "
                + "ninguna con su nombre o id."
        );

    /// <summary>The credential is of another organisation than the one in whose name something is said.</summary>
    public static AccessFailure NotFor(string organization) =>
        OtherOrganization($"The credential does not speak for {organization}.", $"La credencial no habla por {organization}.");

    public static AccessFailure OtherOrganization(string detail, string spanish) => Forbidden("other_organization", detail, spanish);

    /// <summary>What a failure of the token's validation means to its holder.</summary>
    public static AccessFailure OfToken(Exception cause) =>
        cause switch
        {
            AccessFailure known => known,
            SecurityTokenExpiredException expired => new(
                "expired_token",
                $"The token expired on {Instant(expired.Expires)}. Get a new one from the identity server. {ReadWithout}"
            )
            {
                Spanish = $"El token terminó el {Instant(expired.Expires)}. Obtenga otro del servidor de identidad. {ReadWithoutInSpanish}",
            },
            SecurityTokenNotYetValidException early => new(
                "early_token",
                $"The token is valid from {Instant(early.NotBefore)} on. Check the clock of the machine that got it. {ReadWithout}"
            )
            {
                Spanish =
                    $"El token vale a partir del {Instant(early.NotBefore)}. Revise el reloj de la máquina que lo obtuvo. {ReadWithoutInSpanish}",
            },
            SecurityTokenInvalidAudienceException => new(
                "wrong_audience",
                $"The token was made for another service. Ask the identity server for one whose audience is this service. {ReadWithout}"
            ),
            SecurityTokenInvalidIssuerException => new(
                "wrong_issuer",
                $"The token comes from an identity server that this service does not know. {ReadWithout}"
            ),
            SecurityTokenMalformedException or ArgumentException => Malformed,
            SecurityTokenException => new(
                "wrong_signature",
                $"The token is not signed by the identity server that this service knows. {ReadWithout}"
            ),
            _ => NoIdentityServer,
        };

    /// <summary>The failure as an answer.</summary>
    public ProblemHttpResult ToProblem(HttpResponse response)
    {
        if (IsOfClient)
        {
            response.Headers.WWWAuthenticate = error is null
                ? "Bearer"
                : $"Bearer error=\"{error}\", error_description=\"{OfHeader(Message)}\"";
        }
        else
        {
            Problems.RetryAfter(response, (int)IdentityServer.Pause.TotalSeconds);
        }

        var extensions = new Dictionary<string, object?> { ["code"] = code, ["detail_es"] = Spanish ?? InSpanish[code] };

        return TypedResults.Problem(Message, statusCode: status, extensions: extensions);
    }

    private static AccessFailure Forbidden(string code, string detail, string spanish) =>
        new(code, $"{detail} Ask the operator of this service.", StatusCodes.Status403Forbidden, "insufficient_scope")
        {
            Spanish = $"{spanish} Pregunte a quien opera este servicio.",
        };

    /// <summary>What RFC 6750 lets stand in an <c>error_description</c>: of what somebody gave, only what cannot end it or be no header.</summary>
    private static string OfHeader(string detail) =>
        string.Concat(detail.Select(letter => letter is >= ' ' and <= '~' and not '"' and not '\\' ? letter : '?'));

    private static string Instant(DateTime utc) => utc.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
