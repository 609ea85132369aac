using System.Buffers;
using System.Text.Json;
using Microsoft.Net.Http.Headers;
using OpenGov.Api.Records;

namespace OpenGov.Api.Writing;

/// <summary>The body of a write: JSON in UTF-8, not longer than it may be.</summary>
/// <param name="Bytes">As it came; empty for none.</param>
/// <param name="Json">What it holds; null for none.</param>
internal sealed record WriteBody(byte[] Bytes, JsonElement? Json)
{
    /// <summary>Bytes of a record: some ten times what the longest texts of any table need.</summary>
    public const int MostBytes = 256 * 1024;

    /// <summary>Bytes of a batch.</summary>
    public const int MostBytesOfBatch = 8 * 1024 * 1024;

    /// <summary>Objects and lists in one another; a batch has five.</summary>
    private const int MostNested = 16;

    /// <summary>Types that a body has; the first is told to whoever sends another.</summary>
    private static readonly string[] Types = ["application/json", "application/merge-patch+json"];

    /// <summary>Reads it.</summary>
    /// <param name="request">The request.</param>
    /// <param name="most">Bytes that it may have.</param>
    /// <param name="isNeeded">Whether there must be one.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    /// <exception cref="WriteRefusal">It is too long, of another type, or no JSON.</exception>
    public static async Task<WriteBody> ReadAsync(HttpRequest request, int most, bool isNeeded, CancellationToken cancellationToken)
    {
        using var held = new MemoryStream();
        using var rented = MemoryPool<byte>.Shared.Rent(16 * 1024);
        var piece = rented.Memory;
        RefuseEncoding(request);
        if (request.ContentLength > most)
        {
            throw TooLong(most);
        }

        for (int read; (read = await PieceAsync(request, piece, cancellationToken)) > 0; )
        {
            held.Write(piece.Span[..read]);
            if (held.Length > most)
            {
                throw TooLong(most);
            }
        }

        var bytes = WithoutMark(held.ToArray());
        if (bytes.Length == 0 && !isNeeded)
        {
            return new WriteBody([], null);
        }

        CheckType(request);
        if (!System.Text.Unicode.Utf8.IsValid(bytes))
        {
            throw WriteRefusal.Of(
                [new RecordError(ErrorCodes.Unreadable, "The body is not text in UTF-8.") { DetailEs = "El cuerpo no es texto en UTF-8." }],
                ""
            );
        }

        try
        {
            using var document = JsonDocument.Parse(bytes, new JsonDocumentOptions { MaxDepth = MostNested });
            return new WriteBody(bytes, document.RootElement.Clone());
        }
        catch (JsonException error)
        {
            var (line, place) = (error.LineNumber + 1, error.BytePositionInLine + 1);
            var (detail, spanish) =
                bytes.Length == 0
                    ? ("There is no body. Send the record as a JSON object.", "No hay cuerpo. Envíe el registro como un objeto JSON.")
                : IsTooDeep(bytes)
                    ? (
                        $"Objects and lists stand in one another more than {MostNested} times: nothing here does.",
                        $"Hay objetos y listas uno dentro de otro más de {MostNested} veces: aquí nada lo está."
                    )
                : (
                    $"The body is no JSON in UTF-8, from line {line} on, byte {place}.",
                    $"El cuerpo no es JSON en UTF-8 a partir de la línea {line}, byte {place}."
                );
            throw WriteRefusal.Of([new RecordError(ErrorCodes.Unreadable, detail) { DetailEs = spanish }], "");
        }
    }

    /// <summary>What some programs put before a text in UTF-8 (a byte order mark) is no part of it (RFC 8259, 8.1).</summary>
    private static byte[] WithoutMark(byte[] bytes) => bytes.AsSpan().StartsWith("\uFEFF"u8) ? bytes[3..] : bytes;

    /// <summary>The reason of a withdrawal or of a return may stand in its body, for clients that send one.</summary>
    /// <param name="body">The body; null for none.</param>
    /// <param name="at">Its place in the request (RFC 6901).</param>
    /// <exception cref="WriteRefusal">It holds something else.</exception>
    public static string? ReasonIn(JsonElement? body, string at = "")
    {
        if (body is not { } json)
        {
            return null;
        }

        List<RecordError> wrong =
            json.ValueKind != JsonValueKind.Object
                ?
                [
                    new RecordError(ErrorCodes.WrongType, "A body here is an object with nothing but the member reason.")
                    {
                        DetailEs = "Un cuerpo aquí es un objeto con el miembro reason y nada más.",
                    },
                ]
                : [.. UnknownMembers(json, ["reason"])];
        return wrong.Count > 0 ? throw WriteRefusal.Of(wrong, at)
            : json.TryGetProperty("reason", out var reason) && reason.ValueKind == JsonValueKind.String
                ? FieldReader.TextOf(reason) is { } text ? WriteOptions.OneForm(text)
                    : null
            : null;
    }

    private static WriteRefusal TooLong(int most) =>
        WriteRefusal.Of(
            StatusCodes.Status413PayloadTooLarge,
            $"A body here has at most {most / 1024} KB. Send less at once; large data sets are imported as a package.",
            $"Un cuerpo aquí tiene a lo más {most / 1024} KB. Envíe menos a la vez; los conjuntos grandes se importan como paquete."
        );

    /// <summary>Whether it is JSON whose objects and lists stand in one another more often than anything here does.</summary>
    private static bool IsTooDeep(byte[] bytes)
    {
        // Read and not kept: as a document, a body of nothing but brackets would take many times its own memory.
        var reader = new Utf8JsonReader(bytes, new JsonReaderOptions { MaxDepth = int.MaxValue });
        try
        {
            while (reader.Read()) { }

            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    /// <summary>Refuses a body that is packed.</summary>
    /// <exception cref="WriteRefusal">It is.</exception>
    public static void RefuseEncoding(HttpRequest request)
    {
        if (request.Headers.ContentEncoding.ToString() is not ("" or "identity"))
        {
            throw WriteRefusal.Of(
                StatusCodes.Status415UnsupportedMediaType,
                "A body here comes as it is: leave Content-Encoding out.",
                "El cuerpo aquí viene tal cual: quite Content-Encoding."
            );
        }
    }

    /// <summary>That a body does not come, or too slowly.</summary>
    public static WriteRefusal TooSlow =>
        WriteRefusal.Of(
            StatusCodes.Status408RequestTimeout,
            "The body did not come in time, and nothing was written. Send the request again.",
            "El cuerpo no llegó a tiempo, y no se escribió nada. Envíe la solicitud de nuevo."
        );

    /// <summary>Members of an object that are none of those that it may have, as errors.</summary>
    public static IEnumerable<RecordError> UnknownMembers(JsonElement json, IReadOnlyList<string> known) =>
        json.EnumerateObject()
            .Where(member => !known.Contains(member.Name))
            .Select(member =>
            {
                var nearest = Suggestion.Nearest(member.Name, known);
                var detail = $"There is no member of this name here.{Suggestion.Sentence(nearest)} It takes {string.Join(", ", known)}.";
                return new RecordError(ErrorCodes.UnknownField, detail)
                {
                    Field = RecordError.Shown(member.Name),
                    Nearest = nearest,
                    DetailEs = $"Aquí no hay un miembro con este nombre.{Suggestion.Spanish(nearest)} Toma {string.Join(", ", known)}.",
                };
            });

    /// <summary>The next bytes. What does not come, comes too slowly or breaks off is the client's doing, and no failure of the service.</summary>
    /// <exception cref="WriteRefusal">No more can be read.</exception>
    public static async Task<int> PieceAsync(HttpRequest request, Memory<byte> piece, CancellationToken cancellationToken)
    {
        try
        {
            return await request.Body.ReadAsync(piece, cancellationToken);
        }
        catch (IOException error)
        {
            throw error is BadHttpRequestException { StatusCode: StatusCodes.Status408RequestTimeout }
                ? TooSlow
                : WriteRefusal.Of(
                    StatusCodes.Status400BadRequest,
                    "The body broke off, and nothing was written. Send the request again.",
                    "El cuerpo se interrumpió, y no se escribió nada. Envíe la solicitud de nuevo."
                );
        }
    }

    private static void CheckType(HttpRequest request)
    {
        if (
            !MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
            || !Types.Contains(type.MediaType.Value, StringComparer.OrdinalIgnoreCase)
            || type.Charset.HasValue && !HeaderUtilities.RemoveQuotes(type.Charset).Equals("utf-8", StringComparison.OrdinalIgnoreCase)
        )
        {
            throw WriteRefusal.Of(
                StatusCodes.Status415UnsupportedMediaType,
                $"A body here is {Types[0]} in UTF-8 ({Types[1]} for PATCH is the same): say so in Content-Type.",
                $"Un cuerpo aquí es {Types[0]} en UTF-8 ({Types[1]} para PATCH es lo mismo): dígalo en Content-Type."
            );
        }
    }
}
