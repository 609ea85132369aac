using System.Buffers;
using System.Text;

namespace OpenGov.Api.Lists;

/// <summary>Text as clients give it.</summary>
internal static class GivenText
{
    /// <summary>Whether no half of a character stands alone.</summary>
    public static bool IsWellFormed(string text)
    {
        for (var rest = text.AsSpan(); rest.Length > 0;)
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
