using Microsoft.AspNetCore.Mvc;
using ModelContextProtocol.Protocol;

namespace OpenGov.Api.Agents;

/// <summary>The server for agents at <c>/mcp</c>: Model Context Protocol over streamable HTTP, which only reads and keeps no session.</summary>
internal static class AgentServer
{
    private const string Address = "/mcp";

    /// <summary>Bytes of a question.</summary>
    private const long LargestQuestion = 64 * 1024;

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
                    Version = typeof(AgentServer).Assembly.GetName().Version!.ToString(3),
                };
                options.ServerInstructions = Instructions;
            })
            .WithHttpTransport(transport => transport.Stateless = true)
            .WithTools<AgentTools>();
    }

    /// <summary>From here on in the pipeline go the questions of tools.</summary>
    public static IApplicationBuilder UseQuestions(this IApplicationBuilder app) =>
        app.Use(rest => app.ApplicationServices.GetRequiredService<Questions>().Take(rest));

    public static void MapAgents(this WebApplication app) =>
        app.MapMcp(Address).WithMetadata(new RequestSizeLimitAttribute(LargestQuestion)).ExcludeFromDescription();
}
