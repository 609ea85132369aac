using OpenGov.Api.Dialogues;
using OpenGov.Api.Embedding;
using OpenGov.Api.Measures;

namespace OpenGov.Api.Pages.Contents;

/// <summary>Words of the pages of the dialogue that their lists have not (<c>i18n/es/dialogue.ts</c>).</summary>
internal static class DialogueWords
{
    public static readonly Words Dialogue = new("Diálogo", "Dialogue");

    public static readonly Words Nothing = new(
        "No consta aquí ninguna propuesta, ningún acuerdo ni ninguna sesión. Llegan por la API: una organización propone, "
            + "el secretariado responde y registra sesiones y acuerdos.",
        "No proposal, no agreement and no session is on record here. They come in through the API: an organisation proposes, "
            + "the secretariat answers and records sessions and agreements."
    );

    public static readonly Words Api = new("Probar la API", "Try the API");

    public static readonly Words NoList = new(
        "Ninguna lista tiene todos estos filtros a la vez: unos son de propuestas, otros de acuerdos o de sesiones. Quite alguno.",
        "No list has all of these filters at once: some are of proposals, others of agreements or sessions. Take one away."
    );

    /// <summary>How many there are, and how many of each group; each number leads to what it counts.</summary>
    public static Block Answer(
        WidgetRequest widget,
        DialogueList list,
        RowsQuery within,
        int total,
        IReadOnlyList<(DialogueGroup Group, RowsQuery Within, int Total)> groups
    )
    {
        var parts = new List<Cell> { Part(widget, list.Counted, total, DialogueGroup.PageOf(list, within)) };
        if (groups.Count > 1)
        {
            parts.AddRange(
                groups.Select(one =>
                    Part(widget, one.Group.Name, one.Total, one.Total == 0 ? null : DialogueGroup.PageOf(list, one.Within))
                )
            );
        }

        return new Block.Sentence(parts);
    }

    /// <summary>What a table of a group is called.</summary>
    public static string Caption(WidgetRequest widget, DialogueGroup group, int total) => $"{widget.In(group.Name)}: {Said.Number(total)}";

    /// <summary>What a link to all of a group says.</summary>
    public static Words Whole(int total) => new($"Ver los {Said.Number(total)}", $"See all {Said.Number(total)}");

    /// <summary>How a proposal stands: as the group that it is in, of one.</summary>
    public static Words Standing(int group) =>
        group switch
        {
            0 => new("Pasó la fecha de su respuesta", "Past the date of its response"),
            1 => new("Espera respuesta", "Waiting for a response"),
            _ => new("Con respuesta razonada", "With a reasoned response"),
        };

    /// <summary>What a proposal is called: it has no title, so the beginning of what it says.</summary>
    public static Spoken Name(WidgetRequest widget, Proposal proposal) =>
        RecordNames.Proposal(widget, proposal.ProposalEs ?? proposal.ProblemEs, proposal.ProposalEn ?? proposal.ProblemEn, proposal.Id);

    /// <summary>A number with what it counts, which leads there.</summary>
    public static Cell Part(WidgetRequest widget, Words name, int total, string? href) =>
        new(widget.Say($"{widget.In(name)}: {Said.Number(total)}"), href);
}
