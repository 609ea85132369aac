namespace OpenGov.Api.Embedding;

/// <summary>
/// Attributes that a page has on any element, which <c>&lt;opengov-widget&gt;</c> hands on with its own as it stands pinned in many pages: those
/// of HTML, and those that frameworks write. They ask nothing of a widget.
/// </summary>
internal static class HostAttributes
{
    /// <summary>The global attributes of HTML but <c>lang</c>, which a widget takes, and <c>id</c>, which the element keeps.</summary>
    public static readonly IReadOnlySet<string> Global = new HashSet<string>
    {
        "accesskey",
        "align",
        "autocapitalize",
        "autocorrect",
        "autofocus",
        "class",
        "contenteditable",
        "dir",
        "draggable",
        "enterkeyhint",
        "exportparts",
        "hidden",
        "inert",
        "inputmode",
        "is",
        "itemid",
        "itemprop",
        "itemref",
        "itemscope",
        "itemtype",
        "nonce",
        "part",
        "popover",
        "role",
        "slot",
        "spellcheck",
        "style",
        "tabindex",
        "title",
        "translate",
        "virtualkeyboardpolicy",
        "width",
        "writingsuggestions",
    };

    private static readonly string[] Prefixes = ["_", "data-", "data_", "aria-", "aria_"];

    /// <summary>Takes them out of what is asked.</summary>
    public static void LeaveOut(HttpRequest request)
    {
        if (request.Query.Keys.Any(IsOne))
        {
            request.Query = new QueryCollection(request.Query.Where(given => !IsOne(given.Key)).ToDictionary());
        }
    }

    /// <summary>Whether a parameter is one of them.</summary>
    public static bool IsOne(string name) =>
        Global.Contains(name) || Prefixes.Any(prefix => name.StartsWith(prefix, StringComparison.Ordinal));
}
