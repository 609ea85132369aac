using System.Text.Json;
using OpenGov.Api.Http;
using OpenGov.Api.Records;

namespace OpenGov.Api.Writing;

/// <summary>Several writes in one request: all are made, in their order, or none is.</summary>
internal static class WriteBatch
{
    /// <summary>Writes that a batch has.</summary>
    public const int Most = 500;

    private static readonly string[] Members = ["method", "path", "body", "if_match", "reason"];

    /// <summary>The writes that a body asks for.</summary>
    /// <exception cref="WriteRefusal">It is none, or has too many of them.</exception>
    public static IReadOnlyList<Write> Read(JsonElement body, string? reason)
    {
        if (
            body.ValueKind != JsonValueKind.Object
            || !body.TryGetProperty("writes", out var list)
            || list.ValueKind != JsonValueKind.Array
            || list.GetArrayLength() is 0 or > Most
            || WriteBody.UnknownMembers(body, ["writes"]).Any()
            || Twice(body) is not null
        )
        {
            throw WriteRefusal.Of(
                [
                    new RecordError(
                        ErrorCodes.WrongType,
                        $"A batch is an object whose one member, writes, is a list of 1 to {Most} writes."
                    )
                    {
                        Field = "writes",
                        DetailEs = $"Un lote es un objeto cuyo único miembro, writes, es una lista de 1 a {Most} escrituras.",
                    },
                ],
                ""
            );
        }

        return
        [
            .. list.EnumerateArray()
                .Select(
                    (one, i) =>
                    {
                        try
                        {
                            return Read(one, i, reason);
                        }
                        catch (WriteRefusal refusal)
                        {
                            throw refusal.Of(i);
                        }
                    }
                ),
        ];
    }

    /// <summary>The answer: one result for each write, in their order.</summary>
    public static WriteAnswer AnswerOf(IReadOnlyList<WriteAnswer> answers, HttpRequest request)
    {
        using var bytes = new MemoryStream();
        using (var writer = new Utf8JsonWriter(bytes, new JsonWriterOptions { Encoder = Json.Options.Encoder }))
        {
            writer.WriteStartObject();
            writer.WriteStartArray("results");
            foreach (var answer in answers)
            {
                writer.WriteStartObject();
                writer.WriteNumber("status", answer.Status);
                writer.WriteString("location", answer.Location is null ? null : PublicAddress.OfApi(request, answer.Location));
                writer.WriteString("etag", answer.ETag);
                writer.WritePropertyName("record");
                writer.WriteRawValue(answer.Body ?? "null");
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        return new WriteAnswer(StatusCodes.Status200OK, null, null, System.Text.Encoding.UTF8.GetString(bytes.ToArray()));
    }

    private static Write Read(JsonElement one, int index, string? reason)
    {
        var at = $"/writes/{index}";
        if (one.ValueKind != JsonValueKind.Object)
        {
            throw Wrong(ErrorCodes.WrongType, "A write is a JSON object.", "Una escritura es un objeto JSON.", null, at);
        }

        if (WriteBody.UnknownMembers(one, Members).FirstOrDefault() is { } unknown)
        {
            throw WriteRefusal.Of([unknown], at);
        }

        var (method, path) = (Text(one, "method", at), Text(one, "path", at));
        if (Twice(one) is { } twice)
        {
            throw WriteRefusal.Of([RecordError.DuplicateField(twice)], at);
        }

        var hasBody = one.TryGetProperty("body", out var body) && body.ValueKind != JsonValueKind.Null;
        foreach (var editing in Editings.All)
        {
            if (Action(editing, method, path) is var (action, given))
            {
                JsonElement? sent = hasBody ? body : null;
                var inBody = action is WriteAction.Withdraw or WriteAction.Restore ? WriteBody.ReasonIn(sent, $"{at}/body") : null;
                return new Write(
                    editing,
                    action,
                    given is null ? null : editing.IdOf(Uri.UnescapeDataString(given)),
                    sent,
                    Text(one, "if_match", at),
                    Text(one, "reason", at) is { } own ? WriteOptions.OneForm(own) : inBody ?? reason,
                    hasBody ? $"{at}/body" : at
                );
            }
        }

        throw Wrong(
            ErrorCodes.WrongForm,
            $"'{RecordError.Shown($"{method} {path}")}' is no write. Give a method (POST, PATCH, DELETE) and a path under /api/v1, such as "
                + "/commitments/MX-DUR-PAL1-C2.",
            $"«{RecordError.Shown($"{method} {path}")}» no es una escritura. Dé un método (POST, PATCH, DELETE) y una ruta bajo /api/v1, como "
                + "/commitments/MX-DUR-PAL1-C2.",
            "path",
            at
        );
    }

    /// <summary>The first member of an object that stands in it more than once; null when none does.</summary>
    private static string? Twice(JsonElement one) =>
        one.EnumerateObject().CountBy(member => member.Name).FirstOrDefault(counted => counted.Value > 1).Key;

    /// <summary>What a method does at a path of a table's records; null when the path is not of that table.</summary>
    private static (WriteAction Action, string? Given)? Action(Editing editing, string? method, string? path)
    {
        const string Restore = "/restore";
        if (path is null || !path.StartsWith(editing.Path, StringComparison.Ordinal))
        {
            return null;
        }

        var rest = path[editing.Path.Length..];
        if (rest.Length == 0)
        {
            return method == HttpMethods.Post ? (WriteAction.Create, null) : null;
        }

        var isRestore = method == HttpMethods.Post && rest.EndsWith(Restore, StringComparison.Ordinal);
        var given = isRestore ? rest[..^Restore.Length] : rest;
        if (given.Length < 2 || given[0] != '/' || given.IndexOf('/', 1) > 0)
        {
            return null;
        }

        return (isRestore, method) switch
        {
            (true, _) => (WriteAction.Restore, given[1..]),
            (_, "PATCH") => (WriteAction.Update, given[1..]),
            (_, "DELETE") => (WriteAction.Withdraw, given[1..]),
            _ => null,
        };
    }

    private static string? Text(JsonElement one, string name, string at) =>
        !one.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null ? null
        : value.ValueKind == JsonValueKind.String ? FieldReader.TextOf(value)
        : throw Wrong(ErrorCodes.WrongType, $"{name} is a text.", $"{name} es un texto.", name, at);

    private static WriteRefusal Wrong(string code, string detail, string spanish, string? field, string at) =>
        WriteRefusal.Of([new RecordError(code, detail) { Field = field, DetailEs = spanish }], at);
}
