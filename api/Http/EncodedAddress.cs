using System.Text.Unicode;

namespace OpenGov.Api.Http;

/// <summary>
/// Refuses an address whose percent-encoding is no UTF-8 (<c>%F3</c>, as Latin-1 writes ó): the framework would leave it as it stands, and a
/// search for what nobody wrote would find nothing.
/// </summary>
internal static class EncodedAddress
{
    public static IApplicationBuilder UseEncodedAddresses(this IApplicationBuilder app) =>
        app.Use(
            (context, next) =>
                IsUtf8(context.Request.QueryString.Value) && IsUtf8(context.Request.Path.Value)
                    ? next(context)
                    : Problems.NotUtf8.ExecuteAsync(context)
        );

    /// <summary>Whether what is percent-encoded in a text is UTF-8.</summary>
    internal static bool IsUtf8(string? text)
    {
        if (text is null || !text.Contains('%'))
        {
            return true;
        }

        var bytes = new byte[text.Length];
        for (var (at, length) = (0, 0); ; at++)
        {
            var isByte =
                at + 2 < text.Length && text[at] == '%' && char.IsAsciiHexDigit(text[at + 1]) && char.IsAsciiHexDigit(text[at + 2]);
            if (isByte)
            {
                bytes[length++] = Convert.FromHexString(text.AsSpan(at + 1, 2))[0];
                at += 2;
                continue;
            }

            if (!Utf8.IsValid(bytes.AsSpan(0, length)))
            {
                return false;
            }

            if (at >= text.Length)
            {
                return true;
            }

            length = 0;
        }
    }
}
