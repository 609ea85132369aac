using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Primitives;
using OpenGov.Api.Commitments;
using OpenGov.Api.Embedding.Widgets;
using OpenGov.Api.Http;

namespace OpenGov.Api.Embedding;

/// <summary>Pages of the dashboard, and the widget that shows the same: for editors (oEmbed) and for the picture of a shared link.</summary>
internal static class PageWidgets
{
    private const string Finished = "measure/finished";

    private const string Compared = "compare/participating_states";

    private const string StageMap = "map/state_stage";

    private const string Secretariats = "map/states_with_secretariat";

    private static readonly Regex ComparePage = Page("compare");

    /// <summary>What the page of states calls the measure that it shows, and which it is.</summary>
    private static readonly Dictionary<string, string> MapsOfStates = new()
    {
        ["participates"] = "participating_states",
        ["stage"] = "state_stage",
        ["secretariat"] = "states_with_secretariat",
        ["plans_stated"] = "plans_stated",
        ["plans_documented"] = "plans_documented",
        ["commitments_documented"] = "commitments_documented",
    };

    /// <summary>Parameters of a page that its widget takes, too, and shows what the page is narrowed to.</summary>
    private static readonly Dictionary<string, IReadOnlySet<string>> Narrowing = new()
    {
        [Finished] = CommitmentsRepository.Sql.Filters.Select(filter => filter.Name).ToHashSet(),
        [Compared] = new HashSet<string> { "states" },
    };

    /// <summary>How a page shows the same rows: that changes nothing of what a widget says.</summary>
    public static readonly IReadOnlySet<string> Unnarrowing = new HashSet<string> { "lang", "as_of", "sort", "cursor", "rows", "view" };

    /// <summary>How the pages of the first way showed what they showed, of which a widget has nothing.</summary>
    private static readonly string[] OnlyShown = ["sort", "cursor", "rows", "view", "map", "tab", "class", "steps"];

    private static readonly (Regex Page, string Widget, string? Table)[] Shown =
    [
        (RecordPage("commitments"), "commitment/{0}", "commitments"),
        (RecordPage("plans"), "plan/{0}", "plans"),
        (RecordPage("states"), "state/{0}", "states"),
        (Page(""), StageMap, null),
        (Page("states"), StageMap, null),
        (Page("plans"), "measure/finished?by=plan", null),
        (Page("commitments"), Finished, null),
        (Page("themes"), "measure/finished?by=policy_area", null),
        (Page("secretariats"), Secretariats, null),
        (Page("dialogue"), "sessions", null),
        (Page("organizations"), "measure/secretariat_members?by=sector", null),
        (Page("coverage"), "measure/coverage", null),
        (Page("metrics"), "metric", null),
        (Page("changes"), "changes", null),
    ];

    /// <summary>The kind of widget that a path names, and what it is about, null for nothing; null when it is the path of none.</summary>
    /// <param name="path">The path, decoded; but for the id its letters may be large or small.</param>
    public static (string Kind, string? Id)? Parse(string path) =>
        (string[])[.. path.Split('/').Select((part, place) => place < 4 ? part.ToLowerInvariant() : part)] switch
        {
            ["", "embed", "v1", { Length: > 0 } kind] => (kind, null),
            ["", "embed", "v1", { Length: > 0 } kind, { Length: > 0 } id] => (kind, id),
            _ => null,
        };

    /// <summary>The widget of a page; null when none shows what it shows.</summary>
    /// <param name="path">The path of the page, decoded.</param>
    public static PageWidget? Find(string path)
    {
        foreach (var (page, widget, table) in Shown)
        {
            if (page.Match(path) is { Success: true } match)
            {
                return new PageWidget(widget, table, match.Groups["id"].Value);
            }
        }

        return null;
    }

    /// <summary>
    /// The widget of a page as its address narrows it; null where none shows what it shows, as when it is narrowed by more than a widget
    /// can say.
    /// </summary>
    /// <param name="path">The path of the page, decoded.</param>
    /// <param name="given">The parameters of its address.</param>
    public static (PageWidget Widget, QueryString Narrowing)? Find(string path, IReadOnlyDictionary<string, StringValues> given)
    {
        if ((IsCompared(path, given) ? new PageWidget(Compared, null, "") : Find(path)) is not { } found)
        {
            return null;
        }

        var takes = Narrowing.GetValueOrDefault(found.Widget);
        var narrowing = given.Where(one => !Unnarrowing.Contains(one.Key)).ToList();
        return found.Table is null && narrowing.Exists(one => takes?.Contains(one.Key) != true)
            ? null
            : (found, QueryString.Create(narrowing.Where(one => takes?.Contains(one.Key) == true)));
    }

    /// <summary>
    /// The widget of what was framed as a page, and which of its parameters the widget does not need; no widget where the page had none.
    /// </summary>
    /// <param name="path">The path of the page, decoded.</param>
    /// <param name="query">The parameters of its address.</param>
    public static (PageWidget? Widget, IReadOnlyList<string> Left) Moved(string path, IQueryCollection query)
    {
        if (IsCompared(path, query.ToDictionary()))
        {
            return (new PageWidget(Compared, null, ""), OnlyShown);
        }

        var found = Find(path);
        if (found?.Widget is not (StageMap or Secretariats))
        {
            return (found, OnlyShown);
        }

        // A map shows every state: one that was asked for has a widget of its own.
        if (query.Given("state").ToString() is { Length: > 0 } state && !state.Contains(','))
        {
            return (
                new PageWidget($"{(found.Widget == Secretariats ? "secretariat" : "state")}/{{0}}", null, state),
                [.. OnlyShown, "state"]
            );
        }

        var measure = query.Given("measure").ToString();
        return MapsOfStates.TryGetValue(measure, out var mapped)
                ? (found with { Widget = $"map/{mapped}" }, [.. OnlyShown, "measure", "edition"])
            : measure.Length > 0 && query.Has("edition")
                ? (found with { Widget = $"map/metric_value?indicator={Uri.EscapeDataString(measure)}" }, [.. OnlyShown, "measure"])
            : (found, [.. OnlyShown, "measure", "edition"]);
    }

    /// <summary>States are compared when the address says which: as many as are compared at once.</summary>
    private static bool IsCompared(string path, IReadOnlyDictionary<string, StringValues> given) =>
        ComparePage.IsMatch(path)
        && given.TryGetValue("states", out var states)
        && CompareWidget.Asked(states).Count is >= CompareWidget.Fewest and <= CompareWidget.Most;

    private static Regex RecordPage(string name) => new($"^/{name}/(?<id>[^/]+)/?$", RegexOptions.CultureInvariant);

    private static Regex Page(string name) => new($"^/{name}{(name.Length > 0 ? "/?" : "")}$", RegexOptions.CultureInvariant);
}

/// <summary>The widget that shows what a page shows.</summary>
/// <param name="Widget">Its address under <c>/embed/v1/</c>; <c>{0}</c> stands for the id of the record.</param>
/// <param name="Table">The table of the record that the page is about; null when it is about none.</param>
/// <param name="Id">The id in the address of the page; empty when there is none.</param>
internal sealed record PageWidget(string Widget, string? Table, string Id)
{
    /// <summary>Its kind, and what it is about as the address of the page has it; parameters are left out.</summary>
    public (string Kind, string? Id)? Read() =>
        PageWidgets.Parse($"/embed/v1/{Widget.Split('?')[0].Replace("{0}", Id, StringComparison.Ordinal)}");

    /// <summary>Its address from the root, with the record's own id.</summary>
    public string Address(string id) => $"/embed/v1/{string.Format(CultureInfo.InvariantCulture, Widget, Uri.EscapeDataString(id))}";
}
