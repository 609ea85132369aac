using SkiaSharp;

namespace OpenGov.Api.Embedding.Pictures;

/// <summary>Draws PNG pictures. The letters come with the program (<c>Fonts/</c>): a server may have none.</summary>
internal static class Drawing
{
    /// <summary>
    /// Pictures that are drawn at the same time: one holds up to 3 MiB of pixels and keeps a processor busy. The others wait.
    /// </summary>
    private const int AtOnce = 2;

    private static readonly SemaphoreSlim Places = new(AtOnce);

    /// <summary>Plain text.</summary>
    public static SKTypeface Sans { get; } = Letters("source-sans-3-latin-400-normal.woff");

    /// <summary>Text that stands out.</summary>
    public static SKTypeface Bold { get; } = Letters("source-sans-3-latin-600-normal.woff");

    /// <summary>Titles.</summary>
    public static SKTypeface Serif { get; } = Letters("source-serif-4-latin-600-normal.woff");

    /// <summary>The picture as a file.</summary>
    /// <param name="width">Width in units of the drawing.</param>
    /// <param name="height">Height in units of the drawing.</param>
    /// <param name="scale">Pixels for each unit.</param>
    /// <param name="draw">Draws it.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public static async Task<byte[]> PngAsync(
        float width,
        float height,
        float scale,
        Action<SKCanvas> draw,
        CancellationToken cancellationToken
    )
    {
        await Places.WaitAsync(cancellationToken);
        try
        {
            var size = new SKImageInfo((int)MathF.Ceiling(width * scale), (int)MathF.Ceiling(height * scale), SKColorType.Rgba8888);
            using var surface = SKSurface.Create(size) ?? throw new InvalidOperationException($"No picture can be {size.Size}.");
            surface.Canvas.Scale(scale);
            draw(surface.Canvas);
            using var image = surface.Snapshot();
            using var file = image.Encode(SKEncodedImageFormat.Png, 100);
            return file.ToArray();
        }
        finally
        {
            Places.Release();
        }
    }

    /// <summary>A text on one line; its baseline is at <paramref name="y"/>.</summary>
    public static void Text(
        SKCanvas canvas,
        string text,
        float x,
        float y,
        SKTypeface letters,
        float size,
        string colour,
        SKTextAlign align = SKTextAlign.Left
    )
    {
        using var font = Font(letters, size);
        using var paint = Paint(colour);
        canvas.DrawText(text, x, y, align, font, paint);
    }

    /// <summary>A rectangle, with a line around it where one is given.</summary>
    public static void Rectangle(SKCanvas canvas, SKRect at, string fill, string? line = null, float radius = 0)
    {
        using var paint = Paint(fill);
        canvas.DrawRoundRect(at, radius, radius, paint);
        if (line is not null)
        {
            using var stroke = Paint(line);
            stroke.Style = SKPaintStyle.Stroke;
            canvas.DrawRoundRect(at, radius, radius, stroke);
        }
    }

    /// <summary>How wide a text is.</summary>
    public static float WidthOf(string text, SKTypeface letters, float size)
    {
        using var font = Font(letters, size);
        return font.MeasureText(text);
    }

    /// <summary>A text in lines that fit; what is too much is cut at the end of a word, and an ellipsis says so.</summary>
    /// <param name="text">The text.</param>
    /// <param name="letters">Its letters.</param>
    /// <param name="size">Their size.</param>
    /// <param name="width">How wide a line may be.</param>
    /// <param name="most">How many lines there may be.</param>
    public static IReadOnlyList<string> Lines(string text, SKTypeface letters, float size, float width, int most)
    {
        using var font = Font(letters, size);
        var lines = new List<string> { "" };
        foreach (var word in text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            var longer = lines[^1].Length == 0 ? word : $"{lines[^1]} {word}";
            if (font.MeasureText(longer) <= width)
            {
                lines[^1] = longer;
            }
            else if (lines.Count == most)
            {
                lines[^1] = Cut(longer);
                return lines;
            }
            else if (lines[^1].Length == 0)
            {
                lines[^1] = Cut(word);
            }
            else
            {
                lines.Add(font.MeasureText(word) <= width ? word : Cut(word));
            }
        }

        return lines;

        string Cut(string line)
        {
            const string Ellipsis = "…";
            for (var end = line.LastIndexOf(' '); end > 0; end = line.LastIndexOf(' ', end - 1))
            {
                if (line[..end].TrimEnd(' ', ',', ';', ':', '.') is var shorter && font.MeasureText(shorter + Ellipsis) <= width)
                {
                    return shorter + Ellipsis;
                }
            }

            // One word alone is too long.
            return line[..font.BreakText(line, width - font.MeasureText(Ellipsis))] + Ellipsis;
        }
    }

    /// <summary>A colour to fill with.</summary>
    public static SKPaint Paint(string colour) => new() { Color = SKColor.Parse(colour), IsAntialias = true };

    /// <summary>Letters as they are drawn and measured: at their own places between pixels, at any scale.</summary>
    private static SKFont Font(SKTypeface letters, float size) =>
        new(letters, size)
        {
            Subpixel = true,
            LinearMetrics = true,
            BaselineSnap = false,
            Hinting = SKFontHinting.None,
            Edging = SKFontEdging.Antialias,
        };

    private static SKTypeface Letters(string file)
    {
        using var bytes = SKData.CreateCopy(EmbeddedFile.Bytes(file));
        return SKTypeface.FromData(bytes) ?? throw new InvalidOperationException($"The letters in {file} cannot be read.");
    }
}
