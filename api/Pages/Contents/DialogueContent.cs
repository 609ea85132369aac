using OpenGov.Api.Dialogues;
using OpenGov.Api.Embedding;
using OpenGov.Api.Http;
using OpenGov.Api.Lists;
using OpenGov.Api.Measures;
using OpenGov.Api.Records;

namespace OpenGov.Api.Pages.Contents;

/// <summary>The dialogue between government and society: what was proposed, agreed and talked about, the most pressing first.</summary>
internal sealed class DialogueContent(
    ProposalsRepository proposals,
    AgreementsRepository agreements,
    SessionsRepository sessions,
    DialogueTables tables,
    PagedList paged,
    PageFilters filters,
    RecordFinisher finisher
) : IPageContent
{
    /// <summary>The filter that is the page's own.</summary>
    private const string Which = "list";

    /// <summary>Rows of a group beside others.</summary>
    private const int Few = 10;

    public string Path => "/dialogue";

    public async Task<PageContent?> ReadAsync(PageRequest page, CancellationToken cancellationToken)
    {
        var widget = page.Widget;
        var form = await FormAsync(page, cancellationToken);
        var errors = new ParameterErrors();
        var names = DialogueList.All.Select(list => list.Name).ToList();
        if (page.Given(Which) is { } which && !names.Contains(which))
        {
            errors.Add(Which, ErrorCodes.UnknownCode, $"'{ParameterErrors.Shown(which)}' is no list of the dialogue.", which, names);
        }

        // A list shows what all filters of the address ask for, or nothing: half an answer would look like a whole one.
        var given = page.Filters.Keys.Where(name => name != Which && page.Given(name) is not null).ToList();
        var shown = DialogueList
            .All.Where(list => page.Given(Which) is not { } one || one == list.Name)
            .Where(list => given.TrueForAll(name => list.Sql.Filters.Any(filter => filter.Name == name)))
            .ToList();
        var asked = new List<(DialogueList List, RowsQuery Within)>();
        foreach (var list in shown)
        {
            if (await filters.ReadAsync(page, list.Sql, cancellationToken) is { } within)
            {
                asked.Add((list, within));
            }
            else
            {
                // A filter that several lists have is wrong in each of them alike.
                return new PageContent { Blocks = [.. PageNotices.Wrong(page, filters.Errors!, form), form], Errors = filters.Errors };
            }
        }

        if (errors.Any)
        {
            return new PageContent { Blocks = [.. PageNotices.Wrong(page, errors, form), form], Errors = errors };
        }

        var parts = new List<Part>();
        foreach (var (list, within) in asked)
        {
            parts.Add(
                list.Name switch
                {
                    "proposals" => await PartAsync(page, list, within, proposals, tables.ProposalsAsync, cancellationToken),
                    "agreements" => await PartAsync(page, list, within, agreements, tables.AgreementsAsync, cancellationToken),
                    _ => await PartAsync(page, list, within, sessions, tables.SessionsAsync, cancellationToken),
                }
            );
        }

        if (paged.Errors is { } wrong)
        {
            return new PageContent { Blocks = [.. PageNotices.Wrong(page, wrong, form), form], Errors = wrong };
        }

        var isNarrowed = given.Count > 0 || page.Given(Which) is not null;
        return new PageContent
        {
            Blocks =
            [
                .. !isNarrowed && parts.TrueForAll(part => part.Total == 0)
                    ? Nothing(widget)
                    :
                    [
                        form,
                        .. parts.Count == 0
                            ? [new Block.Paragraph(widget.Say(DialogueWords.NoList))]
                            : parts.SelectMany(part => part.Blocks),
                    ],
            ],
            Data = parts is [var only] ? only.Data : "/dialogues/proposals",
            Taken = parts is [{ IsPaged: true }] ? PagedList.Takes : [],
            Narrowed = await filters.NarrowedAsync(page, form, cancellationToken),
            Sources = [.. parts.SelectMany(part => part.Sources).DistinctBy(source => source.Id)],
        };
    }

    /// <summary>What is said where nothing is on record: that, and how it gets here.</summary>
    private static IEnumerable<Block> Nothing(WidgetRequest widget) =>
        [new Block.Paragraph(widget.Say(DialogueWords.Nothing)), new Block.Links([new Cell(widget.Say(DialogueWords.Api), "/api-docs")])];

    /// <summary>A list as it is shown: how many there are of what, each group in its table, all of one group page by page.</summary>
    private async Task<Part> PartAsync<TRecord>(
        PageRequest page,
        DialogueList list,
        RowsQuery within,
        IListRepository<TRecord> repository,
        Func<WidgetRequest, string, IReadOnlyList<TRecord>, RowsQuery, CancellationToken, Task<Block>> table,
        CancellationToken cancellationToken
    )
        where TRecord : PublicRecord
    {
        var widget = page.Widget;
        var groups = new List<(DialogueGroup Group, RowsQuery Within, Page<TRecord> Found)>();
        foreach (var group in list.Groups)
        {
            var own = group.Of(within);
            var found = own.IsEmpty
                ? new Page<TRecord>([], 0, HasMore: false)
                : await repository.ListAsync(Tables.All(list.Sql, group.Sort, own) with { Limit = Few }, cancellationToken);
            groups.Add((group, own, found));
        }

        var part = new Part(groups.Sum(group => group.Found.Total), within.Of(list.Path));
        part.Blocks.Add(new Block.Subtitle(widget.In(list.Question)).Place(list.Name));
        if (part.Total == 0)
        {
            part.Blocks.Add(new Block.Paragraph(widget.Say(within.Filters.Count == 0 ? list.None : list.NoneFits)));
            return part;
        }

        part.Blocks.Add(
            DialogueWords.Answer(widget, list, within, part.Total, [.. groups.Select(one => (one.Group, one.Within, one.Found.Total))])
        );
        part.Blocks.Add(new Block.Paragraph(widget.Say(list.Rule), IsSmall: true));
        var filled = groups.Where(group => group.Found.Total > 0).ToList();
        part.IsPaged = filled.Count == 1;
        foreach (var (group, own, found) in filled)
        {
            var (items, after) = (found.Items, (IReadOnlyList<Block>)[]);
            if (part.IsPaged && page.Given(Which) is not null)
            {
                var (_, shown, links) = await paged.ReadAsync(page, repository, list.Path, group.Sort, cancellationToken);
                if (shown is not null)
                {
                    (items, after) = (shown.Items, links);
                }
            }
            else
            {
                part.IsPaged = false;
                await finisher.FinishAsync(items, cancellationToken);
                after =
                    found.Total <= items.Count
                        ? []
                        : [new Block.Links([new Cell(widget.Say(DialogueWords.Whole(found.Total)), DialogueGroup.PageOf(list, own))])];
            }

            part.Sources.AddRange(items.SelectMany(one => one.Sources));
            var rows = await table(widget, DialogueWords.Caption(widget, group, found.Total), items, own, cancellationToken);
            part.Blocks.Add(rows with { Behind = SourceOrder.Union(items.SelectMany(one => one.Sources), []) });
            part.Blocks.AddRange(after);
        }

        return part;
    }

    /// <summary>The fields of the page's filters, each as the first list has it that takes it.</summary>
    private async Task<Block.Form> FormAsync(PageRequest page, CancellationToken cancellationToken)
    {
        var fields = new Dictionary<string, FormField>();
        foreach (var list in DialogueList.All)
        {
            var own = await filters.FormAsync(page, list.Sql, cancellationToken);
            foreach (var field in own.Fields)
            {
                fields.TryAdd(field.Name, field);
            }
        }

        fields[Which] = new FormField(
            Which,
            page.Filters[Which].Label,
            page.Given(Which),
            [.. page.Filters[Which].Choices!.Select(choice => (choice.Key, choice.Value))]
        )
        {
            Empty = page.Widget.In(PageFilters.Any),
        };
        return new Block.Form(
            Path,
            [.. page.Filters.Keys.Where(fields.ContainsKey).Select(name => fields[name])],
            page.Widget.In(new Words("Filtrar", "Filter"))
        );
    }

    /// <summary>What is shown of a list.</summary>
    private sealed record Part(int Total, string Data)
    {
        public List<Block> Blocks { get; } = [];

        public List<SourceReference> Sources { get; } = [];

        /// <summary>Whether it goes on on other pages.</summary>
        public bool IsPaged { get; set; }
    }
}
