using System.Data.Common;
using System.Globalization;
using Dapper;
using OpenGov.Api.Database;

namespace OpenGov.Api.Records;

/// <summary>
/// What is true of a record among the others, asked within the change that writes it: those that it names exist, what is
/// its own no other has, nothing is part of itself, and what is withdrawn is named by nobody.
/// </summary>
internal sealed class Neighbours(Dialect dialect, DbConnection connection, DbTransaction transaction)
{
    private const int IdsInAQuery = 500;

    /// <summary>Records before, and after, one that does not exist, among which the nearest is looked for.</summary>
    private const int Near = 50;

    private static readonly ILookup<string, (Table Table, Field Field)> NamedIn = Schema.Current.Tables
        .SelectMany(table => table.Fields.Where(field => field.References is not null), (table, field) => (Table: table, Field: field))
        .ToLookup(named => named.Field.References!.Table);

    private readonly HashSet<(Reference Reference, string Value)> known = [];
    private readonly HashSet<(Table Table, Field Field)> unique = [];
    private readonly HashSet<Table> reflexive = [];

    /// <summary>Which of some values no record has that the reference could mean.</summary>
    public async Task<IReadOnlySet<string>> MissingAsync(Reference reference, IEnumerable<string> values, CancellationToken cancellationToken)
    {
        var missing = values.Where(value => !known.Contains((reference, value))).ToHashSet();
        var isWhole = Schema.Current[reference.Table].ByName[reference.Field].Type == "integer";
        foreach (var some in missing.ToList().Chunk(IdsInAQuery))
        {
            var arguments = new DynamicParameters();
            var names = some.Select((value, i) =>
            {
                arguments.Add($"v{i}", isWhole ? long.Parse(value, CultureInfo.InvariantCulture) : (object)value);
                return $"@v{i}";
            }).ToList();
            var sql = $"SELECT r.{reference.Field} FROM {reference.Table} r WHERE r.{reference.Field} IN ({string.Join(", ", names)})";
            var command = new CommandDefinition(sql, arguments, transaction, cancellationToken: cancellationToken);
            var found = isWhole
                ? (await connection.QueryAsync<long>(command)).Select(number => number.ToString(CultureInfo.InvariantCulture))
                : await connection.QueryAsync<string>(command);
            foreach (var value in found)
            {
                missing.Remove(value);
                known.Add((reference, value));
            }
        }

        return missing;
    }

    /// <summary>What a record that is about to be written says of records that do not exist.</summary>
    /// <param name="record">The record.</param>
    /// <param name="changed">Fields that it did not have so before; null for all.</param>
    /// <param name="cancellationToken">Stops the questions.</param>
    public async Task<IReadOnlyList<RecordError>> ErrorsAsync(CheckedRecord record, IReadOnlyCollection<string>? changed, CancellationToken cancellationToken)
    {
        var errors = new List<RecordError>();
        foreach (var field in record.Table.Fields.Where(field => record.Values[field.Name] is not null && changed?.Contains(field.Name) != false))
        {
            // What one record has of another's, and what names its own table, is looked at when all is written.
            if (field.Unique && field.Name != "id")
            {
                unique.Add((record.Table, field));
            }

            if (field.References is not { } reference)
            {
                continue;
            }

            if (reference.Table == record.Table.Name)
            {
                reflexive.Add(record.Table);
                continue;
            }

            foreach (var value in await MissingAsync(reference, Named(field, record.Values[field.Name]!), cancellationToken))
            {
                errors.Add(await UnknownAsync(field, value, cancellationToken));
            }
        }

        return errors;
    }

    /// <summary>Takes note of a record that is there now, so that nobody asks for it.</summary>
    public void Note(CheckedRecord record)
    {
        foreach (var field in record.Table.Fields.Where(field => field.Name == "id" || field.Unique))
        {
            var reference = new Reference(record.Table.Name, field.Name);
            if (record.Values[field.Name] is { } value && NamedIn[record.Table.Name].Any(named => named.Field.References == reference))
            {
                known.Add((reference, Convert.ToString(value, CultureInfo.InvariantCulture)!));
            }
        }
    }

    /// <summary>Who still names a record that is about to be withdrawn; null when nobody does.</summary>
    public async Task<RecordError?> NamedByAsync(Table table, string id, IReadOnlyDictionary<string, object?> row, CancellationToken cancellationToken)
    {
        foreach (var (by, field) in NamedIn[table.Name])
        {
            var value = row[field.References!.Field];
            var condition = field.IsList ? $"CONCAT('|', t.{field.Name}, '|') LIKE CONCAT('%|', @Value, '|%')" : $"t.{field.Name} = @Value";
            var named = await connection.QueryFirstOrDefaultAsync<string>(new CommandDefinition(
                $"SELECT MIN(t.id) FROM {by.Name} t WHERE {condition}{(by == table ? " AND t.id <> @Id" : "")}",
                new { Value = value, Id = id },
                transaction,
                cancellationToken: cancellationToken));
            if (named is not null)
            {
                var detail = $"{id} cannot be withdrawn: {named} in {by.Name} names it in {field.Name}. Withdraw or change that first.";
                return new RecordError(ErrorCodes.StillNamed, detail) { RecordType = table.Name, RecordId = id, Field = "id", Value = id, Nearest = named };
            }
        }

        foreach (var (reference, value) in known.Where(one => one.Reference.Table == table.Name && Equals(row[one.Reference.Field]?.ToString(), one.Value)).ToList())
        {
            known.Remove((reference, value));
        }

        return null;
    }

    /// <summary>What is wrong between records once all of a change is written: a value that two have, a circle.</summary>
    public async Task<IReadOnlyList<RecordError>> ErrorsOfAllAsync(CancellationToken cancellationToken)
    {
        var errors = new List<RecordError>();
        foreach (var (table, field) in unique)
        {
            errors.AddRange(await TwiceAsync(table, field, cancellationToken));
        }

        foreach (var table in reflexive)
        {
            errors.AddRange(await CirclesAsync(table, cancellationToken));
        }

        return errors;
    }

    /// <summary>The error of naming a record that does not exist, with the one that was probably meant.</summary>
    public async Task<RecordError> UnknownAsync(Field field, string value, CancellationToken cancellationToken)
    {
        var (table, key) = field.References!;
        var near = Schema.Current[table].ByName[key].Type == "integer" || value.Length > 80 ? [] : (IReadOnlyList<string>)
        [
            .. await AskAsync<string>($"SELECT r.{key} FROM {table} r WHERE r.{key} < @Id ORDER BY r.{key} DESC {dialect.Take}", value, cancellationToken),
            .. await AskAsync<string>($"SELECT r.{key} FROM {table} r WHERE r.{key} > @Id ORDER BY r.{key} {dialect.Take}", value, cancellationToken),
        ];
        return Unknown(field, value, near);
    }

    /// <inheritdoc cref="UnknownAsync" />
    internal static RecordError Unknown(Field field, string value, IEnumerable<string> candidates)
    {
        var nearest = Suggestion.Nearest(value, candidates);
        return new RecordError(ErrorCodes.UnknownRecord, $"{RecordError.Shown(value)} is not in {field.References!.Table}.{Suggestion.Sentence(nearest)}")
        {
            Field = field.Name,
            Value = RecordError.Shown(value),
            Nearest = nearest,
        };
    }

    /// <summary>The values by which a field names records.</summary>
    internal static IReadOnlyList<string> Named(Field field, object value) =>
        field.IsList ? ((string)value).Split('|') : [Convert.ToString(value, CultureInfo.InvariantCulture)!];

    private async Task<IEnumerable<RecordError>> TwiceAsync(Table table, Field field, CancellationToken cancellationToken)
    {
        var sql =
            $"""
            SELECT t.{field.Name} AS value, MIN(t.id) AS first_id, MAX(t.id) AS last_id
            FROM {table.Name} t
            WHERE t.{field.Name} IS NOT NULL
            GROUP BY t.{field.Name}
            HAVING COUNT(*) > 1
            """;
        return (await AskAsync<(object Value, string First, string Last)>(sql, "", cancellationToken)).Select(twice =>
        {
            var value = RecordError.Shown(Convert.ToString(twice.Value, CultureInfo.InvariantCulture)!);
            return new RecordError(ErrorCodes.Duplicate, $"{value} is {field.Name} of {twice.First} already; it must be unique.")
            {
                RecordType = table.Name, RecordId = twice.Last, Field = field.Name, Value = value, Nearest = twice.First,
            };
        });
    }

    private async Task<IEnumerable<RecordError>> CirclesAsync(Table table, CancellationToken cancellationToken)
    {
        var fields = Ancestry.FieldsOf(table);
        var sql = $"SELECT t.id, {string.Join(", ", fields.Select(field => $"t.{field.Name}"))} FROM {table.Name} t";
        var found = await AskAsync<dynamic>(sql, "", cancellationToken);
        var rows = found.Cast<IDictionary<string, object?>>()
            .Select(row => (Id: (string)row["id"]!, Named: Ancestry.NamedBy(fields, new Dictionary<string, object?>(row))))
            .ToList();
        var ids = rows.Select(row => row.Id).ToHashSet();
        var unknown = rows.SelectMany(row => row.Named, (row, named) => (row.Id, Named: named)).Where(one => !ids.Contains(one.Named.Id))
            .Select(one => Unknown(table.ByName[one.Named.Field], one.Named.Id, ids) with { RecordType = table.Name, RecordId = one.Id });
        return unknown.Concat(Ancestry.Of(rows).Circles.Select(circle => circle.Error(table)));
    }

    private Task<IEnumerable<T>> AskAsync<T>(string sql, string id, CancellationToken cancellationToken) =>
        connection.QueryAsync<T>(new CommandDefinition(sql, new { Id = id, Take = Near }, transaction, cancellationToken: cancellationToken));
}
