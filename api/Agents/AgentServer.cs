using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;
using OpenGov.Api.Http;

namespace OpenGov.Api.Agents;

/// <summary>The server for agents at <c>/mcp</c>: Model Context Protocol over streamable HTTP, which only reads and keeps no session.</summary>
internal static class AgentServer
{
    private const string Address = "/mcp";

    /// <summary>Bytes of a question.</summary>
    private const int LargestQuestion = 64 * 1024;

    private const string Instructions =
        "Open government of Mexico: action plans, commitments, what was done with what evidence, and what changed. Cite the address of "
        + "each answer and the sources of its records. Null is unknown, never zero or no. `stated` is what a source says, `documented` what "
        + "is on record here. Compliance (status, completion) and change (early_results, indicators) are kept apart.";

    public static void AddAgents(this IServiceCollection services)
    {
        services.AddSingleton<Questions>();
        services
            .AddMcpServer(options =>
            {
                options.ServerInfo = new Implementation
                {
                    Name = "opengov",
                    Title = "OpenGov",
                    Version = OpenApi.Version,
                };
                options.ServerInstructions = Instructions;
            })
            .WithHttpTransport(transport => transport.Stateless = true)
            .WithTools<AgentTools>()
            .WithRequestFilters(filters => filters.AddCallToolFilter(ReadArguments));
        services.PostConfigure<McpServerOptions>(options =>
        {
            foreach (var tool in options.ToolCollection ?? [])
            {
                tool.ProtocolTool.InputSchema = ToolArguments.Closed(tool.ProtocolTool.InputSchema);
            }
        });
    }

    /// <summary>What a tool is called with is read before it is called, so that whoever asks is told which argument is wrong.</summary>
    private static McpRequestHandler<CallToolRequestParams, CallToolResult> ReadArguments(
        McpRequestHandler<CallToolRequestParams, CallToolResult> next
    ) =>
        async (call, cancellationToken) =>
        {
            if (call.Params is { } asked && call.MatchedPrimitive is McpServerTool { ProtocolTool: var tool })
            {
                asked.Arguments = new Dictionary<string, JsonElement>(asked.Arguments ?? new Dictionary<string, JsonElement>());
                if (ToolArguments.Read(tool, asked.Arguments) is { } wrong)
                {
                    return AgentTools.Refused(wrong);
                }
            }

            try
            {
                return await next(call, cancellationToken);
            }
            catch (Exception error) when (error is not (McpException or OperationCanceledException))
            {
                // The library's own log is shut, since anybody can fill it.
                call.Services?.GetRequiredService<ILogger<AgentTools>>().LogError(error, "A tool failed");
                throw;
            }
        };

    /// <summary>From here on in the pipeline go the questions of tools.</summary>
    public static IApplicationBuilder UseQuestions(this IApplicationBuilder app) =>
        app.UseWellFormedQuestions(Address, LargestQuestion)
            .Use(rest => app.ApplicationServices.GetRequiredService<Questions>().Take(rest));

    /// <summary>A question is posted and reads: pages of other sites may ask it as they may read.</summary>
    public static void MapAgents(this WebApplication app)
    {
        app.MapMcp(Address).WithMetadata(new RequestSizeLimitAttribute(LargestQuestion)).ExcludeFromDescription();
        app.MapMethods(Address, [HttpMethods.Options], context => AllowedMethods.Answer(context, [HttpMethods.Post, HttpMethods.Options]))
            .WithMetadata(new AnsweringMetadata(Answering.FromProgram))
            .ExcludeFromDescription();
    }
}
