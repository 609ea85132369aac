using Microsoft.Extensions.Caching.Memory;
using OpenGov.Api.Database;

namespace OpenGov.Api.Http;

/// <summary>Finished answers: in the memory of this node, up to a size, and in the cache that nodes share where there is one.</summary>
internal sealed class AnswerStore(long bytes, SharedCache? shared) : IDisposable
{
    /// <summary>For how long an answer is kept that nobody asks for again.</summary>
    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(10);

    /// <summary>An answer larger than this part of the memory is not kept: it would push out too many others.</summary>
    private const int LargestPart = 8;

    private readonly MemoryCache memory = new(new MemoryCacheOptions { SizeLimit = bytes, CompactionPercentage = 0.2 });

    /// <summary>The answer of that name that this node has, and of what it is; null when it has none.</summary>
    public StoredAnswer? Find(string name) => (StoredAnswer?)memory.Get(name);

    /// <summary>The answer of that name that another node has shared; null when there is none, or no shared cache.</summary>
    public async ValueTask<Answer?> FindSharedAsync(string name, CancellationToken cancellationToken) =>
        shared is not null && await shared.GetAsync(name, cancellationToken) is { } bytes ? Answer.FromBytes(bytes) : null;

    /// <summary>Keeps an answer for this node.</summary>
    public void Keep(string name, StoredAnswer stored)
    {
        if (stored.Answer.Size <= bytes / LargestPart)
        {
            memory.Set(
                name,
                stored,
                new MemoryCacheEntryOptions { Size = stored.Answer.Size + (name.Length * sizeof(char)), SlidingExpiration = Kept }
            );
        }
    }

    /// <summary>Keeps an answer for all nodes, where they share a cache.</summary>
    public ValueTask ShareAsync(string name, Answer answer) => shared?.SetAsync(name, answer.ToBytes(), Kept) ?? ValueTask.CompletedTask;

    public void Dispose() => memory.Dispose();
}

/// <summary>An answer that is kept.</summary>
/// <param name="Answer">The answer.</param>
/// <param name="State">The state of the data that it is of; null where it is of none.</param>
/// <param name="Tables">What it was read from.</param>
internal sealed record StoredAnswer(Answer Answer, DataVersion.State? State, TablesRead Tables);
