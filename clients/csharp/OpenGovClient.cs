using System.Reflection;
using System.Runtime.Serialization;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace OpenGov.Client;

/// <summary>Codes are read as the API spells them; one that this version does not know is no error.</summary>
public partial class OpenGovClient
{
    static partial void UpdateJsonSerializerSettings(JsonSerializerOptions settings)
    {
        settings.Converters.Add(new CodeConverterFactory());
        settings.TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { ReadCodes } };
    }

    /// <summary>The generated attributes would refuse what they do not know.</summary>
    private static void ReadCodes(JsonTypeInfo type)
    {
        foreach (var property in type.Properties)
        {
            if ((Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType).IsEnum)
            {
                property.CustomConverter = null;
            }
        }
    }
}

/// <summary>Codes of the API, which may become more.</summary>
public static class Codes
{
    /// <summary>Whether this version of the client knows the code; one that it does not know has no name and no member.</summary>
    public static bool IsKnown<T>(T code)
        where T : struct, Enum => Enum.IsDefined(code);
}

internal sealed class CodeConverterFactory : JsonConverterFactory
{
    public override bool CanConvert(Type typeToConvert) => typeToConvert.IsEnum;

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter)Activator.CreateInstance(typeof(CodeConverter<>).MakeGenericType(typeToConvert))!;
}

internal sealed class CodeConverter<T> : JsonConverter<T>
    where T : struct, Enum
{
    private static readonly Dictionary<string, T> Known = Enum.GetValues<T>()
        .ToDictionary(code => typeof(T).GetField(code.ToString())!.GetCustomAttribute<EnumMemberAttribute>()?.Value ?? code.ToString());

    private static readonly Dictionary<T, string> Names = Known.ToDictionary(pair => pair.Value, pair => pair.Key);

    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.Number ? (T)Enum.ToObject(typeof(T), reader.GetInt32())
        : Known.TryGetValue(reader.GetString()!, out var code) ? code
        : (T)Enum.ToObject(typeof(T), -1);

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
    {
        if (Names.TryGetValue(value, out var name))
        {
            writer.WriteStringValue(name);
        }
        else
        {
            writer.WriteNumberValue(Convert.ToInt32(value, System.Globalization.CultureInfo.InvariantCulture));
        }
    }
}
