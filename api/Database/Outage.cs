using System.Data.Common;
using Microsoft.Data.SqlClient;

namespace OpenGov.Api.Database;

/// <summary>
/// Keeps an outage of a server short for whoever asks. While it answers, a failure is tried again for a moment; when it does
/// not, that is known: nobody waits for it any more, and one attempt at a time looks whether it is back.
/// </summary>
/// <param name="server">Name of the server, for the log.</param>
/// <param name="connect">Connects to it.</param>
/// <param name="clock">Says how long it is silent.</param>
/// <param name="logger">Is told of each outage and of its end.</param>
internal sealed class Outage(string server, Func<CancellationToken, Task<DbConnection>> connect, TimeProvider clock, ILogger logger)
    : IDisposable
{
    /// <summary>For how long a request may wait for a server that answers nobody, all attempts together.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(1.5);

    /// <summary>For how long it may wait while the server answers others: many at once stand in line for connections.</summary>
    private static readonly TimeSpan InLine = TimeSpan.FromSeconds(10);

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan BetweenProbes = TimeSpan.FromSeconds(1);

    /// <summary>What does not pass by itself in a moment: a sign-in that is refused. Trying on would lock the account.</summary>
    private static readonly HashSet<int> Refused = [18401, 18452, 18456, 18487, 18488];

    private readonly CancellationTokenSource ending = new();
    private int isAway;
    private long answeredAt;

    /// <summary>Whether the server is known not to answer.</summary>
    public bool IsAway => Volatile.Read(ref isAway) == 1;

    /// <summary>A connection.</summary>
    public Task<DbConnection> OpenAsync(CancellationToken cancellationToken) => WithinAsync(connect, cancellationToken);

    /// <summary>Does what asks the server, within the patience that there is.</summary>
    /// <param name="ask">Asks; it is repeated, so it must do no harm when it was half done.</param>
    /// <param name="cancellationToken">Stops asking.</param>
    /// <exception cref="DatabaseUnavailableException">The server does not answer.</exception>
    public async Task<T> WithinAsync<T>(Func<CancellationToken, Task<T>> ask, CancellationToken cancellationToken)
    {
        if (IsAway)
        {
            throw NoAnswer(null);
        }

        var begun = clock.GetTimestamp();
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        ITimer? watch = null;
        watch = clock.CreateTimer(GiveUp, null, Patience, Timeout.InfiniteTimeSpan);
        await using var stopped = watch;
        Exception? last = null;
        try
        {
            while (true)
            {
                try
                {
                    var answer = await AsideAsync(ask, patience.Token);
                    Volatile.Write(ref answeredAt, clock.GetTimestamp());
                    return answer;
                }
                catch (Exception error)
                    when (error is InvalidOperationException || error is SqlException sql && Unavailable.IsConnection(sql))
                {
                    last = error;
                    if (error is SqlException { Number: var number } && Refused.Contains(number))
                    {
                        break;
                    }
                }

                await Task.Delay(Pause, patience.Token);
            }
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // Waited long enough.
        }

        cancellationToken.ThrowIfCancellationRequested();
        if (Quiet() >= Patience)
        {
            Begin(last);
        }

        throw NoAnswer(last);

        TimeSpan Quiet() => clock.GetElapsedTime(Math.Max(begun, Volatile.Read(ref answeredAt)));

        void GiveUp(object? state)
        {
            var left = Patience - Quiet();
            if (left <= TimeSpan.Zero || clock.GetElapsedTime(begun) >= InLine)
            {
                patience.Cancel();
            }
            else
            {
                watch?.Change(left, Timeout.InfiniteTimeSpan);
            }
        }
    }

    /// <inheritdoc />
    public void Dispose()
    {
        ending.Cancel();
        ending.Dispose();
    }

    /// <summary>
    /// SqlClient does part of its waiting on the thread that asks and without a token, so it is done aside; a connection that
    /// comes too late is closed.
    /// </summary>
    public static async Task<T> AsideAsync<T>(Func<CancellationToken, Task<T>> ask, CancellationToken patience)
    {
        var asking = Task.Run(() => ask(patience), CancellationToken.None);
        try
        {
            return await asking.WaitAsync(patience);
        }
        catch (OperationCanceledException)
        {
            _ = asking.ContinueWith(
                static late =>
                {
                    _ = late.Exception;
                    if (late.IsCompletedSuccessfully && late.Result is IDisposable connection)
                    {
                        connection.Dispose();
                    }
                },
                CancellationToken.None,
                TaskContinuationOptions.None,
                TaskScheduler.Default
            );
            throw;
        }
    }

    private DatabaseUnavailableException NoAnswer(Exception? inner) => new("The database server does not answer.", inner);

    private void Begin(Exception? why)
    {
        if (Interlocked.Exchange(ref isAway, 1) == 1)
        {
            return;
        }

        logger.LogError("{Server} does not answer ({Reason}); reads are refused until it does", server, why?.Message ?? "in time");
        _ = Task.Run(ProbeAsync);
    }

    private async Task ProbeAsync()
    {
        try
        {
            var token = ending.Token;
            while (true)
            {
                await Task.Delay(BetweenProbes, token);
                try
                {
                    await using var connection = await connect(token);
                    break;
                }
                catch (Exception error) when (error is DbException or InvalidOperationException)
                {
                    // Not yet.
                }
            }

            Volatile.Write(ref isAway, 0);
            logger.LogInformation("{Server} answers again", server);
        }
        catch (Exception error) when (error is OperationCanceledException or ObjectDisposedException)
        {
            // The service ends.
        }
    }
}
