using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.OpenApi;
using OpenGov.Api.Lists;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace OpenGov.Api.Http;

/// <summary>Says what each answer is: its format, its errors, and an example taken from a real one.</summary>
internal sealed class DescribedAnswers : IOperationFilter
{
    private static readonly JsonObject Examples = JsonNode
        .Parse(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Http", "openapi-examples.json")))!
        .AsObject();

    private static readonly Dictionary<string, string> Meaning = new()
    {
        ["200"] = "The answer, with a strong `ETag`.",
        ["400"] = "A parameter is unknown or has a value that it cannot take; `errors` says which, and what would be right.",
        ["404"] = "There is no such record.",
        ["406"] = "This address has no such format.",
        ["409"] =
            "The parameters are of a state of the data that this service does not have: its database was restored or replaced. `code` says "
            + "which; start again.",
        ["410"] = "The record was withdrawn; its history stays in /changes.",
    };

    /// <summary>What a 401 means where a credential is needed.</summary>
    public const string CredentialNeeded = "A credential is needed, or the one that was given is not taken; `code` says why.";

    /// <summary>What a 403 means.</summary>
    public const string NotAllowed = "The credential lacks the role, the scope or the organisation that `detail` names.";

    /// <summary>What an answer from the data says of itself.</summary>
    private static readonly string[] Found = ["ETag", "Last-Modified", "Cache-Control", "RateLimit", "RateLimit-Policy"];

    public void Apply(OpenApiOperation operation, OperationFilterContext context)
    {
        operation.Responses ??= [];
        var needed = context.ApiDescription.ActionDescriptor.EndpointMetadata.OfType<AuthorizationPolicy>().Any();
        if (needed)
        {
            operation.Security =
            [
                new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference("key", context.Document)] = [] },
                new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference("token", context.Document)] = [] },
            ];
        }

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

        if (operation.Responses.TryGetValue("200", out var answer) && answer is OpenApiResponse found)
        {
            if (found.Content is not { Count: > 0 })
            {
                found.Content = Files(context);
            }

            var isList = context.ApiDescription.ActionDescriptor.EndpointMetadata.OfType<ListMetadata>().Any();
            found.Headers = DescribedHeaders.Of([.. Found, .. isList ? (string[])["Link"] : []]);
        }

        operation.Responses["304"] = new OpenApiResponse
        {
            Description = "The client has this answer already: `If-None-Match` named its ETag.",
            Headers = DescribedHeaders.Of(Found),
        };
        var problem = new Dictionary<string, IOpenApiMediaType>
        {
            ["application/problem+json"] = new OpenApiMediaType
            {
                Schema = context.SchemaGenerator.GenerateSchema(typeof(Microsoft.AspNetCore.Mvc.ProblemDetails), context.SchemaRepository),
            },
        };
        operation.Responses["401"] = new OpenApiResponse
        {
            Description = needed ? CredentialNeeded : "The credential that was given is not taken; `code` says why. Reading needs none.",
            Content = problem,
        };
        if (needed)
        {
            operation.Responses["403"] = new OpenApiResponse { Description = NotAllowed, Content = problem };
        }

        operation.Responses["429"] = new OpenApiResponse
        {
            Description = "Too many requests; `Retry-After` says how many seconds to wait.",
            Headers = DescribedHeaders.Of("Retry-After", "RateLimit", "RateLimit-Policy"),
            Content = problem,
        };
        operation.Responses["500"] = new OpenApiResponse
        {
            Description = "The service failed; the failure is recorded under `traceId`.",
            Content = problem,
        };
        operation.Responses["503"] = new OpenApiResponse
        {
            Description = "Too much is asked at this moment, or what the service depends on does not answer. Ask again later.",
            Headers = DescribedHeaders.Of("Retry-After"),
            Content = problem,
        };
    }

    /// <summary>What is no record of the program is a file: bytes, or an object as its own format has it.</summary>
    private static Dictionary<string, IOpenApiMediaType> Files(OperationFilterContext context) =>
        context
            .ApiDescription.ActionDescriptor.EndpointMetadata.OfType<IProducesResponseTypeMetadata>()
            .Where(produced => produced.StatusCode == StatusCodes.Status200OK)
            .SelectMany(produced => produced.ContentTypes)
            .Distinct()
            .ToDictionary(
                mediaType => mediaType,
                mediaType =>
                    (IOpenApiMediaType)
                        new OpenApiMediaType
                        {
                            Schema = mediaType.Contains("json", StringComparison.Ordinal)
                                ? new OpenApiSchema { Type = JsonSchemaType.Object }
                                : new OpenApiSchema { Type = JsonSchemaType.String, Format = "binary" },
                        }
            );
}
