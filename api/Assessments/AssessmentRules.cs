using OpenGov.Api.Database;
using OpenGov.Api.Records;

namespace OpenGov.Api.Assessments;

/// <summary>What a good assessment is.</summary>
internal sealed class AssessmentRules : IRecordRules
{
    public string Table => "assessments";

    public IEnumerable<RecordError> Broken(IReadOnlyDictionary<string, object?> record)
    {
        var (value, unit, code) = (record["value"] as decimal?, record["unit"] as string, record["code"] as string);
        var commitment = record["commitment_id"] as string;
        if (record["plan_id"] is null == commitment is null)
        {
            const string Detail =
                "An assessment is of a plan as a whole or of one commitment: fill plan_id or commitment_id, and not both.";
            yield return new(ErrorCodes.Contradiction, Detail)
            {
                Field = "commitment_id",
                Value = RecordError.Shown(commitment ?? ""),
                DetailEs = "Una evaluación es de un plan en su conjunto o de un compromiso: llene plan_id o commitment_id, y no los dos.",
            };
        }

        if (commitment is not null && value is { } figure)
        {
            const string Detail = "A figure counts the commitments of a plan; of one commitment a code is said.";
            yield return new(ErrorCodes.Contradiction, Detail)
            {
                Field = "value",
                Value = Numbers.Format(figure),
                DetailEs = "Una cifra cuenta los compromisos de un plan; de un compromiso se dice un código.",
            };
        }

        if (code is null && (commitment is not null || value is null))
        {
            const string Detail = "An assessment says something: of a commitment a code, of a plan a code, a value or both.";
            yield return new(ErrorCodes.Required, Detail)
            {
                Field = "code",
                DetailEs = "Una evaluación dice algo: de un compromiso un código; de un plan un código, un valor o los dos.",
            };
        }

        if (code is not null && Aspect.All.FirstOrDefault(one => one.Code == record["aspect"] as string) is { } aspect)
        {
            if (!aspect.Codes.Contains(code))
            {
                var takes = aspect.Codes.Count == 0 ? "no code" : string.Join(", ", aspect.Codes);
                var nearest = Suggestion.Nearest(code, aspect.Codes);
                yield return new(ErrorCodes.UnknownCode, $"{RecordError.Shown(code)} is no code of {aspect.Code}, which takes {takes}.")
                {
                    Field = "code",
                    Value = RecordError.Shown(code),
                    Nearest = nearest,
                    DetailEs =
                        $"{RecordError.Shown(code)} no es un código de {aspect.Code}, que toma {(aspect.Codes.Count == 0 ? "ninguno" : takes)}."
                        + Suggestion.Spanish(nearest),
                };
            }
        }

        foreach (var error in HalfYears.Broken(record))
        {
            yield return error;
        }

        if (value is null != unit is null)
        {
            const string Detail = "A value and its unit come together: fill both value and unit, or neither.";
            yield return new(ErrorCodes.Contradiction, Detail)
            {
                Field = "unit",
                Value = unit,
                DetailEs = "Un valor y su unidad van juntos: llene value y unit, o ninguno.",
            };
        }

        if (record["out_of"] is long && (value is null || unit is "percent"))
        {
            const string Detail = "Only a number of commitments is out of so many; a percentage is of 100.";
            yield return new(ErrorCodes.Contradiction, Detail)
            {
                Field = "out_of",
                Value = $"{record["out_of"]}",
                DetailEs = "Solo un número de compromisos es de tantos; un porcentaje es de 100.",
            };
        }

        if (unit is "commitments" && value is { } counted && counted != decimal.Truncate(counted))
        {
            yield return new(ErrorCodes.NotAnInteger, $"Commitments are counted whole, and {Numbers.Format(counted)} is no whole number.")
            {
                Field = "value",
                Value = Numbers.Format(counted),
                DetailEs = $"Los compromisos se cuentan enteros, y {Numbers.Format(counted)} no es un número entero.",
            };
        }

        if (record["out_of"] is 0L)
        {
            const string Detail = "A number of commitments is out of one at least; of how many is not known, leave out_of out.";
            yield return new(ErrorCodes.TooSmall, Detail)
            {
                Field = "out_of",
                Value = "0",
                DetailEs = "Un número de compromisos es de uno por lo menos; si no se sabe de cuántos, quite out_of.",
            };
        }
        else if (unit is "commitments" && value is { } some && record["out_of"] is long all && some > all)
        {
            yield return new(ErrorCodes.TooLarge, $"{Numbers.Format(some)} commitments cannot be of {all}.")
            {
                Field = "value",
                Value = Numbers.Format(some),
                DetailEs = $"{Numbers.Format(some)} compromisos no pueden ser de {all}.",
            };
        }

        if (unit is "percent" && value is > 100 and { } percent)
        {
            yield return new(ErrorCodes.TooLarge, $"{Numbers.Format(percent)} is more than 100 percent.")
            {
                Field = "value",
                Value = Numbers.Format(percent),
                DetailEs = $"{Numbers.Format(percent)} es más de 100 por ciento.",
            };
        }
    }
}
