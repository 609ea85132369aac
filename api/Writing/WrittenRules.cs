using OpenGov.Api.Http;
using OpenGov.Api.Records;

namespace OpenGov.Api.Writing;

/// <summary>
/// What is asked of what is written here, beyond what makes a good record: an import brings what others published, as they did. Asked only of
/// what a write changes.
/// </summary>
internal static class WrittenRules
{
    /// <summary>A text of one line is at most so long: a title, a name.</summary>
    private const int LongestLine = 400;

    /// <summary>The day of a session is announced before it.</summary>
    private const string Announced = "held_on";

    private static readonly PublicAddresses Internet = new([]);

    /// <summary>Reasons are words, two at least.</summary>
    public static bool IsReasoned(object? said) =>
        said is string text
        && text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
            .Count(word => word.Any(char.IsLetter) && !FieldRules.IsBlank(word)) > 1;

    /// <summary>What the record breaks.</summary>
    /// <param name="table">The table.</param>
    /// <param name="row">A value for each field.</param>
    /// <param name="before">What it said before; null for a new one.</param>
    /// <param name="today">The day on which it is written (UTC).</param>
    public static IEnumerable<RecordError> Broken(
        Table table,
        IReadOnlyDictionary<string, object?> row,
        IReadOnlyDictionary<string, object?>? before,
        DateOnly today
    )
    {
        bool Changes(string name) => before is null || !Equals(before[name], row[name]);
        foreach (var field in table.Fields)
        {
            var fault = row[field.Name] switch
            {
                DateOnly date => DateFault(field, date, row, today, Changes),
                string text when Changes(field.Name) => TextFault(field, text),
                _ => null,
            };
            if (fault is not null)
            {
                yield return fault with
                {
                    Field = field.Name,
                };
            }
        }

        if (
            table.ByName.TryGetValue("title_es", out var title)
            && !title.Required
            && table.ByName.ContainsKey("title_en")
            && row["title_es"] is null
            && row["title_en"] is null
            && (Changes("title_es") || Changes("title_en"))
        )
        {
            yield return new RecordError(ErrorCodes.Required, "A title is needed, in Spanish or in English: fill title_es or title_en.")
            {
                Field = "title_es",
                DetailEs = "Hace falta un título, en español o en inglés: llene title_es o title_en.",
            };
        }
    }

    private static RecordError? DateFault(
        Field field,
        DateOnly date,
        IReadOnlyDictionary<string, object?> row,
        DateOnly today,
        Func<string, bool> changes
    )
    {
        var shown = Database.TypeHandlers.Format(date);
        var precision = $"{field.Name}_precision";
        var exact = row.GetValueOrDefault(precision) as string;
        var start =
            exact == "month" ? new DateOnly(date.Year, date.Month, 1)
            : exact == "year" ? new DateOnly(date.Year, 1, 1)
            : date;
        if (start != date && (changes(field.Name) || changes(precision)))
        {
            return new RecordError(ErrorCodes.WrongForm, $"A date that is known to the {exact} is written as its first day.")
            {
                Value = shown,
                Nearest = Database.TypeHandlers.Format(start),
                DetailEs = $"Una fecha conocida al {(exact == "month" ? "mes" : "año")} se escribe como su primer día.",
            };
        }

        // What happened has a day that has come; what is due, begins or ends may be to come.
        return date > today && changes(field.Name) && field.Name.EndsWith("_on", StringComparison.Ordinal) && field.Name != Announced
            ? new RecordError(ErrorCodes.TooLarge, $"{shown} is in the future, and {field.Name} says what has happened.")
            {
                Value = shown,
                DetailEs = $"{shown} está en el futuro, y «{field.Name}» dice lo que ya pasó.",
            }
            : null;
    }

    /// <summary>What is wrong with the letters of a text that somebody sends: a title, a reason, the name of a key.</summary>
    public static RecordError? UnseenIn(string text) =>
        FieldRules.Unseen(text) is { } unseen
            ? new RecordError(ErrorCodes.ControlCharacter, $"The text holds a character that nobody sees (U+{unseen:X4}): leave it out.")
            {
                DetailEs = $"El texto lleva un carácter que nadie ve (U+{unseen:X4}): quítelo.",
            }
            : null;

    private static RecordError? TextFault(Field field, string text) =>
        UnseenIn(text)
        ?? (
            field.IsAddress ? AddressFault(text)
            : field.Name == "municipality" && !Places.IsMunicipality(text)
                ? new RecordError(
                    ErrorCodes.WrongForm,
                    "A municipality has the code of INEGI: two digits of its state, and three of its own, such as 10005."
                )
                {
                    Value = RecordError.Shown(text),
                    DetailEs = "Un municipio tiene la clave del INEGI: dos dígitos de su estado y tres propios, como 10005.",
                }
            : !field.IsList && field.MaxLength <= LongestLine && FieldRules.BreaksLine(text)
                ? new RecordError(ErrorCodes.WrongForm, "The text is of one line: leave line breaks and tabs out.")
                {
                    Value = RecordError.Shown(text),
                    DetailEs = $"«{field.Name}» es de una línea: quite los saltos de línea y los tabuladores.",
                }
            : null
        );

    /// <summary>An address that readers are sent to is of the internet, holds no password, and says where it leads.</summary>
    private static RecordError? AddressFault(string text)
    {
        if (
            !text.Contains('\\')
            && Uri.TryCreate(text, UriKind.Absolute, out var address)
            && address.UserInfo.Length == 0
            && address.Port != 0
            && Internet.MayReach(address)
        )
        {
            return null;
        }

        return new RecordError(
            ErrorCodes.WrongForm,
            "Give an address that anybody can open: a host on the internet, without a user, a password or a backslash."
        )
        {
            Value = RecordError.Shown(text),
            DetailEs = "Dé una dirección que cualquiera pueda abrir: un host de internet, sin usuario, contraseña ni barra invertida.",
        };
    }
}
