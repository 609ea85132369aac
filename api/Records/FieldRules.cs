using System.Globalization;
using System.Text;
using OpenGov.Api.Database;

namespace OpenGov.Api.Records;

/// <summary>What a value of a field must be: the constraints of the schema.</summary>
public static class FieldRules
{
    /// <summary>A text with a character that no text has.</summary>
    internal static readonly RecordError ControlCharacter = new(
        ErrorCodes.ControlCharacter,
        "The text holds a control character, one that turns its direction, or a code that is no character."
    );

    private static readonly DateOnly First = new(1900, 1, 1);
    private static readonly DateOnly Last = new(2100, 12, 31);

    /// <summary>The first rule that the value breaks; null when it is good.</summary>
    public static RecordError? Broken(Field field, object? value) =>
        value switch
        {
            null => field.Required ? new RecordError(ErrorCodes.Required, "A value is required.") : null,
            long whole => OutOfRange(field, whole),
            decimal number => OutOfRange(field, number),
            string text => Unfit(field, text),
            DateOnly date => OutOfTime(date),
            _ => null,
        };

    /// <summary>
    /// Whether a text holds what no text has: control characters but tabs and line breaks; what changes the direction of the words behind
    /// it, with which a text reads otherwise than it is; and codes that are no characters, which break every file that is made of it.
    /// </summary>
    internal static bool HoldsNoText(string text)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            if (
                Rune.IsControl(rune) && rune.Value is not ('\n' or '\r' or '\t')
                || rune.Value is (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069) or (>= 0xFDD0 and <= 0xFDEF)
                || (rune.Value & 0xFFFE) == 0xFFFE
            )
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a text shows nothing.</summary>
    internal static bool IsBlank(string text) => text.EnumerateRunes().All(ShowsNothing);

    /// <summary>Whether a text is of more than one line, or of columns.</summary>
    internal static bool BreaksLine(ReadOnlySpan<char> text) => text.IndexOfAny("\n\r\t\u2028\u2029") >= 0;

    /// <summary>
    /// The first character of a text that nobody sees, by which two names look alike and a word is not found; null when there is none. What
    /// joins or picks the form of a letter that is not Latin belongs to it.
    /// </summary>
    internal static int? Unseen(string text)
    {
        const int LastOfLatin = 0x024F;
        var before = new Rune(' ');
        foreach (var rune in text.EnumerateRunes())
        {
            var isJoiner = rune.Value is 0x200C or 0x200D or (>= 0xFE00 and <= 0xFE0F);
            if (isJoiner ? before.Value <= LastOfLatin || Rune.IsWhiteSpace(before) : IsUnseen(rune))
            {
                return rune.Value;
            }

            before = rune;
        }

        return null;
    }

    private static bool IsUnseen(Rune rune) =>
        !Rune.IsWhiteSpace(rune) && Rune.GetUnicodeCategory(rune) is not UnicodeCategory.NonSpacingMark && ShowsNothing(rune)
        || rune.Value is 0x034F or 0x17B4 or 0x17B5 or (>= 0x180B and <= 0x180F) or (>= 0xE0000 and <= 0xE0FFF);

    /// <summary>A blank, a mark that belongs to a letter before it, and what Unicode calls ignorable or is drawn as a blank.</summary>
    private static bool ShowsNothing(Rune rune) =>
        Rune.IsWhiteSpace(rune)
        || Rune.GetUnicodeCategory(rune) is UnicodeCategory.Format or UnicodeCategory.NonSpacingMark
        || rune.Value
            is 0x115F
                or 0x1160
                or 0x2065
                or 0x2800
                or 0x3164
                or 0xFFA0
                or (>= 0xFFF0 and <= 0xFFF8)
                or (>= 0xE0000 and <= 0xE0FFF);

    /// <summary>No date of open government lies outside these years: one that does was mistyped.</summary>
    private static RecordError? OutOfTime(DateOnly date)
    {
        var shown = date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return date < First
                ? new RecordError(ErrorCodes.TooSmall, $"{shown} is before {First.Year}, the first year that is possible.")
                {
                    Value = shown,
                    DetailEs = $"{shown} es anterior a {First.Year}, el primer año posible.",
                }
            : date > Last
                ? new RecordError(ErrorCodes.TooLarge, $"{shown} is after {Last.Year}, the last year that is possible.")
                {
                    Value = shown,
                    DetailEs = $"{shown} es posterior a {Last.Year}, el último año posible.",
                }
            : null;
    }

    private static RecordError? OutOfRange(Field field, decimal number)
    {
        var value = Numbers.Format(number);
        var (code, detail, spanish) =
            field.Type == "integer" && number is < int.MinValue or > int.MaxValue
                ? (
                    number < 0 ? ErrorCodes.TooSmall : ErrorCodes.TooLarge,
                    $"{value} is {(number < 0 ? "less" : "more")} than a whole number can be here: {int.MinValue} to {int.MaxValue}.",
                    $"{value} es {(number < 0 ? "menos" : "más")} de lo que cabe en un número entero aquí: de {int.MinValue} a {int.MaxValue}."
                )
            : !Numbers.IsKept(number)
                ? (
                    ErrorCodes.TooPrecise,
                    $"{value} has too many digits: {Numbers.Digits} fit, of which {Numbers.Decimals} after the point.",
                    $"{value} tiene demasiadas cifras: caben {Numbers.Digits}, de las cuales {Numbers.Decimals} tras el punto."
                )
            : number < field.Minimum
                ? (
                    ErrorCodes.TooSmall,
                    $"{value} is less than {field.Minimum}, the least that is possible.",
                    $"{value} es menos de {field.Minimum}, lo menos posible."
                )
            : number > field.Maximum
                ? (
                    ErrorCodes.TooLarge,
                    $"{value} is more than {field.Maximum}, the most that is possible.",
                    $"{value} es más de {field.Maximum}, lo más posible."
                )
            : ("", "", "");
        return code.Length == 0 ? null : new RecordError(code, detail) { Value = value, DetailEs = spanish };
    }

    private static RecordError? Unfit(Field field, string text)
    {
        if (IsBlank(text))
        {
            return field.Required
                ? new RecordError(ErrorCodes.Required, "A value is required; blanks are none.")
                : new RecordError(ErrorCodes.WrongForm, "The text is only blanks. Leave it empty when there is nothing to say.")
                {
                    DetailEs = "El texto es solo espacios. Déjelo vacío si no hay qué decir.",
                };
        }

        if (text.Length > field.MaxLength)
        {
            return new RecordError(ErrorCodes.TooLong, $"The text has {text.Length} characters; at most {field.MaxLength} fit.")
            {
                Value = RecordError.Shown(text),
                Allowed = [field.MaxLength.Value.ToString(CultureInfo.InvariantCulture)],
                DetailEs = $"El texto tiene {text.Length} caracteres; caben {field.MaxLength} cuando más.",
            };
        }

        if (HoldsNoText(text))
        {
            return ControlCharacter;
        }

        if (field.Pattern is { } pattern && !pattern.IsMatch(text))
        {
            var (form, forma) = field.IsAddress
                ? (
                    "is no address that begins with http:// or https:// and has no blanks",
                    "no es una dirección que empiece con http:// o https:// y no tenga espacios"
                )
                : ($"does not have the form {pattern}", $"no tiene la forma {pattern}");
            return new RecordError(ErrorCodes.WrongForm, $"“{RecordError.Shown(text)}” {form}.")
            {
                Value = RecordError.Shown(text),
                DetailEs = $"«{RecordError.Shown(text)}» {forma}.",
            };
        }

        if (field.IsList && text.Split('|') is var items && (items.Contains("") || items.Distinct().Count() < items.Length))
        {
            return new RecordError(ErrorCodes.WrongForm, "A list has no empty item, and none twice.")
            {
                Value = RecordError.Shown(text),
                DetailEs = "Una lista no tiene elementos vacíos, ni uno dos veces.",
            };
        }

        var allowed = field.Vocabulary is { } vocabulary ? Vocabulary.Codes(vocabulary) : field.Values;
        return allowed is null ? null : UnknownCode(field, text, allowed);
    }

    /// <summary>A short list is told, behind the words that say so.</summary>
    private static string Listed(string words, IReadOnlyList<string> allowed) =>
        allowed.Count <= 8 ? $" {words} {string.Join(", ", allowed)}." : "";

    private static RecordError? UnknownCode(Field field, string text, IReadOnlyList<string> allowed)
    {
        if ((field.IsList ? text.Split('|') : [text]).FirstOrDefault(code => !allowed.Contains(code)) is not { } unknown)
        {
            return null;
        }

        var nearest = Suggestion.Nearest(unknown, allowed);
        return new RecordError(
            ErrorCodes.UnknownCode,
            $"“{RecordError.Shown(unknown)}” is not one of the codes of "
                + $"{field.Vocabulary ?? field.Name}.{Suggestion.Sentence(nearest)}{Listed("It takes", allowed)}"
        )
        {
            Value = RecordError.Shown(unknown),
            Allowed = allowed,
            Nearest = nearest,
            DetailEs =
                $"«{RecordError.Shown(unknown)}» no es un código de {field.Vocabulary ?? field.Name}."
                + $"{Suggestion.Spanish(nearest)}{Listed("Toma", allowed)}",
        };
    }
}
