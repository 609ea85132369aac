using Microsoft.OpenApi;
using OpenGov.Api.Writing;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace OpenGov.Api.Files;

/// <summary>Describes how a file is brought.</summary>
internal sealed class DescribedUploads : IOperationFilter
{
    public void Apply(OpenApiOperation operation, OperationFilterContext context)
    {
        if (!context.ApiDescription.ActionDescriptor.EndpointMetadata.OfType<UploadMetadata>().Any())
        {
            return;
        }

        operation.Summary = "Keeps a file";
        operation.Description =
            "Keeps the bytes of the body, for evidence to name by their SHA-256 (`file_sha256`, `file_name`). What kind of file it is its content "
            + $"alone tells: {string.Join("; ", FileKind.Titles)}; no markup, no programs, and no document that shows macros, scripts, other "
            + "files in it or a password (what a PDF has compressed is not looked into). A node takes as many "
            + $"megabytes as `Files:MostMegabytes` says ({new FilesSettings().MostMegabytes} unless set). Each 256 KB counts as a write. A file that "
            + "no evidence has named for a week may be removed. Needs the role `verifier`.";
        operation.RequestBody = new OpenApiRequestBody
        {
            Required = true,
            Content = new Dictionary<string, IOpenApiMediaType>
            {
                ["application/octet-stream"] = new OpenApiMediaType
                {
                    Schema = new OpenApiSchema { Type = JsonSchemaType.String, Format = "binary" },
                },
            },
        };
        operation.Responses = DescribedWrites.Answers(
            ["200", "201"],
            DescribedWrites
                .Refusals.Where(refusal => refusal.Key is not ("409" or "422"))
                .Select(refusal =>
                    refusal.Key == "415"
                        ? new KeyValuePair<string, string>("415", "By its content the file is none that is kept; `errors` says why.")
                        : refusal
                ),
            context.SchemaGenerator.GenerateSchema(typeof(UploadedFile), context.SchemaRepository),
            context
        );
        ((OpenApiResponse)operation.Responses["200"]).Description = "The same bytes were there already.";
        ((OpenApiResponse)operation.Responses["201"]).Description = "It is kept.";
    }
}
