using System.Text;
using Microsoft.Extensions.DependencyInjection;
using OpenGov.Api.Package;
using OpenGov.Api.Records;

namespace OpenGov.Api.Tests.Oracles;

/// <summary>A service with a random region in it, and what an oracle may know: the rows at the end of each day.</summary>
internal sealed class OracleRegion : IAsyncDisposable
{
    /// <summary>Days on which the calendar has a border of its own, and one on which it has none.</summary>
    private static readonly DateOnly[] Todays =
    [
        new(2026, 11, 24),
        new(2026, 12, 31),
        new(2027, 1, 1),
        new(2027, 3, 1),
        new(2028, 2, 29),
        new(2028, 8, 30),
    ];

    private OracleRegion(int seed, OpenGovApplication app, IReadOnlyList<Day> days) => (Seed, App, Days) = (seed, app, days);

    public int Seed { get; }

    public OpenGovApplication App { get; }

    /// <summary>Days in their order: the one before anything was recorded first, today last.</summary>
    public IReadOnlyList<Day> Days { get; }

    public Day Today => Days[^1];

    public static async Task<OracleRegion> StartAsync(string provider, int seed)
    {
        var rows = new RandomRows(new Dice(seed, Todays[(uint)seed % Todays.Length]));
        var app = await OpenGovApplication.StartAsync(provider, ("Database:Seed", "false"), ("RateLimit:Requests", "0"));
        var first = rows.Dice.Today.AddDays(-200);
        var days = new List<Day> { new(first.AddDays(-1)), RandomRegion.On(first, rows) };
        app.Clock.Now = Noon(first);
        await ImportAsync(app, days[^1]);

        // As many as are needed for a record to be changed, withdrawn and back; and days on which nothing happens.
        var busy = Enumerable
            .Range(0, 4)
            .Select(_ => first.AddDays(1 + rows.Dice.Below(198)))
            .Append(rows.Dice.Today.AddDays(-1))
            .ToHashSet();
        var history = new RandomHistory(app, rows);
        foreach (var date in busy.SelectMany(date => (DateOnly[])[date, date.AddDays(1)]).Append(rows.Dice.Today).Distinct().Order())
        {
            days.Add(new Day(date, days[^1]));
            if (busy.Contains(date) || date == rows.Dice.Today)
            {
                await history.HappenAsync(days[^1]);
            }
        }

        await history.BringAboutAsync(days[^1]);
        app.Clock.Now = Noon(rows.Dice.Today);
        return new OracleRegion(seed, app, days);
    }

    public ValueTask DisposeAsync() => App.DisposeAsync();

    private static DateTimeOffset Noon(DateOnly date) => new(date.ToDateTime(new TimeOnly(12, 0)), TimeSpan.Zero);

    private static async Task ImportAsync(OpenGovApplication app, Day day)
    {
        var folder = Directory.CreateTempSubdirectory("opengov-oracle-");
        try
        {
            foreach (var table in Schema.Current.Tables.Where(table => day.All(table.Name).Count > 0))
            {
                var lines = day.All(table.Name).Select(row => table.Fields.Select(field => Cell(row.Values[field.Name])));
                var header = table.Fields.Select(field => field.Name);
                var text = string.Concat(lines.Prepend(header).Select(cells => $"{string.Join(',', cells)}\r\n"));
                await File.WriteAllTextAsync(Path.Combine(folder.FullName, table.Path), text, new UTF8Encoding(false));
            }

            var actor = new Actor("import", "Tests", "Synthetic data");
            var report = await app.Services.GetRequiredService<Importer>().ImportAsync(folder.FullName, actor, CancellationToken.None);
            Assert.That(report.Errors.Select(error => error.ToString()), Is.Empty);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>A value as a cell of CSV.</summary>
    private static string Cell(object? value) =>
        value switch
        {
            null => "",
            bool flag => flag ? "true" : "false",
            DateOnly date => $"{date:yyyy-MM-dd}",
            string text => $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"",
            IFormattable number => number.ToString(null, System.Globalization.CultureInfo.InvariantCulture),
            _ => throw new ArgumentException(value.GetType().Name, nameof(value)),
        };
}
