using System.Globalization;
using OpenGov.Api.Commitments;
using OpenGov.Api.Embedding;
using OpenGov.Api.Http;
using OpenGov.Api.Lists;
using OpenGov.Api.Measures;
using OpenGov.Api.Metrics;
using OpenGov.Api.Pages.Contents;
using OpenGov.Api.Plans;
using OpenGov.Api.Records;

namespace OpenGov.Api.Pages;

/// <summary>
/// Values in the address of a page that are none of their parameter: the page is shown without them, which has to be said, as the
/// dashboard does (<c>Ignored.svelte</c>). Of filters it is only asked whether there is such a record at all: their lists refuse the rest.
/// </summary>
internal sealed class UnknownValues(
    MeasuresRepository measures,
    MetricEditionsRepository editions,
    PlansRepository plans,
    CommitmentsRepository commitments
)
{
    /// <summary>Filters that take any number, of which few are of anything on record.</summary>
    private static readonly string[] Numbers = ["year", "municipality"];

    /// <summary>A sentence for each.</summary>
    public async Task<IReadOnlyList<string>> OfAsync(WidgetRequest widget, Page page, PageList pages, CancellationToken cancellationToken)
    {
        var (frame, query) = (pages.Frame[widget.Language], widget.Request.Query);
        var said = new List<string>();
        if (query.Given("lang") is [{ Length: > 0 } language, ..] && !pages.Languages.ContainsKey(language))
        {
            said.Add(frame.Foreign.Replace("{value}", Notices.Shown(language), StringComparison.Ordinal));
        }

        foreach (var (name, takes) in page.Values.Where(one => !page.Filters[widget.Language].ContainsKey(one.Key)))
        {
            if (
                query.Given(name) is [{ Length: > 0 } given, ..]
                && !takes.Allowed.Contains(given)
                && await FromAsync(takes.From, cancellationToken) is { } known
                && known.All(one => one.Code != given)
                && !IsCount(takes, given)
            )
            {
                said.Add(Refused(name, given, [.. known, .. takes.Allowed.Select(code => Known(code))], takes.Allowed));
            }
        }

        if (
            page.Takes.Contains(PagedList.Shown)
            && query.Given(PagedList.Shown) is [{ Length: > 0 } asked, ..]
            && asked.All(char.IsAsciiDigit)
            && !(int.TryParse(asked, CultureInfo.InvariantCulture, out var rows) && rows is >= PagedList.Rows and <= PagedList.MostRows)
        )
        {
            var (least, most) = (PagedList.Rows, PagedList.MostRows);
            said.Add(
                widget.In(
                    new Words(
                        $"Una página tiene de {least} a {most} filas: no se usó aquí «{Notices.Shown(asked)}».",
                        $"A page has from {least} to {most} rows: “{Notices.Shown(asked)}” was not used here."
                    )
                )
            );
        }

        foreach (var name in Numbers.Where(page.Filters[widget.Language].ContainsKey))
        {
            var given = query
                .Given(name)
                .OfType<string>()
                .SelectMany(QueryBinding.Parts)
                .Select(value => value.Trim().TrimStart(Filter.Not));
            foreach (
                var value in given
                    .Where(value => value.Length > 0 && value.All(char.IsAsciiDigit))
                    .Distinct()
                    .Take(ParameterErrors.MostSuggestions)
            )
            {
                var known = await OnRecordAsync(name, value, cancellationToken);
                if (known.Count > 0 && known.All(one => one.Code != value))
                {
                    said.Add(Refused(name, value, known, []));
                }
            }
        }

        return said;

        string Refused(
            string name,
            string given,
            IReadOnlyList<(string Code, IReadOnlyList<string?> Names)> known,
            IReadOnlyList<string> allowed
        )
        {
            var label = page.Filters[widget.Language].GetValueOrDefault(name)?.Label ?? frame.Parameters.GetValueOrDefault(name, name);
            var refused = frame
                .Refused.Replace("{name}", label, StringComparison.Ordinal)
                .Replace("{value}", Notices.Shown(given), StringComparison.Ordinal);
            if (Suggestion.Meant(given, known) is not { } near)
            {
                return refused;
            }

            // What is shown can be called by a code of the dashboard's own, which has its name there.
            var meant =
                known.First(one => one.Code == near).Names is [var es, var en, ..] ? widget.Text(es, en).Text ?? near
                : allowed.Contains(near) ? frame.Values?.GetValueOrDefault(near.TrimStart('-')) ?? near
                : near;
            return $"{refused} {widget.In(new Words($"¿Quiso decir «{meant}»?", $"Did you mean “{meant}”?"))}";
        }
    }

    private static (string Code, IReadOnlyList<string?> Names) Known(string code, string? es = null, string? en = null) =>
        (code, es is null && en is null ? [] : [es, en]);

    /// <summary>What plans and commitments on record have of such a filter.</summary>
    private async Task<IReadOnlyList<(string Code, IReadOnlyList<string?> Names)>> OnRecordAsync(
        string name,
        string value,
        CancellationToken cancellationToken
    )
    {
        if (name == "year")
        {
            var all = (await plans.ListAsync(Tables.All(PlansRepository.Sql), cancellationToken)).Items;
            return
            [
                .. all.Select(plan => plan.StartDate?.Year)
                    .OfType<int>()
                    .Distinct()
                    .Select(year => Known(year.ToString(CultureInfo.InvariantCulture))),
            ];
        }

        var terms = Vocabulary.Terms(name).Select(term => (term.Code, term.Names));
        var found = await commitments.ListAsync(Tables.All(CommitmentsRepository.Sql, within: $"{name}={value}"), cancellationToken);
        return [.. terms, .. found.Total == 0 ? [] : (IEnumerable<(string, IReadOnlyList<string?>)>)[Known(value)]];
    }

    /// <summary>What takes no words takes numbers.</summary>
    private static bool IsCount(PageValues takes, string given) =>
        takes is { Allowed.Count: 0, From: null } && given.All(char.IsAsciiDigit);

    /// <summary>The values of a set with their names; null for one that only what is drawn has, as the classes of a map.</summary>
    private async Task<IReadOnlyList<(string Code, IReadOnlyList<string?> Names)>?> FromAsync(
        string? set,
        CancellationToken cancellationToken
    ) =>
        set switch
        {
            null => [],
            "edition" =>
            [
                .. (await editions.ListAsync(Tables.All(MetricEditionsRepository.Sql), cancellationToken)).Items.Select(one =>
                    Known($"{one.Edition}")
                ),
            ],
            "indicator" or "state" =>
            [
                .. (await measures.NamesAsync(Population.MetricValues.Keys[set], cancellationToken)).Select(one =>
                    Known(one.Key, one.Value.Es, one.Value.En)
                ),
            ],
            _ => null,
        };
}
