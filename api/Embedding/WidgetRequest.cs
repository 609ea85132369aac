using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;
using OpenGov.Api.Database;
using OpenGov.Api.Http;
using OpenGov.Api.Lists;
using OpenGov.Api.Measures;

namespace OpenGov.Api.Embedding;

/// <summary>
/// How a widget is asked for. What only changes how it looks is left out when it is wrong, and the widget says so; what would change
/// its facts (the day, a measure, a filter) is refused, since other facts than those asked for mislead.
/// </summary>
public sealed partial class WidgetRequest
{
    /// <summary>Rows of a list in a widget: unless asked otherwise, and at most.</summary>
    public const int DefaultLimit = 5;

    /// <summary>Rows of a list in a widget at most.</summary>
    public const int MostRows = 50;

    /// <summary>Parameters that every widget takes.</summary>
    public static readonly string[] Looks = ["lang", "theme", "accent", "heading", "density", "limit", "as_of"];

    /// <summary>In which widgets speak, the first unless asked otherwise.</summary>
    public static readonly string[] Languages = ["es", "en"];

    /// <summary>What takes nothing that it cannot show: there is no room on it to say what it left out.</summary>
    /// <param name="Name">What it is called in a refusal, before what it does not take.</param>
    /// <param name="Takes">What it takes beside what its facts follow from.</param>
    internal sealed record Strict(Words Name, IReadOnlyList<string> Takes)
    {
        /// <summary>A badge.</summary>
        public static readonly Strict Badge = new(new Words("Una insignia no toma", "A badge takes no"), ["lang"]);

        /// <summary>A picture, which has its language in its path.</summary>
        public static readonly Strict Picture = new(new Words("Una imagen no toma", "A picture takes no"), ["width"]);
    }

    private static readonly string[] Themes = ["auto", "light", "dark", "contrast"];

    private static readonly string[] Densities = ["comfortable", "compact"];

    private readonly List<Words> notices = [];

    private bool isAdjusted;

    private WidgetRequest(HttpRequest request) => Request = request;

    /// <summary>The request.</summary>
    public HttpRequest Request { get; }

    /// <summary>`es` or `en`.</summary>
    public string Language { get; private set; } = "es";

    /// <summary>`auto` follows the reader's system.</summary>
    public string Theme { get; private set; } = "auto";

    /// <summary>Colour of links and marks as it was given, `#rrggbb`; null for the one of each theme.</summary>
    public string? Accent { get; private set; }

    /// <summary>Level of the heading, so that it fits the page around it: 2 to 6.</summary>
    public int Heading { get; private set; } = 2;

    /// <summary>Rows of a list.</summary>
    public int Limit { get; private set; } = DefaultLimit;

    /// <summary>Whether it takes less room.</summary>
    public bool IsCompact { get; private set; }

    /// <summary>The day whose facts it shows for ever; null for today's.</summary>
    public DateOnly? AsOf { get; private set; }

    /// <summary>The day on which it is read: of that day are the facts that it shows, unless another was asked for.</summary>
    public DateOnly Today { get; private set; }

    /// <summary>Whether it stands in the page of somebody else; a page of the dashboard draws the same marks in place.</summary>
    public bool IsFramed { get; private init; } = true;

    /// <summary>Where its links open: a frame is never navigated.</summary>
    public string? Target => IsFramed ? "_blank" : null;

    /// <summary>What its links are to the page around it.</summary>
    public string? Relation => IsFramed ? "noopener" : null;

    /// <summary>Parameters that it takes beside those that its facts follow from.</summary>
    internal IReadOnlyList<string> Taken { get; private init; } = [.. Looks.Except(["as_of"])];

    /// <summary>What was asked for and cannot be, for who pasted the widget.</summary>
    public IReadOnlyList<Words> Notices => notices;

    /// <summary>Whether all that was asked for was taken; a colour may have been made lighter or darker.</summary>
    public bool IsTaken => notices.Count == (isAdjusted ? 1 : 0);

    /// <summary>The words in the language of the widget.</summary>
    public string In(Words words) => Language == "en" ? words.En : words.Es;

    /// <summary>The text in the language of the widget, else the other one, and which it is.</summary>
    public Spoken Text(string? es, string? en) =>
        Language == "en"
            ? (en is null ? new Spoken(es, "es") : new Spoken(en, "en"))
            : (es is null ? new Spoken(en, "en") : new Spoken(es, "es"));

    /// <summary>The same; null where there is none in either language.</summary>
    public Spoken? Known(string? es, string? en) => Text(es, en) is { Text: not null } text ? text : null;

    /// <summary>
    /// A page of the dashboard in the language of the reader, of the same day as this, from its root, or an address elsewhere if it is one of the web; nothing for
    /// any other.
    /// </summary>
    public string? To(string address)
    {
        if (!address.StartsWith('/'))
        {
            return address.StartsWith("https://", StringComparison.Ordinal) || address.StartsWith("http://", StringComparison.Ordinal)
                ? address
                : null;
        }

        var root = IsFramed ? PublicAddress.Of(Request) : Request.PathBase.Value;
        if (!Pages.Dashboard.IsPage(address.Split('?', '#')[0]))
        {
            // A file is in no language and of no day, and refuses what it does not take.
            return root + address;
        }

        var hash = address.IndexOf('#', StringComparison.Ordinal);
        var (path, part) = hash < 0 ? (address, "") : (address[..hash], address[hash..]);
        string[] kept =
        [
            .. AsOf is { } day && !path.Contains("as_of=", StringComparison.Ordinal) ? [$"as_of={day:yyyy-MM-dd}"] : (string[])[],
            .. Language == Languages[0] ? [] : (string[])[$"lang={Language}"],
        ];
        return kept.Length == 0
            ? root + address
            : $"{root}{path}{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}{string.Join('&', kept)}{part}";
    }

    /// <summary>
    /// Where something that is shown leads: as <see cref="To"/>, but for the very page on which it stands, of which no part is named. Who
    /// is there is led nowhere.
    /// </summary>
    public string? Link(string address)
    {
        var isHere =
            !IsFramed
            && address.StartsWith('/')
            && new Uri(Here, address) is { Fragment: "" } at
            && string.Equals(at.AbsolutePath, Here.AbsolutePath, StringComparison.OrdinalIgnoreCase)
            && QueryHelpers.ParseQuery(at.Query) is var asked
            && (!asked.TryGetValue("as_of", out var day) || day == $"{AsOf:yyyy-MM-dd}")
            && Narrowed(asked).SetEquals(Narrowed(Request.Query));
        return isHere ? null : To(address);
    }

    /// <summary>The page that shows the rows behind a number; where none does, in a frame, the API's list of them: on a page a figure leads to no file.</summary>
    public string? Rows(string? address) => RowsPage(address) ?? (IsFramed ? address : null);

    /// <summary>The same on the page's own path: what shows the rows behind a number; null where no page does.</summary>
    public string? RowsPage(string? address)
    {
        var api = PublicAddress.OfApi(Request, "");
        return address is not null && address.StartsWith(api, StringComparison.Ordinal) ? RowsPages.Of(address[api.Length..]) : null;
    }

    /// <summary>The same marks in a page of the dashboard.</summary>
    internal static WidgetRequest OfPage(HttpRequest request, string language, DateOnly? asOf = null) =>
        new(request)
        {
            Language = language,
            AsOf = asOf,
            Limit = QueryBinding.MostRows,
            IsFramed = false,
        };

    /// <summary>The same words outside any page, in a feed or a calendar: its links are whole addresses.</summary>
    internal static WidgetRequest OfFile(HttpRequest request, string language, DateOnly? asOf) =>
        new(request) { Language = language, AsOf = asOf };

    /// <summary>Reads what every widget takes.</summary>
    /// <param name="request">The request.</param>
    /// <param name="own">What this widget takes beside it.</param>
    /// <param name="session">The state that is read: of the day that is asked for.</param>
    /// <param name="errors">What is wrong of the facts.</param>
    /// <param name="language">The language, where the address has it in its path; null for the parameter.</param>
    /// <param name="strict">What refuses that which it does not take; null for a widget, which says that it changed nothing.</param>
    internal static WidgetRequest Read(
        HttpRequest request,
        IReadOnlyCollection<string> own,
        ReadSession session,
        ParameterErrors errors,
        string? language = null,
        Strict? strict = null
    )
    {
        var read = strict is null ? new WidgetRequest(request) : new WidgetRequest(request) { Taken = strict.Takes };
        read.Language = language ?? read.One("lang", Languages) ?? Languages[0];
        read.Theme = read.One("theme", Themes) ?? "auto";
        read.IsCompact = read.One("density", Densities) == "compact";
        read.Heading = read.Number("heading", 2, 6) ?? 2;
        read.Limit = read.Number("limit", 1, MostRows) ?? DefaultLimit;
        read.Accent = read.ReadAccent();
        QueryBinding.ReadAsOf(request, session, errors);
        read.AsOf = session.AsOf;
        read.Today = session.Today;
        foreach (var name in request.Query.Keys.Where(name => name != "as_of" && !read.Taken.Contains(name)))
        {
            var shown = Embedding.Notices.Shown(name);
            if (strict is not null && (Looks.Contains(name) || !own.Contains(name)))
            {
                string[] takes = [.. read.Taken, "as_of", .. own.Except(request.Query.Keys)];
                errors.Add(
                    name,
                    ParameterCodes.UnknownParameter,
                    $"{strict.Name.En} '{shown}'.",
                    name,
                    takes,
                    after: $" It takes {string.Join(", ", takes)}.",
                    spanish: $"{strict.Name.Es} «{shown}»."
                );
                continue;
            }

            if (own.Contains(name))
            {
                continue;
            }

            if (own.Append("as_of").FirstOrDefault(known => AreLike(known, name)) is { } meant)
            {
                // Other facts than those that were meant would mislead.
                errors.Add(name, ParameterCodes.UnknownParameter, $"This widget has no parameter '{shown}'.", name, [meant]);
                continue;
            }

            read.notices.Add(
                new Words(
                    $"Este widget no tiene el parámetro «{shown}»; no cambió nada.",
                    $"This widget has no parameter “{shown}”; it changed nothing."
                )
            );
        }

        return read;
    }

    /// <summary>Whether two names have the same letters: <c>asOf</c> is meant as <c>as_of</c>.</summary>
    private static bool AreLike(string known, string given) =>
        string.Concat(known.Where(char.IsLetterOrDigit))
            .Equals(string.Concat(given.Where(char.IsLetterOrDigit)), StringComparison.OrdinalIgnoreCase);

    private string? One(string name, string[] values)
    {
        if (Given(name) is not { } given)
        {
            return null;
        }

        if (values.Contains(given))
        {
            return given;
        }

        Refuse(name, given, string.Join(", ", values));
        return null;
    }

    private int? Number(string name, int least, int most)
    {
        if (Given(name) is not { } given)
        {
            return null;
        }

        if (int.TryParse(given, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most)
        {
            return number;
        }

        Refuse(name, given, $"{least}–{most}");
        return null;
    }

    /// <summary>A colour; on each paper it is made as much lighter or darker as it takes to be read as text.</summary>
    private string? ReadAccent()
    {
        if (Given("accent") is not { } given)
        {
            return null;
        }

        var colour = given.StartsWith('#') ? given : $"#{given}";
        if (!Colour().IsMatch(colour))
        {
            Refuse("accent", given, new Words("seis dígitos hexadecimales, como a30f55", "six hexadecimal digits, such as a30f55"));
            return null;
        }

        // What follows the reader's system has two papers, of which no colour suits both: it is adjusted in silence to the other one.
        colour = colour.ToLowerInvariant();
        var papers = Contrast.Papers(Theme);
        if (papers.All(paper => Contrast.Between(colour, paper.Colour) < paper.Least))
        {
            var least = papers[0].Least.ToString(CultureInfo.InvariantCulture);
            isAdjusted = true;
            var used = string.Join(", ", papers.Select(paper => Contrast.Readable(colour, paper)));
            notices.Add(
                new Words(
                    $"El color {colour} no se distingue lo suficiente del fondo ({least} : 1); se usa el más parecido que sí: {used}.",
                    $"The colour {colour} does not stand out enough from the background ({least} : 1); the nearest that does is used: {used}."
                )
            );
        }

        return colour;
    }

    private string? Given(string name)
    {
        var all = Request.Query.Given(name);
        if (all is not [{ Length: > 0 } given, ..])
        {
            return null;
        }

        if (all.Count == 1)
        {
            return given;
        }

        notices.Add(
            new Words(
                $"«{name}» está más de una vez, y toma un solo valor; no cambió nada.",
                $"“{name}” stands more than once, and takes one value; it changed nothing."
            )
        );
        return null;
    }

    private void Refuse(string name, string given, string values) => Refuse(name, given, new Words(values, values));

    private void Refuse(string name, string given, Words values)
    {
        var shown = Embedding.Notices.Shown(given);
        notices.Add(
            new Words(
                $"«{shown}» no es un valor de «{name}»; toma {values.Es}.",
                $"“{shown}” is no value of “{name}”; it takes {values.En}."
            )
        );
    }

    /// <summary>The page on which it stands.</summary>
    private Uri Here => new(new Uri("http://page"), Pages.PageList.PathOf(Request.Path));

    /// <summary>What narrows a page.</summary>
    private static HashSet<string> Narrowed(IEnumerable<KeyValuePair<string, StringValues>> query) =>
        [.. query.Where(one => one.Key is not ("lang" or "as_of")).Select(one => $"{one.Key}={one.Value}")];

    [GeneratedRegex("^#[0-9a-fA-F]{6}$", RegexOptions.CultureInvariant)]
    private static partial Regex Colour();
}

/// <summary>A text and its language; null when there is none.</summary>
public sealed record Spoken(string? Text, string Language);
