using OpenGov.Api.Http;
using OpenGov.Api.Measures;
using OpenGov.Api.Plans;
using OpenGov.Api.Records;
using OpenGov.Api.Secretariats;

namespace OpenGov.Api.Embedding.Widgets;

/// <summary>How a plan was co-created, check by check.</summary>
internal sealed class HealthWidget(
    PlansRepository plans,
    PlanHealthRepository health,
    SecretariatsRepository secretariats,
    RecordNames names,
    RecordFinisher finisher
) : IWidget
{
    /// <summary>Checks that the secretariat of the state is enough for.</summary>
    private static readonly string[] OfSecretariat = ["public_rules", "civil_society_members"];

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

        await finisher.FinishAsync([plan], cancellationToken);
        var data = $"/plans/{plan.Id}/health";
        var basis = await BasisAsync(widget, found, cancellationToken);
        return new WidgetContent
        {
            Title = (await names.TitleAsync(widget, plan.Id, cancellationToken))!,
            Side = new Words("salud de la cocreación", "health of the co-creation"),
            Eyebrow = widget.In(new Words("Salud de la cocreación", "Health of the co-creation")),
            Page = $"/plans/{plan.Id}",
            Sources = plan.Sources,
            Blocks =
            [
                new Block.Parts(
                    widget.In(new Words("Comprobaciones", "Checks")),
                    widget.In(
                        new Words(
                            $"Cumplidas: {found.Met}. No cumplidas: {found.NotMet}. Sin registro aquí: {found.NoData}.",
                            $"Met: {found.Met}. Not met: {found.NotMet}. No record here: {found.NoData}."
                        )
                    ),
                    found.Met,
                    found.NotMet,
                    found.NoData,
                    null
                )
                {
                    Names = (CodeWords.Of("health_verdict", "met"), CodeWords.Of("health_verdict", "not_met")),
                    Data = [data],
                },
                new Block.Table(
                    widget.In(
                        new Words(
                            $"Según lo que consta aquí al {widget.On(found.JudgedOn)}: lo que se vio una vez cuenta mientras no conste otra cosa",
                            $"By what is on record here on {widget.On(found.JudgedOn)}: what was seen once counts as long as nothing else is on record"
                        )
                    ),
                    [widget.In(new Words("Comprobación", "Check")), widget.In(new Words("Resultado", "Verdict"))],
                    [
                        .. found.Checks.Select(check =>
                            (IReadOnlyList<Cell>)
                                [
                                    new Cell(widget.Text(check.QuestionEs, check.QuestionEn)),
                                    check.Verdict == "no_data"
                                        ? new Cell(null)
                                        : new Cell(widget.Say(CodeWords.Of("health_verdict", check.Verdict)))
                                        {
                                            Beside = RestsOnSecretariat(check) ? basis : null,
                                        },
                                ]
                        ),
                    ]
                )
                {
                    Data = [data],
                },
                // In a frame nothing stands beside a verdict: it is said under all.
                .. widget.IsFramed && basis is not null
                    ? found
                        .Checks.Where(RestsOnSecretariat)
                        .Select(check => new Block.Paragraph(
                            widget.Say($"{widget.Text(check.QuestionEs, check.QuestionEn).Text} {basis.Text}."),
                            IsSmall: true
                        ))
                    : [],
            ],
        };
    }

    private static bool RestsOnSecretariat(PlanHealthCheck check) => check.Verdict == "met" && OfSecretariat.Contains(check.Code);

    /// <summary>
    /// When the secretariat of the state was last seen: what is met by it is as old as that. Null where none is the plan's, or where the
    /// seats that are held are those of the plan's own body.
    /// </summary>
    private async Task<Spoken?> BasisAsync(WidgetRequest widget, PlanHealth health, CancellationToken cancellationToken)
    {
        if (
            health.SecretariatId is not { } id
            || await secretariats.OfStateAsync(id, cancellationToken) is not { StatusAsOf: { } seen } secretariat
            || secretariat is { MembersDocumented: 0, SeatsCivilSociety: null or 0, RulesDocumentUrl: null }
        )
        {
            return null;
        }

        var day = widget.On(seen, secretariat.StatusAsOfPrecision);
        return widget.Say(
            new Words($"Por el secretariado del estado, visto por última vez: {day}", $"By the secretariat of the state, last seen: {day}")
        );
    }
}
