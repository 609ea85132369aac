using OpenGov.Api.Records;

namespace OpenGov.Api.Tests.Oracles;

/// <summary>A row as it was written.</summary>
internal sealed record Row(string Table, IReadOnlyDictionary<string, object?> Values)
{
    public string Id => (string)Values["id"]!;

    public string? Text(string field) => (string?)Values[field];

    public DateOnly? Date(string field) => (DateOnly?)Values[field];

    public long? Whole(string field) => (long?)Values[field];

    public bool? Flag(string field) => (bool?)Values[field];

    public IReadOnlyList<string> List(string field) => Text(field)?.Split('|') ?? [];

    public Row With(IReadOnlyDictionary<string, object?> changed) =>
        new(Table, Values.ToDictionary(value => value.Key, value => changed.GetValueOrDefault(value.Key, value.Value)));
}

/// <summary>What is recorded at the end of a day, and the day itself: all that an oracle may look at.</summary>
internal sealed class Day
{
    private readonly Dictionary<string, SortedDictionary<string, Row>> tables;
    private readonly HashSet<(string Table, string Id)> withdrawn;

    /// <summary>A day on which nothing is recorded yet.</summary>
    public Day(DateOnly date)
    {
        Date = date;
        tables = Schema.Current.Tables.ToDictionary(table => table.Name, _ => new SortedDictionary<string, Row>(StringComparer.Ordinal));
        withdrawn = [];
    }

    /// <summary>A later day that begins with what an earlier one ended with.</summary>
    public Day(DateOnly date, Day before)
    {
        Date = date;
        tables = before.tables.ToDictionary(
            table => table.Key,
            table => new SortedDictionary<string, Row>(table.Value, StringComparer.Ordinal)
        );
        withdrawn = [.. before.withdrawn];
    }

    public DateOnly Date { get; }

    public IReadOnlyCollection<Row> All(string table) => tables[table].Values;

    public Row? Find(string table, string? id) => id is null ? null : tables[table].GetValueOrDefault(id);

    /// <summary>Whether a record was withdrawn once, on this day or before; it may be back.</summary>
    public bool WasWithdrawn(string table, string id) => withdrawn.Contains((table, id));

    public void Put(Row row) => tables[row.Table][row.Id] = row;

    public void Withdraw(Row row)
    {
        tables[row.Table].Remove(row.Id);
        withdrawn.Add((row.Table, row.Id));
    }

    /// <summary>The records that name this one.</summary>
    public IReadOnlyList<Row> Naming(Row row) =>
        [
            .. from table in Schema.Current.Tables
            from field in table.Fields
            where field.References?.Table == row.Table
            from other in tables[table.Name].Values
            where other.List(field.Name).Contains(row.Id)
            select other,
        ];

    /// <summary>The plan of a commitment.</summary>
    public Row PlanOf(Row commitment) => tables["plans"][commitment.Text("plan_id")!];
}
