using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace OpenGov.Api.Http;

/// <summary>What the description says of the whole: no key is needed, what each tag holds, what a problem is.</summary>
internal sealed class DescribedWhole : IDocumentFilter
{
    private static readonly Dictionary<string, string> Tags = new()
    {
        ["Commitments"] = "What was promised, what was done, what changed.",
        ["Plans"] = "National and local action plans, and the health of their co-creation.",
        ["Assessments"] = "Who said what of a plan or a commitment.",
        ["States"] = "The 32 federal entities.",
        ["Secretariats"] = "Local Technical Secretariats: where society and government of a state decide together.",
        ["Organizations"] = "Who leads, supports and sits at the table.",
        ["Metrics"] = "The Open Government Metric: editions, indicators, values.",
        ["Dialogues"] = "Sessions, agreements, proposals and their reasoned responses.",
        ["Practices"] = "Good practices, national and international.",
        ["Toolbox"] = "Instruments, trainings and learnings.",
        ["Timeline"] = "Dated events of the national and the local process.",
        ["Measures"] = "What every figure means, and its numbers.",
        ["Statistics"] = "Counts, each with the rows behind it.",
        ["Search"] = "Records by their words.",
        ["Changes"] = "What changed, when, from what to what; feeds.",
        ["Vocabularies"] = "Codes and their meaning.",
        ["Keys"] = "Keys of those who write, and what was done with them; for admins.",
        ["Webhooks"] = "Addresses that are told of changes, and what was sent to them.",
        ["Sources"] = "What records rest on.",
        ["Writing"] = "Several writes at once.",
        ["Resources"] = "What there is.",
        ["Bulk data"] = "The data package: everything, in files.",
    };

    public void Apply(OpenApiDocument swaggerDoc, DocumentFilterContext context)
    {
        swaggerDoc.AddComponent(
            "key",
            new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.Http,
                Scheme = "bearer",
                Description =
                    "A key from the operator of the service. Reading needs none; who has one is counted by it and not by address.",
            }
        );
        swaggerDoc.AddComponent(
            "token",
            new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.Http,
                Scheme = "bearer",
                BearerFormat = "JWT",
                Description =
                    "An access token of the identity server that the operator has named, where there is one. It opens what a key "
                    + "of its role opens.",
            }
        );
        DescribedHeaders.AddTo(swaggerDoc);
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
            problem.AdditionalProperties = new OpenApiSchema();
            Describe("type", "Address of a page that explains this kind of problem, in both languages.");
            Describe("title", "The kind of problem in a sentence.");
            Describe("status", "The HTTP status.");
            Describe("detail", "What is wrong with this request, and what would be right.");
            if (properties["detail"] is OpenApiSchema detail)
            {
                // What a generated client throws says it.
                detail.Extensions = new Dictionary<string, IOpenApiExtension>
                {
                    ["x-ms-primary-error-message"] = new JsonNodeExtension(JsonValue.Create(true)),
                };
            }

            Describe("instance", "Path of the request.");
            properties["traceId"] = new OpenApiSchema
            {
                Type = JsonSchemaType.String,
                Description = "Under this id the service has recorded the request.",
            };
            properties["code"] = new OpenApiSchema
            {
                Type = JsonSchemaType.String,
                Description = "What is wrong with the credential, for programs; only when a credential is at fault.",
            };
            properties["detail_es"] = new OpenApiSchema { Type = JsonSchemaType.String, Description = "The same as `detail`, in Spanish." };
            properties["errors"] = new OpenApiSchema
            {
                Type = JsonSchemaType.Array,
                Description = "What is wrong, one by one; only when parameters or a body are at fault.",
                Items = Error(context),
            };

            void Describe(string name, string description)
            {
                if (properties[name] is OpenApiSchema property)
                {
                    property.Description = description;

                    // The framework's type lets each be null; ours says every one.
                    property.Type &= ~JsonSchemaType.Null;
                }
            }
        }
    }

    /// <summary>One error, of a parameter or of a place in a body: one of the two is named, and what is not known is null.</summary>
    private static IOpenApiSchema Error(DocumentFilterContext context)
    {
        var item = context.SchemaGenerator.GenerateSchema(typeof(ParameterError), context.SchemaRepository);
        if (context.SchemaRepository.Schemas[nameof(ParameterError)] is OpenApiSchema { Properties: { } properties } error)
        {
            error.Description = "Something wrong with a parameter or in a body: which, what was given, and what would be right.";
            error.Required = new HashSet<string> { "code", "detail" };
            if (properties["parameter"] is OpenApiSchema parameter)
            {
                parameter.Description = "The parameter; only when one is at fault.";
            }

            properties["pointer"] = new OpenApiSchema
            {
                Type = JsonSchemaType.String,
                Description = "The place in the body (RFC 6901), empty for the whole of it; only when a body is at fault.",
            };
            if (properties["detail_es"] is OpenApiSchema spanish)
            {
                spanish.Type |= JsonSchemaType.Null;
            }
        }

        return item;
    }
}
