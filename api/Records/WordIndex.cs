using System.Data.Common;
using OpenGov.Api.Database;

namespace OpenGov.Api.Records;

/// <summary>
/// The index by which <c>q</c> finds words of current records. A change keeps it in step; after migrations a step that
/// can be repeated gives it the records that it does not know.
/// </summary>
internal sealed class WordIndex(Dialect dialect, DbConnection connection, DbTransaction transaction) : IAsyncDisposable
{
    /// <summary>Words that wait to be written in order.</summary>
    private const int WordsTogether = 500_000;

    private readonly List<(string Type, string Word, string Id)> words = [];
    private DbCommand? insert;
    private DbCommand? delete;

    /// <summary>Records of a table that the index does not know. It knows a record by its id at least, which is a word.</summary>
    public static string UnknownSql(Table table) =>
        $"""
            SELECT t.id, {TagSql.Of(table, "t", "t.search_text")} AS search_text
            FROM {table.Name} t
            WHERE t.search_text IS NOT NULL AND t.id NOT IN (SELECT w.record_id FROM search_words w WHERE w.record_type = '{table.Name}')
            """;

    /// <summary>
    /// Names the tables that have records of which the index knows none: a start between migrations and index was cut off.
    /// </summary>
    public static string EmptySql(Schema schema) =>
        string.Join(
            "\nUNION ALL\n",
            Searched(schema)
                .Select(table =>
                    $"""
                        SELECT '{table.Name}' AS name FROM data_version d WHERE d.id = 1
                        AND EXISTS (SELECT 1 FROM {table.Name} t WHERE t.search_text IS NOT NULL)
                        AND NOT EXISTS (SELECT 1 FROM search_words w WHERE w.record_type = '{table.Name}')
                        """
                )
        );

    /// <summary>
    /// Keeps the index in step: what the folded text and the tags of a row no longer say goes, what they say now comes.
    /// </summary>
    public async Task ReplaceAsync(Table table, string id, string before, string after, CancellationToken cancellationToken)
    {
        var old = SearchText.IndexedWords(before);
        var now = SearchText.IndexedWords(after);
        var gone = old.Except(now).ToList();
        if (gone.Count > 0)
        {
            // They may be among those that wait.
            await FlushAsync(cancellationToken);
        }

        foreach (var word in gone)
        {
            delete ??= Command(WriteSql.DeleteWord, ["record_type", "word", "id"]);
            await RunAsync(delete, [table.Name, word, id], cancellationToken);
        }

        words.AddRange(now.Except(old).Select(word => (table.Name, word, id)));
        if (words.Count >= WordsTogether)
        {
            await FlushAsync(cancellationToken);
        }
    }

    /// <summary>Writes the words that wait, in the order of the index: an import would else touch all of it for every row.</summary>
    public async Task FlushAsync(CancellationToken cancellationToken)
    {
        words.Sort(InOrder);
        foreach (var some in words.Chunk(dialect.RowsInStatement))
        {
            var values = some.SelectMany(one => (string[])[one.Type, one.Word, one.Id]).ToArray();
            if (some.Length == dialect.RowsInStatement)
            {
                await RunAsync(insert ??= Insert(some.Length), values, cancellationToken);
            }
            else
            {
                await using var rest = Insert(some.Length);
                await RunAsync(rest, values, cancellationToken);
            }
        }

        words.Clear();
    }

    /// <summary>Leaves out the words that wait: the change that has them is given up.</summary>
    public void Forget() => words.Clear();

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        foreach (var command in new[] { insert, delete }.OfType<DbCommand>())
        {
            await command.DisposeAsync();
        }
    }

    internal static IEnumerable<Table> Searched(Schema schema) => schema.Tables.Where(table => table.Searched.Count > 0);

    private DbCommand Insert(int count) =>
        Command(WriteSql.InsertWords(count), [.. Enumerable.Range(0, count).SelectMany(i => (string[])[$"type{i}", $"word{i}", $"id{i}"])]);

    private DbCommand Command(string sql, IReadOnlyList<string> parameters) => WriteSql.Command(connection, transaction, sql, parameters);

    private static async Task RunAsync(DbCommand command, string[] values, CancellationToken cancellationToken)
    {
        for (var i = 0; i < values.Length; i++)
        {
            command.Parameters[i].Value = values[i];
        }

        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private static int InOrder((string Type, string Word, string Id) one, (string Type, string Word, string Id) other)
    {
        var type = string.CompareOrdinal(one.Type, other.Type);
        var word = type != 0 ? type : string.CompareOrdinal(one.Word, other.Word);
        return word != 0 ? word : string.CompareOrdinal(one.Id, other.Id);
    }
}
