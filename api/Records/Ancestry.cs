namespace OpenGov.Api.Records;

/// <summary>
/// How rows that refer to rows of their own table stand to one another: how deep each stands, and which go in a
/// circle. Every reference is followed once, whatever the order and depth of the rows.
/// </summary>
internal sealed class Ancestry
{
    private readonly Dictionary<string, IReadOnlyList<(string Field, string Id)>> rows = [];
    private readonly Dictionary<string, int> depths = [];
    private readonly List<Circle> circles = [];

    private Ancestry() { }

    /// <summary>How many rows stand above each one, by id.</summary>
    public IReadOnlyDictionary<string, int> Depths => depths;

    /// <summary>Rows that lead back to themselves.</summary>
    public IReadOnlyList<Circle> Circles => circles;

    /// <summary>The fields by which rows of a table refer to rows of the same table.</summary>
    public static IReadOnlyList<Field> FieldsOf(Table table) => [.. table.Fields.Where(field => field.References?.Table == table.Name)];

    /// <summary>
    /// The ancestry of rows that each name others by some fields. Those named that are not there are for others to report.
    /// </summary>
    public static Ancestry Of(IEnumerable<(string Id, IReadOnlyList<(string Field, string Id)> Named)> rows)
    {
        var ancestry = new Ancestry();
        foreach (var (id, named) in rows)
        {
            ancestry.rows.TryAdd(id, named);
        }

        foreach (var id in ancestry.rows.Keys)
        {
            ancestry.Walk(id);
        }

        return ancestry;
    }

    /// <summary>The rows that a record names by some of its fields.</summary>
    public static IReadOnlyList<(string Field, string Id)> NamedBy(
        IReadOnlyList<Field> fields,
        IReadOnlyDictionary<string, object?> values
    ) =>
        [
            .. from field in fields
            let value = values[field.Name] as string
            where value is not null
            from id in field.IsList ? value.Split('|') : [value]
            select (field.Name, id),
        ];

    /// <summary>Walks up from a row, without recursion: a chain may be as long as the table.</summary>
    private void Walk(string start)
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
                circles.Add(new Circle(step.Id, field, [.. path.Skip(from).Select(one => one.Id), parent]));
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
                path.Add(new Step(id, rows[id].Where(named => rows.ContainsKey(named.Id)).GetEnumerator()));
            }
        }
    }

    private sealed class Step(string id, IEnumerator<(string Field, string Id)> parents)
    {
        public string Id { get; } = id;

        public IEnumerator<(string Field, string Id)> Parents { get; } = parents;

        public int Depth { get; set; }
    }
}

/// <summary>Rows that lead back to the first of them.</summary>
/// <param name="Id">The row that closes the circle.</param>
/// <param name="Field">The field by which it does.</param>
/// <param name="Ids">The ids, from one up to itself.</param>
internal sealed record Circle(string Id, string Field, IReadOnlyList<string> Ids)
{
    private const int Shown = 10;

    /// <summary>The error of the row that closes it.</summary>
    public RecordError Error(Table table) =>
        new(ErrorCodes.Circle, $"{this} leads back to itself: nothing is part of itself. Leave one of them empty.")
        {
            RecordType = table.Name,
            RecordId = Id,
            Field = Field,
            Value = Ids[^1],
            DetailEs = $"{this} lleva de vuelta a sí mismo: nada es parte de sí mismo. Deje vacío uno de ellos.",
        };

    /// <summary>The chain, in the middle cut when it is long.</summary>
    public override string ToString() =>
        string.Join(" → ", Ids.Count <= Shown ? Ids : [.. Ids.Take(Shown - 1), $"… ({Ids.Count - 1} in all)", Ids[^1]]);
}
