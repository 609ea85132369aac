using OpenGov.Api.Records;

namespace OpenGov.Api.Measures.Defined;

/// <summary>How many of the local commitments that the presentation counts are on record here?</summary>
internal sealed class LocalCommitments : IMeasureDefinition
{
    public IEnumerable<Measure> Measures =>
        [
            new()
            {
                Key = "local_commitments",
                Group = MeasureGroup.Coverage,
                Position = 130,
                Of = Population.Commitments,
                Within = $"level=local&in_stated_total=true&{Documented.Filter}",
                IsAmongStated = true,
                Reckoning = new Reckoning.Count(),
                Unit = "commitments",
                Levels = ["local"],
                Question = new(
                    "¿Cuántos de los compromisos locales que cuenta la presentación constan aquí?",
                    "How many of the local commitments that the presentation counts are on record here?"
                ),
                Answer = new("{value} compromisos", "{value} commitments"),
                Definition = new(
                    "Compromisos de los planes locales que la presentación cuenta, de los que hay otra fuente.",
                    "Commitments of the local plans that the presentation counts, of which there is another source."
                ),
                DoesNotSay = new(
                    "Los compromisos de otros planes, entre ellos los municipales y los de OGP Local posteriores a la presentación, no están aquí; «compromisos "
                        + "documentados» los tiene todos.",
                    "Commitments of other plans, among them the municipal ones and those of OGP Local after the presentation, are not in it; “documented "
                        + "commitments” has them all."
                ),
                Synonyms = new(["compromisos locales"], ["local commitments"]),
            },
        ];
}
