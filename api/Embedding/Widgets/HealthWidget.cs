using OpenGov.Api.Http;
using OpenGov.Api.Measures;
using OpenGov.Api.Plans;

namespace OpenGov.Api.Embedding.Widgets;

/// <summary>How a plan was co-created, check by check.</summary>
internal sealed class HealthWidget(PlansRepository plans, PlanHealthRepository health) : IWidget
{
    private static readonly Dictionary<string, Words> Verdicts = new()
    {
        ["yes"] = new("Sí", "Yes"),
        ["no"] = new("No", "No"),
        ["no_data"] = Said.NoRecord,
    };

    public string Kind => "health";

    public Subject Subject { get; } = new("plans");

    public async Task<WidgetContent?> ReadAsync(
        WidgetRequest widget,
        string id,
        ParameterErrors errors,
        CancellationToken cancellationToken
    )
    {
        if (
            await plans.DetailAsync(id, cancellationToken) is not { } plan
            || await health.OfAsync(plan.Id, widget.Request, cancellationToken) is not { } found
        )
        {
            return null;
        }

        return new WidgetContent
        {
            Title = widget.Title(plan.TitleEs, plan.TitleEn, plan.Id),
            Eyebrow = widget.In(new Words("Salud de la cocreación", "Health of the co-creation")),
            Page = $"/plans/{plan.Id}",
            Blocks =
            [
                new Block.Parts(
                    widget.In(new Words("Comprobaciones", "Checks")),
                    widget.In(
                        new Words(
                            $"Se cumplen: {found.Met}. No se cumplen: {found.NotMet}. Sin registro aquí: {found.NoData}.",
                            $"Met: {found.Met}. Not met: {found.NotMet}. No record here: {found.NoData}."
                        )
                    ),
                    found.Met,
                    found.NotMet,
                    found.NoData,
                    null
                ),
                new Block.Table(
                    widget.In(new Words($"Al {widget.On(found.JudgedOn)}", $"As of {widget.On(found.JudgedOn)}")),
                    [widget.In(new Words("Comprobación", "Check")), widget.In(new Words("¿Se cumple?", "Is it met?"))],
                    [
                        .. found.Checks.Select(check =>
                            (IReadOnlyList<Cell>)
                                [
                                    new Cell(widget.Text(check.QuestionEs, check.QuestionEn)),
                                    new Cell(Verdicts.TryGetValue(check.Verdict, out var verdict) ? widget.Say(verdict) : null),
                                ]
                        ),
                    ]
                ),
            ],
        };
    }
}
