using OpenGov.Api.Database;
using OpenGov.Api.Lists;

namespace OpenGov.Api.Measures;

/// <summary>The words by which measures are looked for, for the description of their catalogue, which is no list of the database.</summary>
internal sealed record NameFilter()
    : Filter(
        "q",
        "Words that people use for a figure, in either language, whatever their accents, case and number, each as the beginning of a word."
    )
{
    public override bool TakesSeveral => false;

    public override string TakesEs => TextFilter.WordsEs;

    public override string CodeOf(string given) => TextFilter.CodeOfWords(given);

    public override bool TryRead(string given, out string value, out string problem) =>
        TextFilter.TryReadWords(given, out value, out problem);

    public override void Apply(IReadOnlyList<string> values, Where where, ReadSession session) => throw new NotSupportedException();
}
