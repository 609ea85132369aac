using Microsoft.Extensions.Caching.Memory;

namespace OpenGov.Api.Http;

/// <summary>Finished answers: in the memory of this node, up to a size, and in the cache that nodes share where there is one.</summary>
internal sealed class AnswerStore(long bytes, SharedCache? shared) : IDisposable
{
    /// <summary>For how long an answer is kept that nobody asks for again. What a change made old is never asked for again.</summary>
    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(10);

    /// <summary>An answer larger than this part of the memory is not kept: it would push out too many others.</summary>
    private const int LargestPart = 8;

    private readonly MemoryCache memory = new(new MemoryCacheOptions { SizeLimit = bytes, CompactionPercentage = 0.2 });

    /// <summary>The answer of that name that this node has.</summary>
    public bool TryGet(string name, out Answer answer)
    {
        if (memory.TryGetValue(name, out var found))
        {
            answer = (Answer)found!;
            return true;
        }

        answer = null!;
        return false;
    }

    /// <summary>The answer of that name that another node has shared; null when there is none, or no shared cache.</summary>
    public async ValueTask<Answer?> FindSharedAsync(string name, CancellationToken cancellationToken)
    {
        if (shared is null || await shared.GetAsync(name, cancellationToken) is not { } bytes || Answer.FromBytes(bytes) is not { } answer)
        {
            return null;
        }

        Remember(name, answer);
        return answer;
    }

    /// <summary>Keeps an answer.</summary>
    public async ValueTask KeepAsync(string name, Answer answer, bool isShared)
    {
        Remember(name, answer);
        if (isShared && shared is not null)
        {
            await shared.SetAsync(name, answer.ToBytes(), Kept);
        }
    }

    public void Dispose() => memory.Dispose();

    private void Remember(string name, Answer answer)
    {
        if (answer.Size <= bytes / LargestPart)
        {
            memory.Set(
                name,
                answer,
                new MemoryCacheEntryOptions { Size = answer.Size + (name.Length * sizeof(char)), SlidingExpiration = Kept }
            );
        }
    }
}
