using System.Data;
using FluentMigrator;

namespace OpenGov.Api.Data.Migrations;

/// <summary>
/// An index of the words of current records, so that <c>q</c> finds a word or the beginning of one without reading
/// every text. Words compare by code point on both engines: folding has made equal what readers hold equal.
/// </summary>
[Migration(4, "An index of words")]
public sealed class M0004SearchWords : Migration
{
    /// <inheritdoc />
    public override void Up()
    {
        // Each engine keeps the rows in the order of the key, which takes its own words to say.
        IfDatabase(ProcessorIdConstants.SQLite).Execute.Sql(
            """
            CREATE TABLE search_words (record_type TEXT NOT NULL, word TEXT NOT NULL, record_id TEXT NOT NULL, PRIMARY KEY (record_type, word, record_id)) WITHOUT ROWID
            """);
        IfDatabase(ProcessorIdConstants.SqlServer).Create.Table("search_words")
            .WithColumn("record_type").AsString(80).NotNullable().PrimaryKey("pk_search_words")
            .WithColumn("word").AsString(Wanted.LongestWord, "Latin1_General_BIN2").NotNullable().PrimaryKey("pk_search_words")
            .WithColumn("record_id").AsString(80).NotNullable().PrimaryKey("pk_search_words");
        Execute.WithConnection(IndexWhatIsThere);
    }

    /// <inheritdoc />
    public override void Down() => throw new NotSupportedException("Migrations go forward only: nothing is ever erased.");

    private static void IndexWhatIsThere(IDbConnection connection, IDbTransaction transaction)
    {
        foreach (var table in Data.Schema.Current.Tables.Where(table => table.Searched.Count > 0))
        {
            var texts = new List<(string Id, string Text)>();
            using (var read = connection.CreateCommand())
            {
                read.Transaction = transaction;
                read.CommandText = $"SELECT t.id, t.search_text FROM {table.Name} t";
                using var rows = read.ExecuteReader();
                while (rows.Read())
                {
                    texts.Add((rows.GetString(0), rows.GetString(1)));
                }
            }

            using var insert = connection.CreateCommand();
            insert.Transaction = transaction;
            insert.CommandText = WriteSql.InsertWords(1);
            var (type, word, id) = (Parameter("type0"), Parameter("word0"), Parameter("id0"));
            type.Value = table.Name;
            foreach (var (record, text) in texts)
            {
                id.Value = record;
                foreach (var one in SearchText.IndexedWords(text))
                {
                    word.Value = one;
                    insert.ExecuteNonQuery();
                }
            }

            IDbDataParameter Parameter(string name)
            {
                var parameter = insert.CreateParameter();
                parameter.ParameterName = name;
                insert.Parameters.Add(parameter);
                return parameter;
            }
        }
    }
}
