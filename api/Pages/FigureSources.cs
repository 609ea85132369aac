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
/// who publishes those, of what is counted or listed who publishes those of the records, and of what the page is about its own.
/// </summary>
internal sealed class FigureSources(ReadSession session, RecordFinisher finisher, Labels labels)
{
    /// <summary>Lists of the API that pages show whole, beside those that are counted.</summary>
    private static readonly Dictionary<string, ListSql> Lists = (
        (Population[])
            [
                Population.Assessments,
                Population.States,
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
            var sources = block.IsFigure ? await OfAsync(block, content, cancellationToken) : [];
            blocks.Add(block with { Whose = SourceOrder.Published(widget, sources, block.IsStated, kinds) });
        }

        return content with
        {
            Blocks = blocks,
        };
    }

    private async Task<IReadOnlyList<SourceReference>> OfAsync(Block figure, PageContent content, CancellationToken cancellationToken)
    {
        if (figure.Sources.Count > 0)
        {
            return figure.Sources;
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

        return all.Count > 0 ? [.. all.DistinctBy(source => source.Id)] : content.Sources;
    }

    /// <summary>The sources of the records of an address of the API, a list or what a measure counts; none of any other.</summary>
    private async Task<IReadOnlyList<SourceReference>> BehindAsync(string address, CancellationToken cancellationToken)
    {
        var at = address.IndexOf('?', StringComparison.Ordinal);
        var (path, query) = at < 0 ? (address, "") : (address[..at], address[at..]);
        var measure = path.Split('/') is ["", "measures", { } key, "values"] ? MeasureCatalogue.Find(key) : null;
        if ((measure?.Of.List ?? Lists.GetValueOrDefault(path)) is not { } list)
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
        var called = $"{measure?.Of.Path ?? path} {string.Join('&', within.Asked)}";
        if (within.IsEmpty || known.TryGetValue(called, out var found))
        {
            return within.IsEmpty ? [] : known[called];
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
        var column = $"{list.Sorts[0].Sql.Split('.')[0]}.source_ids";
        var ids = await session.QueryAsync<string>(
            where.Complete($"SELECT {column}\n{list.From}\n{where.Sql}\nGROUP BY {column}"),
            where.Parameters,
            cancellationToken
        );
        found = await finisher.SourcesAsync(
            [.. ids.SelectMany(some => some?.Split('|') ?? []).Distinct().Order(StringComparer.Ordinal)],
            cancellationToken
        );
        return known[called] = found;
    }
}
