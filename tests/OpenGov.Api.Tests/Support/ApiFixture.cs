namespace OpenGov.Api.Tests;

/// <summary>Tests that share one service with the shipped data set, once for each engine.</summary>
[TestFixtureSource(typeof(TestDatabases), nameof(TestDatabases.All))]
public abstract class ApiFixture(string provider)
{
    protected OpenGovApplication App { get; private set; }

    protected string Provider => provider;

    [OneTimeSetUp]
    public async Task StartAsync() => App = await OpenGovApplication.StartAsync(provider);

    [OneTimeTearDown]
    public async Task StopAsync()
    {
        if (App is not null)
        {
            await App.DisposeAsync();
        }
    }
}
