using System.Globalization;
using System.Text.Json.Nodes;

namespace OpenGov.Api.Http;

/// <summary>
/// What tells machines and people where things are: the API catalogue, the security contact, and a text for language models.
/// </summary>
internal static class Discovery
{
    public const string What =
        "Action plans, commitments, states and open-government metrics of Mexico: what was promised, what was done, with what "
        + "evidence, and what changed for people. Public, without a key, in Spanish and English.";

    public const string HowToRead =
        "Unknown is null, never zero. `stated` is what a source says; `documented` is what is recorded here. Compliance (status, "
        + "completion) and change (early_results, indicators) are kept apart: never conclude one from the other. Every record cites its "
        + "sources and says how sure it is (confidence). Every aggregate has rows_url, the list behind it.";

    public static void MapDiscovery(this WebApplication app)
    {
        app.MapMethods("/.well-known/api-catalog", ReadMethods.All, ApiCatalog)
            .WithMetadata(new AnsweringMetadata(Answering.FromProgram))
            .ExcludeFromDescription();
        app.MapMethods("/.well-known/security.txt", ReadMethods.All, SecurityText)
            .WithMetadata(new AnsweringMetadata(Answering.FromProgram))
            .ExcludeFromDescription();
        app.MapMethods("/llms.txt", ReadMethods.All, LanguageModels)
            .WithMetadata(new AnsweringMetadata(Answering.FromProgram))
            .ExcludeFromDescription();
    }

    /// <summary>RFC 9727, as a linkset (RFC 9264).</summary>
    private static IResult ApiCatalog(HttpRequest request)
    {
        var address = PublicAddress.Of(request);
        JsonArray Link(string path, string type) => [new JsonObject { ["href"] = $"{address}{path}", ["type"] = type }];
        return Results.Text(
            new JsonObject
            {
                ["linkset"] = new JsonArray(
                    new JsonObject
                    {
                        ["anchor"] = $"{address}/api/v1",
                        ["service-desc"] = Link("/openapi/v1.json", "application/json"),
                        ["service-doc"] = Link("/swagger", "text/html"),
                        ["service-meta"] = Link("/data/catalog.jsonld", "application/ld+json"),
                        ["status"] = Link("/health/ready", "application/json"),
                    }
                ),
            }.ToJsonString(Json.Options),
            "application/linkset+json; profile=\"https://www.rfc-editor.org/info/rfc9727\""
        );
    }

    /// <summary>
    /// RFC 9116. Whoever runs the service names a contact (<c>Security:Contact</c>); until then the page about the service is it.
    /// </summary>
    private static IResult SecurityText(HttpRequest request, Settings settings, TimeProvider clock) =>
        Results.Text(
            string.Create(
                CultureInfo.InvariantCulture,
                $"Contact: {settings.Security.Contact ?? $"{PublicAddress.Of(request)}/about"}\nExpires: "
                    + $"{clock.GetUtcNow().AddDays(180).UtcDateTime:yyyy-MM-dd'T'00:00:00'Z'}\nPreferred-Languages: es, en\nCanonical: "
                    + $"{PublicAddress.Of(request)}/.well-known/security.txt\n"
            ),
            "text/plain; charset=utf-8"
        );

    private static IResult LanguageModels(HttpRequest request)
    {
        var address = PublicAddress.Of(request);
        return Results.Text(
            $"""
            # OpenGov

            > {What}

            {HowToRead}

            ## API
            - [OpenAPI description]({address}/openapi/v1.json): every address, parameter and property with its meaning
            - [Headline figures]({address}/api/v1/stats/summary): stated beside documented
            - [Commitments]({address}/api/v1/commitments): filters, full text (`q`), `group_by` under /api/v1/stats/commitments
            - [States]({address}/api/v1/states), [plans]({address}/api/v1/plans), [secretariats]({address}/api/v1/secretariats), [metric values]({address}/api/v1/metrics/values)
            - [Search]({address}/api/v1/search?q=agua): records of all kinds but milestones and agreements
            - [Codes and their meaning]({address}/api/v1/terms)
            - [Every list with its filters, and what every figure means]({address}/llms-full.txt)
            - [For agents, Model Context Protocol]({address}/mcp): the same as tools that only read

            ## Data
            - [All of it, zip]({address}/data/opengov.zip): Frictionless Data Package, CC BY 4.0
            - [All of it, SQLite]({address}/data/opengov.sqlite): the same tables, with views in Spanish and English
            - [Catalogue]({address}/data/catalog.jsonld): DCAT 3
            """,
            "text/plain; charset=utf-8"
        );
    }
}
