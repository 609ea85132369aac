using OpenGov.Api.Database;
using OpenGov.Api.Http;
using OpenGov.Api.Lists;

namespace OpenGov.Api.Records;

/// <summary>Completes records with what is not in their row: the sources that they cite and their addresses.</summary>
public sealed class RecordFinisher(ReadSession session, IHttpContextAccessor accessor)
{
    /// <summary>Addresses of a record at most, about.</summary>
    private const int MostLinks = 8;

    private const string Source =
        "SELECT s.id, s.title, s.title_es, s.url, s.publisher, s.kind, s.published_on, s.published_on_precision, s.mirror, s.original_url "
        + "FROM sources s";

    private readonly Dictionary<string, SourceReference> sources = [];

    /// <summary>Completes some records, and those inside them.</summary>
    public async Task FinishAsync(IEnumerable<ListItem> some, CancellationToken cancellationToken)
    {
        var records = some.SelectMany(WithInside).ToList();
        await LoadSourcesAsync(
            records.OfType<PublicRecord>().SelectMany(record => record.SourceIds.Concat(record.AlsoCited)),
            cancellationToken
        );
        var site = PublicAddress.Of(accessor.HttpContext!.Request);
        var api = PublicAddress.OfApi(accessor.HttpContext.Request, "");
        foreach (var record in records)
        {
            if (record is PublicRecord cited)
            {
                cited.Sources = References(cited.SourceIds);
                cited.Cite(References);
            }

            var links = new Dictionary<string, string>(MostLinks);
            foreach (var (relation, path) in record.Relations())
            {
                if (path is not null)
                {
                    links.Add(relation, (relation == ListItem.PageLink ? site : api) + path);
                }
            }

            record.Links = links;
        }
    }

    private static IEnumerable<ListItem> WithInside(ListItem record) => [record, .. record.Inside().SelectMany(WithInside)];

    /// <summary>Loads every source, so that records can be completed while a stream is read.</summary>
    public async Task PrepareForStreamAsync(CancellationToken cancellationToken)
    {
        foreach (var source in await session.QueryAsync<SourceReference>(Source, null, cancellationToken))
        {
            sources[source.Id] = source;
        }
    }

    /// <summary>Every source, by its id.</summary>
    public async Task<IReadOnlyList<SourceReference>> AllSourcesAsync(CancellationToken cancellationToken) =>
        [
            .. (await session.WholeAsync<SourceReference>(Source, source => source.Id, cancellationToken)).Values.OrderBy(
                source => source.Id,
                StringComparer.Ordinal
            ),
        ];

    /// <summary>The sources with these ids, in their order.</summary>
    public async Task<IReadOnlyList<SourceReference>> SourcesAsync(IReadOnlyList<string> ids, CancellationToken cancellationToken)
    {
        await LoadSourcesAsync(ids, cancellationToken);
        return References(ids);
    }

    private List<SourceReference> References(IReadOnlyList<string> ids) =>
        [.. ids.Select(id => sources.GetValueOrDefault(id)).OfType<SourceReference>()];

    private async Task LoadSourcesAsync(IEnumerable<string> ids, CancellationToken cancellationToken)
    {
        var wanted = ids.Where(id => !sources.ContainsKey(id)).Distinct().ToList();
        if (wanted.Count == 0)
        {
            return;
        }

        var found = await session.ByIdAsync<SourceReference>(Source, "s.id", wanted, source => source.Id, cancellationToken);
        foreach (var id in wanted.Where(found.ContainsKey))
        {
            sources[id] = found[id];
        }
    }
}
