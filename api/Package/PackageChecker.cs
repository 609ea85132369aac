using System.Globalization;
using OpenGov.Api.Records;

namespace OpenGov.Api.Package;

/// <summary>
/// What can be said of a package without a database: each row by the rules that every record is checked by, and the
/// rows beside one another. What it says of records that it does not hold is left for the database to answer.
/// </summary>
public sealed class PackageChecker
{
    private const int MostErrors = 1000;

    private readonly PackageReader reader;
    private readonly List<RecordError> errors = [];
    private readonly Dictionary<Reference, HashSet<string>> keys = [];
    private readonly Dictionary<string, Dictionary<string, int>> lines = [];
    private readonly List<NamedElsewhere> elsewhere = [];

    private PackageChecker(string folder) => reader = new PackageReader(folder, Report);

    /// <summary>What is wrong, the first thousand things at most.</summary>
    public IReadOnlyList<RecordError> Errors => errors;

    /// <summary>Tables that the package has, parents first.</summary>
    public IReadOnlyList<Table> Tables { get; private set; } = [];

    /// <summary>What rows say of records that are not in the package.</summary>
    public IReadOnlyList<NamedElsewhere> Elsewhere => elsewhere;

    /// <summary>Checks the package in a folder.</summary>
    public static PackageChecker Check(string folder)
    {
        var checker = new PackageChecker(folder);
        checker.Tables = [.. Schema.Current.Tables.Where(checker.reader.Has)];
        if (checker.Tables.Count == 0)
        {
            var detail = $"There is no table of the product here. Expected files such as {Schema.Current.Tables[0].Path}.";
            checker.Report(new RecordError(ErrorCodes.Unreadable, detail).At(Path.GetFileName(folder), null));
        }

        foreach (var table in checker.Tables)
        {
            checker.CheckTable(table);
        }

        return checker;
    }

    /// <summary>What is wrong with the package in a folder on its own.</summary>
    public static IReadOnlyList<RecordError> Validate(string folder) => Check(folder).ErrorsAlone();

    /// <summary>
    /// What is wrong with the package on its own: it names nothing that it should hold and does not. What it says of tables
    /// that it does not have can only be looked up in a database.
    /// </summary>
    public IReadOnlyList<RecordError> ErrorsAlone() =>
        [
            .. errors
                .Concat(
                    from named in elsewhere
                    where Tables.Any(table => table.Name == named.Field.References!.Table)
                    select At(Neighbours.Unknown(named.Field, named.Value, keys[named.Field.References!]), named.Table, named.Line)
                )
                .Concat(errors.Count == 0 ? RulesTogether.All.SelectMany(Together) : [])
                .Take(MostErrors),
        ];

    /// <summary>CSV files of a folder that are no table, each with the one that was probably meant; they are not read.</summary>
    public static IReadOnlyList<(string File, string? Nearest)> UnreadIn(string folder)
    {
        var paths = Schema.Current.Tables.Select(table => table.Path).ToList();
        return
        [
            .. Directory
                .EnumerateFiles(folder, "*.csv")
                .Select(file => Path.GetFileName(file))
                .Except(paths)
                .Order(StringComparer.Ordinal)
                .Select(file => (file, Suggestion.Nearest(file, paths))),
        ];
    }

    /// <summary>The ids of a table that the package has, each with its line.</summary>
    public IReadOnlyDictionary<string, int> LinesOf(Table table) => lines[table.Name];

    /// <summary>The error at its place in the package.</summary>
    public RecordError At(RecordError error, Table table, int? line) => reader.At(error, table, line);

    private void Report(RecordError error)
    {
        if (errors.Count < MostErrors)
        {
            errors.Add(error);
        }
    }

    private void CheckTable(Table table)
    {
        var unique = table
            .Fields.Where(field => field.Name == "id" || Neighbours.IsNamed(new Reference(table.Name, field.Name)))
            .ToDictionary(field => field.Name, field => keys[new Reference(table.Name, field.Name)] = []);
        var together = table.UniqueKeys.Select(key => (Key: key, Seen: new Dictionary<string, string>())).ToList();
        var known = lines[table.Name] = [];
        var reflexive = Ancestry.FieldsOf(table);
        var own = new List<(string Id, IReadOnlyList<(string Field, string Id)> Named)>();
        var pending = new List<NamedElsewhere>();
        foreach (var row in reader.Rows(table))
        {
            foreach (var error in RecordChecker.Check(table, row.Values, row.Unread).Errors)
            {
                Report(At(error, table, row.Line));
            }

            foreach (var (name, seen) in unique)
            {
                if (row.Values[name] is { } value && !seen.Add(Convert.ToString(value, CultureInfo.InvariantCulture)!) && name == "id")
                {
                    var error = new RecordError(ErrorCodes.Duplicate, $"{value} stands in an earlier row already; it must be unique.");
                    Report(At(error with { Field = name, Value = RecordError.Shown(value.ToString()!) }, table, row.Line));
                }
            }

            foreach (var (key, seen) in together)
            {
                if (TwiceIn(seen, key, row.Values) is { } error)
                {
                    Report(At(error, table, row.Line));
                }
            }

            if (row.Values["id"] is string id && known.TryAdd(id, row.Line) && reflexive.Count > 0)
            {
                own.Add((id, Ancestry.NamedBy(reflexive, row.Values)));
            }

            foreach (var field in table.Fields.Where(field => field.References is not null && row.Values[field.Name] is not null))
            {
                pending.AddRange(
                    Neighbours
                        .ValuesOf(field, row.Values[field.Name]!)
                        .Where(value => field.References!.Table == table.Name || !IsHere(field, value))
                        .Select(value => new NamedElsewhere(table, row.Line, field, value))
                );
            }
        }

        elsewhere.AddRange(pending.Where(named => !IsHere(named.Field, named.Value)));
        foreach (var circle in Ancestry.Of(own).Circles)
        {
            Report(At(circle.Error(table), table, known[circle.Id]));
        }
    }

    /// <summary>What rows of several tables say otherwise of one thing, when the package has all of those tables.</summary>
    private IEnumerable<RecordError> Together(IRulesTogether rules)
    {
        var tables = rules.Parts.Select(part => Schema.Current[part.Table]).ToList();
        if (!tables.All(Tables.Contains))
        {
            return [];
        }

        var rows =
            from part in rules.Parts
            from row in reader.Rows(Schema.Current[part.Table])
            where row.Values[part.Key] is not null
            let values = (IReadOnlyDictionary<string, object?>)part.Fields.ToDictionary(field => field, field => row.Values[field])
            group (part.Table, values) by (string)row.Values[part.Key]!;
        return from thing in rows
            from error in rules.Broken(new RecordsTogether(thing, (_, _) => true))
            let table = Schema.Current[error.RecordType!]
            select At(error, table, lines[table.Name][error.RecordId!]);
    }

    private static RecordError? TwiceIn(
        Dictionary<string, string> seen,
        IReadOnlyList<string> key,
        IReadOnlyDictionary<string, object?> row
    )
    {
        var values = key.Select(name => Convert.ToString(row[name], CultureInfo.InvariantCulture)).OfType<string>().ToList();
        if (values.Count < key.Count || values.Contains("") || row["id"] is not string id)
        {
            return null;
        }

        // A row that says its id twice is told so once.
        var together = string.Join('|', values);
        return seen.TryAdd(together, id) || seen[together] == id ? null : Neighbours.Twice(key, values, seen[together]);
    }

    private bool IsHere(Field field, string value) => keys.TryGetValue(field.References!, out var here) && here.Contains(value);
}

/// <summary>A row names a record that is not in its package.</summary>
/// <param name="Table">Table of the row.</param>
/// <param name="Line">Its line.</param>
/// <param name="Field">The field that names it.</param>
/// <param name="Value">What it says.</param>
public sealed record NamedElsewhere(Table Table, int Line, Field Field, string Value);
