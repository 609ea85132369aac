using Microsoft.AspNetCore.WebUtilities;
using OpenGov.Api.Database;
using OpenGov.Api.Embedding;
using OpenGov.Api.Instruments;
using OpenGov.Api.Learnings;
using OpenGov.Api.Lists;
using OpenGov.Api.Measures;
using OpenGov.Api.Pages.Contents;
using OpenGov.Api.Practices;
using OpenGov.Api.Records;
using OpenGov.Api.Timeline;

namespace OpenGov.Api.Pages;

/// <summary>
/// Whose data each figure of a page shows, as the dashboard says it beside the figure (<c>publishedBy</c>): of what has sources of its own
/// who publishes those, of what is counted or listed who publishes those of the records of which something is counted or listed. Of what
/// cannot be told so nothing is said: the sources of a state or of a page are of many things, and no figure shows all of them.
/// </summary>
internal sealed class FigureSources(ReadSession session, RecordFinisher finisher, Labels labels)
{
    /// <summary>Lists of the API that pages show whole, beside those that are counted.</summary>
    private static readonly Dictionary<string, ListSql> Lists = (
        (Population[])
            [
                Population.Assessments,
                Population.Secretariats,
                Population.Plans,
                Population.Commitments,
                Population.Organizations,
                Population.Sessions,
                Population.Agreements,
                Population.Proposals,
                Population.Trainings,
                Population.Editions,
                Population.MetricValues,
            ]
    )
        .Select(of => (of.Path, of.List))
        .Concat([
            ("/timeline", TimelineRepository.Sql),
            ("/instruments", InstrumentsRepository.Sql),
            ("/learnings", LearningsRepository.Sql),
            ("/practices", PracticesRepository.Sql),
        ])
        .ToDictionary();

    private readonly Dictionary<string, IReadOnlyList<SourceReference>> known = [];

    /// <summary>The same page, whose figures say whose data they show.</summary>
    public async Task<PageContent> SaidAsync(WidgetRequest widget, PageContent content, CancellationToken cancellationToken)
    {
        var kinds = (await labels.OfAsync(widget, "source_kind", cancellationToken)).ToDictionary(kind => kind.Code, kind => kind.Label);
        var blocks = new List<Block>();
        foreach (var block in content.Blocks)
        {
            var sources = block.IsFigure && block.SaysAnything ? await OfAsync(block, content, cancellationToken) : [];
            var said = SourceOrder.Published(widget, sources, block.IsStated, kinds);
            blocks.Add(
                block with
                {
                    Whose = SourceOrder.Spoken(widget, said, sources),
                    Published = SourceOrder.Published(widget, sources, block.IsStated),
                }
            );
        }

        return content with
        {
            Blocks = blocks,
        };
    }

    /// <summary>The sources of what some blocks show, as a picture of them credits them.</summary>
    public async Task<IReadOnlyList<SourceReference>> AllAsync(IEnumerable<Block> blocks, CancellationToken cancellationToken)
    {
        var (all, nowhere) = (new List<SourceReference>(), new PageContent { Blocks = [] });
        foreach (var block in blocks.Where(block => block.IsFigure && block.SaysAnything))
        {
            all.AddRange(await OfAsync(block, nowhere, cancellationToken));
        }

        return [.. SourceOrder.Of(all.DistinctBy(source => source.Id)).Where(source => source.Kind != "reference")];
    }

    private async Task<IReadOnlyList<SourceReference>> OfAsync(Block figure, PageContent content, CancellationToken cancellationToken)
    {
        // The voices that stand under what is counted are no sources of the count, where that has any.
        var own = figure.Sources.Count > 0 ? figure.Sources : figure.Behind;
        var isOfVoices = figure is { Counted: not null, IsStated: false, Sources.Count: > 0 };
        if (own.Count > 0 && !isOfVoices)
        {
            return own;
        }

        IReadOnlyList<string> addresses =
            figure.Counted is { } counted ? [counted.Address]
            : figure.Data.Count > 0 ? figure.Data
            : content.Data is { } whole ? [whole]
            : [];
        var all = new List<SourceReference>();
        foreach (var address in addresses)
        {
            all.AddRange(await BehindAsync(address, cancellationToken));
        }

        return all.Count == 0 ? own : [.. all.DistinctBy(source => source.Id)];
    }

    /// <summary>
    /// The sources of the records of an address of the API: of a list those in it, of a measure those of which it knows anything; none of any
    /// other. What a source states of a state is known by its kind alone.
    /// </summary>
    private async Task<IReadOnlyList<SourceReference>> BehindAsync(string address, CancellationToken cancellationToken)
    {
        var at = address.IndexOf('?', StringComparison.Ordinal);
        var (path, query) = at < 0 ? (address, "") : (address[..at], address[at..]);
        var measure = path.Split('/') is ["", "measures", { } key, "values"] ? MeasureCatalogue.Find(key) : null;
        if (
            (measure?.Of.List ?? Lists.GetValueOrDefault(path)) is not { } list
            || measure is { StatedBy: null } && measure.Of == Population.States
        )
        {
            return [];
        }

        // All groups together count the same records.
        var within = new RowsQuery([
            .. QueryHelpers
                .ParseQuery(query)
                .Where(given => list.Filters.Any(filter => filter.Name == given.Key))
                .Select(given => KeyValuePair.Create(given.Key, (IReadOnlyList<string>)given.Value.ToString().Split(','))),
        ]).And(measure?.Within ?? RowsQuery.All);
        var called = $"{measure?.Key ?? path} {string.Join('&', within.Asked)}";
        if (!known.TryGetValue(called, out var found))
        {
            var ids = new List<string>();
            foreach (var (some, column) in Known(measure))
            {
                ids.AddRange(await IdsAsync(list, within.And(some), column, measure?.Aspect, cancellationToken));
            }

            found = await finisher.SourcesAsync([.. ids.Distinct().Order(StringComparer.Ordinal)], cancellationToken);
            found = measure?.StatedBy is { } kind ? [.. found.Where(source => source.Kind == kind)] : found;
            known[called] = found;
        }

        return found;
    }

    /// <summary>The rows of which a measure knows anything, and the column that says so; all rows of what is no measure.</summary>
    private static (RowsQuery Rows, string? Column)[] Known(Measure? measure) =>
        measure?.Reckoning switch
        {
            Reckoning.Parts parts => [(parts.Yes, null), (parts.No, null)],
            Reckoning.Sum sum => [(RowsQuery.All, sum.Column)],
            Reckoning.Mean mean => [(RowsQuery.All, mean.Column)],
            Reckoning.Share share => [(RowsQuery.All, share.Whole)],
            Reckoning.Single single => [(RowsQuery.All, single.Column)],
            _ => [(RowsQuery.All, null)],
        };

    /// <summary>The sources of rows; where what is counted of commitments is what assessments say of them, those of the assessments.</summary>
    private async Task<IEnumerable<string>> IdsAsync(
        ListSql list,
        RowsQuery within,
        string? known,
        string? aspect,
        CancellationToken cancellationToken
    )
    {
        if (within.IsEmpty)
        {
            return [];
        }

        var where = await ListQueries.FilteredAsync(
            session,
            list,
            ListRequest.Everything with
            {
                Values = within.Filters.ToDictionary(),
            },
            cancellationToken
        );
        if (known is not null)
        {
            where.And($"({known}) IS NOT NULL");
        }

        var row = list.Sorts[0].Sql.Split('.')[0];
        var isAssessed = aspect is not null && list == Population.Commitments.List;
        var (column, said) = isAssessed
            ? ("said.source_ids", $"\nJOIN assessments said ON said.commitment_id = {row}.id AND said.aspect = {where.Value(aspect!)}")
            : ($"{row}.source_ids", "");
        var ids = await session.QueryAsync<string>(
            where.Complete($"SELECT {column}\n{list.From}{said}\n{where.Sql}\nGROUP BY {column}"),
            where.Parameters,
            cancellationToken
        );
        return ids.SelectMany(some => some?.Split('|') ?? []);
    }
}
