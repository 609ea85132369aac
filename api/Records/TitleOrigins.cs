namespace OpenGov.Api.Records;

/// <summary>What must hold between a title and how it came to be (<c>title_origin</c>).</summary>
internal static class TitleOrigins
{
    /// <summary>Ends a title whose source cut it off.</summary>
    public const string CutMark = "[…]";

    /// <summary>What a record breaks, for each language.</summary>
    public static IEnumerable<RecordError> Broken(IReadOnlyDictionary<string, object?> record)
    {
        foreach (var title in (string[])["title_es", "title_en"])
        {
            var field = $"{title}_origin";
            var (origin, text) = (record[field] as string, record[title] as string);
            if (origin is not null && text is null)
            {
                yield return new RecordError(ErrorCodes.Contradiction, $"{field} says how {title} came to be, and there is none.")
                {
                    Field = field,
                    Value = RecordError.Shown(origin),
                    DetailEs = $"«{field}» dice de dónde salió {title}, y no hay ninguno.",
                };
            }
            else if (text is not null && origin is "cut" != text.EndsWith(CutMark, StringComparison.Ordinal))
            {
                yield return new RecordError(
                    ErrorCodes.Contradiction,
                    $"A title that its source cut off ends with {CutMark}, and {field} says so: both, or neither."
                )
                {
                    Field = title,
                    Value = RecordError.Shown(text),
                    DetailEs = $"Un título que su fuente cortó termina con {CutMark}, y «{field}» lo dice: las dos cosas, o ninguna.",
                };
            }
        }
    }
}
