using OpenGov.Api.Records;

namespace OpenGov.Api.Measures.Defined;

/// <summary>Who sits in the secretariats?</summary>
internal sealed class MembersBySector : IMeasureDefinition
{
    public IEnumerable<Measure> Measures =>
        [
            new()
            {
                Key = "secretariat_members",
                Group = MeasureGroup.CoCreation,
                Position = 300,
                Of = Population.Organizations,
                Within = $"in_secretariat=true&{Documented.Filter}",
                Reckoning = new Reckoning.Count(),
                Unit = "organizations",
                Direction = "none",
                Levels = ["local"],
                Question = new(
                    "¿Quiénes estaban en los secretariados, según lo último que se supo?",
                    "Who sat in the secretariats when they were last heard of?"
                ),
                Answer = new("{value} organizaciones", "{value} organisations"),
                Definition = new(
                    "Organizaciones de cualquier sector que aquí constan como integrantes de un Secretariado Técnico Local.",
                    "Organisations of any sector on record here as members of a Local Technical Secretariat."
                ),
                DoesNotSay = new("No dice cuántos asientos o votos tiene cada una.", "It does not say how many seats or votes each has."),
                Synonyms = new(["integrantes", "miembros"], ["members"]),
            },
        ];
}
