using System.IO.Compression;
using System.Text;

namespace OpenGov.Api.Files;

/// <summary>
/// Tells documents that are packed as ZIP: Office Open XML and OpenDocument, without macros. Other archives are refused: nobody sees what is
/// in them. Only a few small entries are unpacked, and of each no more than a bound.
/// </summary>
internal static class Packed
{
    private const int MostEntries = 20_000;

    private const int MostBytes = 1 << 20;

    private const string ContentTypes = "[Content_Types].xml";

    private static readonly (string Main, string MediaType)[] OfficeKinds =
    [
        ("wordprocessingml.document.main+xml", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
        ("spreadsheetml.sheet.main+xml", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
        ("presentationml.presentation.main+xml", "application/vnd.openxmlformats-officedocument.presentationml.presentation"),
    ];

    /// <summary>Parts of names of entries that run where the document is opened.</summary>
    private static readonly string[] Running =
    [
        "vbaproject",
        "vbadata",
        "/activex/",
        "/macrosheets/",
        "/dialogsheets/",
        ".exe",
        ".dll",
        ".js",
        ".vbs",
    ];

    /// <summary>The kind.</summary>
    /// <exception cref="Records.RefusedException">It is none that is kept.</exception>
    public static FileKind Of(Stream file)
    {
        try
        {
            using var zip = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
            if (zip.Entries.Count > MostEntries)
            {
                throw Contents.Other;
            }

            if (zip.Entries.Any(entry => entry.IsEncrypted))
            {
                throw Contents.Locked;
            }

            return zip.GetEntry(ContentTypes) is { } types ? Office(zip, Start(types))
                : zip.GetEntry("mimetype") is { } type ? OpenDocument(zip, Start(type))
                : throw Contents.Other;
        }
        catch (Exception error) when (error is InvalidDataException or EndOfStreamException or NotSupportedException)
        {
            throw Contents.Broken;
        }
    }

    private static FileKind Office(ZipArchive zip, string types)
    {
        if (types.Contains("macroEnabled", StringComparison.OrdinalIgnoreCase) || Runs(zip))
        {
            throw Contents.Macros;
        }

        var found = OfficeKinds.Where(kind => types.Contains(kind.Main, StringComparison.Ordinal)).Select(kind => kind.MediaType).ToList();

        return found is [var one] ? FileKind.Of(one)! : throw Contents.Other;
    }

    private static FileKind OpenDocument(ZipArchive zip, string type)
    {
        if (FileKind.Of(type.Trim()) is not { } kind || !kind.MediaType.Contains("opendocument", StringComparison.Ordinal))
        {
            throw Contents.Other;
        }

        if (zip.GetEntry("META-INF/manifest.xml") is not { } manifest || zip.GetEntry("content.xml") is null)
        {
            throw Contents.Broken;
        }

        if (Start(manifest).Contains("encryption-data", StringComparison.Ordinal))
        {
            throw Contents.Locked;
        }

        string[] scripts = ["Basic/", "Scripts/"];
        return
            Runs(zip)
            || zip.Entries.Any(entry => scripts.Any(folder => entry.FullName.StartsWith(folder, StringComparison.OrdinalIgnoreCase)))
            ? throw Contents.Macros
            : kind;
    }

    private static bool Runs(ZipArchive zip) =>
        zip.Entries.Any(entry =>
            Running.Any(part =>
                part[0] == '.'
                    ? entry.FullName.EndsWith(part, StringComparison.OrdinalIgnoreCase)
                    : $"/{entry.FullName}".Contains(part, StringComparison.OrdinalIgnoreCase)
            )
        );

    /// <summary>The text of an entry, as far as it is looked at.</summary>
    private static string Start(ZipArchiveEntry entry)
    {
        using var stream = entry.Open();
        var bytes = new byte[MostBytes];
        var read = stream.ReadAtLeast(bytes, MostBytes, throwOnEndOfStream: false);
        return read == MostBytes ? throw Contents.Other : Encoding.UTF8.GetString(bytes, 0, read);
    }
}
