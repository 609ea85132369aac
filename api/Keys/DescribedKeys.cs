using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using OpenGov.Api.Writing;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace OpenGov.Api.Keys;

/// <summary>Describes how keys are made and ended.</summary>
internal sealed class DescribedKeys : IOperationFilter
{
    public void Apply(OpenApiOperation operation, OperationFilterContext context)
    {
        if (context.ApiDescription.ActionDescriptor.EndpointMetadata.OfType<KeyMetadata>().FirstOrDefault() is not { } key)
        {
            return;
        }

        if (!key.IsNew)
        {
            operation.Responses = DescribedWrites.Answers(
                ["204"],
                DescribedWrites
                    .Refusals.Where(refusal => refusal.Key is "401" or "403" or "429" or "500" or "503")
                    .Append(DescribedWrites.NotThere),
                null,
                context
            );
            return;
        }

        var schema = DescribedWrites.Named(
            "KeyInput",
            context,
            () => DescribedWrites.Asked("What is asked of a new key.", NewKey.Described.Fields, context.SchemaRepository)
        );
        operation.RequestBody = DescribedWrites.Body(
            schema,
            "application/json",
            new JsonObject
            {
                ["name"] = "Secretariado de Durango",
                ["organization"] = "mx-dur-idaip",
                ["role"] = "editor",
                ["scopes"] = new JsonArray("MX-DUR"),
                ["expires_on"] = "2027-12-31",
            }
        );
        operation.Responses = DescribedWrites.Answers(
            ["201"],
            DescribedWrites.Refusals.Where(refusal => refusal.Key is not ("409" or "422")),
            context.SchemaGenerator.GenerateSchema(typeof(MadeKey), context.SchemaRepository),
            context,
            DescribedWrites.Address
        );
    }
}
