using OpenGov.Api.Records;

namespace OpenGov.Api.Plans;

/// <summary>What a good plan is.</summary>
internal sealed class PlanRules : IRecordRules
{
    public string Table => "plans";

    public IEnumerable<RecordError> Broken(IReadOnlyDictionary<string, object?> record)
    {
        foreach (var wrong in TitleOrigins.Broken(record))
        {
            yield return wrong;
        }

        if (record["level"] is "local" && record["state_id"] is null)
        {
            yield return new(ErrorCodes.Contradiction, "A local plan says of which state it is.")
            {
                Field = "state_id",
                DetailEs = "Un plan local dice de qué estado es.",
            };
        }

        if (record["level"] is "national" && record["state_id"] is string state)
        {
            yield return new(ErrorCodes.Contradiction, "A national plan is of no state.")
            {
                Field = "state_id",
                Value = state,
                DetailEs = $"Un plan nacional no es de un estado, y aquí dice {state}.",
            };
        }

        var (scope, municipality) = (record["scope"] as string, record["municipality"] as string);
        if (record["level"] is "local" && scope is null)
        {
            yield return new(ErrorCodes.Contradiction, "A local plan says whether it is of the state or of a municipality.")
            {
                Field = "scope",
                Allowed = Vocabulary.Codes("plan_scope"),
                DetailEs = "Un plan local dice si es del estado o de un municipio.",
            };
        }

        if (record["level"] is "national" && scope is not null)
        {
            yield return new(ErrorCodes.Contradiction, "A national plan has no local scope.")
            {
                Field = "scope",
                Value = scope,
                DetailEs = "Un plan nacional no tiene alcance local.",
            };
        }

        if (municipality is not null && scope != "municipality")
        {
            yield return new(ErrorCodes.Contradiction, "Only a plan whose scope is municipality is of a municipality.")
            {
                Field = "municipality",
                Value = RecordError.Shown(municipality),
                DetailEs = "Solo un plan cuyo alcance es municipality es de un municipio.",
            };
        }
    }
}
