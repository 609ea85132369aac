using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http.Features;
using OpenGov.Api.Http;

namespace OpenGov.Api.Agents;

/// <summary>
/// Refuses what is no call of the protocol with the code that JSON-RPC has for it; the library takes it for a failure of its own.
/// </summary>
internal static class WellFormedQuestions
{
    private const int NoJson = -32700;
    private const int WrongParameters = -32602;

    /// <summary>Looks at what is posted to the address of agents before the library reads it.</summary>
    /// <param name="app">The pipeline.</param>
    /// <param name="address">The address.</param>
    /// <param name="largest">Bytes of a body; a larger one is refused.</param>
    public static IApplicationBuilder UseWellFormedQuestions(this IApplicationBuilder app, string address, int largest) =>
        app.UseWhen(
            context => HttpMethods.IsPost(context.Request.Method) && IsAt(context.Request, address),
            questions =>
                questions.Use(
                    async (context, next) =>
                    {
                        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
                        {
                            size.MaxRequestBodySize = largest;
                        }

                        context.Request.EnableBuffering(largest);
                        if (await WrongAsync(context.Request, context.RequestAborted) is { } wrong)
                        {
                            await AnswerAsync(context, wrong);
                            return;
                        }

                        context.Request.Body.Position = 0;
                        await next(context);
                    }
                )
        );

    private static bool IsAt(HttpRequest request, string address) =>
        request.Path.Value?.TrimEnd('/').Equals(address, StringComparison.OrdinalIgnoreCase) == true;

    private static async Task<Wrong?> WrongAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        JsonDocument asked;
        try
        {
            asked = await JsonDocument.ParseAsync(request.Body, cancellationToken: cancellationToken);
        }
        catch (JsonException)
        {
            return new Wrong(NoJson, "The body is no JSON.", null);
        }

        using (asked)
        {
            var call = asked.RootElement;
            if (call.ValueKind != JsonValueKind.Object)
            {
                return null;
            }

            // What is no id is not said again.
            var isId = call.TryGetProperty("id", out var given) && given.ValueKind is JsonValueKind.Number or JsonValueKind.String;
            var id = isId && IsText(given) ? JsonNode.Parse(given.GetRawText()) : null;
            if (!IsText(call))
            {
                return new Wrong(WrongParameters, "Half of a character stands alone in a text.", id);
            }

            if (!call.TryGetProperty("params", out var parameters) || parameters.ValueKind == JsonValueKind.Null)
            {
                return null;
            }

            return parameters.ValueKind != JsonValueKind.Object ? new Wrong(WrongParameters, "params is an object.", id)
                : parameters.TryGetProperty("name", out var name) && name.ValueKind != JsonValueKind.String
                    ? new Wrong(WrongParameters, "The name of a tool is a text.", id)
                : parameters.TryGetProperty("arguments", out var arguments)
                && arguments.ValueKind is not (JsonValueKind.Object or JsonValueKind.Null)
                    ? new Wrong(WrongParameters, "arguments is an object: the arguments of the tool by their names.", id)
                : null;
        }
    }

    private static async Task AnswerAsync(HttpContext context, Wrong wrong)
    {
        context.Response.StatusCode = StatusCodes.Status400BadRequest;
        context.Response.ContentType = Format.Json.ContentType;
        var answer = new JsonObject
        {
            ["jsonrpc"] = "2.0",
            ["id"] = wrong.Id,
            ["error"] = new JsonObject { ["code"] = wrong.Code, ["message"] = wrong.Message },
        };
        await context.Response.WriteAsync(answer.ToJsonString(Json.Options), context.RequestAborted);
    }

    /// <summary>Whether every text in a value can be one.</summary>
    private static bool IsText(JsonElement value)
    {
        try
        {
            return value.ValueKind switch
            {
                JsonValueKind.String => value.GetString() is not null,
                JsonValueKind.Array => value.EnumerateArray().All(IsText),
                JsonValueKind.Object => value.EnumerateObject().All(member => member.Name.Length >= 0 && IsText(member.Value)),
                _ => true,
            };
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    /// <summary>What is wrong with a call.</summary>
    /// <param name="Code">The code of JSON-RPC 2.0.</param>
    /// <param name="Message">What is wrong, and what would be right.</param>
    /// <param name="Id">The id of the call; null where there is none.</param>
    private sealed record Wrong(int Code, string Message, JsonNode? Id);
}
