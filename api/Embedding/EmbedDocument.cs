using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http.HttpResults;
using OpenGov.Api.Database;
using OpenGov.Api.Http;

namespace OpenGov.Api.Embedding;

/// <summary>A widget as a document that anybody may frame: its style and its one script stand in it, by their hashes.</summary>
internal static class EmbedDocument
{
    /// <summary>Tells the page around it its height.</summary>
    public static string Script { get; } = EmbeddedFile.Text("embed.js");

    /// <summary>How long others may keep what is pasted.</summary>
    public const string LongLived = "public, max-age=300, stale-while-revalidate=3600";

    /// <summary>How long others may keep what is of a day that is over: its facts never change, only how they are drawn.</summary>
    public const string Frozen = "public, max-age=86400, stale-while-revalidate=604800";

    private static readonly string Styles = $"{DesignTokens.Css}\n{DesignTokens.Marks}\n{EmbeddedFile.Text("embed.css")}";

    private static readonly string ScriptHash = Hash(Script);

    /// <summary>Answers with it.</summary>
    public static IResult Of(WidgetRequest widget, WidgetContent content, int status = StatusCodes.Status200OK)
    {
        var style = widget.Accent is { } accent ? $"{Styles}\n{Accent(accent)}" : Styles;
        var response = widget.Request.HttpContext.Response;
        response.Headers.ContentSecurityPolicy = SecurityHeaders.EmbedPolicy(Hash(style), ScriptHash);
        // What cannot be shown may be shown in a moment.
        response.Headers.CacheControl = status == StatusCodes.Status200OK ? KeptFor(widget) : "public, max-age=60";
        return new Document(
            new RazorComponentResult<Frame>(
                new Dictionary<string, object?>
                {
                    [nameof(Frame.Widget)] = widget,
                    [nameof(Frame.Content)] = content,
                    [nameof(Frame.Style)] = style,
                }
            )
            {
                StatusCode = status,
                ContentType = "text/html; charset=utf-8",
            }
        );
    }

    /// <summary>How long others may keep what is asked for.</summary>
    public static string KeptFor(WidgetRequest widget) =>
        KeptFor(widget.AsOf, widget.Request.HttpContext.RequestServices.GetRequiredService<DataStore>().Today);

    /// <summary>How long others may keep what is of a day; of none it is of the newest data.</summary>
    public static string KeptFor(DateOnly? day, DateOnly today) => day < today ? Frozen : LongLived;

    /// <summary>A colour in each theme, since the page around may change the theme. The last rule wins over the colour of the theme.</summary>
    internal static string Accent(string colour)
    {
        var (light, dark, high) = (
            Contrast.Readable(colour, Contrast.Paper.Light),
            Contrast.Readable(colour, Contrast.Paper.Dark),
            Contrast.Readable(colour, Contrast.Paper.High)
        );
        return $":root{{--accent:light-dark({light},{dark});--mark:light-dark({light},{dark})}}"
            + $":root[data-theme='contrast']{{--accent:{high};--mark:{high}}}";
    }

    /// <summary>What a component says to a script that is not there is not said.</summary>
    private sealed class Document(IResult inner) : IResult
    {
        public async Task ExecuteAsync(HttpContext httpContext)
        {
            await inner.ExecuteAsync(httpContext);
            httpContext.Response.Headers.Remove("blazor-enhanced-nav");
        }
    }

    private static string Hash(string text) => $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)))}'";
}
