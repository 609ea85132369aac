using System.Buffers;
using System.Text;

namespace OpenGov.Api.Lists;

/// <summary>Text as clients give it.</summary>
internal static class GivenText
{
    /// <summary>Characters of what was given that are said again.</summary>
    private const int Said = 60;

    /// <summary>What was given, short enough to be said again.</summary>
    public static string Start(string text) => text.Length <= Said ? text : $"{text[..Said]}…";

    /// <summary>What was given, in Spanish quotes, and how long it is when not all of it is said.</summary>
    public static string Measured(string text) => text.Length <= Said ? $"«{text}»" : $"«{Start(text)}» ({text.Length} caracteres)";

    /// <summary>Whether no half of a character stands alone.</summary>
    public static bool IsWellFormed(string text)
    {
        for (var rest = text.AsSpan(); rest.Length > 0; )
        {
            if (Rune.DecodeFromUtf16(rest, out _, out var taken) != OperationStatus.Done)
            {
                return false;
            }

            rest = rest[taken..];
        }

        return true;
    }
}
