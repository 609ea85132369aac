using System.Globalization;
using OpenGov.Api.Commitments;
using OpenGov.Api.Embedding;
using OpenGov.Api.Http;
using OpenGov.Api.Lists;
using OpenGov.Api.Measures;
using OpenGov.Api.Organizations;
using OpenGov.Api.Records;

namespace OpenGov.Api.Pages.Contents;

/// <summary>An organisation: what it is, what came before and after it, how the commitments stand that it carried, and where it sits.</summary>
internal sealed class OrganizationContent(
    OrganizationsRepository organizations,
    CommitmentsRepository commitments,
    OrganizationWords words,
    OrganizationSeats seats,
    Tables tables,
    Labels labels,
    RecordFinisher finisher
) : IPageContent
{
    /// <summary>Commitments on the page; all of them are on theirs.</summary>
    private const int Most = 50;

    public string Path => "/organizations/{id}";

    public async Task<PageContent?> ReadAsync(PageRequest page, CancellationToken cancellationToken)
    {
        var widget = page.Widget;
        if (await organizations.DetailAsync(page.Id, cancellationToken) is not { } found)
        {
            return null;
        }

        await finisher.FinishAsync([found], cancellationToken);
        var carried = await CommitmentsAsync(widget, found, cancellationToken);
        return new PageContent
        {
            Eyebrow = widget.Say(new Words($"Organización · {found.Id}", $"Organisation · {found.Id}")),
            Blocks =
            [
                await AboutAsync(widget, found, cancellationToken),
                .. carried.Blocks,
                .. await seats.BlocksAsync(widget, found, cancellationToken),
                .. Tables.Note(widget, found.NoteEs, found.NoteEn),
            ],
            Sources = [.. found.Sources.Concat(carried.Sources).DistinctBy(source => source.Id)],
            Data = $"/organizations/{found.Id}",
            Linked = Linked(widget, found),
            Above = "/organizations",
        };
    }

    /// <summary>What it is for those who collect facts.</summary>
    private static Dictionary<string, object?> Linked(WidgetRequest widget, OrganizationDetail found) =>
        new()
        {
            ["@type"] = found.Sector is "government" or "oversight_body" or "autonomous_body" ? "GovernmentOrganization" : "Organization",
            ["name"] = found.Name,
            ["alternateName"] = found.Acronym,
            ["identifier"] = found.Id,
            ["url"] = PublicAddress.Of(widget.Request) + RecordAddresses.PageOfOrganization(found.Id),
            ["sameAs"] = found.Url,
            ["foundingDate"] = Day(found.ExistedFrom, found.ExistedFromPrecision),
            ["dissolutionDate"] = Day(found.ExistedUntil, found.ExistedUntilPrecision),
        };

    /// <summary>A day as exactly as it is known: ISO 8601 has a year and a month alone, too.</summary>
    private static string? Day(DateOnly? day, string? precision) =>
        day?.ToString(
            precision switch
            {
                "year" => "yyyy",
                "month" => "yyyy-MM",
                _ => "yyyy-MM-dd",
            },
            CultureInfo.InvariantCulture
        );

    private async Task<Block> AboutAsync(WidgetRequest widget, OrganizationDetail found, CancellationToken cancellationToken)
    {
        var sector = await labels.SaidAsync(widget, "sector", found.Sector, null, cancellationToken);
        var where = await words.WhereAsync(widget, found, cancellationToken);
        var facts = new List<Fact>
        {
            new(widget.In(OrganizationWords.Sector), Certainty.Mark(sector, found.Confidence)),
            new(widget.In(new Words("Siglas", "Acronym")), found.Acronym is { } acronym ? new Spoken(acronym, "es") : null),
            new(widget.In(OrganizationWords.Where), where.Text, where.Href),
            new(
                widget.In(new Words("Existe desde", "Existed from")),
                DialogueTables.On(widget, found.ExistedFrom, found.ExistedFromPrecision).Text
            ),
            new(
                widget.In(new Words("Existió hasta", "Existed until")),
                DialogueTables.On(widget, found.ExistedUntil, found.ExistedUntilPrecision).Text
            ),
        };
        if (found.SucceededBy is not null || found.ExistedUntil is not null)
        {
            var next = found.SucceededBy is { } id ? await organizations.DetailAsync(id, cancellationToken) : null;
            facts.Add(Other(new Words("Le siguió", "What came after it"), next));
        }

        RowsQuery before = $"succeeded_by={found.Id}";
        var own = Tables.All(OrganizationsRepository.Sql, within: before);
        facts.AddRange(
            (await organizations.ListAsync(own, cancellationToken)).Items.Select(one =>
                Other(new Words("Antes de ella", "What came before it"), one)
            )
        );
        facts.AddRange([
            new Fact(widget.In(OrganizationWords.Led), widget.Recorded(found.CommitmentsLed).Text),
            new Fact(widget.In(OrganizationWords.Supported), widget.Recorded(found.CommitmentsSupported).Text),
            new Fact(widget.In(OrganizationWords.Seats), widget.Recorded(found.Seats).Text),
            new Fact(
                widget.In(new Words("Su sitio", "Its site")),
                found.Url is null ? null : widget.Say(new Words("Sitio en internet", "Website")),
                found.Url
            ),
        ]);
        return new Block.Facts(facts);

        Fact Other(Words name, Organization? other) =>
            new(
                widget.In(name),
                other is null ? null : new Spoken(other.Name, "es"),
                other is null ? null : RecordAddresses.PageOfOrganization(other.Id)
            );
    }

    /// <summary>The commitments that it led or supported, how many stand how, and what they rest on.</summary>
    private async Task<(IReadOnlyList<Block> Blocks, IEnumerable<SourceReference> Sources)> CommitmentsAsync(
        WidgetRequest widget,
        OrganizationDetail found,
        CancellationToken cancellationToken
    )
    {
        RowsQuery own = $"organization={found.Id}";
        var title = new Block.Subtitle(
            widget.In(
                new Words("¿Qué compromisos llevó o apoyó y cómo van?", "Which commitments did it lead or support, and how do they stand?")
            )
        ).Place("commitments");
        var asked = Tables.All(CommitmentsRepository.Sql, "plan_id", own) with { Limit = Most };
        var all = await commitments.ListAsync(asked, cancellationToken);
        if (all.Total == 0)
        {
            var none = new Words("No consta aquí ningún compromiso suyo.", "No commitment of it is on record here.");
            return ([title, new Block.Paragraph(widget.Say(none))], []);
        }

        await finisher.FinishAsync(all.Items, cancellationToken);
        return (
            [
                title,
                new Block.Sentence([
                    OrganizationWords.Part(
                        widget,
                        widget.In(new Words("Compromisos que constan aquí", "Commitments on record here")),
                        all.Total,
                        own.Of("/commitments")
                    ),
                    .. await words.CountedAsync(
                        widget,
                        Population.Commitments,
                        "status",
                        "implementation_status",
                        OrganizationWords.NoStatus,
                        own,
                        cancellationToken
                    ),
                ]),
                await TableAsync(widget, found, all, own, cancellationToken),
                .. all.Total <= all.Items.Count
                    ? []
                    : (Block[])[new Block.Links([new Cell(widget.Say(DialogueWords.Whole(all.Total)), own.Of("/commitments"))])],
            ],
            all.Items.SelectMany(one => one.Sources)
        );
    }

    private async Task<Block> TableAsync(
        WidgetRequest widget,
        OrganizationDetail found,
        Page<Commitment> all,
        RowsQuery own,
        CancellationToken cancellationToken
    )
    {
        var rows = new List<IReadOnlyList<Cell>>();
        var titles = RecordNames.InList(
            widget,
            [.. all.Items.Select(one => (RecordNames.Commitment(widget, one.TitleEs, one.TitleEn, one.Id), one.Id, one.Number))]
        );
        foreach (var (one, title) in all.Items.Zip(titles))
        {
            var role = one.LeadOrganizations.Contains(found.Id) ? "lead" : "supporting";
            rows.Add([
                new Cell(Certainty.Mark(title, one.Confidence), $"/commitments/{one.Id}"),
                new Cell(widget.Say(CodeWords.Of("organization_role", role))),
                await tables.CodeAsync(widget, "implementation_status", one.Status, null, cancellationToken),
                await tables.CodeAsync(widget, "completion", one.Completion, one.CompletionVoice, cancellationToken),
                await tables.CodeAsync(widget, "early_results", one.EarlyResults, one.EarlyResultsVoice, cancellationToken),
            ]);
        }

        return new Block.Table(
            widget.In(new Words($"Sus compromisos: {Said.Number(all.Total)}", $"Its commitments: {Said.Number(all.Total)}")),
            [
                widget.In(new Words("Compromiso", "Commitment")),
                widget.In(new Words("Papel", "Role")),
                widget.In(Said.Status),
                widget.In(new Words("Cumplimiento, evaluado", "Completion, as assessed")),
                widget.In(Said.EarlyResults),
            ],
            rows
        )
        {
            IsCards = true,
            Data = [own.Of("/commitments")],
        };
    }
}
