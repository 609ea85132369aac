using System.Globalization;
using System.Text;
using OpenGov.Api.Http;
using OpenGov.Api.Lists;
using OpenGov.Api.Measures;
using OpenGov.Api.Records;

namespace OpenGov.Api.Agents;

/// <summary>
/// Everything that a language model needs to ask well, in one text: each list with its filters and codes, and what every figure means.
/// Made from the routes, the schema, the measures and the vocabularies, so that it is never older than they are.
/// </summary>
internal static class FullText
{
    private const string Conventions = """
        - Lists answer { items, total, returned, limit, next }: `total` is exact, `limit` is 1 to 500, `next` is the address of the next page.
        - Several values by comma mean or, several parameters mean and; `!` before a value takes rows away; `no_data` asks for null.
        - `fields=id,title_es` answers only these properties; `sort=-updated_at,id`.
        - `as_of=2026-11-25` is the data as recorded here at the end of that day; there is none before the first import.
        - A suffix chooses the format: .csv, .ndjson and .xlsx have all rows.
        - An unknown parameter, value or property is a 400 that names the nearest right one.
        """;

    public static void MapFullText(this WebApplication app) =>
        app.MapMethods("/llms-full.txt", ReadMethods.All, Answer)
            .WithMetadata(new AnsweringMetadata(Answering.FromProgram))
            .ExcludeFromDescription();

    private static IResult Answer(HttpRequest request, EndpointDataSource routes)
    {
        var text = new StringBuilder(
            $"# OpenGov\n\n{Discovery.What}\n\n{Discovery.HowToRead}\n\n## How to ask\n\n{Conventions}\n\n## Lists\n"
        );
        foreach (var route in routes.Endpoints.OfType<RouteEndpoint>())
        {
            if (route.Metadata.GetMetadata<ListMetadata>() is { } list)
            {
                Add(text, PublicAddress.OfApi(request, $"/{route.RoutePattern.RawText!.Trim('/')["api/v1".Length..].Trim('/')}"), list);
            }
        }

        text.Append("\n## What every figure means\n");
        foreach (var measure in MeasureCatalogue.All)
        {
            text.Append(
                CultureInfo.InvariantCulture,
                $"\n### {measure.Question.En}\n{PublicAddress.OfApi(request, $"/measures/{measure.Key}/values")}\n{measure.Definition.En} "
                    + $"{measure.DoesNotSay.En} Unit: {measure.Unit}. `by`: {string.Join(", ", measure.GroupedBy)}.\n"
            );
        }

        text.Append("\n## Codes\n");
        foreach (var vocabulary in Vocabulary.Names)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n### {vocabulary}\n{OpenApi.Meanings(Vocabulary.Terms(vocabulary))}\n");
        }

        return Results.Text(text.ToString(), "text/plain; charset=utf-8");
    }

    private static void Add(StringBuilder text, string address, ListMetadata list)
    {
        text.Append(CultureInfo.InvariantCulture, $"\n### {address}\nProperties: {string.Join(", ", list.Properties)}\n");
        text.Append(CultureInfo.InvariantCulture, $"Sort keys: {string.Join(", ", list.List.Sorts.Select(key => key.Name))}\n");
        foreach (var filter in list.List.Filters)
        {
            var codes =
                filter.CodesVocabulary is { } vocabulary ? $" Codes: {vocabulary}."
                : filter.Codes is { } some ? $" One of {string.Join(", ", some)}."
                : "";
            text.Append(CultureInfo.InvariantCulture, $"- `{filter.Name}`: {filter.Told}{codes}\n");
        }
    }
}
