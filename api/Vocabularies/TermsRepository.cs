using OpenGov.Api.Database;
using OpenGov.Api.Lists;
using OpenGov.Api.Records;

namespace OpenGov.Api.Vocabularies;

internal sealed class TermsRepository(ReadSession session) : ListRepository<Term>(session)
{
    public static readonly ListSql Sql = new()
    {
        Select = """
            SELECT t.id, t.vocabulary, t.code, t.label_es, t.label_en, t.number, t.definition_es, t.definition_en, t.group_es, t.group_en,
                   t.synonyms_es, t.synonyms_en, t.source_ids, t.confidence, t.note_es, t.note_en, t.version, t.updated_at
            """,
        From = "FROM terms t",
        Filters = [IdFilter.Own("terms", "t"), new VocabularyNameFilter("t.vocabulary")],
        Sorts =
        [
            OrderKey.Id(alias: "t"),
            new OrderKey("vocabulary", "t.vocabulary", SortKind.Text),
            new OrderKey("number", "t.number", SortKind.Number, Nullable: true),
        ],
        DefaultSort = "vocabulary,number",
    };

    public override ListSql List => Sql;
}

/// <summary>The name of a vocabulary.</summary>
internal sealed record VocabularyNameFilter(string Column) : Filter("vocabulary", "Name of the vocabulary.")
{
    public override IReadOnlyList<string> Codes => Vocabulary.Names;

    public override GroupKey Key => new(Column);

    public override string CodesName => "vocabulary_name";

    public override bool TryRead(string given, out string value, out string problem)
    {
        value = given.ToLowerInvariant();
        problem = Codes.Contains(value) ? "" : $"There is no vocabulary '{given}'.";
        return problem.Length == 0;
    }

    public override void Apply(IReadOnlyList<string> values, Where where, ReadSession session) => Among(Column, values, where);
}
