using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using OpenGov.Api.Http;

namespace OpenGov.Api.Records;

/// <summary>
/// The properties of a record as every format knows them: JSON writes all or those asked for, CSV those that are
/// plain values or lists of plain values.
/// </summary>
internal static class Shape<T>
{
    /// <summary>Every property, in the order of the JSON.</summary>
    public static IReadOnlyList<Property> Properties { get; } = Read();

    /// <summary>Names of the properties that are there only when they are asked for.</summary>
    public static IReadOnlyList<string> OnRequest { get; } =
    [.. Properties.Where(property => property.IsOnRequest).Select(property => property.Name)];

    /// <summary>The columns of a table of such records.</summary>
    public static IReadOnlyList<Property> Columns { get; } = [.. Properties.Where(property => property.Kind != PropertyKind.Records)];

    /// <summary>What a row holds in this format: a line is an object, which can hold records; a cell cannot.</summary>
    public static IReadOnlyList<Property> RowOf(Format format) => format == Format.NdJson ? Properties : Columns;

    /// <summary>The columns asked for; all when none were named.</summary>
    public static IReadOnlyList<Property> ColumnsOf(IReadOnlyList<string>? fields) =>
        fields is null ? Columns : [.. Columns.Where(column => fields.Contains(column.Name))];

    /// <summary>Writes a record with all properties, or with those asked for.</summary>
    public static void Write(Utf8JsonWriter writer, T record, IReadOnlyList<string>? fields)
    {
        if (fields is null)
        {
            JsonSerializer.Serialize(writer, record, Json.Options);
            return;
        }

        writer.WriteStartObject();
        foreach (var property in Properties)
        {
            if (fields.Contains(property.Name))
            {
                writer.WritePropertyName(property.Name);
                JsonSerializer.Serialize(writer, property.Get(record), property.Type, Json.Options);
            }
        }

        writer.WriteEndObject();
    }

    private static List<Property> Read() =>
        [
            .. Json
                .Options.GetTypeInfo(typeof(T))
                .Properties.Where(property => property.Get is not null)
                .Select(property => new Property(property)),
        ];

    /// <summary>A property of the record.</summary>
    internal sealed class Property(JsonPropertyInfo info)
    {
        public string Name => info.Name;

        /// <summary>The name as it stands in JSON.</summary>
        public JsonEncodedText EncodedName { get; } = JsonEncodedText.Encode(info.Name);

        public Type Type => info.PropertyType;

        public bool IsOnRequest { get; } = info.AttributeProvider?.IsDefined(typeof(OnRequestAttribute), inherit: true) == true;

        public PropertyKind Kind { get; } =
            IsPlain(info.PropertyType) ? PropertyKind.Plain
            : info.PropertyType.IsGenericType
            && info.PropertyType.GetGenericArguments() is [var item]
            && IsPlain(item)
            && info.PropertyType.IsAssignableTo(typeof(System.Collections.IEnumerable))
                ? PropertyKind.PlainList
            : PropertyKind.Records;

        /// <summary>The table of the data package that holds the records; null when none does.</summary>
        public string? Table { get; } =
            (info.PropertyType.IsGenericType ? info.PropertyType.GetGenericArguments()[^1] : info.PropertyType)
                .GetCustomAttribute<DescribedByAttribute>()
                ?.Table;

        /// <summary>What it means: as its table says, and where it is computed, as its type does.</summary>
        public string? Description =>
            (typeof(T).GetCustomAttribute<DescribedByAttribute>() is { } described ? Schema.Current[described.Table] : null)
                ?.ByName.GetValueOrDefault(info.Name)
                ?.Description
            ?? (info.AttributeProvider is PropertyInfo property ? Comments.Of(property) : null);

        public object? Get(T record) => info.Get!(record!);
    }

    private static bool IsPlain(Type type)
    {
        var plain = Nullable.GetUnderlyingType(type) ?? type;
        return plain.IsPrimitive
            || plain == typeof(string)
            || plain == typeof(decimal)
            || plain == typeof(DateOnly)
            || plain == typeof(DateTimeOffset)
            || plain == typeof(IReadOnlyDictionary<string, JsonElement>);
    }
}

/// <summary>What a property holds.</summary>
internal enum PropertyKind
{
    /// <summary>A text, a number, a date, yes or no; values by their names, which a cell holds as JSON.</summary>
    Plain,

    /// <summary>Several of these.</summary>
    PlainList,

    /// <summary>Records, which are tables of their own in the data package.</summary>
    Records,
}
