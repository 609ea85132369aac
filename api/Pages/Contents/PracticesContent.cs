using OpenGov.Api.Embedding;
using OpenGov.Api.Http;
using OpenGov.Api.Instruments;
using OpenGov.Api.Learnings;
using OpenGov.Api.Measures;
using OpenGov.Api.Plans;
using OpenGov.Api.Practices;
using OpenGov.Api.Records;
using OpenGov.Api.Trainings;

namespace OpenGov.Api.Pages.Contents;

/// <summary>Good practices with their story, tools, training and what was learnt.</summary>
internal sealed class PracticesContent(
    PracticesRepository practices,
    InstrumentsRepository instruments,
    TrainingsRepository trainings,
    LearningsRepository learnings,
    Tables tables,
    PageFilters filters,
    RecordNames names,
    RecordFinisher finisher
) : IPageContent
{
    public string Path => "/practices";

    public async Task<PageContent?> ReadAsync(PageRequest page, CancellationToken cancellationToken)
    {
        var widget = page.Widget;
        var every = (await practices.ListAsync(Tables.All(PracticesRepository.Sql), cancellationToken)).Items;
        var theme = page.Given("theme");
        var (form, themes) = await FormAsync(page, every, cancellationToken);
        var within = await filters.ReadAsync(page, PracticesRepository.Sql, cancellationToken);
        var errors = filters.Errors ?? new ParameterErrors();
        if (theme is not null && !themes.Contains(theme))
        {
            errors.Add("theme", ErrorCodes.UnknownCode, $"'{ParameterErrors.Shown(theme)}' is no theme of a practice.", theme, themes);
        }

        if (within is null || errors.Any)
        {
            return new PageContent { Blocks = [.. PageNotices.Wrong(page, errors, form), form], Errors = errors };
        }

        var all = (await practices.ListAsync(Tables.All(PracticesRepository.Sql, within: within), cancellationToken))
            .Items.Where(practice => theme is null || practice.ThemeEs == theme)
            .ToList();
        var tools = (await instruments.ListAsync(Tables.All(InstrumentsRepository.Sql), cancellationToken)).Items;
        var courses = (await trainings.ListAsync(Tables.All(TrainingsRepository.Sql), cancellationToken)).Items;
        var learnt = (await learnings.ListAsync(Tables.All(LearningsRepository.Sql), cancellationToken)).Items;
        await finisher.FinishAsync([.. all, .. tools, .. courses, .. learnt], cancellationToken);
        var blocks = new List<Block>
        {
            form,
            new Block.Paragraph(
                widget.Say(new Words($"Prácticas que constan aquí: {all.Count}", $"Practices on record here: {all.Count}"))
            ).Place("cases"),
        };
        foreach (var practice in all)
        {
            blocks.Add(
                new Block.Subtitle(Certainty.Mark(widget.Text(practice.TitleEs, practice.TitleEn), practice.Confidence)!.Text!)
                {
                    Anchor = practice.Id,
                }
            );
            foreach (
                var (name, es, en) in (IEnumerable<(Words, string?, string?)>)
                    [
                        (new Words("El problema", "The problem"), practice.ProblemEs, practice.ProblemEn),
                        (new Words("La solución", "The solution"), practice.SolutionEs, practice.SolutionEn),
                        (
                            new Words("El resultado, según su fuente", "The result, according to its source"),
                            practice.ResultEs,
                            practice.ResultEn
                        ),
                    ]
            )
            {
                var text = widget.Text(es, en);
                blocks.Add(new Block.Paragraph(text with { Text = $"{widget.In(name)}: {text.Text ?? widget.In(Said.NoRecord)}" }));
            }

            if (widget.Text(practice.NoteEs, practice.NoteEn) is { Text: not null } note)
            {
                blocks.Add(new Block.Paragraph(note));
            }

            var linked = new List<(Spoken, string Id, int?)>();
            foreach (var id in practice.CommitmentIds)
            {
                if (await names.CommitmentAsync(widget, id, cancellationToken) is { } title)
                {
                    linked.Add((title, id, null));
                }
            }

            List<Cell> links =
            [
                .. linked.Zip(RecordNames.InList(widget, linked), (one, title) => new Cell(title, $"/commitments/{one.Id}")),
            ];

            if (practice.Url is { } url)
            {
                links.Add(new Cell(widget.Say(new Words("Su página", "Its page")), url));
            }

            if (links.Count > 0)
            {
                blocks.Add(new Block.Links(links));
            }
        }

        blocks.Add(new Block.Subtitle(widget.In(new Words("Herramientas", "Tools"))).Place("instruments"));
        blocks.Add(
            new Block.Table(
                widget.In(new Words($"Herramientas que constan aquí: {tools.Count}", $"Tools on record here: {tools.Count}")),
                [widget.In(new Words("Herramienta", "Tool")), widget.In(new Words("Para qué", "What for"))],
                [
                    .. tools.Select(tool =>
                        (IReadOnlyList<Cell>)
                            [
                                new Cell(Certainty.Mark(widget.Text(tool.NameEs, tool.NameEn), tool.Confidence), tool.Url, Anchor: tool.Id),
                                new Cell(widget.Text(tool.DescriptionEs, tool.DescriptionEn)),
                            ]
                    ),
                ]
            )
            {
                Data = ["/instruments"],
            }
        );
        blocks.Add(new Block.Subtitle(widget.In(new Words("Formación", "Training"))) { Anchor = "trainings" });
        blocks.AddRange(await tables.MeasureAsync(widget, "people_trained", RowsQuery.All, [], cancellationToken));
        blocks.Add(
            new Block.Table(
                widget.In(new Words($"Programas que constan aquí: {courses.Count}", $"Programmes on record here: {courses.Count}")),
                [
                    widget.In(new Words("Programa", "Programme")),
                    widget.In(new Words("Personas formadas", "People trained")),
                    widget.In(new Words("Estados alcanzados", "States reached")),
                ],
                [
                    .. courses.Select(course =>
                        (IReadOnlyList<Cell>)
                            [
                                new Cell(Certainty.Mark(widget.Text(course.NameEs, course.NameEn), course.Confidence), Anchor: course.Id),
                                widget.Counted(course.PeopleTrained),
                                widget.Counted(course.StatesReached),
                            ]
                    ),
                ]
            )
            {
                Data = ["/trainings"],
            }
        );
        blocks.Add(new Block.Subtitle(widget.In(new Words("Aprendizajes", "Learnings"))).Place("learnings"));
        blocks.Add(
            new Block.Table(
                widget.In(new Words("Qué se aprendió y cómo se comprueba", "What was learnt and how it is checked")),
                [widget.In(new Words("Aprendizaje", "Learning")), widget.In(new Words("Se comprueba así", "Checked like this"))],
                [
                    .. learnt.Select(one =>
                        (IReadOnlyList<Cell>)
                            [
                                new Cell(Certainty.Mark(widget.Text(one.TitleEs, one.TitleEn), one.Confidence), Anchor: one.Id),
                                Checked(widget, one),
                            ]
                    ),
                ]
            )
            {
                IsCards = true,
                Data = ["/learnings"],
            }
        );
        return new PageContent
        {
            Narrowed = await filters.NarrowedAsync(page, form, cancellationToken),
            Blocks = blocks,
            Sources =
            [
                .. all.SelectMany(one => one.Sources)
                    .Concat(tools.SelectMany(one => one.Sources))
                    .Concat(courses.SelectMany(one => one.Sources))
                    .Concat(learnt.SelectMany(one => one.Sources))
                    .DistinctBy(source => source.Id),
            ],
        };
    }

    /// <summary>
    /// What the check of a learning asks of a plan and when it is met, in the words of its measure; of a learning without one why there is
    /// none.
    /// </summary>
    private static Cell Checked(WidgetRequest widget, Learning one)
    {
        var note = widget.Text(one.NoteEs, one.NoteEn);
        return HealthCheck.All.FirstOrDefault(check => check.Code == one.HealthCheck) is { } found
            ? new Cell(
                widget.Say(new Words($"{found.QuestionEs} {found.RuleEs}", $"{found.QuestionEn} {found.RuleEn}")),
                $"/measures#{found.Name}"
            )
            {
                Beside = note,
            }
            : new Cell(note.Text is null ? null : note);
    }

    /// <summary>The page's filters; their themes are those of the practices, by their Spanish names as in the dashboard.</summary>
    private async Task<(Block.Form Form, IReadOnlyList<string> Themes)> FormAsync(
        PageRequest page,
        IReadOnlyList<Practice> all,
        CancellationToken cancellationToken
    )
    {
        var themes = all.Where(practice => practice.ThemeEs is not null).DistinctBy(practice => practice.ThemeEs).ToList();
        var form = await filters.FormAsync(page, PracticesRepository.Sql, cancellationToken);
        var field = new FormField(
            "theme",
            page.Filters["theme"].Label,
            page.Given("theme"),
            [.. themes.Select(one => (one.ThemeEs!, page.Widget.Text(one.ThemeEs, one.ThemeEn).Text!))]
        )
        {
            Empty = page.Widget.In(PageFilters.Any),
        };
        return (form with { Fields = [.. form.Fields, field] }, [.. themes.Select(one => one.ThemeEs!)]);
    }
}
