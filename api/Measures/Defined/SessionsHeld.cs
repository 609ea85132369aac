namespace OpenGov.Api.Measures.Defined;

/// <summary>How many dialogue sessions are on record here?</summary>
internal sealed class SessionsHeld : IMeasureDefinition
{
    public IEnumerable<Measure> Measures =>
        [
            new()
            {
                Key = "sessions",
                Group = MeasureGroup.CoCreation,
                Position = 310,
                Of = Population.Sessions,
                Reckoning = new Reckoning.Count(),
                Unit = "sessions",
                Question = new("¿Cuántas sesiones de diálogo constan aquí?", "How many dialogue sessions are on record here?"),
                Answer = new("{value} sesiones", "{value} sessions"),
                Definition = new(
                    "Sesiones de un secretariado o de un comité de un plan.",
                    "Sessions of a secretariat or of the committee of a plan."
                ),
                DoesNotSay = new(
                    "Cero es que no consta ninguna, no que no se reunieran.",
                    "Zero means that none is on record, not that they did not meet."
                ),
                Synonyms = new(["sesiones", "reuniones", "minutas"], ["sessions", "meetings", "minutes"]),
            },
        ];
}
