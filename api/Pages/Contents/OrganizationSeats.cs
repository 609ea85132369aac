using OpenGov.Api.Embedding;
using OpenGov.Api.Measures;
using OpenGov.Api.Organizations;
using OpenGov.Api.States;

namespace OpenGov.Api.Pages.Contents;

/// <summary>The bodies in which an organisation sits or sat (<c>Seats.svelte</c>).</summary>
internal sealed class OrganizationSeats(StatesRepository states, RecordNames names, Labels labels)
{
    /// <summary>How many they are, and each with what it is the body of.</summary>
    public async Task<IReadOnlyList<Block>> BlocksAsync(WidgetRequest widget, OrganizationDetail found, CancellationToken cancellationToken)
    {
        var title = new Block.Subtitle(
            widget.In(
                found.ExistedUntil is null
                    ? new Words("¿En qué órganos se sienta?", "In which bodies does it sit?")
                    : new Words("¿En qué órganos se sentó?", "In which bodies did it sit?")
            )
        ).Place("seats");
        if (found.Committees.Count == 0)
        {
            return
            [
                title,
                new Block.Paragraph(widget.Say(new Words("No consta aquí ningún asiento suyo.", "No seat of it is on record here."))),
            ];
        }

        var left = found.Committees.Count(one => one.LeftOn is not null);
        var parts = new List<Cell>
        {
            OrganizationWords.Part(
                widget,
                widget.In(new Words("Asientos que constan aquí", "Seats on record here")),
                found.Committees.Count,
                null
            ),
        };
        if (left > 0)
        {
            parts.Add(OrganizationWords.Part(widget, widget.In(new Words("Que dejó", "That it left")), left, null));
        }

        var rows = new List<IReadOnlyList<Cell>>();
        foreach (var one in found.Committees)
        {
            var isPlan = one.Kind == "plan";
            var name = widget.Text(one.NameEs, one.NameEn) is { Text: not null } own
                ? own
                : widget.Say(isPlan ? new Words("Órgano del plan", "Body of the plan") : new Words("Secretariado", "Secretariat"));
            rows.Add([
                new Cell(
                    one.LeftOn is { } day ? name with { Text = name.Text + widget.In(Until(widget.On(day, one.LeftOnPrecision))) } : name,
                    isPlan ? $"/plans/{one.Id}" : $"/states/{one.StateId}"
                ),
                new Cell(
                    widget.Say(
                        (
                            isPlan
                                ? await names.ShortAsync(widget, one.Id, cancellationToken)
                                : await states.NameAsync(widget, one.StateId!, cancellationToken)
                        )!
                    )
                ),
                new Cell(await labels.SaidAsync(widget, "sector", one.Sector, null, cancellationToken)),
            ]);
        }

        return
        [
            title,
            new Block.Sentence(parts),
            new Block.Table(
                widget.In(new Words("Órganos en los que se sienta o se sentó", "Bodies in which it sits or sat")),
                [
                    widget.In(new Words("Órgano", "Body")),
                    widget.In(new Words("De quién", "Of whom")),
                    widget.In(new Words("Por qué sector", "For which sector")),
                ],
                rows
            )
            {
                IsCards = true,
            },
        ];

        static Words Until(string day) => new($" (hasta {day})", $" (until {day})");
    }
}
