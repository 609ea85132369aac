using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using OpenGov.Api.Embedding.Pictures;
using OpenGov.Api.Http;

namespace OpenGov.Api.Embedding;

/// <summary>What other sites paste: widgets, badges, pictures, the script that frames widgets, and what editors ask for an address (oEmbed).</summary>
internal static class EmbeddingEndpoints
{
    /// <summary>The script that is served as `v1`.</summary>
    private const string Newest = "1.1.0";

    /// <summary>Every script that there was: an older one stays under its number for who pinned it.</summary>
    private static readonly string[] Scripts = ["1.0.0", Newest];

    public static void AddEmbedding(this IServiceCollection services)
    {
        services.AddRazorComponents();

        // Letters stay letters: a document in UTF-8 has all of them.
        services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
        services.AddScoped<Labels>();
        services.AddScoped<RecordNames>();
        services.AddScoped<Endings>();
        services.AddScoped<ChangeNames>();
        services.AddScoped<ChangeWords>();
        services.AddScoped<Narrowing>();
        services.AddScoped<Figures>();
        services.AddScoped<StateMap>();
        services.AddScoped<WidgetReader>();
        services.AddScoped<Badges>();
        services.AddScoped<SharePictures>();
        services.AddScoped<OEmbed>();
        foreach (
            var widget in typeof(IWidget)
                .Assembly.GetTypes()
                .Where(type => type is { IsClass: true } && type.IsAssignableTo(typeof(IWidget)))
        )
        {
            services.AddScoped(typeof(IWidget), widget);
        }
    }

    public static void MapEmbedding(this WebApplication app)
    {
        var pasted = app.MapGroup("").WithMetadata(new AnsweringMetadata(Answering.FromData)).ExcludeFromDescription();
        pasted.MapMethods("/embed/v1/{kind}/{id?}", ReadMethods.All, WidgetAsync);
        pasted.MapMethods(
            "/embed/v1/{**rest}",
            ReadMethods.All,
            (HttpContext context, string? rest, WidgetReader reader, CancellationToken cancellationToken) =>
            {
                // No id has a slash: what comes after the kind is the id that there is not.
                var (kind, id) = (rest ?? "").Split('/', 2) is [var first, { Length: > 0 } second] ? (first, second) : (rest ?? "", null);
                return WidgetAsync(context, kind, id, reader, cancellationToken);
            }
        );
        app.MapMethods("/embed/{**page}", ReadMethods.All, Moved)
            .WithMetadata(new AnsweringMetadata(Answering.FromProgram))
            .ExcludeFromDescription();
        pasted.MapMethods("/badges/{kind}/{file}", ReadMethods.All, BadgeAsync);
        pasted.MapMethods("/pictures/{language}/{**page}", ReadMethods.All, PictureAsync);
        pasted.MapMethods("/oembed", ReadMethods.All, (HttpContext context, OEmbed oEmbed) => oEmbed.AnswerAsync(context));
        foreach (
            var (address, number, age) in (IEnumerable<(string, string, string)>)
                [
                    ("v1", Newest, "public, max-age=3600"),
                    .. Scripts.Select(number => ($"v{number}", number, "public, max-age=31536000, immutable")),
                ]
        )
        {
            app.MapMethods($"/widgets/{address}.js", ReadMethods.All, (HttpResponse response) => Script(response, number, age))
                .WithMetadata(new AnsweringMetadata(Answering.FromProgram))
                .ExcludeFromDescription();
        }

        app.MapMethods("/widgets/v1.json", ReadMethods.All, Integrity)
            .WithMetadata(new AnsweringMetadata(Answering.FromProgram))
            .ExcludeFromDescription();
    }

    private static IResult Script(HttpResponse response, string number, string age)
    {
        response.Headers.CacheControl = age;
        return Results.Text(EmbeddedFile.Text($"widgets-{number}.js"), "text/javascript; charset=utf-8");
    }

    /// <summary>The address that never changes its bytes, and the hash by which a browser makes sure (Subresource Integrity).</summary>
    private static IResult Integrity(HttpRequest request)
    {
        request.HttpContext.Response.Headers.CacheControl = "public, max-age=3600";
        return Results.Json(
            new
            {
                version = Newest,
                src = $"{PublicAddress.Of(request)}/widgets/v{Newest}.js",
                integrity = $"sha384-{Convert.ToBase64String(SHA384.HashData(Encoding.UTF8.GetBytes(EmbeddedFile.Text($"widgets-{Newest}.js"))))}",
            },
            Json.Options
        );
    }

    private static async Task<IResult> WidgetAsync(
        HttpContext context,
        string kind,
        string? id,
        WidgetReader reader,
        CancellationToken cancellationToken
    )
    {
        HostAttributes.LeaveOut(context.Request);
        // A path keeps its slashes apart from those of what stands in it.
        id = id?.Replace("%2F", "/", StringComparison.OrdinalIgnoreCase);
        var read = await reader.ReadAsync(context.Request, kind, id, language: null, cancellationToken);
        return EmbedDocument.Of(read.Widget, read.Content, read.Status);
    }

    /// <summary>
    /// What was pasted before there were widgets (<c>/embed/&lt;page&gt;?figure=…</c>) leads to the widget of that page with the same
    /// parameters, of which it says what it cannot have; where the page has none, to a frame that says so. Nothing keeps this for ever:
    /// another version of widgets may have more. What only said how the page shows it is left behind.
    /// </summary>
    private static IResult Moved(HttpRequest request, string? page)
    {
        if (page is ['v', >= '0' and <= '9', ..])
        {
            return Problems.NotFound(
                "There are no widgets of this version; they are at /embed/v1/{kind}/{id}.",
                "No hay widgets de esta versión; están en /embed/v1/{kind}/{id}."
            );
        }

        var (shown, left) = PageWidgets.Moved(page == "home" ? "/" : $"/{page}", request.Query);
        var widget = shown is null ? $"/embed/v1/{Uri.EscapeDataString(page ?? "")}" : shown.Address(shown.Id);
        var asked = request.Query.With([.. left.Append("figure").Select(name => (name, (string?)null))]).Value is { Length: > 1 } given
            ? given[1..]
            : "";
        return TypedResults.LocalRedirect(
            asked.Length == 0 ? $"~{widget}" : $"~{widget}{(widget.Contains('?') ? '&' : '?')}{asked}",
            permanent: false,
            preserveMethod: true
        );
    }

    private static async Task<IResult> PictureAsync(
        HttpContext context,
        string language,
        string page,
        SharePictures pictures,
        CancellationToken cancellationToken
    ) => await pictures.AnswerAsync(context, language, page, cancellationToken);

    private static async Task<IResult> BadgeAsync(
        HttpContext context,
        string kind,
        string file,
        Badges badges,
        CancellationToken cancellationToken
    ) => await badges.AnswerAsync(context, kind, file, cancellationToken);
}
