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
        var blocks = new List<Block>
        {
            new Block.Stages(
                widget.In(new Words("Hasta dónde llegó, según lo que consta aquí", "How far it came, by what is on record here")),
                [.. stages.Where(stage => stage.Code != "none").Select(stage => widget.Step(stage.Label, found.SureOf(stage.Code)).Text!)],
                stages.ToList().FindIndex(stage => stage.Code == found.Stage)
            ),
            new Block.Facts([
                new Fact(
                    widget.In(new Words("Secretariado Técnico Local", "Local Technical Secretariat")),
                    secretariat is null ? null : await labels.OfAsync(widget, secretariat, cancellationToken)
                ),
                new Fact(
                    widget.In(new Words("Planes declarados", "Plans stated")),
                    widget.Say(Said.Number(found.PlansStated)),
                    $"/states/{found.Id}"
                ),
                new Fact(
                    widget.In(new Words("Planes documentados", "Plans documented")),
                    widget.Say(Said.Number(found.PlansDocumented)),
                    $"/states/{found.Id}"
                ),
                new Fact(
                    widget.In(new Words("Compromisos documentados", "Commitments documented")),
                    widget.Say(Said.Number(found.CommitmentsDocumented)),
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
            Sources = found.Sources,
        };
    }
}
