using OpenGov.Api.Embedding.Marks;
using OpenGov.Api.Measures;
using SkiaSharp;

namespace OpenGov.Api.Embedding.Pictures;

/// <summary>A share picture as it is laid out: the blocks of a widget, at the places and in the colours of the widget's own marks.</summary>
/// <param name="Site">Name of the site.</param>
/// <param name="Title">What the page is called.</param>
/// <param name="Content">What the widget that shows the same says.</param>
/// <param name="Language">`es` or `en`.</param>
/// <param name="Address">Where the page is, as people write it.</param>
/// <param name="Day">The day whose facts it shows.</param>
internal sealed record SharePicture(string Site, string Title, WidgetContent Content, string Language, string Address, DateOnly Day)
{
    /// <summary>What those who show links ask for.</summary>
    public const int Width = 1200;

    /// <summary>What those who show links ask for.</summary>
    public const int Height = 630;

    private const float Left = 80;
    private const float Right = Width - Left;
    private const float Wide = Right - Left;
    private const float Bottom = 536;
    private const float BarHeight = 40;
    private const float Tile = 52;
    private const float Space = 24;
    private const int MostFacts = 4;
    private const int MostRows = 5;

    /// <summary>What a broken outline means.</summary>
    private static readonly (string Doubt, Words Said)[] Doubts =
    [
        ("presentation", new("Solo en la presentación", "Only in the presentation")),
        ("undescribed", new("Mencionado, sin título ni fecha", "Mentioned, without a title or date")),
    ];

    /// <summary>Draws it.</summary>
    public void Draw(SKCanvas canvas)
    {
        canvas.Clear(SKColor.Parse(Colour("paper")));
        Drawing.Rectangle(canvas, new SKRect(0, 0, Width, 18), Colour("accent"));
        Brand(canvas);
        Foot(canvas);
        var tiles = Content.Blocks.OfType<Block.Tiles>().FirstOrDefault();
        var column = tiles is null ? Wide : Wide - TileGrid.Columns * Tile - 2 * Space;
        if (tiles is not null)
        {
            Map(canvas, tiles, Right - TileGrid.Columns * Tile, 180);
            // The tiles have their numbers in them; what hatching means has to be said, whatever there is room for.
            var classes = tiles.Classes.Where(each => each.Count > 0).OrderByDescending(each => Embedding.Tile.IsWithout(each.Fill));
            IReadOnlyList<(string Label, string Fill)> legend =
            [
                .. Doubts
                    .Select(one => (one.Said, Count: tiles.All.Count(tile => tile.Doubt == one.Doubt)))
                    .Where(one => one.Count > 0)
                    .Select(one => ($"{In(one.Said)}: {States(one.Count)}", "presented")),
                .. classes.Select(each => ($"{each.Label}: {States(each.Count)}", each.Fill)),
            ];
            // A class that is left out would be a colour that nobody can read: the title and the question have the room that is left.
            var room = Bottom - LegendHeight(legend, column) - (tiles.Elsewhere is null ? 0 : 34);
            var asked = tiles.Name == Title ? 0 : Drawing.Lines(tiles.Name, Drawing.Sans, 32, column, 2).Count;
            if (asked > 0 && Drawing.Lines(Title, Drawing.Serif, Smallest, column, 9).Count > LinesFrom(150, room - asked * 40 - Space))
            {
                // Cut short, a title loses its sense: the question stands alone.
                (this with { Title = tiles.Name }).Draw(canvas);
                return;
            }

            var at = Begin(canvas, column, 150, room - asked * 40 - (asked > 0 ? Space : 0));
            at = asked == 0 ? at : Paragraph(canvas, tiles.Name, column, at, Math.Min(2, (int)((room - at) / 40)));
            at = Legend(canvas, legend, column, at);
            if (tiles.Elsewhere is { } elsewhere)
            {
                Drawing.Text(
                    canvas,
                    Drawing.Lines(elsewhere, Drawing.Sans, 21, column, 1)[0],
                    Left,
                    at + 8,
                    Drawing.Sans,
                    21,
                    Colour("ink")
                );
            }

            return;
        }

        var y = Said(canvas, Begin(canvas, column, 150, Bottom));
        if (Bar() is var (name, parts) && y + BarHeight < Bottom)
        {
            y = Segments(canvas, name, parts, y);
        }

        if (Content.Blocks.OfType<Block.Facts>().FirstOrDefault() is { } facts)
        {
            Facts(canvas, [.. facts.All.Select(fact => (fact.Name, fact.Value?.Text)).Take(MostFacts)], y);
        }
        else if (Content.Blocks.OfType<Block.Trend>().FirstOrDefault() is { } trend)
        {
            Facts(canvas, [.. trend.Lines.Select(Latest).Take(MostFacts)], y);
        }
        else if (Content.Blocks.OfType<Block.Table>().FirstOrDefault() is { } table && Bar() is null)
        {
            Rows(canvas, table, y);
        }
    }

    private static string Colour(string token) => DesignTokens.Light(token);

    private string In(Words words) => Language == "en" ? words.En : words.Es;

    private static void Brand(SKCanvas canvas, string name, float x, float y) =>
        Drawing.Text(canvas, name, x, y, Drawing.Serif, 38, Colour("ink"));

    /// <summary>The mark of the dashboard (<c>favicon.svg</c>) and the name of the site.</summary>
    private void Brand(SKCanvas canvas)
    {
        using var mark = SKPath.ParseSvgPathData("M22.2 7.2a11 11 0 1 0 4.6 10.4");
        using var stroke = Drawing.Paint(Colour("accent"));
        using var fill = Drawing.Paint(Colour("accent"));
        (stroke.Style, stroke.StrokeWidth) = (SKPaintStyle.Stroke, 5);
        canvas.Save();
        canvas.Translate(Left - 6, 58);
        canvas.Scale(1.6f);
        canvas.DrawPath(mark, stroke);
        canvas.DrawCircle(25.6f, 10.6f, 3, fill);
        canvas.Restore();
        Brand(canvas, Site, Left + 58, 97);
    }

    /// <summary>The size of a title beside a map that has least room.</summary>
    private const float Smallest = 30;

    /// <summary>How many lines of such a title there is room for.</summary>
    private static int LinesFrom(float y, float until) => Math.Max(1, (int)((until - y - Space) / (Smallest * 1.14f)));

    /// <summary>What the page is about and what it is called; the place below.</summary>
    private float Begin(SKCanvas canvas, float column, float y, float until)
    {
        if (Content.Eyebrow is { } eyebrow && eyebrow != Title)
        {
            y += 26;
            Drawing.Text(canvas, Drawing.Lines(eyebrow, Drawing.Sans, 26, column, 1)[0], Left, y, Drawing.Sans, 26, Colour("ink-soft"));
            y += 8;
        }

        // A short title is large, and one that has little room is small before it is cut.
        float[] sizes = column < Wide ? [44, 36, Smallest] : [60, 46];
        const int Uncut = 9;
        int Most(float size) =>
            Math.Clamp(
                (int)((until - y - Space) / (size * 1.14f)),
                1,
                column < Wide ? 5
                    : size > 46 ? 2
                    : 3
            );
        var size = sizes.FirstOrDefault(each => Drawing.Lines(Title, Drawing.Serif, each, column, Uncut).Count <= Most(each), sizes[^1]);
        var most = Most(size);
        foreach (var line in Drawing.Lines(Title, Drawing.Serif, size, column, most))
        {
            y += size * 1.14f;
            Drawing.Text(canvas, line, Left, y, Drawing.Serif, size, Colour("ink"));
        }

        return y + Space;
    }

    /// <summary>The answer in a sentence: that of a bar, else the first sentence of the widget.</summary>
    private float Said(SKCanvas canvas, float y)
    {
        var sentence =
            Content.Blocks.OfType<Block.Segments>().Any() ? null
            : Content.Blocks.OfType<Block.Parts>().FirstOrDefault() is { } parts ? Asked(parts.Question, parts.Answer)
            : Content.Blocks.ToList().FindIndex(block => block is Block.Paragraph { IsSmall: false }) is >= 0 and var place
                ? Paragraph(place, (Block.Paragraph)Content.Blocks[place])
            : null;
        if (sentence is null)
        {
            return y;
        }

        return Paragraph(canvas, sentence, Wide, y, Math.Clamp((int)((Bottom - y) / 44) - 1, 1, 4));
    }

    /// <summary>A sentence with what it is about: its question, or the title that it stands under.</summary>
    private string? Paragraph(int place, Block.Paragraph paragraph) =>
        paragraph.Of is not null ? Asked("", paragraph.Text.Text)
        : place > 0 && Content.Blocks[place - 1] is Block.Subtitle title ? Asked(title.Text, paragraph.Text.Text)
        : paragraph.Text.Text;

    /// <summary>An answer behind its question, unless the title of the picture asks it.</summary>
    private string? Asked(string question, string? answer)
    {
        var asked = question.Length > 0 ? question : Content.Title.Text ?? "";
        return asked.Length == 0 || asked == Title || answer?.StartsWith(asked, StringComparison.Ordinal) == true ? answer
            : asked.EndsWith('?') || asked.EndsWith(')') ? $"{asked} {answer}"
            : $"{asked}: {answer}";
    }

    private static float Paragraph(SKCanvas canvas, string text, float column, float y, int most)
    {
        const float Size = 32;
        if (most < 1)
        {
            return y;
        }

        foreach (var line in Drawing.Lines(text, Drawing.Sans, Size, column, most))
        {
            y += 40;
            Drawing.Text(canvas, line, Left, y, Drawing.Sans, Size, Colour("ink"));
        }

        return y + Space;
    }

    private (string? Name, IReadOnlyList<Segment> Parts)? Bar() =>
        Content.Blocks.OfType<Block.Segments>().FirstOrDefault() is { Total: > 0 } segments ? (segments.Name, segments.All)
        : Content.Blocks.OfType<Block.Parts>().FirstOrDefault() is { } parts && parts.Yes + parts.No + parts.Unknown > 0
            ? (
                null,
                [
                    new Segment(In(parts.Names.Yes), parts.Yes, "yes"),
                    new Segment(In(parts.Names.No), parts.No, "no"),
                    new Segment(In(Embedding.Said.NoRecord), parts.Unknown, "no-data"),
                ]
            )
        : null;

    private static float Segments(SKCanvas canvas, string? name, IReadOnlyList<Segment> parts, float y)
    {
        if (name is not null)
        {
            y += 28;
            Drawing.Text(canvas, name, Left, y, Drawing.Bold, 26, Colour("ink"));
            y += 12;
        }

        var (total, from) = (parts.Sum(part => part.Count), 0);
        foreach (var part in parts.Where(part => part.Count > 0))
        {
            var x = Left + Wide * from / total;
            from += part.Count;
            Fill(canvas, new SKRect(x, y, Left + Wide * from / total, y + BarHeight), part.Fill);
        }

        y += BarHeight + 8;
        return Legend(
            canvas,
            [.. parts.Where(part => part.Count > 0).Select(part => ($"{part.Label}: {Embedding.Said.Number(part.Count)}", part.Fill))],
            Wide,
            y
        );
    }

    /// <summary>What each fill means.</summary>
    private static float Legend(SKCanvas canvas, IReadOnlyList<(string Label, string Fill)> all, float column, float y)
    {
        var (size, line) = LegendLetters(column);
        foreach (var (text, fill, x, row) in Keys(all, column))
        {
            var top = y + row * line;
            Fill(canvas, new SKRect(x, top + 6, x + 24, top + 30), fill);
            Drawing.Text(canvas, text, x + 36, top + 27, Drawing.Sans, size, Colour("ink"));
        }

        return y + LegendHeight(all, column);
    }

    /// <summary>Beside a map there is less room.</summary>
    private static (float Size, float Line) LegendLetters(float column) => column < Wide ? (21f, 31f) : (24f, 36f);

    private static float LegendHeight(IReadOnlyList<(string Label, string Fill)> all, float column) =>
        (Keys(all, column).Select(key => key.Row).DefaultIfEmpty(0).Max() + 1) * LegendLetters(column).Line + Space;

    /// <summary>The keys of a legend in rows that fit.</summary>
    private static IEnumerable<(string Text, string Fill, float X, int Row)> Keys(
        IReadOnlyList<(string Label, string Fill)> all,
        float column
    )
    {
        var (x, row, size) = (Left, 0, LegendLetters(column).Size);
        foreach (var (label, fill) in all)
        {
            var text = Drawing.Lines(label, Drawing.Sans, size, column - 36, 1)[0];
            var width = 36 + Drawing.WidthOf(text, Drawing.Sans, size);
            if (x > Left && x + width > Left + column)
            {
                (x, row) = (Left, row + 1);
            }

            yield return (text, fill, x, row);
            x += width + 32;
        }
    }

    private static void Map(SKCanvas canvas, Block.Tiles tiles, float left, float top)
    {
        foreach (var tile in tiles.All.Where(tile => TileGrid.Places.ContainsKey(tile.Id)))
        {
            var (column, row) = TileGrid.Places[tile.Id];
            var at = SKRect.Create(left + column * Tile + 1, top + row * Tile + 1, Tile - 2, Tile - 2);
            Fill(canvas, at, tile.Fill);
            var ink = tile.Fill.StartsWith("ramp", StringComparison.Ordinal) ? Colour($"on-{tile.Fill}") : Colour("ink");
            if (tile.Fill is Embedding.Tile.NoRecord or Embedding.Tile.Disputed)
            {
                // The hatching leaves the name alone.
                Drawing.Rectangle(canvas, new SKRect(at.Left + 5, at.Top + 14, at.Right - 5, at.Bottom - 14), Colour("hatch-ground"));
            }

            if (tile.Doubt is not null)
            {
                Broken(canvas, SKRect.Inflate(at, -3, -3), ink);
            }

            var isWritten = tiles.HasTexts && tile.HasValue;
            Drawing.Text(canvas, tile.Id[3..], at.MidX, at.Top + (isWritten ? 22 : 31), Drawing.Bold, 17, ink, SKTextAlign.Center);
            if (isWritten)
            {
                Drawing.Text(canvas, tile.Says, at.MidX, at.Top + 42, Drawing.Sans, 17, ink, SKTextAlign.Center);
            }
        }
    }

    private void Facts(SKCanvas canvas, IReadOnlyList<(string Name, string? Value)> facts, float y)
    {
        var column = (Wide - (facts.Count - 1) * Space) / Math.Max(1, facts.Count);
        var names = facts.Select(fact => Drawing.Lines(fact.Name, Drawing.Sans, 24, column, 2)).ToList();
        var below = y + 28 * names.Select(lines => lines.Count).DefaultIfEmpty(0).Max();
        if (below + 40 > Bottom)
        {
            return;
        }

        foreach (var (index, (_, value)) in facts.Index())
        {
            var x = Left + index * (column + Space);
            foreach (var (line, text) in names[index].Index())
            {
                Drawing.Text(canvas, text, x, y + 28 * (line + 1), Drawing.Sans, 24, Colour("ink-soft"));
            }

            var isKnown = value is not null;
            var (letters, size) = isKnown ? (Drawing.Bold, 34f) : (Drawing.Sans, 28f);
            var most = Math.Clamp((int)((Bottom - below) / 40), 1, 3);
            foreach (var (line, text) in Drawing.Lines(value ?? In(Embedding.Said.NoRecord), letters, size, column, most).Index())
            {
                Drawing.Text(canvas, text, x, below + 40 * (line + 1), letters, size, isKnown ? Colour("ink") : Colour("ink-soft"));
            }
        }
    }

    private static (string, string?) Latest(TrendLine line) =>
        (line.Label, $"{Embedding.Said.Index(line.Points[^1].Value)} ({line.Points[^1].Edition})");

    private void Rows(SKCanvas canvas, Block.Table table, float y)
    {
        // What voices say stands beside what is counted: neither takes all the room there is.
        var voices = Content.Blocks.OfType<Block.Paragraph>().Select(paragraph => paragraph.Voice).OfType<string>().ToList();
        var (size, line) = voices.Count > 0 ? (24f, 34f) : (26f, 40f);
        var lines = (int)((Bottom - y - line) / line);
        var heard = Math.Min(voices.Count, Math.Max(0, lines - 2));
        // The last line says of how many rows those that there is room for are.
        var fit = Math.Min(MostRows, lines - heard);
        var shown = table.Total <= fit ? table.Rows.Count : Math.Max(0, Math.Min(table.Rows.Count, fit - 1));
        var rows = table.Rows.Take(shown).Select(row => row.Select(cell => cell.Text?.Text).ToList());
        var cells = Math.Max(1, table.Columns.Count - 1);
        var widest = rows.Select(row => Drawing.WidthOf(row[0] ?? "", Drawing.Sans, size)).DefaultIfEmpty(0).Max();
        var first = Math.Min(widest + 2 * Space, cells > 2 ? Wide / 2 : Wide * 0.62f);
        var column = (Wide - first) / cells;
        Row(table.Columns, Colour("ink-soft"), y);
        foreach (var row in rows)
        {
            y += line;
            Row(row, Colour("ink"), y);
        }

        if (shown < table.Total)
        {
            y += line;
            Row([In(new Words($"{shown} de {table.Total}", $"{shown} of {table.Total}"))], Colour("ink-soft"), y);
        }

        foreach (var (index, voice) in voices.Take(heard).Index())
        {
            y += line;
            // The last of those that there is room for says of how many they are.
            var more = index == heard - 1 && heard < voices.Count ? $" ({heard} / {voices.Count})" : "";
            var room = Wide - Drawing.WidthOf(more, Drawing.Sans, size);
            Drawing.Text(
                canvas,
                Drawing.Lines(voice, Drawing.Sans, size, room, 1)[0] + more,
                Left,
                y + 30,
                Drawing.Sans,
                size,
                Colour("ink")
            );
        }

        void Row(IReadOnlyList<string?> texts, string colour, float top)
        {
            foreach (var (index, said) in texts.Index())
            {
                var x = index == 0 ? Left : Left + first + (index - 1) * column;
                var room = (index == 0 ? first : column) - Space;
                var text = said ?? In(Embedding.Said.NoRecord);
                if (said is null && Drawing.WidthOf(text, Drawing.Sans, size) > room)
                {
                    // Cut short, "no record" would be a no.
                    Hatch(canvas, new SKRect(x, top + 10, x + 36, top + 32));
                    continue;
                }

                Drawing.Text(canvas, Drawing.Lines(text, Drawing.Sans, size, room, 1)[0], x, top + 30, Drawing.Sans, size, colour);
            }
        }
    }

    /// <summary>Who says it, where it is and of which day it is.</summary>
    private void Foot(SKCanvas canvas)
    {
        const float Size = 22;
        Drawing.Rectangle(canvas, new SKRect(Left, 548, Right, 550), Colour("rule"));
        var sources = string.Join(
            "; ",
            Content.Sources.Select(source => (Language == "en" ? source.Title : source.TitleEs ?? source.Title)).OfType<string>()
        );
        var day = Embedding.Said.On(Language, Day);
        var when = In(new Words($"Según lo que consta aquí el {day}", $"As on record here on {day}"));
        var lines =
            sources.Length == 0
                ? [when, Address]
                : new[]
                {
                    Drawing.Lines($"{In(Embedding.Said.Sources)}: {sources}", Drawing.Sans, Size, Wide, 1)[0],
                    $"{when} · {Address}",
                };
        Drawing.Text(canvas, lines[0], Left, 580, Drawing.Sans, Size, Colour("ink-soft"));
        Drawing.Text(canvas, Drawing.Lines(lines[1], Drawing.Sans, Size, Wide, 1)[0], Left, 610, Drawing.Sans, Size, Colour("ink-soft"));
    }

    private string States(int count) =>
        In(new Words(count == 1 ? "1 estado" : $"{count} estados", count == 1 ? "1 state" : $"{count} states"));

    /// <summary>A surface, filled as the style sheet of widgets fills the class (<c>embed.css</c>).</summary>
    private static void Fill(SKCanvas canvas, SKRect at, string fill)
    {
        switch (fill)
        {
            case "no-data":
                Hatch(canvas, at);
                break;
            case Embedding.Tile.Disputed:
                Hatch(canvas, at, isCrossed: true);
                break;
            case Embedding.Tile.Outside:
                Drawing.Rectangle(canvas, at, Colour("paper"), Colour("rule"));
                break;
            case "presented":
                Broken(canvas, at, Colour("ink"));
                break;
            case "no" or "zero":
                Drawing.Rectangle(canvas, at, Colour("zero"), Colour("rule-strong"));
                break;
            default:
                Drawing.Rectangle(canvas, at, Colour(fill == "yes" ? "mark" : fill));
                break;
        }
    }

    /// <summary>The broken outline of what only the presentation says, as in widgets.</summary>
    private static void Broken(SKCanvas canvas, SKRect at, string colour)
    {
        using var line = Drawing.Paint(colour);
        using var dashes = SKPathEffect.CreateDash([4, 4], 0);
        (line.Style, line.StrokeWidth, line.PathEffect) = (SKPaintStyle.Stroke, 2, dashes);
        canvas.DrawRect(at, line);
    }

    /// <summary>Lines of two in six, at 45°, as in widgets; crossed, of what is disputed.</summary>
    private static void Hatch(SKCanvas canvas, SKRect at, bool isCrossed = false)
    {
        Drawing.Rectangle(canvas, at, Colour("hatch-ground"));
        using var line = Drawing.Paint(Colour("hatch"));
        line.StrokeWidth = 2;
        line.Style = SKPaintStyle.Stroke;
        var step = 6 * MathF.Sqrt(2);
        canvas.Save();
        canvas.ClipRect(at);
        for (var x = at.Left - at.Height; x < at.Right; x += step)
        {
            canvas.DrawLine(x, at.Top, x + at.Height, at.Bottom, line);
            if (isCrossed)
            {
                canvas.DrawLine(x, at.Bottom, x + at.Height, at.Top, line);
            }
        }

        canvas.Restore();
        using var around = Drawing.Paint(Colour("rule-strong"));
        around.Style = SKPaintStyle.Stroke;
        canvas.DrawRect(at, around);
    }
}
