using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using OpenGov.Api.Writing;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace OpenGov.Api.Webhooks;

/// <summary>Describes how webhooks are made and kept.</summary>
internal sealed class DescribedWebhooks : IOperationFilter
{
    public void Apply(OpenApiOperation operation, OperationFilterContext context)
    {
        if (context.ApiDescription.ActionDescriptor.EndpointMetadata.OfType<WebhookMetadata>().FirstOrDefault() is not { } webhook)
        {
            return;
        }

        switch (webhook.Action)
        {
            case WebhookAction.Deliveries:
                operation.Parameters!.Add(Number("before", "Only deliveries of changes before this one.", null));
                operation.Parameters.Add(Number("limit", "How many deliveries a page has.", "500"));
                break;
            case WebhookAction.Create:
                var schema = DescribedWrites.Named(
                    "WebhookInput",
                    context,
                    () => DescribedWrites.Asked("What is asked of a new webhook.", NewWebhook.Described.Fields, context.SchemaRepository)
                );
                operation.RequestBody = DescribedWrites.Body(
                    schema,
                    "application/json",
                    new JsonObject
                    {
                        ["url"] = "https://example.org/opengov",
                        ["types"] = new JsonArray("commitments", "milestones"),
                        ["states"] = new JsonArray("MX-DUR"),
                    }
                );
                operation.Responses = DescribedWrites.Answers(
                    ["201"],
                    DescribedWrites.Refusals.Where(refusal => refusal.Key is not "422"),
                    context.SchemaGenerator.GenerateSchema(typeof(WebhookWithSecret), context.SchemaRepository),
                    context,
                    DescribedWrites.Address
                );
                break;
            case WebhookAction.Rotate:
                operation.Responses = DescribedWrites.Answers(
                    ["200"],
                    Common,
                    context.SchemaGenerator.GenerateSchema(typeof(WebhookWithSecret), context.SchemaRepository),
                    context
                );
                break;
            case WebhookAction.Enable:
                operation.Responses = DescribedWrites.Answers(
                    ["204"],
                    DescribedWrites.Refusals.Where(refusal => refusal.Key is "422").Concat(Common),
                    null,
                    context
                );
                break;
            default:
                operation.Responses = DescribedWrites.Answers(["204"], Common, null, context);
                break;
        }
    }

    private static IEnumerable<KeyValuePair<string, string>> Common =>
        DescribedWrites
            .Refusals.Where(refusal => refusal.Key is "400" or "401" or "403" or "429" or "500" or "503")
            .Append(DescribedWrites.NotThere);

    private static OpenApiParameter Number(string name, string description, string? most) =>
        new()
        {
            Name = name,
            In = ParameterLocation.Query,
            Description = description,
            Schema = new OpenApiSchema
            {
                Type = JsonSchemaType.Integer,
                Minimum = "1",
                Maximum = most,
            },
        };
}
