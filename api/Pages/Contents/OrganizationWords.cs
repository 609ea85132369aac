using OpenGov.Api.Embedding;
using OpenGov.Api.Lists;
using OpenGov.Api.Measures;
using OpenGov.Api.Organizations;
using OpenGov.Api.States;

namespace OpenGov.Api.Pages.Contents;

/// <summary>What the list of organisations and the page of one say alike (<c>i18n/es/organizations.ts</c>).</summary>
internal sealed class OrganizationWords(StatesRepository states, MeasuresRepository measures, Labels labels, Endings endings)
{
    public static readonly Words Sector = new("Sector", "Sector");

    public static readonly Words Where = new("Nivel o estado", "Level or state");

    public static readonly Words Seats = new("Asientos", "Seats");

    public static readonly Words Led = new("Compromisos como responsable", "Commitments led");

    public static readonly Words Supported = new("Compromisos como apoyo", "Commitments supported");

    public static readonly Words NoStatus = new("Sin estatus registrado aquí", "With no status on record here");

    public static readonly Words Rule = new(
        "Cada organización cuenta una vez, por su sector. Los asientos son los que constan en secretariados y en órganos de planes, "
            + "también los que dejó. De los compromisos cuentan los que constan aquí.",
        "Each organisation counts once, by its sector. Seats are those on record in secretariats and in bodies of plans, "
            + "those that it left, too. Of commitments those on record here count."
    );

    /// <summary>Its name with its acronym, and until when it existed.</summary>
    public Task<Spoken> NameAsync(WidgetRequest widget, Organization one, CancellationToken cancellationToken) =>
        endings.NameAsync(
            widget,
            one.Id,
            one.Acronym is null || one.Acronym == one.Name ? one.Name : $"{one.Name} ({one.Acronym})",
            cancellationToken
        );

    /// <summary>The state that it is of, else that it is national or international.</summary>
    public async Task<Cell> WhereAsync(WidgetRequest widget, Organization one, CancellationToken cancellationToken) =>
        one.StateId is { } state
            ? new Cell(widget.Say((await states.NameAsync(widget, state, cancellationToken))!), $"/states/{state}")
            : new Cell(await labels.SaidAsync(widget, "organization_level", one.Level, null, cancellationToken));

    /// <summary>A number with what it counts, which leads there.</summary>
    public static Cell Part(WidgetRequest widget, string name, int total, string? href) =>
        new(widget.Say($"{name}: {Said.Number(total)}"), href);

    /// <summary>How many rows have each value of a key, most first, each number with what it counts.</summary>
    public async Task<IReadOnlyList<Cell>> CountedAsync(
        WidgetRequest widget,
        Population of,
        string key,
        string vocabulary,
        Words none,
        RowsQuery within,
        CancellationToken cancellationToken
    )
    {
        var groups = await measures.RowsAsync(
            of,
            RowsQuery.All,
            new Reckoning.Count(),
            [key],
            within.Filters.ToDictionary(),
            named: false,
            cancellationToken
        );
        var parts = new List<Cell>();
        foreach (var group in groups)
        {
            var code = group.Keys[0];
            var name = await labels.SaidAsync(widget, vocabulary, code, null, cancellationToken);
            var rows = within.And($"{key}={code ?? Filter.NoData}").Of(of.Path);
            parts.Add(Part(widget, name?.Text ?? widget.In(none), group.Total, rows));
        }

        return parts;
    }
}
