using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.Serialization;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace OpenGov.Client;

/// <summary>
/// Codes are read as the API spells them; one that this version does not know is no error. What a body does not set is not sent: in a
/// change (a merge patch) null would take away what is on record, which <see cref="Unknowns.MakeUnknown"/> says on purpose.
/// </summary>
public partial class OpenGovClient
{
    /// <summary>Every record of a list, from its first page on: the next pages are asked for as they are needed.</summary>
    /// <param name="first">The first page, as the client gave it.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async IAsyncEnumerable<T> EveryRecordAsync<T>(
        IPage<T> first,
        [EnumeratorCancellation] CancellationToken cancellationToken = default
    )
    {
        for (var page = first; ; )
        {
            foreach (var record in page.Items)
            {
                yield return record;
            }

            if (page.Next is not { } next)
            {
                yield break;
            }

            using var answer = await _httpClient.GetAsync(next, cancellationToken).ConfigureAwait(false);
            var (status, body) = ((int)answer.StatusCode, await answer.Content.ReadAsStringAsync(cancellationToken).ConfigureAwait(false));
            page = answer.IsSuccessStatusCode
                ? (IPage<T>)JsonSerializer.Deserialize(body, first.GetType(), JsonSerializerSettings)!
                : throw new ApiException<ProblemDetails>(
                    "The next page was refused.",
                    status,
                    body,
                    answer.Headers.ToDictionary(header => header.Key, header => header.Value),
                    JsonSerializer.Deserialize<ProblemDetails>(body, JsonSerializerSettings)!,
                    null
                );
        }
    }

    static partial void UpdateJsonSerializerSettings(JsonSerializerOptions settings)
    {
        settings.Converters.Add(new CodeConverterFactory());
        settings.TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { ReadCodes, LeaveOutWhatIsNotSet } };
    }

    private static void LeaveOutWhatIsNotSet(JsonTypeInfo type)
    {
        foreach (var property in type.Properties.Where(property => !property.IsExtensionData))
        {
            property.ShouldSerialize = (body, value) => value is not null || Unknowns.Has(body, property.Name);
        }
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

/// <summary>What a generated client throws says what the API says.</summary>
public partial class ApiException<TResult>
{
    /// <summary>The problem's own sentence: what is wrong, and what would be right.</summary>
    public override string Message => Result is ProblemDetails { Detail: { Length: > 0 } detail } ? detail : base.Message;
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
