using OpenGov.Api.Commitments;
using OpenGov.Api.Embedding;
using OpenGov.Api.Embedding.Widgets;
using OpenGov.Api.Http;
using OpenGov.Api.Measures;
using OpenGov.Api.Records;
using OpenGov.Api.States;

namespace OpenGov.Api.Pages.Contents;

/// <summary>A commitment: where it stands, its story, who said what of it, its evidence and who answers for it.</summary>
internal sealed class CommitmentContent(
    CommitmentsRepository commitments,
    StatesRepository states,
    Tables tables,
    RecordNames names,
    Labels labels,
    Endings endings,
    LifeBlocks lives,
    RecordFinisher finisher
) : IPageContent
{
    private static readonly Words Commitment = new("Compromiso", "Commitment");

    private static readonly Words Proactive = new("Compromiso proactivo", "Proactive commitment");

    public string Path => "/commitments/{id}";

    public async Task<PageContent?> ReadAsync(PageRequest page, CancellationToken cancellationToken)
    {
        var widget = page.Widget;
        if (await commitments.DetailAsync(page.Id, cancellationToken) is not { } found)
        {
            return null;
        }

        await finisher.FinishAsync([found], cancellationToken);
        var title = RecordNames.Commitment(widget, found.TitleEs, found.TitleEn, found.Id);
        var plan = await names.PlanAsync(widget, found.PlanId, cancellationToken);
        var state = (await states.OfAllAsync(widget, cancellationToken)).FirstOrDefault(one => one.Id == found.StateId);
        var life = await lives.OfAsync(widget, found, cancellationToken);
        var story = StoryWidget.Blocks(widget, found);
        var observed = story.SkipWhile(block => !StoryWidget.IsObserved(widget)(block)).ToList();
        return new PageContent
        {
            Eyebrow = Certainty.Mark(
                widget.Say($"{widget.In(found.Kind == "proactive" ? Proactive : Commitment)} · {found.Id}"),
                found.Confidence
            ),
            Blocks =
            [
                .. story.Take(story.Count - observed.Count).ToList().Place("story"),
                new Block.Links([
                    plan with
                    {
                        Text = Certainty.MarkField(found, plan.Text, "plan_id"),
                    },
                    .. state is null ? (Cell[])[] : [new Cell(widget.Text(state.NameEs, state.NameEn), $"/states/{state.Id}")],
                ]).Place("promise"),
                .. (await CommitmentWidget.BlocksAsync(widget, found, labels, cancellationToken))
                    .Place("codes", block => block is Block.Facts)
                    .Place("milestones", block => block is Block.Strip or Block.Table),
                .. await ScalesAsync(widget, found, cancellationToken),
                .. await AssessmentsAsync(widget, found, cancellationToken),
                await AboutAsync(widget, found, cancellationToken),
                .. Tables.Note(widget, found.NoteEs, found.NoteEn),
                .. life.Blocks,
                .. observed.Place("indicators"),
                .. (await OrganizationsAsync(widget, found, cancellationToken)).Place("who"),
                .. Evidence(widget, found).Place("evidence"),
                .. found.Url is { } url ? [new Block.Links([new Cell(widget.Say(new Words("Su página", "Its page")), url)])] : (Block[])[],
            ],
            Sources =
            [
                .. found
                    .Sources.Concat(found.Assessments.SelectMany(one => one.Sources))
                    .Concat(found.Evidence.SelectMany(one => one.Sources))
                    .Concat(life.Sources)
                    .DistinctBy(source => source.Id),
            ],
            Data = $"/commitments/{found.Id}",
            Linked = new Dictionary<string, object?>
            {
                ["@type"] = "Report",
                ["name"] = title.Text,
                ["inLanguage"] = title.Language,
                ["identifier"] = found.Id,
                ["abstract"] = widget.Text(found.ProblemEs, found.ProblemEn).Text,
                ["url"] = $"{PublicAddress.Of(widget.Request)}/commitments/{found.Id}",
                ["citation"] = found.Sources.Select(source => source.Url).OfType<string>(),
            },
            Above = "/commitments",
        };
    }

    /// <summary>The scale of each code, from its first step to its last: a word alone does not say where it stands.</summary>
    private async Task<IReadOnlyList<Block>> ScalesAsync(WidgetRequest widget, CommitmentDetail found, CancellationToken cancellationToken)
    {
        var blocks = new List<Block>();
        foreach (
            var (vocabulary, code, name) in new[]
            {
                ("ambition", found.Ambition, new Words("Ambición", "Ambition")),
                ("completion", found.Completion, new Words("Cumplimiento", "Completion")),
                ("early_results", found.EarlyResults, Said.EarlyResults),
            }
        )
        {
            var terms = code is null ? [] : Vocabulary.Terms(vocabulary);
            if (terms.FirstOrDefault(term => term.Code == code) is not { Number: not null } own)
            {
                continue;
            }

            // Scales of different years share a vocabulary; what each is says its definition.
            var scale = terms
                .Where(term => term.Number is not null && term.Definition == own.Definition)
                .GroupBy(term => term.Number)
                .OrderBy(step => step.Key)
                .ToList();
            var steps = new List<string>();
            foreach (var step in scale)
            {
                var term = step.FirstOrDefault(one => one.Code == code) ?? step.First();
                steps.Add(await labels.OfAsync(widget, vocabulary, term.Code, cancellationToken));
            }

            var at = scale.FindIndex(step => step.Key == own.Number) + 1;
            var all = string.Join(" · ", steps);
            blocks.Add(
                new Block.Paragraph(
                    widget.Say(
                        new Words(
                            $"{name.Es}, en el orden de la escala con que se codifica: {all}. Aquí: {steps[at - 1]}.",
                            $"{name.En}, in the order of the scale by which it is coded: {all}. Here: {steps[at - 1]}."
                        )
                    ),
                    IsSmall: true
                )
            );
        }

        return blocks;
    }

    /// <summary>What it is about, and how OGP calls it.</summary>
    private async Task<Block> AboutAsync(WidgetRequest widget, CommitmentDetail found, CancellationToken cancellationToken)
    {
        return new Block.Facts([
            new Fact(
                widget.In(KeyWords.Of("policy_area")),
                found.PolicyAreas.Count == 0 && (found.ThemeEs ?? found.ThemeEn) is not null
                    ? widget.Say(new Words("Ninguno de la lista de temas", "None of the list of themes"))
                    : await labels.OfAllAsync(widget, "policy_area", found.PolicyAreas, cancellationToken)
            ),
            new Fact(
                widget.In(new Words("Tema, en pocas palabras", "Theme, in a few words")),
                Certainty.MarkField(found, widget.Text(found.ThemeEs, found.ThemeEn), "theme") is { Text: not null } theme ? theme : null
            ),
            new Fact(
                widget.In(new Words("Clave de OGP", "OGP code")),
                Certainty.MarkField(found, found.OgpCode is { } code ? widget.Say(code) : null, "ogp_code")
            ),
            .. found.Number is { } number
                ?
                [
                    new Fact(
                        widget.In(new Words("Número en el plan", "Number in the plan")),
                        Certainty.MarkField(found, widget.Say(Said.Number(number)), "number")
                    ),
                ]
                : (Fact[])[],
            .. found.Municipality is { } municipality
                ?
                [
                    new Fact(
                        widget.In(new Words("Municipio", "Municipality")),
                        widget.Say(await labels.OfAsync(widget, "municipality", municipality, cancellationToken))
                    ),
                ]
                : (Fact[])[],
        ]);
    }

    private async Task<IReadOnlyList<Block>> AssessmentsAsync(
        WidgetRequest widget,
        CommitmentDetail found,
        CancellationToken cancellationToken
    )
    {
        if (found.Assessments.Count == 0)
        {
            return [];
        }

        var rows = new List<IReadOnlyList<Cell>>();
        var isOfHalfYears = found.Assessments.Any(said => said.Period is not null);
        foreach (var said in found.Assessments)
        {
            var voice = await labels.OfAsync(widget, "voice", said.Voice, cancellationToken);
            var name = said.OrganizationId is { } id ? (await endings.NamesAsync(cancellationToken)).GetValueOrDefault(id, id) : null;
            rows.Add([
                await tables.CodeAsync(widget, "aspect", said.Aspect, null, cancellationToken),
                new Cell(widget.Say(name is null ? voice : $"{voice}: {name}")),
                .. isOfHalfYears ? [new Cell(said.Period is { } period ? widget.Say(period) : null)] : (Cell[])[],
                new Cell(
                    Certainty.Mark(
                        said.Code is not null ? await labels.SaidAsync(widget, said.Aspect, said.Code, null, cancellationToken)
                            : said.Value is { } value ? widget.Say(said.Unit == "percent" ? Said.Percent(value) : Said.Number(value))
                            : widget.Text(said.StatementEs, said.StatementEn),
                        said.Confidence
                    )
                ),
                new Cell(said.AssessedOn is { } day ? widget.Say(widget.On(day, said.AssessedOnPrecision)) : null),
            ]);
        }

        return
        [
            new Block.Subtitle(widget.In(new Words("¿Quién lo dice?", "Who says so?"))),
            new Block.Table(
                widget.In(new Words("Lo que cada voz dijo", "What each voice said")),
                [
                    widget.In(new Words("De qué", "Of what")),
                    widget.In(new Words("Quién", "Who")),
                    .. isOfHalfYears ? [widget.In(new Words("De qué semestre", "Of which half-year"))] : (string[])[],
                    widget.In(new Words("Qué", "What")),
                    widget.In(Said.Date),
                ],
                rows
            ),
        ];
    }

    private static IReadOnlyList<Block> Evidence(WidgetRequest widget, CommitmentDetail found) =>
        [
            .. Evidence(widget, new Words("Evidencia", "Evidence"), found.Evidence.Where(one => EvidenceFilters.ShowsFulfilment(one.Kind))),
            .. Evidence(
                widget,
                new Words(
                    $"{CommitmentWidget.Assessing.Es} (no cuentan como evidencia)",
                    $"{CommitmentWidget.Assessing.En} (not counted as evidence)"
                ),
                found.Evidence.Where(one => !EvidenceFilters.ShowsFulfilment(one.Kind))
            ),
        ];

    private static IEnumerable<Block> Evidence(WidgetRequest widget, Words name, IEnumerable<Evidence> all) =>
        all.ToList() is { Count: > 0 } some
            ? [new Block.Subtitle(widget.In(name)), new Block.Links([.. some.SelectMany(one => Evidence(widget, one))])]
            : [];

    /// <summary>An item leads to its address; where it has a file, what kind and how large, which leads to it where the item itself does not.</summary>
    private static IEnumerable<Cell> Evidence(WidgetRequest widget, Evidence one)
    {
        var file = one.Links.GetValueOrDefault("file");
        yield return new Cell(Certainty.Mark(widget.Text(one.TitleEs, one.TitleEn), one.Confidence), one.Url ?? file);
        if (one is { FileName: { } name, FileBytes: { } bytes })
        {
            yield return new Cell(widget.Say(Said.File(name, bytes)), one.Url is null ? null : file);
        }
    }

    private async Task<IReadOnlyList<Block>> OrganizationsAsync(
        WidgetRequest widget,
        CommitmentDetail found,
        CancellationToken cancellationToken
    )
    {
        if (found.Organizations.Count == 0)
        {
            return [];
        }

        var rows = new List<IReadOnlyList<Cell>>();
        foreach (var one in found.Organizations)
        {
            rows.Add([
                new Cell(await endings.NameAsync(widget, one.Id, one.Name, cancellationToken), RecordAddresses.PageOfOrganization(one.Id)),
                new Cell(widget.Say(CodeWords.Of("organization_role", one.Role))),
                await tables.CodeAsync(widget, "sector", one.Sector, null, cancellationToken),
            ]);
        }

        return
        [
            new Block.Subtitle(widget.In(new Words("¿Quién responde?", "Who answers for it?"))),
            new Block.Table(
                widget.In(new Words("Organizaciones", "Organisations")),
                [
                    widget.In(new Words("Organización", "Organisation")),
                    widget.In(new Words("Papel", "Role")),
                    widget.In(new Words("Sector", "Sector")),
                ],
                rows
            ),
        ];
    }
}
