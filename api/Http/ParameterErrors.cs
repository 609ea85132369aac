using System.Text.Json;
using OpenGov.Api.Records;

namespace OpenGov.Api.Http;

/// <summary>
/// What is wrong with the parameters of a request, by parameter. A refusal costs less than an answer: only
/// the first errors are told, and only for the first of all the nearest right name is looked for.
/// </summary>
internal sealed class ParameterErrors
{
    public const string UnknownParameter = "/problems/unknown-parameter";
    public const string InvalidParameter = "/problems/invalid-parameter";
    public const string InvalidCursor = "/problems/invalid-cursor";

    /// <summary>How many errors are told.</summary>
    public const int MostErrors = 20;

    /// <summary>For how many the nearest right name is looked for.</summary>
    public const int MostSuggestions = 5;

    /// <summary>Bytes of all messages; they stand in the answer twice.</summary>
    private const int MostBytes = 5_000;

    private int bytes;
    private int suggestions;

    /// <summary>The messages, by parameter, in the order in which they were found.</summary>
    public Dictionary<string, List<string>> All { get; } = [];

    /// <summary>The type of the problem: that of the first error.</summary>
    public string? Kind { get; private set; }

    public bool Any => All.Count > 0;

    /// <summary>Whether there are enough errors; what else is wrong is not looked for.</summary>
    public bool IsFull { get; private set; }

    /// <summary>Whether the nearest right name is still looked for.</summary>
    public bool SuggestsMore => !IsFull && suggestions < MostSuggestions;

    /// <summary>Adds an error, unless there are enough.</summary>
    public void Add(string parameter, string message, string kind = InvalidParameter)
    {
        Kind ??= kind;
        var name = Shown(parameter);
        var size = JsonEncodedText.Encode($"{name}{message}", Json.Options.Encoder).EncodedUtf8Bytes.Length;
        if (IsFull || (Any && bytes + size > MostBytes))
        {
            IsFull = true;
            return;
        }

        if (!All.TryGetValue(name, out var messages))
        {
            All[name] = messages = [];
        }

        bytes += size;
        messages.Add(message);
        IsFull = All.Values.Sum(of => of.Count) >= MostErrors;
    }

    /// <summary>Adds the same kind of error for each of several values, until there are enough.</summary>
    public void AddEach(string parameter, IReadOnlyList<string> given, Func<string, string> message, string kind = InvalidParameter)
    {
        foreach (var one in given.TakeWhile(_ => !IsFull))
        {
            Add(parameter, message(one), kind);
        }
    }

    /// <summary>A sentence that names the nearest right name, after another one; nothing when there is none, or no more are looked for.</summary>
    public string Nearest(string given, IEnumerable<string> candidates) =>
        SuggestsMore && suggestions++ >= 0 && Suggestion.Nearest(given, candidates) is { } nearest ? $" Did you mean '{nearest}'?" : "";

    /// <summary>What was given, short enough to be said again.</summary>
    public static string Shown(string text) => text.Length <= 60 ? text : $"{text[..60]}…";
}
