using OpenGov.Api.Access;
using OpenGov.Api.Writing;

namespace OpenGov.Api.Vocabularies;

/// <summary>How terms of vocabularies are written.</summary>
internal sealed class TermEditing : AdminEditing
{
    public override string Table => "terms";
    public override string Name => "Term";
    public override string Path => "/terms";
    public override string Tag => "Vocabularies";
    public override bool IsRead => false;

    /// <summary>The codes come with the program, and records use them; what they are called is written.</summary>
    public override Role? Creates => null;
    public override Role? Withdraws => null;
    public override IReadOnlyList<string> Fixed => ["vocabulary", "code"];

    public override NewId? IdFor(IReadOnlyDictionary<string, object?> row) =>
        (row["vocabulary"], row["code"]) is (string vocabulary, string code) ? new NewId($"{vocabulary}.{code}") : NewId.Unknown;
}
