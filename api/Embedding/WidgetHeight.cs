using OpenGov.Api.Embedding.Marks;
using OpenGov.Api.Embedding.Pictures;

namespace OpenGov.Api.Embedding;

/// <summary>
/// How high a widget is at a width, for hosts that do not hear it say so: laid out as its style sheets do (<c>embed.css</c>,
/// <c>marks.css</c>), in letters that are wider than those of most readers. It is rather a little too high than cut off.
/// </summary>
internal sealed class WidgetHeight
{
    /// <summary>The narrowest frame that is reckoned with: a phone.</summary>
    public const int Narrow = 320;

    /// <summary>Below this a frame shows nothing that can be read.</summary>
    public const int Least = 200;

    /// <summary>How much wider a reader's letters may be than ours.</summary>
    private const double Wider = 1.2;

    /// <summary>For what rounds up on its way.</summary>
    private const double Spare = 1.09;

    private const double Letter = 16;
    private const double Small = 13.6;
    private const double Cell = 14.4;
    private const double Line = 1.5;
    private const double Below = 9.6;
    private const double Bar = 20;

    private readonly WidgetRequest widget;
    private readonly double width;

    private WidgetHeight(WidgetRequest widget, int frame) => (this.widget, width) = (widget, frame - 34);

    /// <summary>The height in pixels.</summary>
    /// <param name="read">The widget.</param>
    /// <param name="frame">The width of its frame in pixels.</param>
    public static int Of(ReadWidget read, int frame)
    {
        var laid = new WidgetHeight(read.Widget, frame);
        return (int)Math.Ceiling((34 + laid.Content(read.Content)) * Spare / 10) * 10;
    }

    private double Content(WidgetContent content) =>
        (content.Eyebrow is { } eyebrow ? Text(eyebrow, Small) + 3 : 0)
        + Rows(content.Title.Text, 20, width) * 24
        + 8
        + widget.Notices.Sum(notice => Text(widget.In(notice), Small, width - 24) + 13 + Below)
        + content.Blocks.Sum(Of)
        + Foot(content);

    private double Foot(WidgetContent content)
    {
        var sources = string.Join(
            "; ",
            content.Sources.Select(source =>
            {
                var day = source.PublishedOn is { } on ? widget.On(on, source.PublishedOnPrecision) : "";
                var original = source.OriginalUrl is null ? "" : widget.In(Said.Original);
                return $"{widget.Text(source.TitleEs, source.Title).Text} "
                    + $"({source.Publisher}, {source.Kind}, {day}, {source.Mirror}, {original})";
            })
        );
        return 25
            + (sources.Length > 0 ? Text($"{widget.In(Said.Sources)}: {sources}", Small) + Below : 0)
            + (content.Sources.Count == 0 && content.Basis is not null ? 2 * Small * Line + Below : 0)
            + (2 * Small * Line)
            + Below
            + Math.Max(24, Text(widget.In(content.More), Small));
    }

    private double Of(Block block) =>
        block switch
        {
            Block.Paragraph paragraph => Text(paragraph.Text.Text, paragraph.IsSmall ? Small : Letter) + Below,
            Block.Subtitle subtitle => 26 + Rows(subtitle.Text, 17, width) * 20.4,
            Block.Facts facts => Facts(facts.All),
            Block.Parts parts => Caption(parts.Question) + (parts.HasBar ? Bar : 0) + Text(parts.Answer, Letter) + 13 + Below,
            Block.Segments segments => Caption(segments.Name)
                + (segments.HasBar ? Bar : 0)
                + Legend(segments.All.Select(segment => $"{segment.Label}: {segment.Count}"))
                + Below,
            Block.Tiles tiles => Math.Min(width, 480) * TileGrid.Rows / TileGrid.Columns
                + 8
                + Legend(tiles.Classes.Select(one => $"{one.Label}: {one.Count} estados"))
                + (tiles.Elsewhere is { } elsewhere ? Text(elsewhere, Small) + Below : 0)
                + 28
                + Below,
            Block.Trend trend => Caption(trend.Name) + Drawn(170) + Legend(trend.Lines.Select(line => line.Label)) + Below,
            Block.Dots dots => Caption(dots.Name)
                + Drawn(24 * dots.Rows.Count + 20)
                + Legend(dots.Looks.Select(look => look.Label))
                + Below,
            Block.Strip strip => Caption(strip.Name)
                + Drawn(22 * strip.All.Count + 20)
                + Legend([.. ((string[])["Planeado", "Hecho", "Hecho después de lo planeado"])])
                + Below,
            Block.Stages stages => Caption(stages.Name)
                + Wrapped(stages.All.Select(stage => Wide(stage, Small) + 20), 5.6) * 33
                + 2 * Below,
            Block.Links links => links.All.Sum(link => Text(link.Text?.Text, Letter)) + Below,
            Block.Table table => Table(table),
            _ => throw new InvalidOperationException($"No widget has a {block.GetType().Name}."),
        };

    private double Caption(string text) => text.Length == 0 ? 0 : Text(text, Cell) + 4;

    /// <summary>A drawing of 340 units across.</summary>
    private double Drawn(double units) => Math.Min(width, 544) / 340 * units + 6;

    private double Legend(IEnumerable<string> keys) => Wrapped(keys.Select(key => Wide(key, Small) + 20), Cell) * 24 + Below;

    private double Facts(IReadOnlyList<Fact> all)
    {
        var columns = Math.Max(1, Math.Min(all.Count, (int)((width + Letter) / (176 + Letter))));
        var column = (width - Letter * (columns - 1)) / columns;
        return all.Chunk(columns)
                .Sum(row =>
                    8 + row.Max(fact => Text(fact.Name, Small, column) + Text(fact.Value?.Text ?? widget.In(Said.NoRecord), Letter, column))
                ) + Below;
    }

    /// <summary>Columns share the room as browsers let them: each has its longest word, and of what is left as much as it lacks.</summary>
    private double Table(Block.Table table)
    {
        var rows = table.Rows.Select(row => row.Select(cell => cell.Text?.Text ?? widget.In(Said.NoRecord)).ToList()).ToList();
        var columns = table
            .Columns.Select(
                (name, place) =>
                {
                    List<string> texts = [name, .. rows.Select(row => row[place])];
                    return (
                        Least: texts.SelectMany(Words).Max(word => Wide(word, Cell)) + 8,
                        Most: texts.Max(text => Wide(text, Cell)) + 8
                    );
                }
            )
            .ToList();
        var (least, most) = (columns.Sum(column => column.Least), columns.Sum(column => column.Most));
        var share = most <= width || most <= least ? 1 : Math.Max(0, (width - least) / (most - least));
        var widths = columns.Select(column => column.Least + (column.Most - column.Least) * share).ToList();
        double Row(IReadOnlyList<string> texts) => texts.Index().Max(cell => Text(cell.Item, Cell, widths[cell.Index] - 8)) + 11;
        // What is wider than the frame scrolls, on a bar of its own.
        return Caption(table.Caption) + Row(table.Columns) + rows.Sum(Row) + (least > width ? 17 : 0) + Below;
    }

    private double Text(string? text, double size, double? room = null) => Rows(text, size, room ?? width) * size * Line;

    private static int Rows(string? text, double size, double room)
    {
        var (rows, at) = (1, 0.0);
        var space = Wide(" ", size);
        foreach (var word in Words(text ?? ""))
        {
            var wide = Wide(word, size);
            if (at > 0 && at + space + wide > room)
            {
                (rows, at) = (rows + 1, 0);
            }

            // A word that is longer than its line is broken.
            rows += (int)(wide / Math.Max(room, size));
            at += (at > 0 ? space : 0) + wide;
        }

        return rows;
    }

    private int Wrapped(IEnumerable<double> all, double gap)
    {
        var (rows, at) = (1, 0.0);
        foreach (var one in all)
        {
            if (at > 0 && at + gap + one > width)
            {
                (rows, at) = (rows + 1, 0);
            }

            at += (at > 0 ? gap : 0) + one;
        }

        return rows;
    }

    private static string[] Words(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries) is [_, ..] words ? words : [""];

    private static double Wide(string text, double size) => Drawing.WidthOf(text, Drawing.Sans, (float)size) * Wider;
}
