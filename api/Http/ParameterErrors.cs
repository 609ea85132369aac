using System.Text.Json;
using System.Text.Json.Serialization;
using OpenGov.Api.Lists;
using OpenGov.Api.Records;

namespace OpenGov.Api.Http;

/// <summary>Something wrong with a parameter, as data: which, what was given, and what would be right.</summary>
/// <param name="Parameter">The parameter.</param>
/// <param name="Code">The kind of error; `docs/api/errors.md` explains each, and they stay.</param>
/// <param name="Detail">What is wrong and what would be right, in English.</param>
internal sealed record ParameterError(
    [property: JsonPropertyOrder(0)] string Parameter,
    [property: JsonPropertyOrder(1)] string Code,
    [property: JsonPropertyOrder(5)] string Detail
)
{
    /// <summary>What was given, cut after 60 characters; null when nothing was.</summary>
    [JsonPropertyOrder(2)]
    public string? Value { get; init; }

    /// <summary>What would be right, when that is a short list and was not told before.</summary>
    [JsonPropertyOrder(3)]
    public IReadOnlyCollection<string>? Allowed { get; init; }

    /// <summary>The right value that was probably meant; null when none is near.</summary>
    [JsonPropertyOrder(4)]
    public string? Nearest { get; init; }

    /// <summary>The same as `detail`, in Spanish.</summary>
    [JsonPropertyOrder(6)]
    public string DetailEs { get; init; } = "";

    /// <summary>A part of the path that is none of those that there are.</summary>
    /// <param name="parameter">What the description calls that part.</param>
    /// <param name="code">The kind of error.</param>
    /// <param name="value">What was given.</param>
    /// <param name="nearest">What was probably meant; null when nothing is near.</param>
    /// <param name="detail">What is wrong, in English.</param>
    /// <param name="spanish">The same in Spanish.</param>
    public static ParameterError OfPath(string parameter, string code, string value, string? nearest, string detail, string spanish) =>
        new(parameter, code, $"{detail}{Suggestion.Sentence(nearest)}")
        {
            Value = ParameterErrors.Shown(value),
            Nearest = nearest,
            DetailEs = $"{spanish}{Suggestion.Spanish(nearest)}",
        };
}

/// <summary>The kinds of error of parameters, beside those of records; <c>docs/api/errors.md</c> explains each.</summary>
internal static class ParameterCodes
{
    public const string UnknownParameter = "unknown_parameter";
    public const string Empty = "empty";
    public const string Repeated = "repeated";
    public const string TooMany = "too_many_values";
    public const string OutOfRange = "out_of_range";
    public const string InTheFuture = "in_the_future";
    public const string InvalidCursor = "invalid_cursor";
    public const string UnknownState = "unknown_state";
    public const string UnknownPosition = "unknown_position";
    public const string UnknownEpoch = "unknown_epoch";
    public const string NotInThisFormat = "not_in_this_format";
}

/// <summary>
/// What is wrong with the parameters of a request. A refusal costs less than an answer: only the first errors are told,
/// and only for the first of all the nearest right name is looked for.
/// </summary>
internal sealed class ParameterErrors
{
    /// <summary>How many errors are told.</summary>
    public const int MostErrors = 20;

    /// <summary>For how many the nearest right name is looked for.</summary>
    public const int MostSuggestions = 5;

    /// <summary>Values that may stand as what is allowed; the description of the API has longer lists.</summary>
    private const int MostAllowed = 40;

    /// <summary>Bytes of all messages, in both languages; they stand in the answer twice.</summary>
    private const int MostBytes = 5_000;

    private readonly List<ParameterError> all = [];
    private int bytes;
    private int suggestions;

    /// <summary>The errors, in the order in which they were found.</summary>
    public IReadOnlyList<ParameterError> All => all;

    public bool Any => all.Count > 0;

    /// <summary>Whether there are enough errors; what else is wrong is not looked for.</summary>
    public bool IsFull { get; private set; }

    /// <summary>Whether the nearest right name is still looked for.</summary>
    public bool SuggestsMore => !IsFull && suggestions < MostSuggestions;

    /// <summary>Adds an error, unless there are enough.</summary>
    /// <param name="parameter">The parameter at fault.</param>
    /// <param name="code">What is wrong.</param>
    /// <param name="detail">The same, as a sentence.</param>
    /// <param name="value">What was given.</param>
    /// <param name="allowed">All that would be right; null when that is no list.</param>
    /// <param name="near">Some of what would be right, when not all of it can be told.</param>
    /// <param name="named">Looks for what was given by its name, when nothing that would be right is near.</param>
    /// <param name="after">What the sentence ends with, after the nearest right name.</param>
    /// <param name="spanish">The sentence in Spanish, where the one of its code does not say enough.</param>
    public void Add(
        string parameter,
        string code,
        string detail,
        string? value = null,
        IReadOnlyCollection<string>? allowed = null,
        IEnumerable<string>? near = null,
        Func<string?>? named = null,
        string after = "",
        string? spanish = null
    )
    {
        if (IsFull)
        {
            return;
        }

        var nearest =
            value is not null && (near ?? allowed) is { } candidates && SuggestsMore && suggestions++ >= 0
                ? Suggestion.Nearest(value, candidates) ?? named?.Invoke()
                : null;
        var error = new ParameterError(Shown(parameter), code, $"{detail}{Suggestion.Sentence(nearest)}{after}")
        {
            Value = value is null ? null : Shown(value),
            Allowed =
                allowed?.Count <= MostAllowed && !all.Exists(told => told.Parameter == parameter && told.Allowed is not null)
                    ? allowed
                    : null,
            Nearest = nearest,
        };
        var listed = allowed?.Count <= MostAllowed || after.Length > 0 ? allowed : null;
        error = error with { DetailEs = SpanishRefusals.Of(error, listed, spanish) };
        var size =
            JsonEncodedText.Encode($"{error.Parameter}{error.Detail}{error.DetailEs}", Json.Options.Encoder).EncodedUtf8Bytes.Length
            + ((error.Value?.Length + error.Allowed?.Sum(one => one.Length + 3)) ?? 0);
        if (Any && bytes + size > MostBytes)
        {
            IsFull = true;
            return;
        }

        bytes += size;
        all.Add(error);
        IsFull = all.Count >= MostErrors;
    }

    /// <summary>Adds that a parameter that takes one value stands more than once.</summary>
    /// <param name="parameter">The parameter at fault.</param>
    /// <param name="count">How often it stands.</param>
    public void AddRepeated(string parameter, int count) =>
        Add(
            parameter,
            ParameterCodes.Repeated,
            $"'{parameter}' stands {count} times; it takes one value.",
            spanish: $"«{parameter}» está {count} veces, y toma un solo valor."
        );

    /// <summary>Adds that a list has more values than are possible.</summary>
    /// <param name="parameter">The parameter at fault.</param>
    /// <param name="count">How many it has.</param>
    /// <param name="most">How many are possible.</param>
    public void AddTooMany(string parameter, int count, int most) =>
        Add(
            parameter,
            ParameterCodes.TooMany,
            $"'{parameter}' has {count} values; at most {most} are possible.",
            spanish: $"«{parameter}» tiene {count} valores; a lo más son posibles {most}."
        );

    /// <summary>What was given, short enough to be said again.</summary>
    public static string Shown(string text) => GivenText.Start(text);
}
