using System.Collections.Frozen;
using System.Text.Json;
using OpenGov.Api.Database;

namespace OpenGov.Api.Records;

/// <summary>
/// The tables of the product as <c>datapackage.json</c> describes them: the one description that import,
/// export, validation and the database share.
/// </summary>
public sealed class Schema : ITables
{
    private Schema(IReadOnlyList<Table> tables)
    {
        Tables = tables;
        ByName = tables.ToFrozenDictionary(table => table.Name);
    }

    /// <summary>Tables in an order in which parents come before the rows that refer to them.</summary>
    public IReadOnlyList<Table> Tables { get; }

    private FrozenDictionary<string, Table> ByName { get; }

    /// <summary>The folder of the shipped data package.</summary>
    public static string ShippedPackage { get; } = Path.Combine(AppContext.BaseDirectory, "datasets", "mexico");

    /// <summary>The schema of this version of the product.</summary>
    public static Schema Current { get; } = Load(Path.Combine(ShippedPackage, "datapackage.json"));

    /// <summary>The table of that name.</summary>
    public Table this[string name] => ByName[name];

    /// <summary>The table of that name, or null.</summary>
    public Table? Find(string name) => ByName.GetValueOrDefault(name);

    /// <inheritdoc />
    public IReadOnlyList<string>? ColumnsOf(string name) => Find(name)?.Columns;

    /// <summary>Reads a schema.</summary>
    internal static Schema Load(string path)
    {
        using var package = JsonDocument.Parse(File.ReadAllBytes(path));
        var tables = package.RootElement.GetProperty("resources").EnumerateArray().Select(Table.Read).ToList();
        return new Schema(ParentsFirst(tables));
    }

    private static List<Table> ParentsFirst(List<Table> tables)
    {
        var ordered = new List<Table>(tables.Count);
        void Place(Table table)
        {
            if (ordered.Contains(table))
            {
                return;
            }

            foreach (var parent in table.Fields.Select(field => field.References?.Table).OfType<string>().Where(name => name != table.Name))
            {
                Place(tables.Single(candidate => candidate.Name == parent));
            }

            ordered.Add(table);
        }

        tables.ForEach(Place);
        return ordered;
    }
}
