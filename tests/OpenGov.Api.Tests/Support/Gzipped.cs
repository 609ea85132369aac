using System.IO.Compression;
using System.Text;

namespace OpenGov.Api.Tests;

/// <summary>How much a document is on its way, at the speed of an answer.</summary>
internal static class Gzipped
{
    /// <summary>Its bytes, compressed.</summary>
    public static int Length(string html)
    {
        using var bytes = new MemoryStream();
        using (var gzip = new GZipStream(bytes, CompressionLevel.Fastest, leaveOpen: true))
        {
            gzip.Write(Encoding.UTF8.GetBytes(html));
        }

        return (int)bytes.Length;
    }
}
