using OpenGov.Api.Records;

namespace OpenGov.Api.Assessments;

/// <summary>
/// A commitment shows of each aspect the code of its newest assessment that is not the government’s, and none where there is no such assessment.
/// </summary>
internal sealed class ShownCodesRules : IRulesTogether
{
    public IReadOnlyList<TogetherPart> Parts { get; } =
    [
        new("commitments", "id", ["id", .. Aspect.Shown.Select(aspect => aspect.Field!)]),
        new("assessments", "commitment_id", ["id", "commitment_id", "voice", "aspect", "code", "assessed_on"]),
    ];

    public IEnumerable<RecordError> Broken(RecordsTogether records)
    {
        if (records.Of("commitments") is not [var commitment])
        {
            yield break;
        }

        var id = (string)commitment["id"]!;
        var assessments = records.Of("assessments").ToLookup(one => (string)one["aspect"]!);
        foreach (var aspect in Aspect.Shown)
        {
            var newest = Independent.Newest(assessments[aspect.Code]);
            var (shown, said) = (Code(commitment[aspect.Field!]), newest?["code"] as string);
            if (shown == said)
            {
                continue;
            }

            // Told where it was written: in the commitment, or in the assessment when that alone changed.
            var isOfAssessment =
                newest is not null && !records.IsWritten("commitments", id) && records.IsWritten("assessments", IdOf(newest));
            var has = shown is null ? $"{id} has no {aspect.Field}" : $"{aspect.Field} of {id} is {RecordError.Shown(shown)}";
            var detail = newest is null
                ? $"{has}, and no independent assessment of its {aspect.Code} says so. Add that to assessments, or leave {aspect.Field} empty."
                : $"{has}, and the newest assessment that is not the government’s of its {aspect.Code}, {IdOf(newest)} of {newest["voice"]}, says "
                    + $"{RecordError.Shown(said!)}. A commitment shows what that says.";
            var tiene = shown is null ? $"{id} no tiene {aspect.Field}" : $"{aspect.Field} de {id} es {RecordError.Shown(shown)}";
            var spanish = newest is null
                ? $"{tiene}, y ninguna evaluación independiente de su {aspect.Code} lo dice. Agréguela en assessments, o deje {aspect.Field} vacío."
                : $"{tiene}, y la evaluación más reciente de su {aspect.Code} que no es del gobierno, {IdOf(newest)} de {newest["voice"]}, dice "
                    + $"{RecordError.Shown(said!)}. Un compromiso muestra lo que esa dice.";
            yield return new RecordError(ErrorCodes.Contradiction, detail)
            {
                DetailEs = spanish,
                RecordType = isOfAssessment ? "assessments" : "commitments",
                RecordId = isOfAssessment ? IdOf(newest!) : id,
                Field = isOfAssessment ? "code" : aspect.Field,
                Value = isOfAssessment ? said : shown,
                Nearest = isOfAssessment ? shown : said,
            };
        }
    }

    private static string IdOf(IReadOnlyDictionary<string, object?> row) => (string)row["id"]!;

    private static string? Code(object? shown) =>
        shown switch
        {
            true => "true",
            false => "false",
            _ => shown as string,
        };
}
