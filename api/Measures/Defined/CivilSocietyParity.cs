using OpenGov.Api.Records;

namespace OpenGov.Api.Measures.Defined;

/// <summary>Does civil society have at least as many seats as government?</summary>
internal sealed class CivilSocietyParity : IMeasureDefinition
{
    public IEnumerable<Measure> Measures =>
        [
            new()
            {
                Key = "civil_society_parity",
                Group = MeasureGroup.CoCreation,
                Position = 302,
                Of = Population.Secretariats,
                Within = Documented.Filter,
                Reckoning = Reckoning.Parts.Of("civil_society_parity"),
                Unit = "secretariats",
                Levels = ["local"],
                Question = new(
                    "¿En qué secretariados tenía la sociedad civil al menos tantos asientos como el gobierno, según lo último que se supo?",
                    "In which secretariats did civil society, when they were last seen, have at least as many seats as government?"
                ),
                Answer = new(
                    "Según lo último que se supo, los tenía en {yes} de {total} secretariados y no los tenía en {no}. Sin registro aquí de los asientos: {unknown}.",
                    "When last seen, it had as many in {yes} of {total} secretariats, and fewer in {no}. No record here of the seats: {unknown}."
                ),
                Definition = new(
                    "Asientos que una fuente da a cada sector. Un sector que la fuente no nombra cuenta como sin asientos.",
                    "Seats that a source gives each sector. A sector that the source does not name counts as without seats."
                ),
                DoesNotSay = new(
                    "No dice quién decide: los órganos autónomos y garantes también tienen asientos.",
                    "It does not say who decides: autonomous and oversight bodies have seats, too."
                ),
                Synonyms = new(["paridad", "asientos", "mayoría"], ["parity", "seats", "majority"]),
            },
        ];
}
