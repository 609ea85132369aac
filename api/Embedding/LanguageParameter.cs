using OpenGov.Api.Database;
using OpenGov.Api.Lists;

namespace OpenGov.Api.Embedding;

/// <summary>The language in which a feed or a calendar speaks to people. Formats for programs have every text in each language.</summary>
internal sealed record LanguageParameter() : Filter(Parameter, "Language of what people read: `es` unless asked otherwise.")
{
    private const string Parameter = "lang";

    public override IReadOnlyList<string> Codes => WidgetRequest.Languages;

    public override bool TakesSeveral => false;

    /// <summary>How a file speaks that is asked for so.</summary>
    public static WidgetRequest Reader(HttpContext context, ListRequest request) =>
        WidgetRequest.OfFile(
            context.Request,
            request.Values.GetValueOrDefault(Parameter)?[0] ?? WidgetRequest.Languages[0],
            context.RequestServices.GetRequiredService<ReadSession>().AsOf
        );

    public override bool TryRead(string given, out string value, out string problem)
    {
        value = given.ToLowerInvariant();
        problem = Codes.Contains(value) ? "" : $"'{given}' is not a language here. It takes {string.Join(", ", Codes)}.";
        return problem.Length == 0;
    }

    /// <summary>It says how rows are told, and narrows none.</summary>
    public override void Apply(IReadOnlyList<string> values, Where where, ReadSession session) { }
}
