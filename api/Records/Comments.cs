using System.Reflection;
using System.Xml.Linq;

namespace OpenGov.Api.Records;

/// <summary>What the program's own comments say of a property, as the API description shows it.</summary>
internal static class Comments
{
    private static readonly Lazy<IReadOnlyDictionary<string, string>> Said = new(Read);

    /// <summary>What is said of a property; null when nothing is.</summary>
    public static string? Of(PropertyInfo property) =>
        Said.Value.GetValueOrDefault($"P:{property.DeclaringType!.FullName!.Replace('+', '.')}.{property.Name}");

    private static Dictionary<string, string> Read() =>
        XDocument
            .Load(Path.Combine(AppContext.BaseDirectory, "OpenGov.Api.xml"))
            .Descendants("member")
            .Where(member =>
                member.Attribute("name")!.Value.StartsWith("P:", StringComparison.Ordinal) && member.Element("summary") is not null
            )
            .ToDictionary(
                member => member.Attribute("name")!.Value,
                member => string.Join(' ', member.Element("summary")!.Value.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
            );
}
