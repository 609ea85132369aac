using OpenGov.Api.Database;
using OpenGov.Api.Measures;

namespace OpenGov.Api.Embedding;

/// <summary>How a plan is called wherever it is named, as the dashboard calls it (<c>plan-names.ts</c>): never by its id.</summary>
internal sealed class RecordNames(ReadSession session)
{
    private const string Sql = """
        SELECT p.id, p.level, p.scope, p.municipality, p.number, p.title_es, p.title_en, p.start_date, p.published_on,
               s.name_es AS state_es, s.name_en AS state_en
        FROM plans p
        LEFT JOIN states s ON s.id = p.state_id
        """;

    private IReadOnlyDictionary<string, PlanRow>? all;

    /// <summary>Its title; where there is none on record, what it is and that there is none. Null where there is no such plan.</summary>
    public async Task<Spoken?> TitleAsync(WidgetRequest widget, string id, CancellationToken cancellationToken)
    {
        if ((await AllAsync(cancellationToken)).GetValueOrDefault(id) is not { } plan)
        {
            return null;
        }

        return widget.Text(plan.TitleEs, plan.TitleEn) is { Text: not null } title
            ? title
            : widget.Say(new Words($"{Short(plan).Es} (título sin registro aquí)", $"{Short(plan).En} (title: no record here)"));
    }

    /// <summary>What it is and which, in few words: <c>Plan nacional 4, 2019</c>, <c>Durango: plan local 1, 2015</c>.</summary>
    public async Task<string?> ShortAsync(WidgetRequest widget, string id, CancellationToken cancellationToken) =>
        (await AllAsync(cancellationToken)).GetValueOrDefault(id) is { } plan ? widget.In(Short(plan)) : null;

    private async Task<IReadOnlyDictionary<string, PlanRow>> AllAsync(CancellationToken cancellationToken) =>
        all ??= await session.WholeAsync<PlanRow>(Sql, plan => plan.Id, cancellationToken);

    private static Words Short(PlanRow plan)
    {
        var kind =
            plan.Level == "national" ? new Words($"Plan nacional {plan.Number}", $"National plan {plan.Number}")
            : plan.Scope == "municipality"
                ? new Words($"Plan municipal {plan.Number}{Inegi(plan)}", $"Municipal plan {plan.Number}{Inegi(plan)}")
            : new Words($"Plan local {plan.Number}", $"Local plan {plan.Number}");
        var year = (plan.StartDate ?? plan.PublishedOn) is { } day ? $", {day.Year}" : "";
        return plan.StateEs is null
            ? new Words(kind.Es + year, kind.En + year)
            : new Words($"{plan.StateEs}: {Within(kind.Es)}{year}", $"{plan.StateEn}: {Within(kind.En)}{year}");
    }

    private static string Inegi(PlanRow plan) => plan.Municipality is { } code ? $" (INEGI {code})" : "";

    private static string Within(string kind) => char.ToLowerInvariant(kind[0]) + kind[1..];

    private sealed record PlanRow
    {
        public string Id { get; init; } = "";
        public string Level { get; init; } = "";
        public string? Scope { get; init; }
        public string? Municipality { get; init; }
        public int Number { get; init; }
        public string? TitleEs { get; init; }
        public string? TitleEn { get; init; }
        public DateOnly? StartDate { get; init; }
        public DateOnly? PublishedOn { get; init; }
        public string? StateEs { get; init; }
        public string? StateEn { get; init; }
    }
}
