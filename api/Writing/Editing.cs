using OpenGov.Api.Access;
using OpenGov.Api.Records;

namespace OpenGov.Api.Writing;

/// <summary>
/// How the records of a table are written: at which address, by whom, and what each step needs beyond what a good record is. Each
/// <c>XEditing</c> is found by its type; a table without one can only be imported.
/// </summary>
internal abstract class Editing
{
    /// <summary>The table.</summary>
    public abstract string Table { get; }

    /// <summary>Name of a record of it in the API description: <c>Commitment</c>.</summary>
    public abstract string Name { get; }

    /// <summary>Address of the list under <c>/api/v1</c>; a record is below it.</summary>
    public abstract string Path { get; }

    /// <summary>Under which heading the API description has it.</summary>
    public abstract string Tag { get; }

    /// <summary>Name of the part of the address that names a record.</summary>
    public virtual string Parameter => "id";

    /// <summary>Whether a record can be read at its address already; else it is read there as it is written.</summary>
    public virtual bool IsRead => true;

    /// <summary>Who may add a record; null for nobody.</summary>
    public virtual Role? Creates => Role.Editor;

    /// <summary>Who may change anything of a record.</summary>
    public virtual Role Changes => Role.Editor;

    /// <summary>Who may withdraw a record and bring it back; null for nobody.</summary>
    public virtual Role? Withdraws => Role.Editor;

    /// <summary>Fields of which the id is made: they stay.</summary>
    public virtual IReadOnlyList<string> Fixed => [];

    /// <summary>Fields that follow from other records, each with where it comes from. Nobody types them.</summary>
    public virtual IReadOnlyDictionary<string, (string Es, string En)> Computed => NothingComputed;

    /// <summary>Whether a step on a record is only for the organisation that wrote it; an admin may withdraw it all the same.</summary>
    public virtual bool IsOwn(WriteStep step) => false;

    /// <summary>In whose name a record stands that somebody else may have typed: it may withdraw it. Null when in nobody's.</summary>
    public virtual string? NamedOrganization(IReadOnlyDictionary<string, object?> row) => null;

    private static readonly Dictionary<string, (string Es, string En)> NothingComputed = [];

    /// <summary>The table, described.</summary>
    public Table Described => Schema.Current[Table];

    /// <summary>What a record of it is called in a sentence: <c>plan member</c>.</summary>
    public string Noun =>
        string.Concat(Name.Select((letter, i) => i > 0 && char.IsUpper(letter) ? $" {letter}" : $"{letter}")).ToLowerInvariant();

    /// <summary>The same with its article: <c>an indicator</c>; of what is not counted, <c>evidence</c>, an item.</summary>
    public string ANoun =>
        Table == Noun ? $"an item of {Noun}"
        : "aeio".Contains(Noun[0]) ? $"an {Noun}"
        : $"a {Noun}";

    /// <summary>Who may set a field.</summary>
    public virtual Role RoleFor(string field) => Changes;

    /// <summary>The id of the record that a part of an address names.</summary>
    public virtual string IdOf(string given) => RecordId.Canonical(Table, given);

    /// <summary>Whether ids hold capitals and small letters, so that only the records themselves tell how one is written.</summary>
    public bool HasMixedIds => RecordId.Canonical(Table, "aB") == "aB";

    /// <summary>The part of the address that names a record.</summary>
    public virtual string NameOf(string id) => id;

    /// <summary>
    /// The id of a new record, or how it begins; <see cref="NewId.Unknown"/> while what it is made of is missing, and null where the body
    /// gives it.
    /// </summary>
    public abstract NewId? IdFor(IReadOnlyDictionary<string, object?> row);

    /// <summary>Where one must be allowed to act to write a record: <c>national</c>, ids of states; none where every scope will do.</summary>
    public virtual IEnumerable<string> ScopesOf(IReadOnlyDictionary<string, object?> row)
    {
        yield return Scope.OfRecord((string)row["id"]!);
        if (row.GetValueOrDefault("state_id") is string state)
        {
            yield return state;
        }

        if (IsOfAll(row))
        {
            yield return Scope.National;
        }
    }

    /// <summary>Whether a record says of itself that it is of the whole country, or of more: no state writes it, whichever it names.</summary>
    public virtual bool IsOfAll(IReadOnlyDictionary<string, object?> row) =>
        row.GetValueOrDefault("level") is Scope.National or "international"
        || row.GetValueOrDefault("scope") is Scope.National or "international";

    /// <summary>Whether records of it belong to a part of the country, which their ids begin with: what names one is of the same part.</summary>
    public virtual bool IsPlaced => true;

    /// <summary>Whether a record may name others of any part of the country.</summary>
    public virtual bool ReachesBeyond(IReadOnlyDictionary<string, object?> row) => false;

    /// <summary>Whether its organisations have seats, on a side that may be another than that of their sector; else what they say is of that.</summary>
    public virtual bool HoldsSeats => true;

    /// <summary>What of a record has an address of its own under <c>/api/v1</c>, beside the record, by relation.</summary>
    public virtual IEnumerable<(string Relation, string Path)> PathsOf(IReadOnlyDictionary<string, object?> row) => [];

    /// <summary>Fills in what a record is known to say without being told.</summary>
    public virtual Task CompleteAsync(Dictionary<string, object?> row, WriteStep step, CancellationToken cancellationToken) =>
        Task.CompletedTask;

    /// <summary>What the step still needs, or why it cannot be made.</summary>
    public virtual Task<IReadOnlyList<RecordError>> GateAsync(WriteStep step, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<RecordError>>([]);

    /// <summary>Writes what follows from a step that was made.</summary>
    public virtual Task FollowAsync(WriteStep step, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Scopes of what belongs to a state or to nobody's state, whatever its id.</summary>
    protected IEnumerable<string> ByState(IReadOnlyDictionary<string, object?> row)
    {
        var state = row.GetValueOrDefault("state_id") as string ?? Scope.National;
        return IsOfAll(row) ? ((string[])[state, Scope.National]).Distinct() : [state];
    }
}

/// <summary>The id of a new record.</summary>
/// <param name="Text">The id, or its beginning.</param>
/// <param name="IsNumbered">Whether a number comes behind it: the next that no record has had.</param>
/// <param name="Number">The field that holds the number, when the record has one; a number given there is taken.</param>
internal sealed record NewId(string Text, bool IsNumbered = false, string? Number = null)
{
    /// <summary>There is a rule, and what it makes the id of is missing.</summary>
    public static NewId Unknown { get; } = new("");

    /// <summary>The id behind a parent's.</summary>
    public static NewId Below(object? parent, string letter, string? number = null) =>
        parent is string id ? new NewId($"{id}-{letter}", IsNumbered: true, number) : Unknown with { Number = number };

    /// <summary>A readable id from a name, of letters without accents, digits and hyphens; null while the name is missing.</summary>
    public static string? Slug(object? name)
    {
        if (name is not string text)
        {
            return null;
        }

        var words = SearchText.Fold([text]).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var slug = string.Join(
            '-',
            words.Select(word => string.Concat(word.Where(char.IsAsciiLetterOrDigit))).Where(word => word.Length > 0)
        );
        return slug.Length == 0 ? null
            : slug.Length <= 40 ? slug
            : slug[..40].TrimEnd('-');
    }
}

/// <summary>A table of the register as a whole, which belongs to no state: admins write it.</summary>
internal abstract class AdminEditing : Editing
{
    public override Role? Creates => Role.Admin;
    public override Role Changes => Role.Admin;
    public override Role? Withdraws => Role.Admin;
    public override bool IsPlaced => false;

    public override IEnumerable<string> ScopesOf(IReadOnlyDictionary<string, object?> row) => [Scope.National];
}

/// <summary>All tables that can be written.</summary>
internal static class Editings
{
    /// <summary>One of each; none can be forgotten.</summary>
    public static IReadOnlyList<Editing> All { get; } =
    [
        .. typeof(Editings)
            .Assembly.GetTypes()
            .Where(type => type is { IsClass: true, IsAbstract: false } && type.IsAssignableTo(typeof(Editing)))
            .OrderBy(type => type.FullName, StringComparer.Ordinal)
            .Select(type => (Editing)Activator.CreateInstance(type)!),
    ];

    private static readonly Dictionary<string, Editing> ByTable = All.ToDictionary(editing => editing.Table);

    /// <summary>How a table is written.</summary>
    public static Editing Of(string table) => ByTable[table];

    /// <summary>The address of a record, under <c>/api/v1</c>.</summary>
    public static string AddressOf(this Editing editing, string id) => $"{editing.Path}/{Uri.EscapeDataString(editing.NameOf(id))}";
}
