using OpenGov.Api.Measures;

namespace OpenGov.Api.Embedding;

/// <summary>What a widget is made of, in the order in which it is read. A mark draws each (<c>Marks/</c>).</summary>
public abstract record Block
{
    /// <summary>
    /// Where the API has the data of a figure that is of no measure, each from the root of the API; none where that is what its page is
    /// made of.
    /// </summary>
    public IReadOnlyList<string> Data { get; init; } = [];

    /// <summary>
    /// Who says it, where that is said of it by itself: they are in its citation, and among the sources of all that it stands in.
    /// </summary>
    public IReadOnlyList<Records.SourceReference> Sources { get; init; } = [];

    /// <summary>Whether its numbers are what the presentation states: then it is named first, and is no voice that only retells.</summary>
    public bool IsStated { get; init; }

    /// <summary>
    /// The sources of the records that it draws, where its addresses have others, too, or none can be asked for them: they say whose data it
    /// shows, and are no voices of its own.
    /// </summary>
    public IReadOnlyList<Records.SourceReference> Behind { get; init; } = [];

    /// <summary>
    /// Whose data it shows, in a sentence that stands beside it, each part in its language; empty where that cannot be told, and in every
    /// widget.
    /// </summary>
    public IReadOnlyList<Spoken> Whose { get; init; } = [];

    /// <summary>The same without the kinds of those who publish, as its citation says it.</summary>
    public string? Published { get; init; }

    /// <summary>Whether it says anything that is on record: what only says that nothing is here is nobody's data.</summary>
    public bool SaysAnything =>
        this switch
        {
            Parts parts => parts.HasBar,
            Segments segments => segments.HasBar,
            Tiles tiles => tiles.All.Any(tile => tile.HasValue),
            Trend trend => trend.Lines.Any(line => line.Points.Count > 0),
            Dots dots => dots.Rows.Any(row => row.Values.Any(value => value is not null)),
            Strip strip => strip.All.Any(step => step.Planned is not null || step.Done is not null),
            Table { Of: not null } table => table.Rows.Any(row => row.Skip(1).Any(cell => cell.Text?.Text is not null)),
            Table table => table.Rows.Count > 0,
            Paragraph paragraph => !paragraph.IsUnknown,
            _ => true,
        };

    /// <summary>The measure that counts it; null for what no measure does.</summary>
    public Cited? Counted =>
        this switch
        {
            Parts parts => parts.Of,
            Table table => table.Of,
            Paragraph paragraph => paragraph.Of,
            _ => null,
        };

    /// <summary>Whether it is a figure, which is cited by itself.</summary>
    public bool IsFigure => this is Parts or Table or Tiles or Segments or Trend or Dots or Strip or Stages or Paragraph { Of: not null };

    /// <summary>The part of the page's address that leads to it; null for none, as in every widget.</summary>
    public string? Anchor { get; init; }

    /// <summary>
    /// The parts of the dashboard's page that say what begins here, first the one that says most of it: their names lead here, too. None in
    /// any widget.
    /// </summary>
    public IReadOnlyList<string> Places { get; init; } = [];

    /// <summary>A sentence.</summary>
    public sealed record Paragraph(Spoken Text, bool IsSmall = false, Cited? Of = null) : Block
    {
        /// <summary>What a voice says, in one line, where there is no room for its sentence; null for any other text.</summary>
        public string? Voice { get; init; }

        /// <summary>Whether all that it says of what is counted is that there is no record of it here.</summary>
        public bool IsUnknown { get; init; }

        /// <summary>Whether it is for paper alone, which has no links.</summary>
        public bool IsForPaper { get; init; }
    }

    /// <summary>A sentence for each number of a list, which leads to what it counts.</summary>
    public sealed record Sentence(IReadOnlyList<Cell> All) : Block;

    /// <summary>A title inside the widget.</summary>
    public sealed record Subtitle(string Text) : Block;

    /// <summary>Facts, each with its name.</summary>
    public sealed record Facts(IReadOnlyList<Fact> All) : Block;

    /// <summary>Yes, no and what is not on record, as a bar with its numbers in words.</summary>
    /// <remarks>The question is empty where the title above asks it.</remarks>
    public sealed record Parts(string Question, string Answer, int Yes, int No, int Unknown, string? RowsUrl, Cited? Of = null) : Block
    {
        /// <summary>What yes and no are called.</summary>
        public (Words Yes, Words No) Names { get; init; } = (Said.Yes, Said.No);

        /// <summary>How many more there are of which nothing is documented here: a part of the bar without a record.</summary>
        public int Undocumented { get; init; }

        /// <summary>Whether anything of it is known: a bar of nothing known would be a bar of nothing.</summary>
        public bool HasBar => Yes + No > 0;
    }

    /// <summary>How many are in each of some classes, as one bar with a legend.</summary>
    public sealed record Segments(string Name, IReadOnlyList<Segment> All, int Total) : Block
    {
        /// <summary>Whether anything of it is known.</summary>
        public bool HasBar => All.Any(segment => segment.Count > 0 && segment.Fill != Tile.NoRecord);
    }

    /// <summary>The 32 states as tiles, in classes.</summary>
    public sealed record Tiles(string Name, IReadOnlyList<Tile> All, IReadOnlyList<TileClass> Classes) : Block
    {
        /// <summary>
        /// Whether what is on record of each state is written into its tile: in all tiles or in none, so that no word looks as if it were
        /// missing.
        /// </summary>
        public bool HasTexts => All.All(tile => !tile.HasValue || tile.Says.Length <= MostLetters);

        /// <summary>What is on record of no state, in words; null for nothing.</summary>
        public string? Elsewhere { get; init; }

        private const int MostLetters = 5;
    }

    /// <summary>Values over editions; a line only between those that can be compared.</summary>
    public sealed record Trend(string Name, IReadOnlyList<TrendLine> Lines, IReadOnlyList<int> Breaks) : Block;

    /// <summary>Values from 0 to 1 on one scale: in each row a dot for each look, and a line between the outermost.</summary>
    public sealed record Dots(string Name, IReadOnlyList<DotLook> Looks, IReadOnlyList<DotRow> Rows) : Block;

    /// <summary>Steps over time, numbered: a ring on the day that was planned, a disc on the day on which it was done.</summary>
    public sealed record Strip(string Name, IReadOnlyList<Step> All) : Block;

    /// <summary>Steps, of which one is reached.</summary>
    public sealed record Stages(string Name, IReadOnlyList<string> All, int Reached) : Block;

    /// <summary>Links, each with its text.</summary>
    public sealed record Links(IReadOnlyList<Cell> All) : Block;

    /// <summary>A form that asks the page again with what is chosen.</summary>
    public sealed record Form(string Path, IReadOnlyList<FormField> Fields, string Submit) : Block;

    /// <summary>A text to copy, as it stands.</summary>
    public sealed record Snippet(string Name, string Text) : Block;

    /// <summary>A table. Cells of numbers stand at the right.</summary>
    public sealed record Table(string Caption, IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<Cell>> Rows, Cited? Of = null)
        : Block
    {
        /// <summary>How many rows there are, shown or not.</summary>
        public int Total { get; init; } = Rows.Count;

        /// <summary>Whether each row is a card where its columns do not fit, each cell under the name of its column.</summary>
        public bool IsCards { get; init; }
    }
}

/// <summary>The measure whose numbers are shown, as the API is asked for them: whoever doubts a number finds it again.</summary>
/// <param name="Measure">Its key.</param>
/// <param name="Query">Filters of its rows and the keys that it is grouped by, as a query.</param>
public sealed record Cited(string Measure, string Query)
{
    /// <summary>The same from the root of the API.</summary>
    public string Address => $"/measures/{Measure}/values{(Query.Length == 0 ? "" : "?")}{Query}";
}

/// <summary>A page whose figures are cited.</summary>
/// <param name="Title">What it is about.</param>
/// <param name="Site">Where it is.</param>
/// <param name="Address">Its address.</param>
/// <param name="Data">Where the API has what it is made of, from the root of the API; null where each figure says so itself.</param>
/// <param name="Day">The day of its facts.</param>
/// <param name="Today">The day on which it is read.</param>
public sealed record CitedPage(string Title, string Site, string Address, string? Data, DateOnly Day, DateOnly Today)
{
    /// <summary>The page, or a part of it, as it is cited: what it says, on which site, with whose data, and when and where it was read.</summary>
    internal string Cite(WidgetRequest widget, string asked, string? published, string? part = null)
    {
        var quoted = Sentence.Quoted(widget, asked);
        var of = published is null ? "" : $" {published}";
        return widget.In(
            new Words(
                $"«{quoted}», {Site}.{of} Consultado el {widget.On(Today)}: {Address}{part}",
                $"“{quoted}”, {Site}.{of} Accessed {widget.On(Today)}: {Address}{part}"
            )
        );
    }
}

/// <summary>A field of a form: one to write in, or one with choices.</summary>
/// <param name="Name">The parameter that it sets.</param>
/// <param name="Label">What it is called.</param>
/// <param name="Value">What the address has.</param>
/// <param name="Choices">Values with their names; null for a field to write in.</param>
public sealed record FormField(string Name, string Label, string? Value, IReadOnlyList<(string Value, string Label)>? Choices = null)
{
    /// <summary>The choice that sets nothing.</summary>
    public string Empty { get; init; } = "";

    /// <summary>Whether a date is written into it.</summary>
    public bool IsDate { get; init; }
}

/// <summary>A fact with its name; null where there is no record here.</summary>
public sealed record Fact(string Name, Spoken? Value, string? Href = null);

/// <summary>A part of a bar.</summary>
public sealed record Segment(string Label, int Count, string Fill);

/// <summary>A state on the tile grid. Its outline is broken where it is less than documented.</summary>
/// <param name="Id">The state.</param>
/// <param name="Name">Its name.</param>
/// <param name="Says">What is on record of it.</param>
/// <param name="Text">The same with how sure it is.</param>
/// <param name="Fill">How it is filled.</param>
/// <param name="Doubt">Why it is less than documented: only the presentation says it, or a source that says no more of it.</param>
public sealed record Tile(string Id, string Name, string Says, string Text, string Fill, string? Doubt = null)
{
    /// <summary>The fill of a state of which what is asked for is not on record.</summary>
    public const string NoRecord = "no-data";

    /// <summary>The fill of a state of which all that is on record was filtered away.</summary>
    public const string Outside = "outside";

    /// <summary>The fill of a state of which sources contradict what is on record.</summary>
    public const string Disputed = "disputed";

    /// <summary>Whether it has a value, and not the words for why it has none.</summary>
    public bool HasValue => !IsWithout(Fill);

    /// <summary>Whether a fill says why there is no value.</summary>
    public static bool IsWithout(string fill) => fill is NoRecord or Outside or Disputed;
}

/// <summary>A class of a map.</summary>
public sealed record TileClass(string Label, string Fill, int Count);

/// <summary>A line of a trend. Its look is a shape and a colour, either of which is enough to tell it from the others.</summary>
public sealed record TrendLine(string Label, string Look, IReadOnlyList<(int Edition, decimal Value)> Points);

/// <summary>What the dots of one look are.</summary>
public sealed record DotLook(string Label, string Look);

/// <summary>A row of dots, in the order of their looks; null where there is no record here.</summary>
public sealed record DotRow(string Label, IReadOnlyList<decimal?> Values);

/// <summary>A step: its number, and its days with what is said of them. Null where there is no record here.</summary>
public sealed record Step(int Number, DateOnly? Planned, DateOnly? Done, bool IsLate, string Said);

/// <summary>A cell.</summary>
/// <param name="Text">What it says; null where there is no record here.</param>
/// <param name="Href">Where it leads.</param>
/// <param name="IsNumber">Whether it stands at the right.</param>
/// <param name="Anchor">The part of the page's address that leads to it; null for none.</param>
public sealed record Cell(Spoken? Text, string? Href = null, bool IsNumber = false, string? Anchor = null)
{
    /// <summary>What stands small beside it on a page; null for nothing.</summary>
    public Spoken? Beside { get; init; }
}

/// <summary>What a widget shows.</summary>
public sealed record WidgetContent
{
    /// <summary>Its heading.</summary>
    public required Spoken Title { get; init; }

    /// <summary>What it is about, over the heading: the plan of a commitment, the group of a measure.</summary>
    public string? Eyebrow { get; init; }

    /// <summary>What it says of that, where another widget has the same title; null where its title is enough.</summary>
    public Words? Side { get; init; }

    /// <summary>The page of the dashboard with all of it, from its root.</summary>
    public required string Page { get; init; }

    /// <summary>What the link to that page says.</summary>
    public Words More { get; init; } = new("Ver todo con sus datos en OpenGov", "See all of it with its data on OpenGov");

    /// <summary>What it says.</summary>
    public required IReadOnlyList<Block> Blocks { get; init; }

    /// <summary>Who says it: the sources of the whole, and those of each of its parts.</summary>
    public IReadOnlyList<Records.SourceReference> Sources
    {
        get => SourceOrder.Union(field, Blocks);
        init;
    } = [];

    /// <summary>What its frame is called: two of them in one page are told apart by it.</summary>
    /// <param name="widget">How it is asked for.</param>
    /// <param name="isNarrowed">Whether its address narrows it: what it is then about belongs to its name.</param>
    public string Name(WidgetRequest widget, bool isNarrowed = false) =>
        string.Join(
            " · ",
            ((string?[])[Title.Text, Side is { } side ? widget.In(side) : null, isNarrowed ? Eyebrow : null])
                .OfType<string>()
                .DefaultIfEmpty("OpenGov")
        );

    /// <summary>Whether it shows what is on record; not so of a notice that says why nothing can be shown.</summary>
    public bool IsFact { get; init; } = true;

    /// <summary>Where who says it is found, of what is made of many records: of each its own sources.</summary>
    public Cell? Basis { get; init; }
}
