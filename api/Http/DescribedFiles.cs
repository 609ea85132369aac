using Microsoft.OpenApi;
using OpenGov.Api.Lists;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace OpenGov.Api.Http;

/// <summary>
/// The addresses with a suffix, at which rows come as a file: each is an operation of its own, so that a generated client can ask for it
/// and need not set <c>Accept</c>.
/// </summary>
internal sealed class DescribedFiles : IDocumentFilter
{
    /// <summary>What the address ends with in the description.</summary>
    public const string Suffix = ".{format}";

    private static readonly IReadOnlyList<Format> Tables = [Format.Csv, Format.NdJson, Format.Xlsx, Format.Parquet];

    public void Apply(OpenApiDocument swaggerDoc, DocumentFilterContext context)
    {
        foreach (var (path, item) in swaggerDoc.Paths.ToList())
        {
            if (
                item.Operations?.GetValueOrDefault(HttpMethod.Get) is not { } operation
                || operation.Responses?.GetValueOrDefault("200") is not OpenApiResponse { Content: { Count: > 1 } content } answer
            )
            {
                continue;
            }

            var formats = Format.All.Where(format => format != Format.Json && content.ContainsKey(format.MediaType)).ToList();
            swaggerDoc.Paths.Add(
                $"{path}{Suffix}",
                new OpenApiPathItem
                {
                    Operations = new Dictionary<HttpMethod, OpenApiOperation>
                    {
                        [HttpMethod.Get] = File(operation, answer, formats, context.SchemaRepository),
                    },
                }
            );
        }
    }

    private static OpenApiOperation File(
        OpenApiOperation operation,
        OpenApiResponse answer,
        IReadOnlyList<Format> formats,
        SchemaRepository schemas
    )
    {
        var responses = new OpenApiResponses();
        foreach (var (status, response) in operation.Responses!)
        {
            responses[status] = response;
        }

        responses["200"] = new OpenApiResponse
        {
            Description = "The file.",
            Headers = answer.Headers,
            Content = formats.ToDictionary(
                format => format.MediaType,
                _ =>
                    (IOpenApiMediaType)
                        new OpenApiMediaType
                        {
                            Schema = new OpenApiSchema { Type = JsonSchemaType.String, Format = "binary" },
                        }
            ),
        };
        var format = new OpenApiParameter
        {
            Name = "format",
            In = ParameterLocation.Path,
            Required = true,
            Description = "The format of the file.",
            Schema = DescribedCodes.Of(
                formats.SequenceEqual(Tables) ? "table_format" : $"{operation.OperationId}_format",
                [.. formats.Select(each => each.Suffix)],
                "What the address ends with.",
                schemas
            ),
        };

        // A file has all rows and no pages; a feed has the newest.
        string[] ofPages = formats.Contains(Format.Atom) ? ["cursor", FacetBinding.Parameter] : ["cursor", "limit", FacetBinding.Parameter];
        return new OpenApiOperation
        {
            OperationId = $"{operation.OperationId}File",
            Summary = $"{operation.Summary}, as a file",
            Description =
                "The same rows with the same filters, all of them and not a page: "
                + $"{string.Join(", ", formats.Select(each => $"`.{each.Suffix}`"))}.",
            Tags = operation.Tags,
            Parameters =
            [
                .. operation.Parameters?.Where(parameter => parameter.In == ParameterLocation.Path) ?? [],
                format,
                .. operation.Parameters?.Where(parameter => parameter.In != ParameterLocation.Path && !ofPages.Contains(parameter.Name))
                    ?? [],
            ],
            Responses = responses,
            Security = operation.Security,
        };
    }
}
