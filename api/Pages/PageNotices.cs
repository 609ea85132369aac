using OpenGov.Api.Embedding;
using OpenGov.Api.Http;
using OpenGov.Api.Measures;
using OpenGov.Api.Pages.Contents;
using OpenGov.Api.Records;

namespace OpenGov.Api.Pages;

/// <summary>What a page says when it is not the one that was asked for.</summary>
internal static class PageNotices
{
    /// <summary>What of its address cannot be.</summary>
    public static PageContent Wrong(WidgetRequest widget, ParameterErrors errors) =>
        new() { Blocks = Notices.Wrong(widget, errors).Blocks, Errors = errors };

    /// <summary>
    /// The same of a page with a form, in the words of its fields: what people choose from has names, of its parameters and of their
    /// values.
    /// </summary>
    public static IReadOnlyList<Block> Wrong(PageRequest page, ParameterErrors errors, Block.Form form) =>
        [
            .. errors.All.SelectMany(error =>
                (Block[])
                    [
                        new Block.Paragraph(page.Widget.Say(Wrong(page, error, form))),
                        .. Instead(page, error, form) is { } meant ? [new Block.Links([meant])] : (Block[])[],
                    ]
            ),
        ];

    /// <summary>The page with the value that was probably meant, by its name; null where none was.</summary>
    private static Cell? Instead(PageRequest page, ParameterError error, Block.Form form)
    {
        var field = form.Fields.FirstOrDefault(one => one.Name == error.Parameter);
        if (
            error is not { Nearest: { } nearest, Value: { } read }
            || field?.Choices?.FirstOrDefault(one => one.Value == nearest).Label is not { } label
        )
        {
            return null;
        }

        var request = page.Widget.Request;
        var query = QueryString.Create(
            request
                .Query.Where(one => one.Key is not ("lang" or "as_of"))
                .SelectMany(one =>
                    one.Value.Select(value => KeyValuePair.Create(one.Key, one.Key == error.Parameter ? Meant(value ?? "") : value))
                )
        );
        return new Cell(page.Widget.Say($"{field.Label}: {label}"), request.Path + query);

        string Meant(string given) =>
            string.Join(
                ',',
                given.Split(',').Select(part => string.Equals(part.Trim(), read, StringComparison.OrdinalIgnoreCase) ? nearest : part)
            );
    }

    private static Words Wrong(PageRequest page, ParameterError error, Block.Form form)
    {
        var fields = form.Fields.Where(one => one.Name == error.Parameter).ToList();
        var field = fields.FirstOrDefault();
        var label = fields is [var only]
            ? only.Label
            : page.Frame.Parameters.GetValueOrDefault(error.Parameter, field?.Label ?? error.Parameter);
        if (field?.Choices is { } choices && error.Value is { } read)
        {
            // As it was typed, whatever form it was read in.
            var typed = page.Widget.Request.Query[error.Parameter].ToString();
            var value = typed.IndexOf(read, StringComparison.OrdinalIgnoreCase) is >= 0 and var at
                ? typed.Substring(at, read.Length)
                : read;
            var said = page
                .Frame.Refused.Replace("{name}", label, StringComparison.Ordinal)
                .Replace("{value}", Notices.Shown(value), StringComparison.Ordinal);
            var (code, meant) = choices.FirstOrDefault(choice => choice.Value == error.Nearest);

            // Who has typed a name is told the code by which it is chosen.
            var own = string.Equals(meant, value, StringComparison.OrdinalIgnoreCase) ? $" ({code})" : "";
            return new Words(
                meant is null ? said : $"{said} ¿Quiso decir «{meant}»{own}?",
                meant is null ? said : $"{said} Did you mean “{meant}”{own}?"
            );
        }

        return new Words(
            error.DetailEs.Replace($"«{error.Parameter}»", $"«{label}»", StringComparison.Ordinal).Replace('\0', '\uFFFD'),
            $"{label}: {error.Detail}".Replace('\0', '\uFFFD')
        );
    }

    /// <summary>What of its address only the dashboard takes: how it shows what is there.</summary>
    public static Block Unused(WidgetRequest widget, IEnumerable<string> names)
    {
        var said = string.Join(", ", names);
        return new Block.Paragraph(
            widget.Say(new Words($"De la dirección no se usó aquí: «{said}».", $"Of the address this was not used here: “{said}”.")),
            IsSmall: true
        );
    }

    /// <summary>The same as a page: where its history is, and what it last said.</summary>
    public static PageContent Withdrawn(WidgetRequest widget, WidgetContent notice, string path, Withdrawal withdrawal)
    {
        var before = DateOnly.FromDateTime(withdrawal.ChangedAt.UtcDateTime).AddDays(-1);
        return new PageContent
        {
            Blocks =
            [
                .. notice.Blocks,
                new Block.Links([
                    new Cell(widget.Say(new Words("Su historia", "Its history")), notice.Page),
                    new Cell(
                        widget.Say(new Words("Lo que decía el día antes", "What it said the day before")),
                        $"{path}?as_of={before:yyyy-MM-dd}"
                    ),
                ]),
            ],
        };
    }

    /// <summary>Where to go from an address that has no page.</summary>
    /// <param name="widget">How it is read.</param>
    /// <param name="id">The record that is not there; null for no page at all.</param>
    public static PageContent Elsewhere(WidgetRequest widget, string? id)
    {
        var shown = id is null ? null : ParameterErrors.Shown(id);
        return new PageContent
        {
            Blocks =
            [
                .. (IEnumerable<Block>)(
                    shown is null ? []
                    : widget.AsOf is { } day
                        ?
                        [
                            new Block.Paragraph(
                                widget.Say(
                                    new Words(
                                        $"«{shown}» no constaba aquí al final del {widget.On(day)}.",
                                        $"“{shown}” was not on record here at the end of {widget.On(day)}."
                                    )
                                )
                            ),
                        ]
                    : [new Block.Paragraph(widget.Say(new Words($"No consta aquí «{shown}».", $"“{shown}” is not on record here.")))]
                ),
                new Block.Links([
                    new Cell(widget.Say(new Words("Portada", "Home")), "/"),
                    new Cell(widget.Say(new Words("Compromisos", "Commitments")), "/commitments"),
                    new Cell(
                        widget.Say(new Words("Buscar", "Search")),
                        shown is null ? "/search" : $"/search?q={Uri.EscapeDataString(shown)}"
                    ),
                ]),
            ],
        };
    }
}
