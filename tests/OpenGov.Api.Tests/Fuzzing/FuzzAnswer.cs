using System.Text;
using System.Text.Json;

namespace OpenGov.Api.Tests.Fuzzing;

/// <summary>What came back.</summary>
internal sealed record FuzzAnswer(int Status, string MediaType, byte[] Body)
{
    public string? ETag { get; init; }

    public IReadOnlyList<string> Headers { get; init; } = [];

    /// <summary>What HEAD and If-None-Match gave, where they were asked.</summary>
    public FuzzAnswer? Head { get; init; }

    public FuzzAnswer? Conditional { get; init; }

    /// <summary>The page to which <c>next</c> leads, where it was followed.</summary>
    public FuzzAnswer? Next { get; init; }

    /// <summary>How many rows the same list has by its JSON; null when it was not asked. −1 when that was refused.</summary>
    public int? Total { get; init; }

    public string Text => Encoding.UTF8.GetString(Body);

    public JsonElement Json
    {
        get
        {
            using var document = JsonDocument.Parse(Body);
            return document.RootElement.Clone();
        }
    }
}

/// <summary>What is wrong with an answer.</summary>
/// <param name="Kind">The kind; shrinking a request keeps it.</param>
/// <param name="Detail">What exactly.</param>
internal sealed record FuzzFault(string Kind, string Detail);
