using OpenGov.Api.Database;

namespace OpenGov.Api.Embedding;

/// <summary>The names of codes, as the vocabularies of the data have them.</summary>
internal sealed class Labels(ReadSession session)
{
    private const string Sql = "SELECT t.id, t.vocabulary, t.code, t.label_es, t.label_en, t.number FROM terms t";

    private IReadOnlyDictionary<string, Term>? terms;

    /// <summary>The name of a code in the language of the widget; the code itself where it has none.</summary>
    public async Task<string> OfAsync(WidgetRequest widget, string vocabulary, string code, CancellationToken cancellationToken) =>
        (await AllAsync(cancellationToken)).TryGetValue($"{vocabulary}.{code}", out var term)
            ? term.In(widget)
            : code switch
            {
                "true" => widget.In(Said.Yes),
                "false" => widget.In(Said.No),
                _ => code,
            };

    /// <summary>Several codes by their names, in their order; null where there is none.</summary>
    public async Task<Spoken?> OfAllAsync(
        WidgetRequest widget,
        string vocabulary,
        IReadOnlyList<string> codes,
        CancellationToken cancellationToken
    )
    {
        var said = new List<string>();
        foreach (var code in codes)
        {
            said.Add(await OfAsync(widget, vocabulary, code, cancellationToken));
        }

        return said.Count == 0 ? null : widget.Say(string.Join(", ", said));
    }

    /// <summary>A code by its name, and who gave it; null where there is no record here.</summary>
    public async Task<Spoken?> SaidAsync(
        WidgetRequest widget,
        string vocabulary,
        string? code,
        string? voice,
        CancellationToken cancellationToken
    ) =>
        code is null
            ? null
            : widget.Say(
                await OfAsync(widget, vocabulary, code, cancellationToken)
                    + (voice is null ? "" : $" · {await OfAsync(widget, "voice", voice, cancellationToken)}")
            );

    /// <summary>The codes of a vocabulary with their names, in their order.</summary>
    public async Task<IReadOnlyList<(string Code, string Label)>> OfAsync(
        WidgetRequest widget,
        string vocabulary,
        CancellationToken cancellationToken
    )
    {
        var all = await AllAsync(cancellationToken);
        return
        [
            .. Records
                .Vocabulary.Codes(vocabulary)
                .Select(code => (code, all.TryGetValue($"{vocabulary}.{code}", out var term) ? term.In(widget) : code)),
        ];
    }

    /// <summary>Of the title that is shown, that it is our translation or in our own words; nothing of an official one.</summary>
    public async Task<IReadOnlyList<Block>> OriginAsync(
        WidgetRequest widget,
        (string? Title, string? Origin) es,
        (string? Title, string? Origin) en,
        CancellationToken cancellationToken
    ) =>
        (widget.Text(es.Title, en.Title).Language == "es" ? es : en) is { Title: not null, Origin: { } origin and not "official" }
            ? [new Block.Paragraph(widget.Say(await OfAsync(widget, "title_origin", origin, cancellationToken)), IsSmall: true)]
            : [];

    /// <summary>The status of a secretariat, and when it was last seen.</summary>
    public async Task<Spoken> OfAsync(WidgetRequest widget, Secretariats.Secretariat secretariat, CancellationToken cancellationToken)
    {
        var status = await OfAsync(widget, "secretariat_status", secretariat.Status, cancellationToken);
        return widget.Say(
            secretariat.StatusAsOf is { } seen ? Certainty.AsOf(widget, status, widget.On(seen, secretariat.StatusAsOfPrecision)) : status
        );
    }

    private async Task<IReadOnlyDictionary<string, Term>> AllAsync(CancellationToken cancellationToken) =>
        terms ??= await session.WholeAsync<Term>(Sql, term => $"{term.Vocabulary}.{term.Code}", cancellationToken);

    private sealed record Term
    {
        public string Id { get; init; } = "";
        public string Vocabulary { get; init; } = "";
        public string Code { get; init; } = "";
        public string LabelEs { get; init; } = "";
        public string LabelEn { get; init; } = "";
        public int? Number { get; init; }

        public string In(WidgetRequest widget) => widget.Language == "en" ? LabelEn : LabelEs;
    }
}
