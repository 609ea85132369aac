using OpenGov.Api.Dialogues;
using OpenGov.Api.Embedding;
using OpenGov.Api.Lists;
using OpenGov.Api.Measures;
using OpenGov.Api.Records;
using OpenGov.Api.States;

namespace OpenGov.Api.Pages.Contents;

/// <summary>Proposals, agreements and sessions as tables (<c>routes/dialogue/Proposals.svelte</c> and those beside it).</summary>
internal sealed class DialogueTables(
    ProposalsRepository proposals,
    AgreementsRepository agreements,
    SessionsRepository sessions,
    StatesRepository states,
    RecordNames names,
    Labels labels,
    Endings endings
)
{
    private static readonly Words Proposal = new("Propuesta", "Proposal");

    private static readonly Words Commitment = new("Compromiso", "Commitment");

    private static readonly Words Session = new("Sesión", "Session");

    /// <summary>Proposals, each with its response.</summary>
    public async Task<Block> ProposalsAsync(
        WidgetRequest widget,
        string caption,
        IReadOnlyList<Proposal> all,
        RowsQuery within,
        CancellationToken cancellationToken
    )
    {
        var rows = new List<IReadOnlyList<Cell>>();
        foreach (var one in all)
        {
            rows.Add([
                new Cell(Certainty.Mark(DialogueWords.Name(widget, one), one.Confidence), $"/dialogue/proposals/{one.Id}"),
                await WhoAsync(widget, one, cancellationToken),
                await WhereAsync(widget, one.PlanId, one.StateId, cancellationToken),
                On(widget, one.ProposedOn, one.ProposedOnPrecision),
                On(widget, one.ResponseDueDate, one.ResponseDueDatePrecision),
                new Cell(await labels.SaidAsync(widget, "disposition", one.Disposition, null, cancellationToken)),
                new Cell(widget.Text(one.ResponseEs, one.ResponseEn)),
                await CommitmentAsync(widget, one.CommitmentId, cancellationToken),
            ]);
        }

        return Table(
            widget,
            caption,
            [
                Proposal,
                new Words("Quién", "Who"),
                new Words("A quién", "To whom"),
                new Words("Propuesta el", "Proposed on"),
                new Words("Respuesta a más tardar", "Response due"),
                new Words("Qué se resolvió", "What became of it"),
                new Words("Por qué", "Why"),
                new Words("De ella salió", "It led to"),
            ],
            rows,
            within.Of("/dialogues/proposals")
        );
    }

    /// <summary>Agreements, each with the session that made it.</summary>
    public async Task<Block> AgreementsAsync(
        WidgetRequest widget,
        string caption,
        IReadOnlyList<Agreement> all,
        RowsQuery within,
        CancellationToken cancellationToken
    )
    {
        var held = await AllAsync(sessions, all.Select(one => one.SessionId), cancellationToken);
        var made = await AllAsync(proposals, all.Select(one => one.ProposalId), cancellationToken);
        var rows = new List<IReadOnlyList<Cell>>();
        foreach (var one in all)
        {
            var session = held.GetValueOrDefault(one.SessionId);
            rows.Add([
                new Cell(Certainty.Mark(widget.Text(one.TextEs, one.TextEn), one.Confidence), Anchor: one.Id),
                session is null
                    ? new Cell(null)
                    : new Cell(widget.Text(session.TitleEs, session.TitleEn), $"/dialogue?list=sessions&id={one.SessionId}"),
                await endings.CellAsync(one.ResponsibleOrganizationId, cancellationToken),
                On(widget, one.DueDate, one.DueDatePrecision),
                new Cell(one.Fulfilled is { } fulfilled ? widget.Say(fulfilled ? Said.Yes : Said.No) : null),
                one.Fulfilled is true ? On(widget, one.FulfilledOn, one.FulfilledOnPrecision) : Nothing(widget),
                one.EvidenceUrl is { } url ? new Cell(widget.Say(new Words("Evidencia", "Evidence")), url)
                : one.Fulfilled is true ? new Cell(null)
                : Nothing(widget),
                one.ProposalId is { } proposal && made.TryGetValue(proposal, out var found)
                    ? new Cell(DialogueWords.Name(widget, found), $"/dialogue/proposals/{proposal}")
                    : Nothing(widget),
                one.CommitmentId is null ? Nothing(widget) : await CommitmentAsync(widget, one.CommitmentId, cancellationToken),
            ]);
        }

        return Table(
            widget,
            caption,
            [
                new Words("Acuerdo", "Agreement"),
                Session,
                new Words("Quién responde de él", "Who answers for it"),
                new Words("Vence", "Due"),
                new Words("¿Cumplido?", "Kept?"),
                new Words("Cumplido el", "Kept on"),
                new Words("Evidencia", "Evidence"),
                Proposal,
                Commitment,
            ],
            rows,
            within.Of("/dialogues/agreements")
        );
    }

    /// <summary>Sessions, each with who came, by sector.</summary>
    public async Task<Block> SessionsAsync(
        WidgetRequest widget,
        string caption,
        IReadOnlyList<Session> all,
        RowsQuery within,
        CancellationToken cancellationToken
    )
    {
        var rows = new List<IReadOnlyList<Cell>>();
        foreach (var one in all)
        {
            var day = widget.On(one.HeldOn);
            rows.Add([
                new Cell(Certainty.Mark(widget.Text(one.TitleEs, one.TitleEn), one.Confidence), one.Url, Anchor: one.Id),
                new Cell(widget.Say(one.StartsAt is { } hour ? $"{day}, {hour}" : day)),
                new Cell(widget.Say(await labels.OfAsync(widget, "session_kind", one.Kind, cancellationToken))),
                await WhereAsync(widget, one.PlanId, one.StateId, cancellationToken),
                new Cell(one.Place is { } place ? new Spoken(place, "es") : null),
                On(widget, one.AnnouncedOn, "day"),
                new Cell(widget.Text(one.AgendaEs, one.AgendaEn)),
                new Cell(await AttendanceAsync(widget, one, cancellationToken)),
                new Cell(one.MinutesUrl is null ? null : widget.Say(new Words("Minuta", "Minutes")), one.MinutesUrl),
                new Cell(widget.Say(new Words("Sus acuerdos", "Its agreements")), $"/dialogue?session={one.Id}"),
            ]);
        }

        return Table(
            widget,
            caption,
            [
                Session,
                Said.Date,
                new Words("Tipo", "Kind"),
                new Words("De quién", "Of whom"),
                new Words("Lugar", "Place"),
                new Words("Se anunció el", "Announced on"),
                new Words("Orden del día", "Agenda"),
                new Words("Asistencia por sector", "Attendance by sector"),
                new Words("Minuta", "Minutes"),
                new Words("Acuerdos", "Agreements"),
            ],
            rows,
            within.Of("/dialogues/sessions")
        );
    }

    /// <summary>
    /// How much is on record of a state or a plan, or in all, each number with what it counts; nothing where nothing is
    /// (<c>DialogueLinks.svelte</c>).
    /// </summary>
    public async Task<IReadOnlyList<Block>> LinksAsync(WidgetRequest widget, RowsQuery within, CancellationToken cancellationToken)
    {
        var parts = new List<Cell>();
        foreach (
            var (list, total) in (IEnumerable<(DialogueList, int)>)
                [
                    (DialogueList.Proposals, await TotalAsync(proposals)),
                    (DialogueList.Agreements, await TotalAsync(agreements)),
                    (DialogueList.Sessions, await TotalAsync(sessions)),
                ]
        )
        {
            if (total > 0)
            {
                parts.Add(DialogueWords.Part(widget, list.Counted, total, DialogueGroup.PageOf(list, within)));
            }
        }

        return parts.Count == 0 ? [] : [new Block.Subtitle(widget.In(DialogueWords.Dialogue)), new Block.Sentence(parts)];

        async Task<int> TotalAsync<TRecord>(IListRepository<TRecord> repository)
            where TRecord : ListItem =>
            (await repository.ListAsync(Tables.All(repository.List, within: within) with { Limit = 1 }, cancellationToken)).Total;
    }

    /// <summary>Who made a proposal: the organisation, else its sector.</summary>
    public async Task<Cell> WhoAsync(WidgetRequest widget, Proposal proposal, CancellationToken cancellationToken) =>
        proposal.OrganizationId is { } id
            ? await endings.CellAsync(id, cancellationToken)
            : new Cell(await labels.SaidAsync(widget, "sector", proposal.Sector, null, cancellationToken));

    /// <summary>The plan, else the state.</summary>
    public async Task<Cell> WhereAsync(WidgetRequest widget, string? plan, string? state, CancellationToken cancellationToken) =>
        plan is not null ? new Cell(widget.Say((await names.ShortAsync(widget, plan, cancellationToken))!), $"/plans/{plan}")
        : state is not null ? new Cell(widget.Say((await states.NameAsync(widget, state, cancellationToken))!), $"/states/{state}")
        : new Cell(null);

    /// <summary>A day, as exactly as it is known.</summary>
    public static Cell On(WidgetRequest widget, DateOnly? day, string? precision) =>
        new(day is { } known ? widget.Say(widget.On(known, precision)) : null);

    /// <summary>A cell of which there is nothing to say: not even that it is not on record.</summary>
    private static Cell Nothing(WidgetRequest widget) => new(widget.Say(""));

    private async Task<Cell> CommitmentAsync(WidgetRequest widget, string? id, CancellationToken cancellationToken) =>
        id is not null && await names.CommitmentAsync(widget, id, cancellationToken) is { } title
            ? new Cell(title, $"/commitments/{id}")
            : new Cell(null);

    /// <summary>How many came of each sector; of a sector that is not counted nothing is said.</summary>
    private async Task<Spoken?> AttendanceAsync(WidgetRequest widget, Session session, CancellationToken cancellationToken)
    {
        var said = new List<string>();
        foreach (
            var (sector, came) in (IEnumerable<(string, int?)>)
                [
                    ("civil_society", session.AttendanceCivilSociety),
                    ("government", session.AttendanceGovernment),
                    ("oversight_body", session.AttendanceOversightBody),
                    ("academia", session.AttendanceAcademia),
                    ("other", session.AttendanceOther),
                ]
        )
        {
            if (came is { } count)
            {
                said.Add($"{await labels.OfAsync(widget, "sector", sector, cancellationToken)} {Said.Number(count)}");
            }
        }

        return said.Count == 0 ? null : widget.Say(string.Join(", ", said));
    }

    /// <summary>The records of some ids, each by its own.</summary>
    private static async Task<IReadOnlyDictionary<string, TRecord>> AllAsync<TRecord>(
        IListRepository<TRecord> repository,
        IEnumerable<string?> ids,
        CancellationToken cancellationToken
    )
        where TRecord : ListItem
    {
        var all = ids.OfType<string>().Distinct().ToList();
        return all.Count == 0
            ? new Dictionary<string, TRecord>()
            : (
                await repository.ListAsync(Tables.All(repository.List, within: new RowsQuery([new("id", all)])), cancellationToken)
            ).Items.ToDictionary(one => one.Id);
    }

    private static Block.Table Table(
        WidgetRequest widget,
        string caption,
        IReadOnlyList<Words> columns,
        IReadOnlyList<IReadOnlyList<Cell>> rows,
        string data
    ) => new(caption, [.. columns.Select(widget.In)], rows) { Data = [data], IsCards = true };
}
