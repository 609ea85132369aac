using OpenGov.Api.Records;

namespace OpenGov.Api.Measures.Defined;

/// <summary>How many civil-society organisations sat in the secretariats?</summary>
internal sealed class CivilSocietyOrganizations : IMeasureDefinition
{
    public IEnumerable<Measure> Measures =>
        [
            new()
            {
                Key = "civil_society_organizations",
                Group = MeasureGroup.CoCreation,
                Position = 290,
                Of = Population.Organizations,
                Within = $"sector=civil_society&in_secretariat=true&{Documented.Filter}",
                Reckoning = new Reckoning.Count(),
                Unit = "organizations",
                Levels = ["local"],
                Question = new(
                    "¿Cuántas organizaciones de la sociedad civil había en los secretariados?",
                    "How many civil-society organisations sat in the secretariats?"
                ),
                Answer = new("{value} organizaciones", "{value} organisations"),
                Definition = new(
                    "Organizaciones de la sociedad civil que aquí constan como integrantes de un Secretariado Técnico Local.",
                    "Civil-society organisations on record here as members of a Local Technical Secretariat."
                ),
                DoesNotSay = new(
                    "Cuenta por el sector de cada organización: los organismos empresariales que un secretariado sienta con la sociedad "
                        + "civil son sector privado y no entran en la cuenta. No dice cuántas participan de hecho.",
                    "It counts by the sector of each organisation: bodies of employers that a secretariat seats with civil society are "
                        + "private sector, and are not counted. It does not say how many really take part."
                ),
                Synonyms = new(
                    ["sociedad civil", "OSC", "ONG", "organizaciones"],
                    ["civil society", "CSOs", "NGO", "organisations", "organizations"]
                ),
            },
        ];
}
