using OpenGov.Api.Http;
using OpenGov.Api.Measures;
using OpenGov.Api.Records;
using OpenGov.Api.Secretariats;

namespace OpenGov.Api.Embedding.Widgets;

/// <summary>A Local Technical Secretariat: who sits in it, whether it meets, whether agreements are kept.</summary>
internal sealed class SecretariatWidget(
    SecretariatsRepository secretariats,
    Figures figures,
    Labels labels,
    Endings endings,
    RecordFinisher finisher
) : IWidget
{
    public string Kind => "secretariat";

    /// <summary>As in the API: by the code of its state, or by its own id.</summary>
    public Subject Subject { get; } = new("secretariats") { Named = "states" };

    public async Task<WidgetContent?> ReadAsync(
        WidgetRequest widget,
        string id,
        ParameterErrors errors,
        CancellationToken cancellationToken
    )
    {
        if (await secretariats.DetailAsync(id, cancellationToken) is not { } found)
        {
            return null;
        }

        await finisher.FinishAsync([found], cancellationToken);
        RowsQuery within = $"state={found.StateId}";
        var blocks = new List<Block>
        {
            new Block.Facts([
                new Fact(widget.In(Said.Status), await labels.OfAsync(widget, found, cancellationToken)),
                new Fact(
                    widget.In(new Words("Instalado", "Installed")),
                    found.InstalledOn is { } installed ? widget.Say(widget.On(installed, found.InstalledOnPrecision)) : null
                ),
                Seats(new Words("Asientos de la sociedad civil", "Seats of civil society"), found.SeatsCivilSociety),
                Seats(new Words("Asientos del gobierno", "Seats of government"), found.SeatsGovernment),
                Seats(new Words("Asientos del organismo garante", "Seats of the oversight body"), found.SeatsOversightBody),
                Seats(new Words("Asientos de organismos autónomos", "Seats of autonomous bodies"), found.SeatsAutonomousBody),
                new Fact(
                    widget.In(new Words("Reglas públicas", "Public rules")),
                    found.RulesDocumentUrl is null ? null : widget.Say(new Words("Documento", "Document")),
                    found.RulesDocumentUrl
                ),
            ]),
        };
        if (widget.Known(found.NoteEs, found.NoteEn) is { } note)
        {
            blocks.Add(new Block.Paragraph(note, IsSmall: true));
        }

        if (found.Members.Count > 0)
        {
            var rows = new List<IReadOnlyList<Cell>>();
            foreach (var member in found.Members.Take(widget.Limit))
            {
                rows.Add([
                    new Cell(
                        await endings.NameAsync(widget, member.OrganizationId, member.Name, cancellationToken),
                        RecordAddresses.PageOfOrganization(member.OrganizationId)
                    )
                    {
                        Beside = widget.Known(member.NoteEs, member.NoteEn),
                    },
                    new Cell(widget.Say(await labels.OfAsync(widget, "sector", member.Sector, cancellationToken))),
                ]);
            }

            blocks.Add(
                new Block.Table(
                    widget.In(
                        new Words($"Integrantes que constan aquí: {found.Members.Count}", $"Members on record here: {found.Members.Count}")
                    ),
                    [widget.In(new Words("Integrante", "Member")), widget.In(new Words("Sector", "Sector"))],
                    rows
                )
                {
                    Total = found.Members.Count,
                    Data = [$"/secretariats/{found.StateId}"],
                    Behind = found.Sources,
                }
            );
            // Its seats of civil society are more than the organisations that are counted as such.
            if (found.Members.Any(member => member.Sector == "civil_society"))
            {
                blocks.Add(new Block.Paragraph(widget.Say(MeasureCatalogue.Find("civil_society_organizations")!.Counts), IsSmall: true));
            }
        }

        blocks.AddRange(await figures.BlocksAsync(widget, "sessions", within, cancellationToken));
        blocks.AddRange(await figures.BlocksAsync(widget, "agreements_fulfilled", within, cancellationToken));
        return new WidgetContent
        {
            Title = widget.Text(found.NameEs, found.NameEn),
            Page = $"/states/{found.StateId}",
            Blocks = blocks,
            Sources = found.Sources,
        };

        Fact Seats(Words name, int? seats) => new(widget.In(name), seats is { } known ? widget.Say(Said.Number(known)) : null);
    }
}
