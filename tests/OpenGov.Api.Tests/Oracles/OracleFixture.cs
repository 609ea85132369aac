using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using NUnit.Framework.Interfaces;
using NUnit.Framework.Internal;

namespace OpenGov.Api.Tests.Oracles;

/// <summary>
/// Tests that ask a plain and slow oracle and the service the same, over random rows: once for a seed that stays and once for a fresh
/// one. <c>OPENGOV_ORACLE_SEED</c> takes the place of the fresh one, to see again what failed.
/// </summary>
[TestFixtureSource(typeof(OracleSeeds), nameof(OracleSeeds.All))]
internal abstract class OracleFixture(string provider, string kind)
{
    private readonly List<string> faults = [];
    private int compared;

    protected OracleRegion Region { get; private set; } = null!;

    /// <summary>Chances of this fixture's own, so that no test changes what another asks.</summary>
    protected Dice Dice { get; private set; } = null!;

    [OneTimeSetUp]
    public async Task StartAsync() => Region = await OracleSeeds.RegionAsync(provider, kind);

    [SetUp]
    public void Begin()
    {
        faults.Clear();
        compared = 0;
        Dice = new Dice(Region.Seed, Region.Today.Date);
    }

    /// <summary>The address, of an earlier day when it is one.</summary>
    protected string At(Day day, string address) =>
        day == Region.Today ? address : $"{address}{(address.Contains('?') ? '&' : '?')}as_of={day.Date:yyyy-MM-dd}";

    protected Task<JsonElement> AskAsync(string address) => Region.App.GetAsync(address);

    protected async Task<int> TotalAsync(string address) =>
        (await AskAsync($"{address}{(address.Contains('?') ? '&' : '?')}limit=1")).GetProperty("total").GetInt32();

    /// <summary>Notes a fault when the service says something else than the oracle.</summary>
    protected void Compare(string address, object? oracle, object? service)
    {
        compared++;
        var (wanted, found) = (Shown(oracle), Shown(service));
        if (wanted != found)
        {
            faults.Add($"{address}\n    the oracle says {wanted}\n    the service says {found}");
        }
    }

    /// <summary>Fails when there were faults, and when nothing was compared.</summary>
    protected void AssertNoFault()
    {
        var seed = $"seed {Region.Seed} ({OracleSeeds.Variable}={Region.Seed} repeats it)";
        Assert.That(compared, Is.GreaterThan(20), $"{seed}: too little was compared");
        if (faults.Count > 0)
        {
            Assert.Fail($"{seed}, {faults.Count} of {compared} answers differ:\n{string.Join('\n', faults.Take(10))}");
        }
    }

    private static string Shown(object? value) =>
        value switch
        {
            null => "null",
            JsonElement json => json.ValueKind switch
            {
                JsonValueKind.Null => "null",
                JsonValueKind.Number => Shown(json.GetDecimal()),
                JsonValueKind.True => "true",
                JsonValueKind.False => "false",
                JsonValueKind.String => json.GetString()!,
                _ => string.Join('|', json.EnumerateArray().Select(item => Shown(item))),
            },
            bool flag => flag ? "true" : "false",
            DateOnly date => $"{date:yyyy-MM-dd}",
            decimal number => (number / 1.0000000000000000000000000000m).ToString(CultureInfo.InvariantCulture),
            string text => text,
            System.Collections.IEnumerable list => string.Join('|', list.Cast<object?>().Select(Shown)),
            _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
        };
}

/// <summary>The seeds that the oracles are asked with, and the region of each, made once.</summary>
internal static class OracleSeeds
{
    public const string Variable = "OPENGOV_ORACLE_SEED";

    private static readonly ConcurrentDictionary<(string Provider, string Kind), Lazy<Task<OracleRegion>>> Regions = new();

    private static readonly Dictionary<string, int> Seeds = new()
    {
        ["fixed"] = 20261126,
        ["fresh"] = Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } given
            ? int.Parse(given, CultureInfo.InvariantCulture)
            : Random.Shared.Next(),
    };

    public static IEnumerable<TestFixtureData> All()
    {
        foreach (var database in TestDatabases.All())
        {
            foreach (var kind in Seeds.Keys)
            {
                var data = new TestFixtureData(database.Arguments[0], kind).SetArgDisplayNames($"{database.Arguments[0]}", $"{kind} seed");
                yield return database.RunState == RunState.Ignored
                    ? data.Ignore($"{database.Properties.Get(PropertyNames.SkipReason)}")
                    : data;
            }
        }
    }

    public static Task<OracleRegion> RegionAsync(string provider, string kind) =>
        Regions.GetOrAdd((provider, kind), _ => new Lazy<Task<OracleRegion>>(() => StartAsync(provider, kind))).Value;

    public static async Task StopAllAsync()
    {
        foreach (var region in Regions.Values.Where(region => region.Value.IsCompletedSuccessfully))
        {
            await (await region.Value).DisposeAsync();
        }

        Regions.Clear();
    }

    private static async Task<OracleRegion> StartAsync(string provider, string kind)
    {
        await TestContext.Progress.WriteLineAsync($"Oracles on {provider}, {kind} seed: {Variable}={Seeds[kind]}");
        return await OracleRegion.StartAsync(provider, Seeds[kind]);
    }
}

/// <summary>Stops the services of all seeds when the last oracle has spoken.</summary>
[SetUpFixture]
internal sealed class OracleRegions
{
    [OneTimeTearDown]
    public Task StopAsync() => OracleSeeds.StopAllAsync();
}
