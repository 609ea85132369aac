using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using OpenGov.Api.Access;
using OpenGov.Api.Http;
using OpenGov.Api.Records;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace OpenGov.Api.Writing;

/// <summary>Describes writes from the schema: what a body takes, what each answer means, who may, with an example.</summary>
internal sealed class DescribedWrites : IOperationFilter
{
    /// <summary>What every write may be refused with.</summary>
    public static readonly IReadOnlyDictionary<string, string> Refusals = new Dictionary<string, string>
    {
        ["400"] = "The body, a parameter or a header cannot be taken; `errors` says where and what would be right.",
        ["401"] = DescribedAnswers.CredentialNeeded,
        ["403"] = DescribedAnswers.NotAllowed,
        ["408"] = "The body did not come in time.",
        ["409"] = "Another record has what only one may have; or the record is not withdrawn.",
        ["413"] = "The body is too large.",
        ["415"] = "The body is not JSON.",
        ["422"] = "A rule of the process forbids it (`errors`), or the Idempotency-Key came with another request before.",
        ["429"] = "Too many requests, or too many writes; `Retry-After` says how many seconds to wait.",
        ["500"] = "The service failed, and nothing was written; the failure is recorded under `traceId`.",
        ["503"] = "Nothing can be written now; `Retry-After` says when to try again.",
    };

    /// <summary>That there is no such record.</summary>
    public static readonly KeyValuePair<string, string> NotThere = new("404", "There is no such record.");

    private static readonly Dictionary<string, string> OfRecords = new()
    {
        [NotThere.Key] = NotThere.Value,
        ["410"] = "The record is withdrawn.",
        ["412"] = "The record has changed since it was read; `current` is what it says now.",
        ["428"] = "If-Match is missing.",
    };

    /// <summary>Where what was added is.</summary>
    public static readonly KeyValuePair<string, string> Address = new("Location", "Address of what was added.");

    private static readonly KeyValuePair<string, string> Tag = new("ETag", "Version of the record, for If-Match.");

    private static readonly KeyValuePair<string, string> Replayed = new(
        "Idempotency-Replayed",
        "`true` when the request had been made before, and this is the answer that it got then."
    );

    public void Apply(OpenApiOperation operation, OperationFilterContext context)
    {
        var metadata = context.ApiDescription.ActionDescriptor.EndpointMetadata;
        if (metadata.OfType<RecordedMetadata>().FirstOrDefault() is { } read)
        {
            AddParameter(operation, read.Editing);
            operation.Responses!["200"] = Answer("The answer, with a strong `ETag`.", Recorded(read.Editing, context));
        }
        else if (metadata.OfType<WriteMetadata>().FirstOrDefault() is { } write)
        {
            Describe(operation, write.Editing, write.Action, context);
        }
        else if (metadata.OfType<BatchMetadata>().Any())
        {
            operation.Summary = "Makes several writes";
            operation.Description =
                $"Makes 1 to {WriteBatch.Most} writes in their order and in one transaction: all of them, or none. A refusal says which (`write`, "
                + "from 0).";
            operation.RequestBody = Body(Batch(context), "application/json", BatchExample);
            operation.Parameters = [.. Common()];
            operation.Responses = Answers(["200"], Refusals.Concat(OfRecords), Results(context), context, Replayed);
        }
    }

    private static void Describe(OpenApiOperation operation, Editing editing, WriteAction action, OperationFilterContext context)
    {
        var table = editing.Table;
        operation.Parameters = [.. Common()];
        if (action != WriteAction.Create)
        {
            AddParameter(operation, editing);
        }

        switch (action)
        {
            case WriteAction.Create:
                operation.Summary = $"Adds {editing.ANoun}";
                operation.Description =
                    $"Adds a record to `{table}`. {IdRule(editing)} Needs the role `{Roles.Name(editing.Creates!.Value)}`.";
                operation.RequestBody = Body(Input(editing, context, isNew: true), "application/json", Example(editing));
                operation.Responses = Answers(["201"], Refusals, Recorded(editing, context), context, Address, Tag, Replayed);
                break;
            case WriteAction.Update:
                operation.Summary = $"Changes {editing.ANoun}";
                operation.Description =
                    $"Changes the members that the body has (JSON Merge Patch, RFC 7396); `null` makes one unknown. {FieldRoles(editing)}";
                operation.RequestBody = Body(Input(editing, context, isNew: false), "application/merge-patch+json", NoteExample(editing));
                operation.Parameters.Add(IfMatch());
                operation.Responses = Answers(
                    ["200", "204"],
                    Refusals.Concat(OfRecords),
                    Recorded(editing, context),
                    context,
                    Tag,
                    Replayed
                );
                break;
            case WriteAction.Withdraw:
                operation.Summary = $"Withdraws {editing.ANoun}";
                operation.Description =
                    "Takes it out of the current data, with a reason. Nothing is erased: its address says when and why (410), and its history "
                    + $"stays. Needs the role `{Roles.Name(editing.Withdraws!.Value)}`.";
                operation.Parameters.Add(IfMatch());
                operation.Responses = Answers(["204"], Refusals.Concat(OfRecords), null, context, Replayed);
                break;
            default:
                operation.Summary = $"Brings {editing.ANoun} back that was withdrawn";
                operation.Description =
                    $"Brings it back as it last was, with a reason. Needs the role `{Roles.Name(editing.Withdraws!.Value)}`.";
                operation.Responses = Answers(
                    ["200", "204"],
                    Refusals.Concat(OfRecords.Where(of => of.Key == "404")),
                    Recorded(editing, context),
                    context,
                    Tag,
                    Replayed
                );
                break;
        }
    }

    private static string IdRule(Editing editing) =>
        editing.IdFor(Schema.Current[editing.Table].Fields.ToDictionary(field => field.Name, field => (object?)Sample(field))) is { } id
            ? $"Its id is given by rule ({id.Text}{(id.IsNumbered ? "1, 2, …" : "")}) and never given again."
            : "Its id is what the body says, and never another record's again.";

    private static string FieldRoles(Editing editing)
    {
        var groups = editing
            .Described.Fields.Where(field => field.Name != "id" && !editing.Computed.ContainsKey(field.Name))
            .GroupBy(field => editing.RoleFor(field.Name))
            .OrderBy(group => group.Key)
            .ToList();
        var least = $"Needs the role `{Roles.Name(editing.Changes)}`";
        return groups.Count <= 1
            ? $"{least}."
            : $"{least}; with it: {string.Join(", ", groups[0].Select(field => $"`{field.Name}`"))}. The rest needs `{Roles.Name(groups[^1].Key)}`.";
    }

    private static IEnumerable<IOpenApiParameter> Common() =>
        [
            Query(
                "dry_run",
                "Whether it is only tried: the answer is the one that it would get, and nothing is written.",
                JsonSchemaType.Boolean
            ),
            Query("reason", "Why, in a sentence; the history keeps it.", JsonSchemaType.String),
            Header("Idempotency-Key", "Makes the request safe to repeat for 24 hours: 1 to 255 ASCII characters, such as a UUID.", false),
            Header("Prefer", "`return=minimal` for an answer without the record.", false),
        ];

    private static OpenApiParameter IfMatch() =>
        Header("If-Match", "The version that you have seen: the ETag of the record, or `\"v3\"`.", true);

    private static OpenApiParameter Query(string name, string description, JsonSchemaType type) =>
        new()
        {
            Name = name,
            In = ParameterLocation.Query,
            Description = description,
            Schema = new OpenApiSchema { Type = type },
        };

    private static OpenApiParameter Header(string name, string description, bool required) =>
        new()
        {
            Name = name,
            In = ParameterLocation.Header,
            Description = description,
            Required = required,
            Schema = new OpenApiSchema { Type = JsonSchemaType.String },
        };

    private static void AddParameter(OpenApiOperation operation, Editing editing)
    {
        operation.Parameters ??= [];
        if (operation.Parameters.All(parameter => parameter.Name != editing.Parameter))
        {
            operation.Parameters.Insert(
                0,
                new OpenApiParameter
                {
                    Name = editing.Parameter,
                    In = ParameterLocation.Path,
                    Required = true,
                    Description = $"Id of the {editing.Noun}, in any case.",
                    Schema = new OpenApiSchema { Type = JsonSchemaType.String },
                }
            );
        }
    }

    /// <summary>The answers of a write: those of its success, with their body, and its refusals.</summary>
    public static OpenApiResponses Answers(
        IReadOnlyList<string> good,
        IEnumerable<KeyValuePair<string, string>> refusals,
        IOpenApiSchema? schema,
        OperationFilterContext context,
        params IReadOnlyCollection<KeyValuePair<string, string>> headers
    )
    {
        var problem = context.SchemaGenerator.GenerateSchema(typeof(Microsoft.AspNetCore.Mvc.ProblemDetails), context.SchemaRepository);
        var responses = new OpenApiResponses();
        foreach (var status in good)
        {
            responses[status] = (status, schema) switch
            {
                ("204", _) or (_, null) => new OpenApiResponse { Description = "Done; there is nothing more to say." },
                ("201", _) => Answer("It was added; `Location` is its address.", schema),
                _ => Answer("As it is now.", schema),
            };
            if (headers.Count > 0)
            {
                ((OpenApiResponse)responses[status]).Headers = headers
                    .Where(header => status != "204" || header.Key == "Idempotency-Replayed")
                    .Where(header => status == "201" || header.Key != "Location")
                    .ToDictionary(
                        header => header.Key,
                        header =>
                            (IOpenApiHeader)
                                new OpenApiHeader
                                {
                                    Description = header.Value,
                                    Schema = new OpenApiSchema { Type = JsonSchemaType.String },
                                }
                    );
            }
        }

        foreach (var (status, meaning) in refusals.OrderBy(refusal => refusal.Key, StringComparer.Ordinal))
        {
            responses[status] = new OpenApiResponse
            {
                Description = meaning,
                Content = new Dictionary<string, IOpenApiMediaType>
                {
                    ["application/problem+json"] = new OpenApiMediaType { Schema = problem },
                },
            };
        }

        return responses;
    }

    private static OpenApiResponse Answer(string description, IOpenApiSchema schema) =>
        new()
        {
            Description = description,
            Content = new Dictionary<string, IOpenApiMediaType> { ["application/json"] = new OpenApiMediaType { Schema = schema } },
        };

    /// <summary>A body that must be there.</summary>
    public static OpenApiRequestBody Body(IOpenApiSchema schema, string mediaType, JsonNode example) =>
        new()
        {
            Required = true,
            Content = new Dictionary<string, IOpenApiMediaType>
            {
                [mediaType] = new OpenApiMediaType { Schema = schema, Example = example },
            },
        };

    /// <summary>What a body takes: that of a new record says what it must have, that of a change has what changes.</summary>
    private static IOpenApiSchema Input(Editing editing, OperationFilterContext context, bool isNew) =>
        Named(
            $"{editing.Name}{(isNew ? "Input" : "Change")}",
            context,
            () =>
            {
                var fields = editing
                    .Described.Fields.Where(field => !editing.Computed.ContainsKey(field.Name) && (field.Name != "id" || IsGiven(editing)))
                    .ToList();
                var schema = Record(
                    isNew ? $"What a new {editing.Noun} says." : $"What changes of {editing.ANoun}; null makes a value unknown.",
                    fields,
                    isInput: !isNew,
                    context.SchemaRepository
                );
                schema.Required = isNew ? Needed(editing, fields) : null;
                return schema;
            }
        );

    /// <summary>What a new record must say: what every record has, but what is filled in or given by rule.</summary>
    private static HashSet<string> Needed(Editing editing, IEnumerable<Field> fields)
    {
        var number = editing.IdFor(Samples(editing))?.Number;
        return
        [
            .. fields
                .Where(field => field.Required && field.Name is not ("confidence" or "source_ids") && field.Name != number)
                .Select(field => field.Name),
        ];
    }

    /// <summary>Whether the body gives the id.</summary>
    private static bool IsGiven(Editing editing) => editing.IdFor(Samples(editing)) is null;

    private static string Capital(string text) => $"{char.ToUpperInvariant(text[0])}{text[1..]}";

    private static IOpenApiSchema Recorded(Editing editing, OperationFilterContext context) =>
        Named(
            $"{editing.Name}Recorded",
            context,
            () =>
            {
                var schema = Record(
                    $"{Capital(editing.ANoun)} as it is written.",
                    editing.Described.Fields,
                    isInput: false,
                    context.SchemaRepository
                );
                schema.Properties!["version"] = new OpenApiSchema
                {
                    Type = JsonSchemaType.Integer,
                    Description = "Number of its last change, from 1.",
                };
                schema.Properties["updated_at"] = new OpenApiSchema
                {
                    Type = JsonSchemaType.String,
                    Format = "date-time",
                    Description = "When it, or what its address shows, last changed (UTC).",
                };
                schema.Properties["links"] = new OpenApiSchema
                {
                    Type = JsonSchemaType.Object,
                    Description = "Absolute addresses: `self`.",
                    AdditionalProperties = new OpenApiSchema { Type = JsonSchemaType.String },
                };
                schema.Required = schema.Properties.Keys.ToHashSet();
                return schema;
            }
        );

    /// <summary>An object with these fields.</summary>
    public static OpenApiSchema Record(string description, IEnumerable<Field> fields, bool isInput, SchemaRepository schemas) =>
        new()
        {
            Type = JsonSchemaType.Object,
            Description = description,
            AdditionalPropertiesAllowed = false,
            Properties = fields.ToDictionary(field => field.Name, field => Of(field, isInput, schemas)),
        };

    /// <summary>An object that asks for something: it has what is needed of these fields, and no nulls there.</summary>
    public static OpenApiSchema Asked(string description, IReadOnlyList<Field> fields, SchemaRepository schemas)
    {
        var schema = Record(description, fields, isInput: false, schemas);
        schema.Required = fields.Where(field => field.Required).Select(field => field.Name).ToHashSet();
        return schema;
    }

    private static IOpenApiSchema Of(Field field, bool isInput, SchemaRepository schemas)
    {
        var type = field.Type switch
        {
            "integer" => JsonSchemaType.Integer,
            "number" => JsonSchemaType.Number,
            "boolean" => JsonSchemaType.Boolean,
            _ => JsonSchemaType.String,
        };
        var one = new OpenApiSchema
        {
            Type = type,
            Format = field.Type == "date" ? "date" : null,
            MaxLength = field.IsList ? null : field.MaxLength,
            Minimum = field.Minimum?.ToString(System.Globalization.CultureInfo.InvariantCulture),
            Maximum = field.Maximum?.ToString(System.Globalization.CultureInfo.InvariantCulture),
            Description = field.IsList ? null : field.Description,
            Enum = field.Values is { } values ? [.. values.Select(value => (JsonNode)JsonValue.Create(value))] : null,
        };
        if (field.IsList)
        {
            one = new OpenApiSchema
            {
                Type = JsonSchemaType.Array,
                Items = one,
                Description = field.Description,
            };
        }
        else if (!field.Required || isInput)
        {
            one.Type |= JsonSchemaType.Null;
            one.Enum?.Add(null!);
        }

        return field.Vocabulary is { } vocabulary
            ? DescribedSchemas.WithCodes(one, DescribedCodes.OfVocabulary(vocabulary, type == JsonSchemaType.Integer, schemas))
            : one;
    }

    private static IOpenApiSchema Batch(OperationFilterContext context) =>
        Named(
            "WriteBatchInput",
            context,
            () =>
                new OpenApiSchema
                {
                    Type = JsonSchemaType.Object,
                    Description = "Several writes.",
                    Required = new HashSet<string> { "writes" },
                    Properties = new Dictionary<string, IOpenApiSchema>
                    {
                        ["writes"] = new OpenApiSchema
                        {
                            Type = JsonSchemaType.Array,
                            MinItems = 1,
                            MaxItems = WriteBatch.Most,
                            Description = "The writes, in their order.",
                            Items = new OpenApiSchema
                            {
                                Type = JsonSchemaType.Object,
                                Required = new HashSet<string> { "method", "path" },
                                Properties = new Dictionary<string, IOpenApiSchema>
                                {
                                    ["method"] = Text("`POST`, `PATCH` or `DELETE`."),
                                    ["path"] = Text("Address under `/api/v1`: `/commitments/MX-DUR-PAL1-C2`."),
                                    ["body"] = new OpenApiSchema
                                    {
                                        Type = JsonSchemaType.Object | JsonSchemaType.Null,
                                        Description = "As of the single write.",
                                    },
                                    ["if_match"] = Text("As of the single write."),
                                    ["reason"] = Text("As of the single write; without it that of the batch."),
                                },
                            },
                        },
                    },
                }
        );

    private static IOpenApiSchema Results(OperationFilterContext context) =>
        Named(
            "WriteBatchResults",
            context,
            () =>
                new OpenApiSchema
                {
                    Type = JsonSchemaType.Object,
                    Description = "What became of several writes.",
                    Required = new HashSet<string> { "results" },
                    Properties = new Dictionary<string, IOpenApiSchema>
                    {
                        ["results"] = new OpenApiSchema
                        {
                            Type = JsonSchemaType.Array,
                            Description = "One for each write, in their order.",
                            Items = new OpenApiSchema
                            {
                                Type = JsonSchemaType.Object,
                                Properties = new Dictionary<string, IOpenApiSchema>
                                {
                                    ["status"] = new OpenApiSchema
                                    {
                                        Type = JsonSchemaType.Integer,
                                        Description = "The status that the write alone would have.",
                                    },
                                    ["location"] = Text("Address of a new record; null for others."),
                                    ["etag"] = Text("Tag of the record as it now is; null when it was withdrawn."),
                                    ["record"] = new OpenApiSchema
                                    {
                                        Type = JsonSchemaType.Object | JsonSchemaType.Null,
                                        Description = "The record as it is now.",
                                    },
                                },
                            },
                        },
                    },
                }
        );

    private static OpenApiSchema Text(string description) =>
        new() { Type = JsonSchemaType.String | JsonSchemaType.Null, Description = description };

    /// <summary>A schema that the description has once.</summary>
    public static OpenApiSchemaReference Named(string name, OperationFilterContext context, Func<OpenApiSchema> make)
    {
        if (!context.SchemaRepository.Schemas.ContainsKey(name))
        {
            context.SchemaRepository.AddDefinition(name, make());
        }

        return new OpenApiSchemaReference(name, context.Document);
    }

    /// <summary>A body with what every record must say.</summary>
    private static JsonObject Example(Editing editing)
    {
        var isGiven = editing.IdFor(Samples(editing)) is null;
        var example = new JsonObject();
        foreach (
            var field in editing.Described.Fields.Where(field =>
                (field.Required || field.References is not null && editing.Fixed.Contains(field.Name))
                && (field.Name != "id" || isGiven)
                && !editing.Computed.ContainsKey(field.Name)
            )
        )
        {
            example[field.Name] = field.IsList
                ? new JsonArray(JsonValue.Create((string)Sample(field)))
                : Sample(field) switch
                {
                    long whole => JsonValue.Create(whole),
                    decimal number => JsonValue.Create(number),
                    bool flag => JsonValue.Create(flag),
                    DateOnly date => JsonValue.Create(TypeOf(date)),
                    var text => JsonValue.Create((string)text),
                };
        }

        return example;
    }

    private static string TypeOf(DateOnly date) => date.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private static JsonObject NoteExample(Editing editing)
    {
        var field = editing.Described.Fields.First(field =>
            field.Name != "id" && field is { Type: "string", IsList: false, Vocabulary: null, References: null }
        );
        return new JsonObject { [field.Name] = (string)Sample(field) };
    }

    private static JsonObject BatchExample =>
        new()
        {
            ["writes"] = new JsonArray(
                new JsonObject
                {
                    ["method"] = "POST",
                    ["path"] = "/milestones",
                    ["body"] = new JsonObject { ["commitment_id"] = "MX-DUR-PAL1-C2", ["title_es"] = "Padrón de hornos" },
                },
                new JsonObject
                {
                    ["method"] = "PATCH",
                    ["path"] = "/commitments/MX-DUR-PAL1-C2",
                    ["if_match"] = "\"v1\"",
                    ["body"] = new JsonObject { ["status"] = "in_progress" },
                }
            ),
        };

    private static Dictionary<string, object?> Samples(Editing editing) =>
        editing.Described.Fields.ToDictionary(field => field.Name, field => (object?)Sample(field));

    /// <summary>A value that a field may have.</summary>
    private static object Sample(Field field) =>
        field switch
        {
            { Name: "plan_id" } => "MX-DUR-PAL1",
            { Name: "commitment_id" } => "MX-DUR-PAL1-C2",
            { Name: "indicator_id" } => "MX-DUR-PAL1-C2-I1",
            { Name: "secretariat_id" } => "MX-DUR-STL",
            { Name: "session_id" } => "MX-DUR-STL-S1",
            { Name: "state_id" } => "MX-DUR",
            { Name: "organization_id" } => "fundar",
            { Name: "source_ids" } => "S1",
            { Name: "confidence" } => "documented",
            { Vocabulary: { } vocabulary } => Vocabulary.Codes(vocabulary)[0],
            { Values: [var code, ..] } => code,
            { Name: "verified_by" } => "fundar",
            { Type: "integer" } => (long)(field.Minimum is > 0 and var least ? least : 1),
            { Type: "number" } => 0.5m,
            { Type: "boolean" } => true,
            { Type: "date" } => new DateOnly(2026, 11, 24),
            { Pattern: not null } when field.Name.EndsWith("url", StringComparison.Ordinal) => "https://example.org/documento",
            { Name: "vocabulary" } => "ambition",
            { Name: "code" } => "high",
            _ when field.Name.EndsWith("_en", StringComparison.Ordinal) => "Text",
            _ => "Texto",
        };
}
