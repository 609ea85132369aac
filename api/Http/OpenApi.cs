using System.Globalization;
using System.Reflection;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using OpenGov.Api.Lists;
using OpenGov.Api.Records;
using Swashbuckle.AspNetCore.Swagger;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace OpenGov.Api.Http;

/// <summary>The OpenAPI description: what the code says, completed from the schema and the vocabularies.</summary>
internal static class OpenApi
{
    public static IServiceCollection AddOpenApiDescription(this IServiceCollection services, Settings settings) => services
        .AddEndpointsApiExplorer()
        .AddSwaggerGen(options =>
        {
            options.SwaggerDoc("v1", new OpenApiInfo
            {
                Title = "OpenGov API",
                Version = "1.0",
                Description =
                    """
                    Action plans, commitments, states and open-government metrics: what was promised, what was done, with what evidence, and what changed for people.

                    No key is needed; a client that has one is counted by it. Names are the same everywhere: JSON key, query parameter, CSV column, field of the data package. Unknown is `null`, never zero. Every record cites its sources. Lists say their exact `total` and are never cut short in silence; `.csv` and `.ndjson` give all rows. An unknown parameter is an error that names the nearest one.
                    """,
                License = new OpenApiLicense { Name = "CC-BY-4.0 (data), MIT (code), RPL-1.5 or commercial (the service as built with AutoMapper)", Url = new Uri("https://creativecommons.org/licenses/by/4.0/") },
            });
            options.AddServer(new OpenApiServer { Url = settings.PublicAddress?.TrimEnd('/') ?? "/", Description = "This service" });
            options.SupportNonNullableReferenceTypes();
            options.UseAllOfToExtendReferenceSchemas();
            options.CustomSchemaIds(SchemaId);
            options.DocInclusionPredicate((_, description) => description.HttpMethod != HttpMethods.Head);
            options.IncludeXmlComments(Path.Combine(AppContext.BaseDirectory, "OpenGov.Api.xml"));
            options.SchemaFilter<RecordSchemas>();
            options.OperationFilter<Parameters>();
            options.OperationFilter<Responses>();
            options.DocumentFilter<Document>();
        });

    /// <summary>Maps the address of the description. It follows from the program alone, so it is made once.</summary>
    public static void MapOpenApiDescription(this IEndpointRouteBuilder app) =>
        app.MapMethods("/openapi/v1.json", [HttpMethods.Get, HttpMethods.Head], async (HttpContext context, IAsyncSwaggerProvider description) =>
        {
            var document = await description.GetSwaggerAsync("v1");
            context.Response.ContentType = "application/json; charset=utf-8";
            await document.SerializeAsJsonAsync(context.Response.Body, OpenApiSpecVersion.OpenApi3_1, context.RequestAborted);
        })
        .WithMetadata(new AnsweringMetadata(Answering.FromProgram))
        .ExcludeFromDescription();

    private static string SchemaId(Type type) =>
        type.IsGenericType ? $"{type.GetGenericArguments()[0].Name}List" : type.Name;

    /// <summary>Describes the properties of records from the schema, and their codes from the vocabularies.</summary>
    private sealed class RecordSchemas : ISchemaFilter
    {
        public void Apply(IOpenApiSchema schema, SchemaFilterContext context)
        {
            if (schema is not OpenApiSchema { Properties: { } properties } whole || context.Type.Namespace?.StartsWith("OpenGov", StringComparison.Ordinal) != true)
            {
                return;
            }

            // Every property is always present; what is unknown is null.
            whole.Required = properties.Keys.ToHashSet();
            whole.AdditionalPropertiesAllowed = whole.AdditionalProperties is not null;
            var table = context.Type.GetCustomAttribute<DescribedByAttribute>() is { } described ? Schema.Current[described.Table] : null;
            foreach (var (name, property) in properties)
            {
                if (property is not OpenApiSchema one)
                {
                    continue;
                }

                if (one.AllOf is { Count: 1 } all && one.Type == JsonSchemaType.Null)
                {
                    // A record or null: as allOf with type null nothing would ever be valid.
                    (one.AnyOf, one.AllOf, one.Type) = ([all[0], new OpenApiSchema { Type = JsonSchemaType.Null }], null, null);
                }

                var field = table?.ByName.GetValueOrDefault(name);
                if (string.IsNullOrEmpty(one.Description) && field is not null)
                {
                    one.Description = field.Description;
                }

                var attribute = context.Type.GetProperties()
                    .FirstOrDefault(member => Json.Options.PropertyNamingPolicy!.ConvertName(member.Name) == name)?.GetCustomAttribute<VocabularyAttribute>();
                if ((attribute?.Name ?? field?.Vocabulary) is { } vocabulary)
                {
                    ListCodes(one, vocabulary);
                }
            }
        }

        private static void ListCodes(OpenApiSchema schema, string vocabulary)
        {
            var terms = Vocabulary.Terms(vocabulary);
            var target = schema.Type?.HasFlag(JsonSchemaType.Array) == true && schema.Items is OpenApiSchema items ? items : schema;
            var isNumber = target.Type?.HasFlag(JsonSchemaType.Integer) == true;
            target.Enum = [.. terms.Select(term => isNumber ? (JsonNode)JsonValue.Create(int.Parse(term.Code, CultureInfo.InvariantCulture)) : JsonValue.Create(term.Code))];
            if (target.Type?.HasFlag(JsonSchemaType.Null) == true)
            {
                target.Enum.Add(null!);
            }

            schema.Description = $"{schema.Description}\n\n{Meanings(terms)}".Trim();
        }
    }

    /// <summary>Describes the parameters that the strict binding reads.</summary>
    private sealed class Parameters : IOperationFilter
    {
        public void Apply(OpenApiOperation operation, OperationFilterContext context)
        {
            var metadata = context.ApiDescription.ActionDescriptor.EndpointMetadata;
            operation.Parameters ??= [];
            foreach (var parameter in operation.Parameters.OfType<OpenApiParameter>().Where(parameter => string.IsNullOrEmpty(parameter.Description)))
            {
                parameter.Description = "Id of the record, in any case.";
            }

            if (metadata.OfType<GroupByMetadata>().FirstOrDefault() is { } group)
            {
                operation.Parameters.Add(List("group_by", $"By what to count: one or two of {string.Join(", ", group.Keys)}.", group.Keys, required: true, most: QueryBinding.MostGroupKeys));
            }

            if (metadata.OfType<ListMetadata>().FirstOrDefault() is { } list)
            {
                AddFilters(operation, list.List.Filters);
                var keys = list.List.Sorts.Select(key => key.Name).ToList();
                operation.Parameters.Add(List("sort", $"Sort keys, the first first; `-` before a key for the greatest first; null comes last. One or more of {string.Join(", ", keys)}. Default `{list.List.DefaultSort}`. The id always decides last.", null, most: QueryBinding.MostSortKeys));
                operation.Parameters.Add(List("fields", "Only these properties.", list.Properties));
                operation.Parameters.Add(One("limit", "How many records a page has.", new OpenApiSchema { Type = JsonSchemaType.Integer, Minimum = "1", Maximum = "500", Default = 50 }));
                operation.Parameters.Add(One("cursor", "Where the page starts: taken from `next`, opaque.", new OpenApiSchema { Type = JsonSchemaType.String }));
                operation.Parameters.Add(One("bom", "CSV only: begin with a byte-order mark, for spreadsheets that need it.", new OpenApiSchema { Type = JsonSchemaType.Boolean, Default = false }));
            }

            if (metadata.OfType<FilterMetadata>().FirstOrDefault() is { } filtered)
            {
                AddFilters(operation, filtered.Filters);
            }

            if (metadata.OfType<FieldsMetadata>().FirstOrDefault() is { } record)
            {
                operation.Parameters.Add(List("fields", "Only these properties.", record.Properties));
            }

            if (metadata.OfType<AsOfMetadata>().Any())
            {
                operation.Parameters.Add(One("as_of", "The public data as recorded at the end of this day (UTC). An edit today never changes what an earlier day answers.", new OpenApiSchema { Type = JsonSchemaType.String, Format = "date" }));
            }
        }

        private static void AddFilters(OpenApiOperation operation, IReadOnlyList<Filter> filters)
        {
            foreach (var filter in filters)
            {
                var vocabulary = filter switch
                {
                    CodeFilter code => code.Vocabulary,
                    ConditionFilter condition => condition.Vocabulary,
                    _ => null,
                };
                var description = vocabulary is null ? filter.Description : $"{filter.Description} `no_data` asks for those where it is null.\n\n{Meanings(Vocabulary.Terms(vocabulary))}";
                operation.Parameters!.Add(filter.TakesSeveral
                    ? List(filter.Name, description, filter.Codes, filter.ValueType, filter.ValueFormat)
                    : One(filter.Name, description, new OpenApiSchema { Type = JsonSchemaType.String, Format = filter.ValueFormat }, filter.IsRequired));
            }
        }

        private static OpenApiParameter List(
            string name, string description, IReadOnlyList<string>? codes, string type = "string", string? format = null, bool required = false, int most = QueryBinding.MostValues) => new()
            {
                Name = name,
                In = ParameterLocation.Query,
                Description = description,
                Required = required,
                Style = ParameterStyle.Form,
                Explode = false,
                Schema = new OpenApiSchema
                {
                    Type = JsonSchemaType.Array,
                    MaxItems = most,
                    Items = new OpenApiSchema
                    {
                        Type = type == "integer" ? JsonSchemaType.Integer : JsonSchemaType.String,
                        Format = format,
                        Enum = codes is null ? null : [.. codes.Select(code => (JsonNode)JsonValue.Create(code))],
                    },
                },
            };

        private static OpenApiParameter One(string name, string description, OpenApiSchema schema, bool required = false) => new()
        {
            Required = required,
            Name = name,
            In = ParameterLocation.Query,
            Description = description,
            Schema = schema,
        };
    }

    /// <summary>Says what each answer is: its format, its errors, and an example taken from a real one.</summary>
    private sealed class Responses : IOperationFilter
    {
        private static readonly JsonObject Examples =
            JsonNode.Parse(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Http", "openapi-examples.json")))!.AsObject();

        private static readonly Dictionary<string, string> Meaning = new()
        {
            ["200"] = "The answer, with a strong `ETag`.",
            ["400"] = "A parameter is unknown or has a value that it cannot take; `errors` says which, and what would be right.",
            ["404"] = "There is no such record.",
            ["406"] = "This address has no such format.",
            ["410"] = "The record was withdrawn; its history stays in /changes.",
        };

        public void Apply(OpenApiOperation operation, OperationFilterContext context)
        {
            operation.Responses ??= [];
            foreach (var (status, response) in operation.Responses)
            {
                response.Description = Meaning.GetValueOrDefault(status, response.Description ?? "");
                foreach (var (mediaType, media) in response.Content ?? new Dictionary<string, IOpenApiMediaType>())
                {
                    if (media is not OpenApiMediaType content)
                    {
                        continue;
                    }

                    if (!mediaType.Contains("json", StringComparison.Ordinal) || mediaType.Contains("ndjson", StringComparison.Ordinal))
                    {
                        content.Schema = new OpenApiSchema { Type = JsonSchemaType.String };
                    }
                    else if (mediaType is not ("application/json" or "application/problem+json"))
                    {
                        content.Schema = new OpenApiSchema { Type = JsonSchemaType.Object };
                    }
                    else if (status == "200" && mediaType == "application/json" && Examples[operation.OperationId ?? ""] is { } example)
                    {
                        content.Example = example.DeepClone();
                    }
                }
            }

            operation.Responses["304"] = new OpenApiResponse { Description = "The client has this answer already: `If-None-Match` named its ETag." };
            var problem = new Dictionary<string, IOpenApiMediaType>
            {
                ["application/problem+json"] = new OpenApiMediaType { Schema = context.SchemaGenerator.GenerateSchema(typeof(Microsoft.AspNetCore.Mvc.ProblemDetails), context.SchemaRepository) },
            };
            operation.Responses["401"] = new OpenApiResponse { Description = "The credential that was given is not taken; `code` says why. Reading needs none.", Content = problem };
            operation.Responses["429"] = new OpenApiResponse { Description = "Too many requests; `Retry-After` says how many seconds to wait.", Content = problem };
            operation.Responses["500"] = new OpenApiResponse { Description = "The service failed; the failure is recorded under `traceId`.", Content = problem };
        }
    }

    /// <summary>What the description says of the whole: no key is needed, what each tag holds, what a problem is.</summary>
    private sealed class Document : IDocumentFilter
    {
        private static readonly Dictionary<string, string> Tags = new()
        {
            ["Commitments"] = "What was promised, what was done, what changed.",
            ["Plans"] = "National and local action plans, and the health of their co-creation.",
            ["States"] = "The 32 federal entities.",
            ["Secretariats"] = "Local Technical Secretariats: where society and government of a state decide together.",
            ["Organizations"] = "Who leads, supports and sits at the table.",
            ["Metrics"] = "The Open Government Metric: editions, indicators, values.",
            ["Dialogues"] = "Sessions, agreements, proposals and their reasoned responses.",
            ["Practices"] = "Good practices, national and international.",
            ["Toolbox"] = "Instruments, trainings and learnings.",
            ["Timeline"] = "Dated events of the national and the local process.",
            ["Statistics"] = "Counts, each with the rows behind it.",
            ["Search"] = "Every kind of record by its words.",
            ["Changes"] = "What changed, when, from what to what; feeds.",
            ["Vocabularies"] = "Codes and their meaning.",
            ["Bulk data"] = "The data package: everything, in files.",
        };

        public void Apply(OpenApiDocument swaggerDoc, DocumentFilterContext context)
        {
            swaggerDoc.AddComponent("key", new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.Http,
                Scheme = "bearer",
                Description = "A key from the operator of the service. Reading needs none; who has one is counted by it and not by address.",
            });
            swaggerDoc.AddComponent("token", new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.Http,
                Scheme = "bearer",
                BearerFormat = "JWT",
                Description = "An access token of the identity server that the operator has named, where there is one. It opens what a key of its role opens.",
            });
            swaggerDoc.Security =
            [
                new OpenApiSecurityRequirement(),
                new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference("key", swaggerDoc)] = [] },
                new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference("token", swaggerDoc)] = [] },
            ];
            swaggerDoc.Tags = new HashSet<OpenApiTag>(Tags.Select(tag => new OpenApiTag { Name = tag.Key, Description = tag.Value }));
            if (swaggerDoc.Components?.Schemas?["ProblemDetails"] is OpenApiSchema { Properties: { } properties } problem)
            {
                problem.Description = "What went wrong (RFC 9457).";
                problem.Required = new HashSet<string> { "type", "title", "status", "detail", "instance", "traceId" };
                problem.AdditionalPropertiesAllowed = true;
                Describe("type", "Address of a page that explains this kind of problem, in both languages.");
                Describe("title", "The kind of problem in a sentence.");
                Describe("status", "The HTTP status.");
                Describe("detail", "What is wrong with this request, and what would be right.");
                Describe("instance", "Path of the request.");
                properties["traceId"] = new OpenApiSchema { Type = JsonSchemaType.String, Description = "Under this id the service has recorded the request." };
                properties["code"] = new OpenApiSchema
                {
                    Type = JsonSchemaType.String,
                    Description = "What is wrong with the credential, for programs; only when a credential is at fault.",
                };
                properties["errors"] = new OpenApiSchema
                {
                    Type = JsonSchemaType.Array,
                    Description = "What is wrong, one by one; only when parameters are at fault.",
                    Items = context.SchemaGenerator.GenerateSchema(typeof(ParameterError), context.SchemaRepository),
                };

                void Describe(string name, string description)
                {
                    if (properties[name] is OpenApiSchema property)
                    {
                        property.Description = description;
                    }
                }
            }
        }
    }

    /// <summary>The codes of a vocabulary with their meaning and number, as a list.</summary>
    private static string Meanings(IReadOnlyList<VocabularyTerm> terms) => string.Join('\n', terms.Select(term =>
        $"- `{term.Code}`{(term.Number is { } number ? $" ({number})" : "")}: {term.Label}{(term.Definition.Length == 0 ? "" : $". {term.Definition}")}"));
}
