using System.Globalization;
using System.Text.Json;

namespace OpenGov.Api.Tests.Fuzzing;

/// <summary>What the service under test holds: the ids, codes, dates and words that a client could know from its lists.</summary>
internal sealed class FuzzData
{
    private const int MostPages = 20;

    private readonly Dictionary<string, Dictionary<string, HashSet<string>>> lists = [];
    private readonly HashSet<string> complete = [];
    private readonly HashSet<string> tables = [];

    /// <summary>Reads every list to its end, or to what is enough.</summary>
    public static async Task<FuzzData> ReadAsync(HttpClient client, IEnumerable<FuzzOperation> operations)
    {
        var data = new FuzzData();
        foreach (var operation in operations.Where(operation => operation.IsList))
        {
            var values = data.lists[operation.Template] = [];
            var required = operation.Query.Where(parameter => parameter.IsRequired).Select(parameter => $"&{parameter.Name}=a");
            string? next = $"{operation.Template}?limit=500{string.Concat(required)}";
            for (var page = 0; next is not null && page < MostPages; page++)
            {
                using var answer = JsonDocument.Parse(await client.GetStringAsync(new Uri(client.BaseAddress!, next)));
                foreach (
                    var property in answer.RootElement.GetProperty("items").EnumerateArray().SelectMany(item => item.EnumerateObject())
                )
                {
                    Add(values, property.Name, property.Value);
                }

                next = answer.RootElement.GetProperty("next").GetString();
            }

            if (next is null && !required.Any())
            {
                data.complete.Add(operation.Template);
            }
        }

        using var package = JsonDocument.Parse(await client.GetStringAsync(new Uri(client.BaseAddress!, "/data/datapackage.json")));
        var resources = package.RootElement.GetProperty("resources").EnumerateArray();
        data.tables.UnionWith(resources.Select(table => table.GetProperty("name").GetString()!));
        return data;
    }

    /// <summary>The names by which the records of an operation are known, and whether these are all.</summary>
    public (IReadOnlyList<string> Values, bool All) Known(FuzzOperation operation)
    {
        if (operation.Template.StartsWith("/data/", StringComparison.Ordinal))
        {
            return ([.. tables], true);
        }

        var list = operation.Template[..operation.Template.IndexOf("/{", StringComparison.Ordinal)];
        var known = new HashSet<string>();
        known.UnionWith(Property(list, "id"));
        known.UnionWith(Property(list, "inegi_code"));
        known.UnionWith(Property(list, "edition"));
        if (operation.Parameters.Any(parameter => parameter.Name == "stateCode"))
        {
            // A state's secretariat is found by the state's codes.
            known.UnionWith(Property(list, "state_id"));
            return ([.. known], false);
        }

        return ([.. known], complete.Contains(list));
    }

    /// <summary>A name by which a record is certainly found.</summary>
    public IReadOnlyList<string> Certain(FuzzOperation operation) =>
        operation.Parameters.First(parameter => parameter.Place == "path").Name switch
        {
            "table" => [.. tables],
            "stateCode" => Property(List(operation), "state_id"),
            "year" => Property(List(operation), "edition"),
            _ => Property(List(operation), "id"),
        };

    /// <summary>Values that a parameter takes, from the data.</summary>
    public IReadOnlyList<string> Values(FuzzOperation operation, FuzzedParameter parameter)
    {
        // What is counted in groups has the filters of the list that it counts.
        var counted = operation.Template.Replace("/stats/", "/", StringComparison.Ordinal);
        var list =
            operation.IsList ? operation.Template
            : lists.ContainsKey(counted) ? counted
            : "/api/v1/commitments";
        var subject = parameter.Name.Split("_in_")[^1];
        var named = lists.FirstOrDefault(one => one.Key.EndsWith($"/{subject}s", StringComparison.Ordinal)).Value;
        if (named is not null && named.TryGetValue("id", out var ids))
        {
            return [.. ids];
        }

        if (subject == "record")
        {
            return Property(list, "record_id");
        }

        if (subject == "after")
        {
            return Property(list, "id");
        }

        return parameter.Name switch
        {
            "as_of" => [.. Property("/api/v1/changes", "changed_at").Select(instant => instant[..10]).Distinct()],
            "q" => Words(list),
            _ when parameter.Format == "date" => All(list).Where(IsDate).ToList(),
            _ when parameter.Name.EndsWith("_since", StringComparison.Ordinal) =>
            [
                .. Property(list, "updated_at"),
                .. Property(list, "changed_at"),
            ],
            _ => Property(list, subject),
        };
    }

    private IReadOnlyList<string> Property(string list, string name) =>
        lists.TryGetValue(list, out var values) && values.TryGetValue(name, out var known) ? [.. known] : [];

    private IEnumerable<string> All(string list) =>
        lists.TryGetValue(list, out var values) ? values.Values.SelectMany(one => one).Distinct() : [];

    private IReadOnlyList<string> Words(string list) =>
        [
            .. (lists.TryGetValue(list, out var values) ? values : [])
                .Where(one =>
                    one.Key.StartsWith("title_", StringComparison.Ordinal) || one.Key.StartsWith("name", StringComparison.Ordinal)
                )
                .SelectMany(one => one.Value)
                .SelectMany(text => text.Split(' '))
                .Where(word => word.Length > 2 && word.All(char.IsLetter))
                .Distinct()
                .Take(500),
        ];

    private static string List(FuzzOperation operation) => operation.Template[..operation.Template.IndexOf("/{", StringComparison.Ordinal)];

    private static bool IsDate(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    private static void Add(Dictionary<string, HashSet<string>> values, string name, JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.Array)
        {
            foreach (var part in value.EnumerateArray().Where(part => part.ValueKind is JsonValueKind.String or JsonValueKind.Number))
            {
                Add(values, name, part);
            }
        }
        else if (value.ValueKind is JsonValueKind.String or JsonValueKind.Number)
        {
            if (!values.TryGetValue(name, out var known))
            {
                values[name] = known = [];
            }

            known.Add(value.ToString());
        }
    }
}
