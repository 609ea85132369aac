using OpenGov.Api.Http;
using OpenGov.Api.Measures;
using OpenGov.Api.Records;
using OpenGov.Api.Secretariats;
using OpenGov.Api.States;

namespace OpenGov.Api.Embedding.Widgets;

/// <summary>A state: how far it came, its secretariat, its plans and its index.</summary>
internal sealed class StateWidget(
    StatesRepository states,
    SecretariatsRepository secretariats,
    Figures figures,
    Labels labels,
    RecordNames names,
    RecordFinisher finisher
) : IWidget
{
    private static readonly Words Unrecorded = new("sin registro aquí", "no record here");

    private static readonly Words Mentioned = new("mencionado, sin documentar", "mentioned, not documented");

    private static readonly Words Presented = new("solo en la presentación, sin documentar", "only in the presentation, not documented");

    public string Kind => "state";

    public Subject Subject { get; } = new("states");

    public async Task<WidgetContent?> ReadAsync(
        WidgetRequest widget,
        string id,
        ParameterErrors errors,
        CancellationToken cancellationToken
    )
    {
        if (await states.DetailAsync(id, cancellationToken) is not { } found)
        {
            return null;
        }

        await finisher.FinishAsync([found], cancellationToken);
        var stages = await labels.OfAsync(widget, "state_stage", cancellationToken);
        var secretariat = await secretariats.OfStateAsync(found.Id, cancellationToken);
        RowsQuery within = $"state={found.Id}";
        // Each is judged by itself, and says so in words: a state can have a plan and no secretariat.
        var steps = new List<string>();
        foreach (var (code, label) in stages.Where(stage => stage.Code != "none"))
        {
            var (_, row) = await figures.OneAsync(StateMap.Steps.Single(step => step.Value == code).Key, within, cancellationToken);
            var verdict =
                row.Yes > 0 ? new Words("hay registro", "on record")
                : row.No > 0 ? new Words("no", "no")
                : Unrecorded;
            // What is only mentioned, or only in the presentation, is neither on record nor unknown.
            steps.Add(
                row.Yes is null or 0 && found.SureOf(code) is { } doubt
                    ? $"{label}: {widget.In(doubt == "presentation" ? Presented : Mentioned)}"
                    : $"{widget.Step(label, found.SureOf(code)).Text}: {widget.In(verdict)}"
            );
        }

        var blocks = new List<Block>
        {
            new Block.Stages(
                widget.In(new Words("Hasta dónde llegó, según lo que consta aquí", "How far it came, by what is on record here")),
                steps,
                stages.ToList().FindIndex(stage => stage.Code == found.Stage)
            )
            {
                Sources = found.StageSources,
            },
            new Block.Paragraph(
                widget.Say(
                    widget.In(new Words("Lo más lejos que consta: ", "The furthest step on record: "))
                        + widget.Stage(found, await labels.OfAsync(widget, "state_stage", found.Stage, cancellationToken)).Text
                        + await CodesAsync(widget, found, within, cancellationToken)
                        + "."
                )
            ),
            new Block.Facts([
                new Fact(
                    widget.In(new Words("Secretariado Técnico Local", "Local Technical Secretariat")),
                    secretariat is null ? null : await labels.OfAsync(widget, secretariat, cancellationToken)
                ),
                new Fact(widget.In(Said.PlansStated), widget.Say(Said.Number(found.PlansStated))),
                new Fact(
                    widget.In(new Words("Planes documentados", "Plans documented")),
                    widget.Recorded(found.PlansDocumented).Text,
                    $"/states/{found.Id}#plans"
                ),
                new Fact(
                    widget.In(new Words("Compromisos documentados", "Commitments documented")),
                    widget.Recorded(found.CommitmentsDocumented).Text,
                    $"/commitments?state={found.Id}"
                ),
                new Fact(
                    widget.In(new Words("Índice de gobierno abierto (0 a 1)", "Open government index (0 to 1)")),
                    await names.IndexAsync(widget, found, cancellationToken)
                ),
            ]),
        };
        if (found.CommitmentsDocumented > 0)
        {
            blocks.AddRange(await figures.BlocksAsync(widget, "finished", within, cancellationToken));
            // What somebody assessed stands beside what was reported, where there is any: neither is the other.
            var (completion, assessed) = await figures.OneAsync("completion", within, cancellationToken);
            if (assessed.Known > 0)
            {
                blocks.AddRange(Figures.Blocks(widget, completion, assessed, within, isAsked: true));
            }

            blocks.AddRange(await figures.BlocksAsync(widget, "early_results", within, cancellationToken));
        }

        return new WidgetContent
        {
            Title = widget.Text(found.NameEs, found.NameEn),
            Page = $"/states/{found.Id}",
            Blocks = blocks,
            Sources = [.. found.Sources.Concat(found.StageSources).DistinctBy(source => source.Id)],
        };
    }

    /// <summary>What the commitments that make a state have results are coded as: a single one that changed little is enough.</summary>
    private async Task<string> CodesAsync(WidgetRequest widget, State state, RowsQuery within, CancellationToken cancellationToken)
    {
        if (state.Stage != "results")
        {
            return "";
        }

        var (_, rows) = await figures.RowsAsync("early_results", ["early_results"], within, cancellationToken);
        var codes = new List<string>();
        foreach (var row in rows.Where(row => row.Yes > 0))
        {
            codes.Add($"{await labels.OfAsync(widget, "early_results", row.Keys[0]!, cancellationToken)}: {Said.Number(row.Yes!.Value)}");
        }

        return codes.Count == 0
            ? ""
            : widget.In(
                new Words(
                    $". Cuánto cambió, según su evaluación: {string.Join("; ", codes)}",
                    $". How much it changed, as assessed: {string.Join("; ", codes)}"
                )
            );
    }
}
