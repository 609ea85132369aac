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
                    "Asientos que una fuente da a la sociedad civil y al gobierno. Si de uno de los dos no los da, no hay registro.",
                    "Seats that a source gives civil society and government. Where it gives those of one of them alone, there is no record."
                ),
                DoesNotSay = new(
                    "No dice quién decide: los órganos autónomos y garantes también tienen asientos. El lado de cada asiento es el que dice la fuente: entre los de la "
                        + "sociedad civil hay organizaciones de empresarios, que aparte cuentan como sector privado.",
                    "It does not say who decides: autonomous and oversight bodies have seats, too. The side of each seat is what the source says: among those of "
                        + "civil society are bodies of employers, which are private sector elsewhere."
                ),
                Synonyms = new(["paridad", "asientos", "mayoría"], ["parity", "seats", "majority"]),
            },
        ];
}
