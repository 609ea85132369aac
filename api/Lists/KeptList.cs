using System.Text.Json;
using OpenGov.Api.Database;
using OpenGov.Api.Http;
using OpenGov.Api.Records;

namespace OpenGov.Api.Lists;

/// <summary>A record as its list shows it, and its JSON.</summary>
internal sealed record KeptRecord<TRecord>(TRecord Record, byte[] Json);

/// <summary>
/// All records of a small list by their ids, as the newest state has them: which are on a page is asked of the database, what they say is
/// read and written once, for every request until a table changes that it is read from.
/// </summary>
internal sealed class KeptList<TRecord>
    where TRecord : ListItem
{
    /// <summary>Of a list of more records each page is read.</summary>
    public const int MostRecords = 500;

    private readonly string site;
    private volatile OfDay newest;

    private KeptList(string site, OfDay newest) => (this.site, this.newest) = (site, newest);

    /// <summary>
    /// The records; null where they are not kept, and those of a page are read. A record has addresses of the service: kept are those of
    /// the address under which it was asked first, so that whoever asks under many others has nothing made for each.
    /// </summary>
    public static async Task<IReadOnlyDictionary<string, KeptRecord<TRecord>>?> FindAsync(
        IListRepository<TRecord> repository,
        ReadSession session,
        RecordFinisher finisher,
        HttpRequest request,
        CancellationToken cancellationToken
    )
    {
        if (!repository.List.IsKept)
        {
            return null;
        }

        var (site, today) = (PublicAddress.Of(request), session.Today);
        var kept = await session.KeptOfStateAsync(
            $"records of {typeof(TRecord).Name}",
            async () =>
                await ReadAsync(repository, finisher, cancellationToken) is { } read
                    ? new KeptList<TRecord>(site, new OfDay(today, read))
                    : null,
            cancellationToken
        );
        if (kept is null || kept.site != site)
        {
            return null;
        }

        // What is late is late on a day: each day has its own, and an earlier one is asked for by few.
        if (kept.newest.Day != today && session.AsOf is null && await ReadAsync(repository, finisher, cancellationToken) is { } records)
        {
            kept.newest = new OfDay(today, records);
        }

        return kept.newest is var of && of.Day == today ? of.Records : null;
    }

    private static async Task<IReadOnlyDictionary<string, KeptRecord<TRecord>>?> ReadAsync(
        IListRepository<TRecord> repository,
        RecordFinisher finisher,
        CancellationToken cancellationToken
    )
    {
        var page = await repository.ListAsync(
            ListRequest.Everything with
            {
                Sort = repository.List.Order(repository.List.Sorts[0].Name),
                Limit = MostRecords,
            },
            cancellationToken
        );
        if (page.HasMore)
        {
            return null;
        }

        await finisher.FinishAsync(page.Items, cancellationToken);
        return page.Items.ToDictionary(
            record => record.Id,
            record => new KeptRecord<TRecord>(record, JsonSerializer.SerializeToUtf8Bytes(record, Json.Options)),
            StringComparer.Ordinal
        );
    }

    /// <summary>The records as they are on a day.</summary>
    private sealed record OfDay(DateOnly Day, IReadOnlyDictionary<string, KeptRecord<TRecord>> Records);
}
