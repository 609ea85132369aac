using System.Data.Common;
using System.Runtime.CompilerServices;
using OpenGov.Api.Database;

namespace OpenGov.Api.Records;

/// <summary>
/// The statements that change data: those of one table, and those that every change shares. Only <see cref="Recorder"/> runs them.
/// </summary>
/// <param name="Find">The current row.</param>
/// <param name="LastVersion">The number of the row's last change; 0 when it never was.</param>
/// <param name="Insert">A new current row.</param>
/// <param name="Update">Another value of the current row.</param>
/// <param name="Delete">Takes the row out of the current data.</param>
/// <param name="InsertVersion">Keeps the row as a version.</param>
/// <param name="Close">Ends the version that was valid until now.</param>
internal sealed record WriteSql(
    string Find,
    string LastVersion,
    string Insert,
    string Update,
    string Delete,
    string InsertVersion,
    string Close
)
{
    /// <summary>Texts that every write needs are made once.</summary>
    private static readonly ConditionalWeakTable<Table, WriteSql> OfTables = [];

    /// <summary>End of a version that has none yet.</summary>
    public const long StillValid = long.MaxValue;

    /// <summary>Makes other writers wait until this change ends.</summary>
    public const string HoldTurn = "UPDATE data_version SET sequence = sequence WHERE id = 1";

    /// <summary>Makes this the last change.</summary>
    public const string Advance = "UPDATE data_version SET sequence = @Sequence, changed_at = @ChangedAt WHERE id = 1";

    /// <summary>What the log keeps of a change.</summary>
    public static readonly IReadOnlyList<string> LogColumns =
    [
        "sequence",
        "changed_at",
        "record_type",
        "record_id",
        "version",
        "action",
        "fields",
        "actor_role",
        "actor_organization",
        "reason",
    ];

    /// <summary>Appends to the log of changes.</summary>
    public static readonly string LogChange =
        $"INSERT INTO changes ({string.Join(", ", LogColumns)}) VALUES ({string.Join(", ", LogColumns.Select(column => $"@{column}"))})";

    /// <summary>Ends the last version of a record, if it is still valid; a record of many versions is as quick as one of few.</summary>
    public static string EndOfVersion(Table table, string id, string end) =>
        $"UPDATE {table.Name}_versions SET valid_to = {end} WHERE id = {id} AND valid_to = {StillValid} "
        + $"AND valid_from = (SELECT MAX(v.valid_from) FROM {table.Name}_versions v WHERE v.id = {id})";

    /// <summary>Ids of the current records of a table.</summary>
    public static string Ids(Table table) => $"SELECT t.id FROM {table.Name} t ORDER BY t.id";

    /// <summary>What a record last said in some of its fields.</summary>
    public static string Last(Table table, IReadOnlyList<Field> fields, Dialect dialect) =>
        $"SELECT {string.Join(", ", fields.Select(field => $"v.{field.Name}"))} FROM {table.Name}_versions v WHERE v.id = @Id "
        + $"ORDER BY v.valid_from DESC {dialect.Take}";

    /// <summary>When a current record was last changed, or what it shows was.</summary>
    public static string UpdatedAt(Table table) => $"SELECT t.updated_at FROM {table.Name} t WHERE t.id = @Id";

    /// <summary>The id of a current record, whatever the case in which it is asked for; for tables whose ids are not of one case.</summary>
    public static string IdInAnyCase(Table table) => $"SELECT t.id FROM {table.Name} t WHERE LOWER(t.id) = @Id";

    /// <summary>The greatest number behind a beginning that ids of a table have had, up to the most; null when there is none.</summary>
    public static string GreatestNumber(Dialect dialect) =>
        $"SELECT MAX(n.number) FROM (SELECT {dialect.WholeNumber("SUBSTRING(c.record_id, @Behind, 18)")} AS number FROM changes c "
        + "WHERE c.record_type = @Table AND c.record_id >= @From AND c.record_id < @Beyond) n WHERE n.number <= @Most";

    /// <summary>All ids that records of a table have had, between two.</summary>
    public const string IdsBetween =
        "SELECT DISTINCT c.record_id FROM changes c WHERE c.record_type = @Table AND c.record_id >= @From AND c.record_id < @Beyond";

    /// <summary>Puts so many words of records into the index by which <c>q</c> finds them.</summary>
    public static string InsertWords(int count) =>
        "INSERT INTO search_words (record_type, word, record_id) VALUES "
        + $"{string.Join(", ", Enumerable.Range(0, count).Select(i => $"(@type{i}, @word{i}, @id{i})"))}";

    /// <summary>Takes a word of a record out of the index.</summary>
    public const string DeleteWord = "DELETE FROM search_words WHERE record_type = @record_type AND word = @word AND record_id = @id";

    /// <summary>A statement that is run again and again with other values.</summary>
    public static DbCommand Command(DbConnection connection, DbTransaction transaction, string sql, IReadOnlyList<string> parameters)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        command.Transaction = transaction;
        foreach (var name in parameters)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = name;
            command.Parameters.Add(parameter);
        }

        return command;
    }

    /// <summary>The statements of a table.</summary>
    public static WriteSql For(Table table) => OfTables.GetValue(table, Of);

    private static WriteSql Of(Table table)
    {
        IReadOnlyList<string> columns = table.Columns;
        IReadOnlyList<string> versioned = [.. columns, "valid_from", "valid_to"];
        return new WriteSql(
            Find: $"SELECT {string.Join(", ", table.Fields.Select(field => field.Name))}, version FROM {table.Name} WHERE id = @id",
            LastVersion: $"SELECT COALESCE(MAX(version), 0) FROM changes WHERE record_type = '{table.Name}' AND record_id = @id",
            Insert: $"INSERT INTO {table.Name} ({string.Join(", ", columns)}) VALUES "
                + $"({string.Join(", ", columns.Select(column => $"@{column}"))})",
            Update: $"UPDATE {table.Name} SET "
                + $"{string.Join(", ", columns.Where(column => column != "id").Select(column => $"{column} = @{column}"))} WHERE id = "
                + "@id",
            Delete: $"DELETE FROM {table.Name} WHERE id = @id",
            InsertVersion: $"INSERT INTO {table.Name}_versions ({string.Join(", ", versioned)}) VALUES "
                + $"({string.Join(", ", versioned.Select(column => $"@{column}"))})",
            Close: EndOfVersion(table, "@id", "@valid_to")
        );
    }
}
