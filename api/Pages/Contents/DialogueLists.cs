using OpenGov.Api.Dialogues;
using OpenGov.Api.Lists;
using OpenGov.Api.Measures;

namespace OpenGov.Api.Pages.Contents;

/// <summary>
/// A list of the dialogue between government and society (<c>routes/dialogue/lists.ts</c>), in the groups in which it is read: what is
/// past its date before what is open, what is done last.
/// </summary>
/// <param name="Name">Its name in addresses.</param>
/// <param name="Sql">The list.</param>
/// <param name="Question">What it answers.</param>
/// <param name="Counted">What is counted of it.</param>
/// <param name="None">What is said where it has nothing.</param>
/// <param name="NoneFits">What is said where it has nothing that fits the filters.</param>
/// <param name="Rule">By what its groups are told apart.</param>
/// <param name="Groups">Its groups: each row is in one of them.</param>
internal sealed record DialogueList(
    string Name,
    ListSql Sql,
    Words Question,
    Words Counted,
    Words None,
    Words NoneFits,
    Words Rule,
    IReadOnlyList<DialogueGroup> Groups
)
{
    public static readonly DialogueList Proposals = new(
        "proposals",
        ProposalsRepository.Sql,
        new("¿Recibió respuesta lo que se propuso?", "Was what was proposed answered?"),
        new("Propuestas que constan aquí", "Proposals on record here"),
        new("No consta aquí ninguna propuesta.", "No proposal is on record here."),
        new("No consta aquí ninguna propuesta con estos filtros.", "No proposal with these filters is on record here."),
        new(
            "La fecha de una respuesta pasó cuando terminó su día, su mes o su año, y la propuesta no tiene "
                + "resolución con sus razones. Las demás se cuentan según conste una respuesta en alguno de los idiomas.",
            "The date of a response has passed when its day, month or year has ended, and the proposal has no "
                + "disposition with its reasons. The others count by whether a response is on record in either language."
        ),
        [
            new("response_past_due=true", "response_due_date", new("Pasó la fecha de su respuesta", "Past the date of their response")),
            new("answered=false&response_past_due=false,no_data", "response_due_date", new("Esperan respuesta", "Waiting for a response")),
            new("answered=true&response_past_due=false,no_data", "-proposed_on", new("Con respuesta razonada", "With a reasoned response")),
        ]
    );

    public static readonly DialogueList Agreements = new(
        "agreements",
        AgreementsRepository.Sql,
        new("¿Se cumplió lo que se acordó?", "Was what was agreed kept?"),
        new("Acuerdos que constan aquí", "Agreements on record here"),
        new("No consta aquí ningún acuerdo.", "No agreement is on record here."),
        new("No consta aquí ningún acuerdo con estos filtros.", "No agreement with these filters is on record here."),
        new(
            "Su fecha pasó cuando terminó su día, su mes o su año. De lo que no consta si se cumplió no se dice que sí.",
            "Its date has passed when its day, month or year has ended. Of what is not on record as kept nobody says that it was."
        ),
        [
            new(
                "past_due=true&fulfilled=false,no_data",
                "due_date",
                new("Pasó su fecha y no consta que se cumplieran", "Past their date and not on record as kept")
            ),
            new(
                "past_due=false,no_data&fulfilled=false,no_data",
                "due_date",
                new("Por cumplir, en plazo o sin fecha", "To be kept, within their date or without one")
            ),
            new("fulfilled=true", "-due_date", new("Cumplidos", "Kept")),
        ]
    );

    public static readonly DialogueList Sessions = new(
        "sessions",
        SessionsRepository.Sql,
        new("¿Cuándo se reunieron, quién asistió y qué consta de ello?", "When did they meet, who came and what is on record of it?"),
        new("Sesiones que constan aquí", "Sessions on record here"),
        new("No consta aquí ninguna sesión.", "No session is on record here."),
        new("No consta aquí ninguna sesión con estos filtros.", "No session with these filters is on record here."),
        new(
            "La asistencia es un número por sector, nunca nombres. Un sector que no se contó no se menciona.",
            "Attendance is a number by sector, never names. A sector that was not counted is not named."
        ),
        [new(null, "-held_on", new("Sesiones", "Sessions"))]
    );

    /// <summary>Every list, in the order in which they are read: what waits for somebody first.</summary>
    public static readonly IReadOnlyList<DialogueList> All = [Proposals, Agreements, Sessions];

    /// <summary>Where the API lists it, from the root of the API.</summary>
    public string Path => $"/dialogues/{Name}";
}

/// <summary>Rows of a list that stand alike.</summary>
/// <param name="Query">The filters that find them; null for every row.</param>
/// <param name="Sort">Their order, as the <c>sort</c> parameter spells it.</param>
/// <param name="Name">What they are called.</param>
internal sealed record DialogueGroup(string? Query, string Sort, Words Name)
{
    /// <summary>The same rows of those that match.</summary>
    public RowsQuery Of(RowsQuery within) => Query is null ? within : within.And(Query);

    /// <summary>The page that shows them alone.</summary>
    public static string PageOf(DialogueList list, RowsQuery within) =>
        new RowsQuery([new("list", [list.Name]), .. within.Filters]).Of("/dialogue");
}
