using System.Data.Common;
using Dapper;

namespace OpenGov.Api.Records;

/// <summary>Asks, at the end of a change, the rules between tables of whatever the change touched.</summary>
internal sealed class WrittenTogether(DbConnection connection, DbTransaction transaction)
{
    private const int KeysInAQuery = 500;

    private static readonly ILookup<string, (IRulesTogether Rules, TogetherPart Part)> ByTable = RulesTogether
        .All.SelectMany(rules => rules.Parts, (rules, part) => (rules, part))
        .ToLookup(one => one.part.Table);

    private readonly Dictionary<IRulesTogether, HashSet<string>> touched = [];
    private readonly HashSet<(string Table, string Id)> written = [];

    /// <summary>Takes note of a record that changes from one row to another; null where it was not before, or is not after.</summary>
    public void Note(Table table, string id, IReadOnlyDictionary<string, object?>? before, IReadOnlyDictionary<string, object?>? after)
    {
        foreach (var (rules, part) in ByTable[table.Name])
        {
            if (before is not null && after is not null && part.Fields.All(field => Equals(before[field], after[field])))
            {
                continue;
            }

            written.Add((table.Name, id));
            var keys = touched.TryGetValue(rules, out var known) ? known : touched[rules] = [];
            foreach (var row in (IReadOnlyDictionary<string, object?>?[])[before, after])
            {
                if (row?[part.Key] is string key)
                {
                    keys.Add(key);
                }
            }
        }
    }

    /// <summary>What is wrong now that all is written.</summary>
    public async Task<IReadOnlyList<RecordError>> ErrorsAsync(CancellationToken cancellationToken)
    {
        var errors = new List<RecordError>();
        foreach (var (rules, keys) in touched)
        {
            foreach (var some in keys.Order(StringComparer.Ordinal).Chunk(KeysInAQuery))
            {
                var rows = new List<(string Key, string Table, IReadOnlyDictionary<string, object?> Values)>();
                foreach (var part in rules.Parts)
                {
                    rows.AddRange(
                        (await ReadAsync(part, some, cancellationToken)).Select(row => ((string)row[part.Key]!, part.Table, row))
                    );
                }

                foreach (var thing in rows.GroupBy(row => row.Key, row => (row.Table, row.Values)))
                {
                    errors.AddRange(rules.Broken(new RecordsTogether(thing, (table, id) => written.Contains((table, id)))));
                }
            }
        }

        return errors;
    }

    private async Task<IEnumerable<IReadOnlyDictionary<string, object?>>> ReadAsync(
        TogetherPart part,
        IReadOnlyList<string> keys,
        CancellationToken cancellationToken
    )
    {
        var arguments = new DynamicParameters();
        for (var i = 0; i < keys.Count; i++)
        {
            arguments.Add($"v{i}", keys[i]);
        }

        var fields = part.Fields.Select(name => Schema.Current[part.Table].ByName[name]).ToList();
        var rows = await connection.QueryAsync<dynamic>(
            new CommandDefinition(NeighbourSql.Of(part, keys.Count), arguments, transaction, cancellationToken: cancellationToken)
        );
        return rows.Cast<IDictionary<string, object?>>()
            .Select(row => (IReadOnlyDictionary<string, object?>)fields.ToDictionary(f => f.Name, f => f.FromDatabase(row[f.Name])));
    }
}
