using OpenGov.Api.Records;

namespace OpenGov.Api.Measures.Defined;

/// <summary>Which secretariats met in the last six months?</summary>
internal sealed class SecretariatsMeeting : IMeasureDefinition
{
    public IEnumerable<Measure> Measures =>
        [
            new()
            {
                Key = "secretariats_meeting",
                Group = MeasureGroup.CoCreation,
                Position = 306,
                Of = Population.Secretariats,
                Within = Documented.Filter,
                Reckoning = Reckoning.Parts.Of("recent_session"),
                Unit = "secretariats",
                Levels = ["local"],
                Question = new(
                    "¿Qué secretariados se han reunido en los últimos seis meses?",
                    "Which secretariats have met in the last six months?"
                ),
                Answer = new(
                    "{yes} de {total} se reunieron, {no} no. Sin registro aquí de ninguna sesión: {unknown}.",
                    "{yes} of {total} met, {no} did not. No record here of any session: {unknown}."
                ),
                Definition = new(
                    "Sí: consta una sesión de los últimos 183 días del secretariado o sobre un plan de su entidad. No: constan "
                        + "sesiones, todas anteriores. Sin registro: no consta ninguna.",
                    "Yes: a session of the last 183 days, of the secretariat or about a plan of its state, is on record. No: "
                        + "sessions are on record, all of them earlier. No record: none is."
                ),
                DoesNotSay = new(
                    "De un secretariado sin sesiones registradas no se dice que no se reúna.",
                    "A secretariat without recorded sessions is not said not to meet."
                ),
                Synonyms = new(["secretariados activos", "reuniones", "sesiones"], ["active secretariats", "meetings", "sessions"]),
            },
        ];
}
