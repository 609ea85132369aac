using OpenGov.Api.Lists;
using OpenGov.Api.Records;

namespace OpenGov.Api.Changes;

/// <summary>
/// Which changes <c>c</c> are of what belongs to a record. Ids grow from left to right, so a beginning tells to whom a record belongs; what
/// has an id of another beginning, such as a session of a plan, belongs to the record that it names, or has named.
/// </summary>
internal static class Belonging
{
    /// <summary>Adds the condition that what changed belongs to one of some records of a table.</summary>
    public static void Add(Where where, string table, IEnumerable<string> ids, bool alsoByName) =>
        where.Any(
            ids.SelectMany(id =>
                (IEnumerable<string>)
                    [
                        $"c.record_id = {where.Value(id)}",
                        $"c.record_id LIKE {where.Value($"{Where.Literal(id)}-%")} ESCAPE '\\'",
                        $"c.record_id LIKE {where.Value($"{Where.Literal(id)}.%")} ESCAPE '\\'",
                        $"c.record_id LIKE {where.Value($"%.{Where.Literal(id)}.%")} ESCAPE '\\'",
                        .. alsoByName ? ByName(table, where.Value(id)) : [],
                    ]
            )
        );

    /// <summary>Records that name the record, and those that name one of these.</summary>
    private static IEnumerable<string> ByName(string table, string id)
    {
        var near = Naming(table).ToList();
        foreach (var (by, field) in near)
        {
            yield return Of(by, $"v.{field} = {id}");
            foreach (var (beyond, named) in Naming(by).Where(one => near.TrueForAll(known => known.Table != one.Table)))
            {
                yield return Of(beyond, $"v.{named} IN (SELECT n.id FROM {by}_versions n WHERE n.{field} = {id})");
            }
        }
    }

    private static string Of(string table, string condition) =>
        $"(c.record_type = '{table}' AND c.record_id IN (SELECT v.id FROM {table}_versions v WHERE {condition}))";

    private static IEnumerable<(string Table, string Field)> Naming(string table) =>
        from other in Schema.Current.Tables
        from field in other.Fields
        where !field.IsList && field.References is { Field: "id" } reference && reference.Table == table && other.Name != table
        select (other.Name, field.Name);
}
