using System.Data.Common;

namespace OpenGov.Api.Database;

/// <summary>
/// Work that is done again and again beside the requests. What fails is tried again after the pause: no failure of it ends the work, nor
/// the service that does it, as one of a hosted service else would.
/// </summary>
/// <param name="pause">Between two times, and before the first.</param>
/// <param name="logger">Is told what failed for another reason than that the database is away.</param>
internal abstract class RepeatedWork(TimeSpan pause, ILogger logger) : BackgroundService
{
    /// <summary>Where it says what it did.</summary>
    protected ILogger Log { get; } = logger;

    /// <summary>Does it once, and a last time when the service ends.</summary>
    protected abstract Task DoAsync(CancellationToken stoppingToken);

    /// <inheritdoc />
    protected sealed override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await Task.Delay(pause, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            try
            {
                await DoAsync(stoppingToken);
            }
            catch (DbException)
            {
                // The database is away; what there is to do waits until it is back.
            }
            catch (Exception error) when (error is not OperationCanceledException || !stoppingToken.IsCancellationRequested)
            {
                Log.LogError(error, "{Work} failed, and is tried again", GetType().Name);
            }
        }
    }
}
