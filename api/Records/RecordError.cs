using System.Globalization;
using System.Text;
using OpenGov.Api.Lists;

namespace OpenGov.Api.Records;

/// <summary>
/// Something wrong with a record, as data: where, what, and what would be right. Whoever shows it to people makes a
/// sentence of it; programs go by the code, which is documented and stays.
/// </summary>
/// <param name="Code">The kind of error, one of <see cref="ErrorCodes"/>.</param>
/// <param name="Detail">What is wrong and what would be right, in English.</param>
public sealed record RecordError(string Code, string Detail)
{
    /// <summary>The same as <see cref="Detail"/> in Spanish, where those who keep the record must know what to do; null where English says it alone.</summary>
    public string? DetailEs { get; init; }

    /// <summary>The field at fault; null when the whole record is meant.</summary>
    public string? Field { get; init; }

    /// <summary>What was given, cut when it is long; null when nothing was.</summary>
    public string? Value { get; init; }

    /// <summary>What would be right, when that is a short list.</summary>
    public IReadOnlyList<string>? Allowed { get; init; }

    /// <summary>The nearest right value; null when none is near.</summary>
    public string? Nearest { get; init; }

    /// <summary>Table of the record; null when it is the one that was given.</summary>
    public string? RecordType { get; init; }

    /// <summary>Id of the record; null when it is the one that was given.</summary>
    public string? RecordId { get; init; }

    /// <summary>File of a package; null when the record came another way.</summary>
    public string? File { get; init; }

    /// <summary>Line of the file, 1 for the header; null when the whole file is meant.</summary>
    public int? Line { get; init; }

    /// <summary>Column of the file, from 1; null when the whole line is meant.</summary>
    public int? Column { get; init; }

    /// <summary>The place in a JSON body (RFC 6901).</summary>
    public string JsonPointer =>
        Field is null ? "" : $"/{Field.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal)}";

    /// <summary>The same error, found in a file.</summary>
    public RecordError At(string file, int? line, int? column = null) => this with { File = file, Line = line, Column = column };

    /// <summary>The error as a line of text: where it is, and what.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        if (File is not null)
        {
            text.Append(File);
            if (Line is { } line)
            {
                text.Append(CultureInfo.InvariantCulture, $":{line}");
            }
        }

        if (File is null && RecordId is not null)
        {
            text.Append(RecordType).Append(' ').Append(RecordId);
        }

        if (Field is not null)
        {
            text.Append(text.Length > 0 ? " " : "").Append('[').Append(Field).Append(']');
        }

        return text.Append(text.Length > 0 ? ": " : "").Append(Detail).ToString();
    }

    /// <summary>What is said of a name that no field has.</summary>
    internal static RecordError UnknownField(Table table, string name)
    {
        var nearest = Suggestion.Nearest(name, table.ByName.Keys);
        return new RecordError(ErrorCodes.UnknownField, $"There is no field of this name in {table.Name}.{Suggestion.Sentence(nearest)}")
        {
            Field = Shown(name),
            Nearest = nearest,
        };
    }

    /// <summary>What is said of a field that is given twice.</summary>
    internal static RecordError DuplicateField(string name) =>
        new(ErrorCodes.DuplicateField, "The field stands twice.") { Field = Shown(name) };

    /// <summary>What was given, short enough to be said again.</summary>
    internal static string Shown(string text)
    {
        var start = GivenText.Start(text);

        // What moves the cursor of a terminal, or turns the text round, stays out of what is said.
        return start.Any(IsUnseen) ? string.Concat(start.Select(character => IsUnseen(character) ? '\uFFFD' : character)) : start;
    }

    private static bool IsUnseen(char character) =>
        char.IsControl(character) || char.GetUnicodeCategory(character) is UnicodeCategory.Format;
}

/// <summary>The kinds of error of records; <c>docs/api/errors.md</c> explains each.</summary>
public static class ErrorCodes
{
    /// <summary>A value is required and missing.</summary>
    public const string Required = "required";

    /// <summary>The value has another type than the field.</summary>
    public const string WrongType = "wrong_type";

    /// <summary>The value is no whole number.</summary>
    public const string NotAnInteger = "not_an_integer";

    /// <summary>The value is no number.</summary>
    public const string NotANumber = "not_a_number";

    /// <summary>The value is neither true nor false.</summary>
    public const string NotABoolean = "not_a_boolean";

    /// <summary>The value is no date.</summary>
    public const string NotADate = "not_a_date";

    /// <summary>The number is less than is possible.</summary>
    public const string TooSmall = "too_small";

    /// <summary>The number is more than is possible.</summary>
    public const string TooLarge = "too_large";

    /// <summary>The number has more digits than are kept.</summary>
    public const string TooPrecise = "too_precise";

    /// <summary>The text is longer than the field.</summary>
    public const string TooLong = "too_long";

    /// <summary>The text holds a character that no text has.</summary>
    public const string ControlCharacter = "control_character";

    /// <summary>The text has not the form of the field.</summary>
    public const string WrongForm = "wrong_form";

    /// <summary>The code is none of its vocabulary.</summary>
    public const string UnknownCode = "unknown_code";

    /// <summary>There is no field of that name.</summary>
    public const string UnknownField = "unknown_field";

    /// <summary>The field stands twice.</summary>
    public const string DuplicateField = "duplicate_field";

    /// <summary>The record that is named does not exist.</summary>
    public const string UnknownRecord = "unknown_record";

    /// <summary>Another record has the value already.</summary>
    public const string Duplicate = "duplicate";

    /// <summary>Records lead back to themselves.</summary>
    public const string Circle = "circle";

    /// <summary>The id is not written as ids of its table are.</summary>
    public const string NotCanonical = "not_canonical";

    /// <summary>A date and its precision come together.</summary>
    public const string PrecisionMissing = "precision_missing";

    /// <summary>Two dates stand in the wrong order.</summary>
    public const string WrongOrder = "wrong_order";

    /// <summary>What was inferred says from what.</summary>
    public const string NoteMissing = "note_missing";

    /// <summary>Two fields of the record contradict each other.</summary>
    public const string Contradiction = "contradiction";

    /// <summary>Others name the record, so it cannot be withdrawn.</summary>
    public const string StillNamed = "still_named";

    /// <summary>The file or the body cannot be read.</summary>
    public const string Unreadable = "unreadable";

    /// <summary>The text holds markup; texts are plain.</summary>
    public const string Markup = "markup";

    /// <summary>The field is given by a rule, or follows from other records: nobody types it.</summary>
    public const string Computed = "computed";

    /// <summary>The id is given by rule, and what it is made of stays.</summary>
    public const string Fixed = "fixed";

    /// <summary>The step needs public evidence.</summary>
    public const string EvidenceMissing = "evidence_missing";

    /// <summary>The step needs a reason.</summary>
    public const string ReasonMissing = "reason_missing";

    /// <summary>A decision on a proposal comes with a reasoned response.</summary>
    public const string ResponseMissing = "response_missing";

    /// <summary>A plan cannot be adopted while a proposal to it has no reasoned response.</summary>
    public const string UnansweredProposal = "unanswered_proposal";

    /// <summary>What is verified was completed before.</summary>
    public const string NotCompleted = "not_completed";

    /// <summary>What was verified stays as it was.</summary>
    public const string Verified = "verified";

    /// <summary>Verification needs another organisation than the one that reports.</summary>
    public const string OwnVerification = "own_verification";

    /// <summary>Write: the organisation that would say it has ended.</summary>
    public const string EndedOrganization = "ended_organization";

    /// <summary>An organisation speaks with the voice of its sector.</summary>
    public const string OtherVoice = "other_voice";

    /// <summary>The file that is named is not kept here.</summary>
    public const string UnknownFile = "unknown_file";

    /// <summary>By its content a file is none that is kept.</summary>
    public const string RefusedFile = "refused_file";

    /// <summary>The codes of what the process forbids, rather than of what is no good record.</summary>
    private static readonly HashSet<string> OfTheProcess =
    [
        Computed,
        EvidenceMissing,
        ReasonMissing,
        ResponseMissing,
        UnansweredProposal,
        NotCompleted,
        Verified,
        OwnVerification,
        EndedOrganization,
        OtherVoice,
        UnknownFile,
        StillNamed,
    ];

    /// <summary>
    /// The status of a refusal with this code: 409 where another record has what only one may have, 415 for what is no file that is kept,
    /// 422 where a rule of the process forbids the step, else 400.
    /// </summary>
    internal static int StatusOf(string code) =>
        code == Duplicate ? StatusCodes.Status409Conflict
        : code == RefusedFile ? StatusCodes.Status415UnsupportedMediaType
        : OfTheProcess.Contains(code) ? StatusCodes.Status422UnprocessableEntity
        : StatusCodes.Status400BadRequest;
}
