using OpenGov.Api.Changes;
using OpenGov.Api.Commitments;
using OpenGov.Api.Dialogues;
using OpenGov.Api.Embedding;
using OpenGov.Api.Http;
using OpenGov.Api.Measures;
using OpenGov.Api.Records;

namespace OpenGov.Api.Pages.Contents;

/// <summary>A proposal: what it says, what it was answered and by whom, which agreements name it, and what it led to.</summary>
internal sealed class ProposalContent(
    ProposalsRepository proposals,
    AgreementsRepository agreements,
    CommitmentsRepository commitments,
    ChangesRepository changes,
    DialogueTables dialogue,
    Tables tables,
    Labels labels,
    RecordFinisher finisher
) : IPageContent
{
    public string Path => "/dialogue/proposals/{id}";

    public async Task<PageContent?> ReadAsync(PageRequest page, CancellationToken cancellationToken)
    {
        var widget = page.Widget;
        if (await proposals.FindAsync(page.Id, cancellationToken) is not { } found)
        {
            return null;
        }

        RowsQuery about = $"proposal={found.Id}";
        var agreed = (await agreements.ListAsync(Tables.All(AgreementsRepository.Sql, within: about), cancellationToken)).Items;
        await finisher.FinishAsync([found, .. agreed], cancellationToken);
        var name = DialogueWords.Name(widget, found);
        return new PageContent
        {
            Eyebrow = widget.Say(new Words($"Propuesta · {found.Id}", $"Proposal · {found.Id}")),
            Blocks =
            [
                await AboutAsync(widget, found, cancellationToken),
                .. Text(widget, new Words("El problema", "The problem"), found.ProblemEs, found.ProblemEn),
                .. Text(widget, new Words("Lo que se propone", "What is proposed"), found.ProposalEs, found.ProposalEn),
                .. await ResponseAsync(widget, found, cancellationToken),
                new Block.Subtitle(widget.In(new Words("Acuerdos que la nombran", "Agreements that name it"))),
                agreed.Count == 0
                    ? new Block.Paragraph(widget.Say(new Words("No consta aquí ninguno.", "None is on record here.")))
                    : await dialogue.AgreementsAsync(
                        widget,
                        widget.In(new Words($"Acuerdos: {agreed.Count}", $"Agreements: {agreed.Count}")),
                        agreed,
                        about,
                        cancellationToken
                    ),
                .. await ResultAsync(widget, found, cancellationToken),
                .. Tables.Note(widget, found.NoteEs, found.NoteEn),
            ],
            Sources = [.. found.Sources.Concat(agreed.SelectMany(one => one.Sources)).DistinctBy(source => source.Id)],
            Data = $"/dialogues/proposals/{found.Id}",
            Linked = new Dictionary<string, object?>
            {
                ["@type"] = "CreativeWork",
                ["name"] = name.Text,
                ["inLanguage"] = name.Language,
                ["identifier"] = found.Id,
                ["dateCreated"] = found.ProposedOn?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
                ["abstract"] = widget.Text(found.ProblemEs, found.ProblemEn).Text,
                ["url"] = $"{PublicAddress.Of(widget.Request)}/dialogue/proposals/{found.Id}",
                ["citation"] = found.Sources.Select(source => source.Url).OfType<string>(),
            },
            Above = "/dialogue",
        };
    }

    /// <summary>Who proposed it to whom and when, and how its answer stands.</summary>
    private async Task<Block> AboutAsync(WidgetRequest widget, Proposal found, CancellationToken cancellationToken)
    {
        var who = await dialogue.WhoAsync(widget, found, cancellationToken);
        var where = await dialogue.WhereAsync(widget, found.PlanId, found.StateId, cancellationToken);
        var standing = 0;
        for (var group = 0; group < DialogueList.Proposals.Groups.Count; group++)
        {
            var rows = DialogueList.Proposals.Groups[group].Of($"id={found.Id}");
            var page = await proposals.ListAsync(Tables.All(ProposalsRepository.Sql, within: rows), cancellationToken);
            standing = page.Total > 0 ? group : standing;
        }

        return new Block.Facts([
            new Fact(widget.In(new Words("Quién", "Who")), Certainty.Mark(who.Text, found.Confidence), who.Href),
            new Fact(widget.In(new Words("A quién", "To whom")), where.Text, where.Href),
            new Fact(widget.In(new Words("Tema", "Theme")), Known(widget.Text(found.ThemeEs, found.ThemeEn))),
            new Fact(
                widget.In(new Words("Propuesta el", "Proposed on")),
                DialogueTables.On(widget, found.ProposedOn, found.ProposedOnPrecision).Text
            ),
            new Fact(
                widget.In(new Words("Respuesta a más tardar", "Response due")),
                DialogueTables.On(widget, found.ResponseDueDate, found.ResponseDueDatePrecision).Text
            ),
            new Fact(widget.In(new Words("Cómo está", "How it stands")), widget.Say(DialogueWords.Standing(standing))),
        ]);
    }

    /// <summary>What became of it, why, when, and who said so, as the history has it.</summary>
    private async Task<IReadOnlyList<Block>> ResponseAsync(WidgetRequest widget, Proposal found, CancellationToken cancellationToken)
    {
        var said = await labels.SaidAsync(widget, "disposition", found.Disposition, null, cancellationToken);
        var by =
            found.Disposition is null && found.ResponseEs is null && found.ResponseEn is null
                ? null
                : (
                    await changes.ListAsync(
                        Tables.All(ChangesRepository.Sql, within: $"record={found.Id}&record_type=proposals"),
                        cancellationToken
                    )
                )
                    .Items.OrderByDescending(change => change.Sequence)
                    .FirstOrDefault(change =>
                        change.Action == "created" || change.Fields.Any(field => field is "disposition" or "response_es" or "response_en")
                    );
        return
        [
            new Block.Subtitle(widget.In(new Words("La respuesta", "The response"))),
            new Block.Facts([
                new Fact(widget.In(new Words("Qué se resolvió", "What became of it")), said),
                new Fact(widget.In(new Words("Por qué", "Why")), Known(widget.Text(found.ResponseEs, found.ResponseEn))),
                new Fact(
                    widget.In(new Words("Respondida el", "Answered on")),
                    DialogueTables.On(widget, found.RespondedOn, found.RespondedOnPrecision).Text
                ),
                new Fact(
                    widget.In(new Words("Quién lo registró", "Who recorded it")),
                    by is null ? null : widget.Say(ChangeWords.Who(widget, by))
                ),
            ]),
        ];
    }

    /// <summary>The commitment that came of it, its milestones, and how far it got.</summary>
    private async Task<IReadOnlyList<Block>> ResultAsync(WidgetRequest widget, Proposal found, CancellationToken cancellationToken)
    {
        var title = new Block.Subtitle(widget.In(new Words("De ella salió", "It led to")));
        if (found.CommitmentId is not { } id || await commitments.DetailAsync(id, cancellationToken) is not { } led)
        {
            return
            [
                title,
                new Block.Paragraph(widget.Say(new Words("No consta aquí ningún compromiso.", "No commitment is on record here."))),
            ];
        }

        var rows = new List<IReadOnlyList<Cell>>();
        foreach (var one in led.Milestones.OrderBy(one => one.Number))
        {
            var text = widget.Text(one.TitleEs, one.TitleEn);
            rows.Add([
                new Cell(
                    text.Text is null ? widget.Say(new Words($"Hito {one.Number}", $"Milestone {one.Number}")) : text,
                    $"/commitments/{id}"
                ),
                DialogueTables.On(widget, one.DueDate, one.DueDatePrecision),
                new Cell(await labels.SaidAsync(widget, "implementation_status", one.Status, null, cancellationToken)),
                DialogueTables.On(widget, one.CompletedOn, one.CompletedOnPrecision),
            ]);
        }

        RowsQuery own = $"id={id}";
        return
        [
            title,
            await tables.CommitmentsAsync(
                widget,
                widget.In(new Words("El compromiso y hasta dónde llegó", "The commitment and how far it got")),
                [led],
                own,
                cancellationToken
            ),
            .. rows.Count == 0
                ? []
                : (Block[])
                    [
                        new Block.Table(
                            widget.In(new Words($"Sus hitos: {rows.Count}", $"Its milestones: {rows.Count}")),
                            [
                                widget.In(new Words("Hito", "Milestone")),
                                widget.In(Said.Due),
                                widget.In(Said.Status),
                                widget.In(new Words("Terminado el", "Completed on")),
                            ],
                            rows
                        )
                        {
                            Data = [$"/commitments/{id}"],
                            IsCards = true,
                        },
                    ],
        ];
    }

    private static Spoken? Known(Spoken text) => text.Text is null ? null : text;

    /// <summary>A text under its name; that there is none is said.</summary>
    private static IEnumerable<Block> Text(WidgetRequest widget, Words name, string? es, string? en) =>
        [
            new Block.Subtitle(widget.In(name)),
            new Block.Paragraph(widget.Text(es, en) is { Text: not null } text ? text : widget.Say(Said.NoRecord)),
        ];
}
