using OpenGov.Api.Records;

namespace OpenGov.Api.Tests.Oracles;

/// <summary>
/// What happens to a region after its first day: edits, withdrawals, returns and new records, at both ends of a day and within it. Each
/// is made in the service and noted here.
/// </summary>
internal sealed class RandomHistory(OpenGovApplication app, RandomRows rows)
{
    private static readonly TimeSpan[] Hours =
    [
        TimeSpan.Zero,
        TimeSpan.FromHours(9.5),
        TimeSpan.FromHours(11),
        TimeSpan.FromDays(1) - TimeSpan.FromMilliseconds(1),
    ];

    /// <summary>Records whose fields the figures look at come in more often.</summary>
    private static readonly string[] Edited =
    [
        "commitments",
        "commitments",
        "commitments",
        "assessments",
        "assessments",
        "assessments",
        "milestones",
        "milestones",
        "evidence",
        "agreements",
        "proposals",
        "sessions",
        "plans",
        "secretariats",
        "organizations",
        "states",
        "observations",
        "indicators",
        "practices",
        "timeline",
        "instruments",
    ];

    private static readonly string[] Withdrawn =
    [
        "commitments",
        "commitments",
        "assessments",
        "assessments",
        "milestones",
        "evidence",
        "observations",
        "indicators",
        "agreements",
        "proposals",
        "sessions",
        "secretariat_members",
        "plan_members",
        "practices",
        "timeline",
        "trainings",
    ];

    private readonly Dice dice = rows.Dice;
    private readonly List<Row> gone = [];
    private int added;

    /// <summary>Lets things happen on a day, and notes them in it; on the last one not after noon.</summary>
    public async Task HappenAsync(Day day)
    {
        var hours = day.Date == dice.Today ? Hours[..^1] : Hours;
        foreach (var hour in dice.Some(hours, hours.Length).Order())
        {
            app.Clock.Now = new DateTimeOffset(day.Date.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero) + hour;
            await app.ChangeAsync(recorder => ChangeAsync(day, recorder));
        }
    }

    /// <summary>What the dice may leave out, and tests are about: a commitment that is withdrawn, and a record that is back.</summary>
    public async Task BringAboutAsync(Day today)
    {
        if (!gone.Exists(row => row.Table == "commitments" && today.Find(row.Table, row.Id) is null))
        {
            await app.ChangeAsync(recorder => WithdrawAsync(today, recorder, today.All("commitments").First()));
        }

        if (!Schema.Current.Tables.SelectMany(table => today.All(table.Name)).Any(row => today.WasWithdrawn(row.Table, row.Id)))
        {
            // Of what hangs on nothing, some has always been withdrawn, or is still there.
            var row = gone.Find(one => one.Table is "practices" or "timeline" && today.Find(one.Table, one.Id) is null);
            if (row is null)
            {
                row = today.All("practices").Concat(today.All("timeline")).First();
                await app.ChangeAsync(recorder => WithdrawAsync(today, recorder, row));
            }

            await app.ChangeAsync(recorder => SaveAsync(today, recorder, row));
        }
    }

    private async Task ChangeAsync(Day day, Recorder recorder)
    {
        for (var i = 0; i < 15; i++)
        {
            if (Any(day, Edited) is { } row)
            {
                await SaveAsync(day, recorder, rows.Edit(row));
            }
        }

        var plan = dice.Of(day.All("plans").ToList()).Id;
        await SaveAsync(day, recorder, rows.Make("commitments", $"{plan}-N{++added}", ("plan_id", plan)));
        var said = ("commitment_id", (object?)$"{plan}-N{added}");
        await SaveAsync(day, recorder, rows.Make("assessments", $"{plan}-N{added}-A1", said, ("plan_id", null)));
        await SaveAsync(day, recorder, rows.Make("evidence", $"{plan}-N{added}-E1", ("commitment_id", $"{plan}-N{added}")));
        foreach (var row in dice.Chance(60) && gone.Count > 0 ? dice.Some(gone, 3) : [])
        {
            if (NamesOnlyWhatIsThere(day, row) && gone.Remove(row))
            {
                await SaveAsync(day, recorder, rows.Edit(row));
            }
        }

        for (var i = 0; i < 8; i++)
        {
            if (Any(day, Withdrawn) is { } row)
            {
                await WithdrawAsync(day, recorder, row);
            }
        }

        // What a commitment shows follows what is said of it.
        foreach (var commitment in day.All("commitments").Where(row => !AssessmentsOracle.IsTrue(row, day)).ToList())
        {
            await SaveAsync(day, recorder, AssessmentsOracle.Showing(commitment, day));
        }
    }

    private static async Task SaveAsync(Day day, Recorder recorder, Row row)
    {
        await recorder.SaveAsync(TestRows.Checked(Schema.Current[row.Table], row.Values), CancellationToken.None);
        day.Put(row);
    }

    /// <summary>What names a record goes before it; some do so by two ways.</summary>
    private async Task WithdrawAsync(Day day, Recorder recorder, Row row)
    {
        while (day.Naming(row) is [var other, ..])
        {
            await WithdrawAsync(day, recorder, other);
        }

        Assert.That(await recorder.WithdrawAsync(Schema.Current[row.Table], row.Id, CancellationToken.None), row.Id);
        day.Withdraw(row);
        gone.Add(row);
    }

    /// <summary>A row of one of the tables; null when it has none.</summary>
    private Row? Any(Day day, IReadOnlyList<string> tables) =>
        day.All(dice.Of(tables)) is { Count: > 0 } all ? all.ElementAt(dice.Below(all.Count)) : null;

    private static bool NamesOnlyWhatIsThere(Day day, Row row) =>
        Schema
            .Current[row.Table]
            .Fields.Where(field => field.References is not null)
            .All(field => row.List(field.Name).All(id => day.Find(field.References!.Table, id) is not null));
}
