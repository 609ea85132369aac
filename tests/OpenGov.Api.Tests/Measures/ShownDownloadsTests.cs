using System.Globalization;
using System.Net;
using System.Text;

namespace OpenGov.Api.Tests.Measures;

/// <summary>What the dashboard offers as a file is a file, and the one under a figure holds what is drawn.</summary>
[Category("Browser")]
public sealed class ShownDownloadsTests : PagesFixture
{
    private const string Problem = "/problems/";

    private static readonly Dictionary<string, string> Types = new()
    {
        [".csv"] = "text/csv",
        [".ndjson"] = "application/x-ndjson",
        [".xlsx"] = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        [".zip"] = "application/zip",
        [".parquet"] = "application/vnd.apache.parquet",
        [".sqlite"] = "application/vnd.sqlite3",
        [".atom"] = "application/atom+xml",
        [".geojson"] = "application/geo+json",
        [".feed.json"] = "application/feed+json",
    };

    private readonly Dictionary<string, Answer> answers = [];

    private sealed record Answer(HttpStatusCode Status, string? Type, byte[] Body)
    {
        public string[] Lines => Encoding.UTF8.GetString(Body).Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    [Test]
    public async Task Every_link_to_a_file_or_to_the_API_answers_with_what_it_offers()
    {
        var broken = new List<string>();
        // One after another, as a reader would: the service makes only so many files at once. Pages about problems lead to refusals.
        foreach (
            var places in Links
                .Some()
                .Where(link => !link.Page.StartsWith(Problem, StringComparison.Ordinal))
                .GroupBy(link => link.Address)
                .Some()
        )
        {
            if (await FaultOfAsync(places.First()) is { } fault)
            {
                broken.Add($"{places.Key} {fault}: on {string.Join(", ", places.Select(link => $"{link.Page}#{link.Figure}").Distinct())}");
            }
        }

        Assert.That(broken.PerhapsNone("the links were some"), Is.Empty, string.Join('\n', broken));
    }

    [Test]
    public async Task The_example_of_a_problem_answers_with_that_problem()
    {
        foreach (var link in Links.Where(link => link.Page.StartsWith(Problem, StringComparison.Ordinal) && !link.IsDownload).Some())
        {
            var answer = await AskAsync(link.Address);
            var slug = link.Page[Problem.Length..].Split('?')[0];
            Assert.That(Encoding.UTF8.GetString(answer.Body), Does.Contain($"problems/{slug}\""), link.Address);
        }
    }

    [Test]
    public async Task The_CSV_of_a_figure_holds_the_numbers_that_are_drawn()
    {
        var missing = new List<string>();
        var figures = 0;
        foreach (var figure in Links.Where(IsCsv).Where(link => link.Figure is not null).Some().GroupBy(link => (link.Page, link.Figure)))
        {
            var drawn = Numbers
                .Where(number => number.IsPlotted && number.Page == figure.Key.Page && number.Figure == figure.Key.Figure)
                // A group of none has no row.
                .Where(number => number.Value is not null and not 0)
                .DistinctBy(number => (number.Name, number.Value))
                .ToList();
            figures += drawn.Count > 0 ? 1 : 0;
            var held = new HashSet<double>();
            foreach (var address in figure.Select(link => link.Address).Distinct().Some())
            {
                held.UnionWith(await NumbersAsync(address));
            }

            missing.AddRange(
                drawn
                    .Where(number => !held.Contains(number.Value!.Value))
                    .Select(number => $"{number.Name} = {number.Value} of {figure.Key.Page}#{figure.Key.Figure}")
            );
        }

        Assert.Multiple(() =>
        {
            Assert.That(missing.PerhapsNone("the figures are counted"), Is.Empty, string.Join('\n', missing));
            Assert.That(figures, Is.GreaterThan(60), "figures with numbers that are marked");
        });
    }

    private static bool IsCsv(ShownLink link) => PathOf(link).EndsWith(".csv", StringComparison.Ordinal);

    private static string PathOf(ShownLink link) => link.Address.Split('?')[0];

    private async Task<Answer> AskAsync(string address)
    {
        if (!answers.TryGetValue(address, out var answer))
        {
            using var response = await App.SendAsync(address);
            var body = await response.Content.ReadAsByteArrayAsync();
            answers[address] = answer = new(response.StatusCode, response.Content.Headers.ContentType?.MediaType, body);
        }

        return answer;
    }

    /// <summary>What is wrong with what a link leads to; null where it holds.</summary>
    private async Task<string?> FaultOfAsync(ShownLink link)
    {
        if (!link.Address.StartsWith('/'))
        {
            return "is of another host";
        }

        var answer = await AskAsync(link.Address);
        var isCsv = IsCsv(link);
        if (answer.Status != HttpStatusCode.OK)
        {
            return $"answers {(int)answer.Status}";
        }

        var type = Types.FirstOrDefault(each => PathOf(link).EndsWith(each.Key, StringComparison.Ordinal)).Value ?? "application/json";
        return answer.Type != type ? $"is {answer.Type}, not {type}"
            : answer.Body.Length == 0 ? "is empty"
            : isCsv && answer.Lines.Length == 0 ? "has no header"
            : isCsv && answer.Lines.Length == 1 && HasNumbers(link) ? "has no row, and its figure has numbers"
            : null;
    }

    private bool HasNumbers(ShownLink link) =>
        link.Figure is not null
        && Numbers.Any(number => number.IsPlotted && number.Page == link.Page && number.Figure == link.Figure && number.Value > 0);

    /// <summary>Every cell of a CSV that is a number.</summary>
    private async Task<IEnumerable<double>> NumbersAsync(string address)
    {
        var cells = Csv.Parse(Encoding.UTF8.GetString((await AskAsync(address)).Body).TrimStart('\uFEFF')).SelectMany(row => row);
        return cells.SelectMany(cell =>
            double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? [number] : Array.Empty<double>()
        );
    }
}
