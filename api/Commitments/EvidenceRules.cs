using System.Buffers;
using System.Globalization;
using OpenGov.Api.Records;

namespace OpenGov.Api.Commitments;

/// <summary>What a good item of evidence is.</summary>
internal sealed class EvidenceRules : IRecordRules
{
    private static readonly SearchValues<char> Separators = SearchValues.Create("/\\:*?\"<>|");

    public string Table => "evidence";

    public IEnumerable<RecordError> Broken(IReadOnlyDictionary<string, object?> record)
    {
        string[] file = ["file_sha256", "file_name", "file_type", "file_bytes"];
        if (file.Select(name => record[name] is null).Distinct().Count() > 1)
        {
            var missing = file.First(name => record[name] is null);
            var isName = missing == "file_name";
            yield return new(
                ErrorCodes.Contradiction,
                isName
                    ? "A file has a name: say what it is called, in file_name."
                    : "A file has a name, a type, a size and a SHA-256: fill all four, or none."
            )
            {
                Field = missing,
                DetailEs = isName
                    ? "Un archivo tiene nombre: diga cómo se llama, en file_name."
                    : "Un archivo tiene nombre, tipo, tamaño y SHA-256: llene los cuatro, o ninguno.",
            };
        }

        if (record["file_name"] is string name && !IsPlain(name))
        {
            yield return new(
                ErrorCodes.WrongForm,
                "A file has a plain name of one line: without / \\ : * ? \" < > |, and no dot first or last."
            )
            {
                Field = "file_name",
                Value = RecordError.Shown(name),
                DetailEs = "Un archivo tiene un nombre simple de una línea: sin / \\ : * ? \" < > |, ni punto al principio o al final.",
            };
        }

        if (
            record["commitment_id"] is string commitment
            && record["milestone_id"] is string milestone
            && !milestone.StartsWith($"{commitment}-", StringComparison.Ordinal)
        )
        {
            var detail = $"{RecordError.Shown(milestone)} is no milestone of {RecordError.Shown(commitment)}.";
            yield return new(ErrorCodes.Contradiction, detail)
            {
                Field = "milestone_id",
                Value = RecordError.Shown(milestone),
                DetailEs = $"{RecordError.Shown(milestone)} no es un hito de {RecordError.Shown(commitment)}.",
            };
        }
    }

    /// <summary>Whether a name is one on every system, and leads into no folder.</summary>
    private static bool IsPlain(string name) =>
        name[0] != '.'
        && name[^1] != '.'
        && !name.AsSpan().ContainsAny(Separators)
        && !name.Any(letter =>
            char.IsControl(letter)
            || char.GetUnicodeCategory(letter)
                is UnicodeCategory.Format
                    or UnicodeCategory.LineSeparator
                    or UnicodeCategory.ParagraphSeparator
        );
}
