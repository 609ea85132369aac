using Microsoft.Extensions.Caching.Distributed;
using Microsoft.Extensions.Logging.Abstractions;
using OpenGov.Api.Http;

namespace OpenGov.Api.Tests;

/// <summary>What a node does with a cache that never answers.</summary>
[Category("Quick")]
public sealed class SharedCacheTests
{
    [Test]
    public async Task A_cache_that_never_answers_is_passed_over_and_then_not_asked_for_a_while()
    {
        var silent = new SilentCache();
        var cache = new SharedCache(silent, TimeSpan.FromMilliseconds(50), TimeProvider.System, NullLogger<SharedCache>.Instance);
        Assert.That(await cache.GetAsync("name", CancellationToken.None).AsTask().WaitAsync(Eventually.Patience), Is.Null);
        Assert.That(cache.Answers, Is.False);
        await cache.SetAsync("name", [1], TimeSpan.FromMinutes(1)).AsTask().WaitAsync(Eventually.Patience);
        Assert.That(silent.Asked, Is.EqualTo(1));
    }

    private sealed class SilentCache : IDistributedCache
    {
        public int Asked { get; private set; }

        public async Task<byte[]?> GetAsync(string key, CancellationToken token = default)
        {
            await NeverAsync();
            return null;
        }

        public Task SetAsync(string key, byte[] value, DistributedCacheEntryOptions options, CancellationToken token = default) =>
            NeverAsync();

        public byte[]? Get(string key) => throw new NotSupportedException();

        public void Set(string key, byte[] value, DistributedCacheEntryOptions options) => throw new NotSupportedException();

        public void Refresh(string key) => throw new NotSupportedException();

        public Task RefreshAsync(string key, CancellationToken token = default) => throw new NotSupportedException();

        public void Remove(string key) => throw new NotSupportedException();

        public Task RemoveAsync(string key, CancellationToken token = default) => throw new NotSupportedException();

        private Task NeverAsync()
        {
            Asked++;
            return new TaskCompletionSource().Task;
        }
    }
}
