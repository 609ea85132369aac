using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using OpenGov.Api.Database;

namespace OpenGov.Api.Tests.Rooms;

/// <summary>What is done beside the requests, again and again.</summary>
[Category("Quick")]
public sealed class RepeatedWorkTests
{
    [Test]
    public async Task Work_that_fails_is_done_again_and_the_service_that_does_it_goes_on()
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        var work = new Work();
        builder.Services.AddHostedService(_ => work);
        using var host = builder.Build();
        await host.StartAsync();
        await work.Done.Task.WaitAsync(TimeSpan.FromSeconds(10));
        Assert.That(host.Services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping.IsCancellationRequested, Is.False);
        await host.StopAsync();
        Assert.That(work.Errors, Is.EqualTo(["unforeseen"]), "that the database is away is said elsewhere");
    }

    /// <summary>Every background work of the product is such work: a hosted service that fails would end the whole.</summary>
    [Test]
    public void All_work_beside_the_requests_is_of_that_kind() =>
        Assert.That(
            typeof(RepeatedWork)
                .Assembly.GetTypes()
                .Where(type => type.IsAssignableTo(typeof(IHostedService)) && !type.IsAbstract)
                .Some()
                .Where(type => !type.IsSubclassOf(typeof(RepeatedWork))),
            Is.Empty
        );

    private sealed class Work() : RepeatedWork(TimeSpan.FromMilliseconds(1), new Listener())
    {
        private int times;

        public TaskCompletionSource Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public List<string> Errors => ((Listener)Log).Errors;

        protected override Task DoAsync(CancellationToken stoppingToken)
        {
            times++;
            switch (times)
            {
                case 1:
                    throw new DatabaseUnavailableException("away");
                case 2:
                    throw new InvalidOperationException("unforeseen");
                default:
                    Done.TrySetResult();
                    return Task.CompletedTask;
            }
        }
    }

    private sealed class Listener : ILogger
    {
        public List<string> Errors { get; } = [];

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter
        ) => Errors.Add(exception!.Message);
    }
}
