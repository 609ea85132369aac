using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http.Metadata;
using OpenGov.Api.Database;
using OpenGov.Api.Http;
using OpenGov.Api.Records;

namespace OpenGov.Api.Lists;

/// <summary>The root of the API: what there is, for whoever begins there. It follows from the routes, so nothing is forgotten.</summary>
internal static class ResourcesEndpoint
{
    private const string Root = "/api/v1";

    public static void MapResources(this RouteGroupBuilder api) =>
        api.MapRead("", Answer)
            .WithName("ListResources")
            .WithTags("Resources")
            .WithSummary("Lists what there is")
            .WithDescription("Each address without an id: what it answers, in which formats, and where one record of it is.")
            .WithMetadata(OfferedFormats.JsonOnly, new AsOfMetadata())
            .Produces<Resources>()
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status406NotAcceptable);

    private static IResult Answer(HttpContext context, ReadSession session, EndpointDataSource routes)
    {
        if (Formats.Choose(context, OfferedFormats.JsonOnly.All) is null)
        {
            return Problems.NotAcceptable(
                "The list of resources comes as application/json.",
                "La lista de recursos viene como application/json."
            );
        }

        var errors = new ParameterErrors();
        QueryBinding.Known(context.Request, ["as_of"], errors);
        QueryBinding.ReadAsOf(context.Request, session, errors);
        if (errors.Any)
        {
            return Problems.Invalid(errors);
        }

        var all = Readable(routes);
        var items = all.Where(each => each.Route.RoutePattern.Parameters.Count == 0)
            .Select(each => Of(each.Route, each.Name, RecordOf(each.Name, all), context.Request))
            .ToList();
        return JsonAnswer.Of(new Resources { Items = items, Total = items.Count });
    }

    /// <summary>Every address that anybody can read, by its path under the root.</summary>
    public static IReadOnlyList<(RouteEndpoint Route, string Name)> Readable(EndpointDataSource routes) =>
        [
            .. routes
                .Endpoints.OfType<RouteEndpoint>()
                .Where(route => route.Metadata.GetMetadata<IEndpointNameMetadata>() is not null && IsReadByAnybody(route))
                .Select(route => (Route: route, Path: $"/{route.RoutePattern.RawText?.Trim('/')}"))
                .Where(each => each.Path.StartsWith($"{Root}/", StringComparison.Ordinal))
                .Select(each => (each.Route, each.Path[(Root.Length + 1)..])),
        ];

    /// <summary>The address of the resource that was probably meant by one that is none; null when none is near.</summary>
    public static string? Nearest(HttpContext context)
    {
        if (!context.Request.Path.StartsWithSegments(Root, out var rest) || rest.Value is not { Length: > 1 } given)
        {
            return null;
        }

        var names = Readable(context.RequestServices.GetRequiredService<EndpointDataSource>())
            .Where(each => each.Route.RoutePattern.Parameters.Count == 0)
            .Select(each => each.Name)
            .ToList();
        var asked = given[1..];
        return (Suggestion.Nearest(asked, names) ?? Suggestion.Nearest(asked.Split('/')[0], names)) is { } name ? $"{Root}/{name}" : null;
    }

    /// <summary>The address of one record of a resource, with its parameter; null where there is none.</summary>
    public static string? RecordOf(string name, IEnumerable<(RouteEndpoint Route, string Name)> readable) =>
        readable
            .Select(each => each.Name)
            .FirstOrDefault(path =>
                path.StartsWith($"{name}/{{", StringComparison.Ordinal) && path.EndsWith('}') && path.Count(letter => letter == '{') == 1
            );

    private static bool IsReadByAnybody(RouteEndpoint route) =>
        route.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Contains(HttpMethods.Get) == true
        && route.Metadata.GetMetadata<AuthorizationPolicy>() is null
        && route.Metadata.GetMetadata<IAuthorizeData>() is null;

    private static Resource Of(RouteEndpoint route, string name, string? record, HttpRequest request)
    {
        return new Resource
        {
            Name = name,
            Summary = route.Metadata.GetMetadata<IEndpointSummaryMetadata>()?.Summary ?? "",
            Url = PublicAddress.OfApi(request, $"/{name}{Needed(route)}"),
            RecordUrl = record is null ? null : PublicAddress.OfApi(request, $"/{record}"),
            Formats = [.. (route.Metadata.GetMetadata<OfferedFormats>() ?? OfferedFormats.JsonOnly).All.Select(format => format.Suffix)],
        };
    }

    /// <summary>What an address cannot be asked without, so that it answers as it stands.</summary>
    private static string Needed(RouteEndpoint route) =>
        route.Metadata.GetMetadata<GroupByMetadata>() is { IsRequired: true } group ? $"?{group.Parameter}={group.Keys[0]}"
        : route.Metadata.GetMetadata<ListMetadata>()?.List.Filters.FirstOrDefault(filter => filter.IsRequired) is { } filter
            ? $"?{filter.Name}={filter.Example}"
        : "";
}

/// <summary>What the API has.</summary>
internal sealed record Resources
{
    /// <summary>The addresses without an id.</summary>
    public required IReadOnlyList<Resource> Items { get; init; }

    /// <summary>How many they are.</summary>
    public required int Total { get; init; }
}

/// <summary>An address without an id.</summary>
internal sealed record Resource
{
    /// <summary>Its path under /api/v1.</summary>
    public required string Name { get; init; }

    /// <summary>What it answers.</summary>
    public required string Summary { get; init; }

    /// <summary>The absolute address, with what it cannot be asked without.</summary>
    public required string Url { get; init; }

    /// <summary>The address of one record, with the name of its parameter in braces (RFC 6570); null where there is none.</summary>
    public required string? RecordUrl { get; init; }

    /// <summary>Suffixes of the formats in which it comes, the default first.</summary>
    public required IReadOnlyList<string> Formats { get; init; }
}
