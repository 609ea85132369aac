using OpenGov.Api.Records;

namespace OpenGov.Api.Package;

/// <summary>
/// How rows that refer to rows of their own table stand to one another: how deep each stands, and which go in a
/// circle. Every reference is followed once, whatever the order and depth of the rows.
/// </summary>
internal sealed class Ancestry
{
    private readonly Dictionary<string, PackageRow> rows = [];
    private readonly Dictionary<string, int> depths = [];
    private readonly List<Circle> circles = [];

    private Ancestry()
    {
    }

    /// <summary>How many rows stand above each one, by id.</summary>
    public IReadOnlyDictionary<string, int> Depths => depths;

    /// <summary>Rows that lead back to themselves.</summary>
    public IReadOnlyList<Circle> Circles => circles;

    /// <summary>The ancestry of the rows of a table. Rows without an id, and those named that are not there, are for others to report.</summary>
    public static Ancestry Of(Table table, IEnumerable<PackageRow> rows)
    {
        var parents = table.Fields.Where(field => field.References?.Table == table.Name).ToList();
        var ancestry = new Ancestry();
        foreach (var row in rows.Where(row => row.Values["id"] is string))
        {
            ancestry.rows.TryAdd((string)row.Values["id"]!, row);
        }

        foreach (var id in ancestry.rows.Keys)
        {
            ancestry.Walk(id, parents);
        }

        return ancestry;
    }

    /// <summary>Walks up from a row, without recursion: a chain may be as long as the table.</summary>
    private void Walk(string start, List<Field> parents)
    {
        var path = new List<Step>();
        var place = new Dictionary<string, int>();
        Enter(start);
        while (path.Count > 0)
        {
            var step = path[^1];
            if (!step.Parents.MoveNext())
            {
                path.RemoveAt(path.Count - 1);
                place.Remove(step.Id);
                depths[step.Id] = step.Depth;
                if (path.Count > 0)
                {
                    path[^1].Depth = Math.Max(path[^1].Depth, step.Depth + 1);
                }
            }
            else if (step.Parents.Current is var (field, parent) && place.TryGetValue(parent, out var from))
            {
                circles.Add(new Circle(rows[step.Id].Line, field, [.. path.Skip(from).Select(one => one.Id), parent]));
            }
            else if (depths.TryGetValue(parent, out var known))
            {
                step.Depth = Math.Max(step.Depth, known + 1);
            }
            else
            {
                Enter(parent);
            }
        }

        void Enter(string id)
        {
            if (!depths.ContainsKey(id))
            {
                place[id] = path.Count;
                path.Add(new Step(id, Named(rows[id], parents).GetEnumerator()));
            }
        }
    }

    private IEnumerable<(string Field, string Id)> Named(PackageRow row, List<Field> parents) =>
        from field in parents
        let value = row.Values[field.Name] as string
        where value is not null
        from id in field.IsList ? value.Split('|') : [value]
        where rows.ContainsKey(id)
        select (field.Name, id);

    private sealed class Step(string id, IEnumerator<(string Field, string Id)> parents)
    {
        public string Id { get; } = id;

        public IEnumerator<(string Field, string Id)> Parents { get; } = parents;

        public int Depth { get; set; }
    }
}

/// <summary>Rows that lead back to the first of them.</summary>
/// <param name="Line">Line of the row that closes the circle.</param>
/// <param name="Field">The field by which it does.</param>
/// <param name="Ids">The ids, from one up to itself.</param>
internal sealed record Circle(int Line, string Field, IReadOnlyList<string> Ids)
{
    private const int Shown = 10;

    /// <summary>The chain, in the middle cut when it is long.</summary>
    public override string ToString() => string.Join(" → ", Ids.Count <= Shown ? Ids : [.. Ids.Take(Shown - 1), $"… ({Ids.Count - 1} in all)", Ids[^1]]);
}
