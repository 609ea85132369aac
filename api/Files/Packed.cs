using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;

namespace OpenGov.Api.Files;

/// <summary>
/// Tells documents that are packed as ZIP: Office Open XML and OpenDocument, without macros. Other archives are refused: nobody sees what is
/// in them. Only a few small entries are unpacked, and of each no more than a bound.
/// </summary>
internal static partial class Packed
{
    private const int MostEntries = 20_000;

    private const int MostBytes = 1 << 20;

    /// <summary>Most that is unpacked of one document.</summary>
    private const int MostBytesOfAll = 16 << 20;

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

        if (zip.Entries.Any(IsPackage) || FetchesWhenOpened(zip))
        {
            throw Contents.Objects;
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

        var listed = Start(manifest);
        if (listed.Contains("encryption-data", StringComparison.Ordinal))
        {
            throw Contents.Locked;
        }

        if (listed.Contains("oleobject", StringComparison.OrdinalIgnoreCase))
        {
            throw Contents.Objects;
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

    /// <summary>A file of any kind within the document, which a click starts. A sheet or a chart within it is a document of its own kind.</summary>
    private static bool IsPackage(ZipArchiveEntry entry) =>
        entry.FullName.Contains("/embeddings/", StringComparison.OrdinalIgnoreCase)
        && entry.FullName.EndsWith(".bin", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether it names what is fetched from elsewhere and may run when it is opened: a template, an object, a page.</summary>
    private static bool FetchesWhenOpened(ZipArchive zip)
    {
        var read = 0;
        foreach (var entry in zip.Entries.Where(entry => entry.FullName.EndsWith(".rels", StringComparison.OrdinalIgnoreCase)))
        {
            var text = Start(entry);
            read += text.Length;
            if (read > MostBytesOfAll)
            {
                throw Contents.Other;
            }

            if (Relationships().Matches(text).Any(one => Elsewhere().IsMatch(one.Value) && Opened().IsMatch(one.Value)))
            {
                return true;
            }
        }

        return false;
    }

    [GeneratedRegex("<[^<>]*Relationship[^<>]*>", RegexOptions.IgnoreCase)]
    private static partial Regex Relationships();

    [GeneratedRegex("""TargetMode\s*=\s*["']External""", RegexOptions.IgnoreCase)]
    private static partial Regex Elsewhere();

    [GeneratedRegex("""/(attachedTemplate|oleObject|package|frame|subDocument)["']""", RegexOptions.IgnoreCase)]
    private static partial Regex Opened();

    /// <summary>The text of an entry, as far as it is looked at.</summary>
    private static string Start(ZipArchiveEntry entry)
    {
        using var stream = entry.Open();
        var bytes = new byte[MostBytes];
        var read = stream.ReadAtLeast(bytes, MostBytes, throwOnEndOfStream: false);
        return read == MostBytes ? throw Contents.Other : Encoding.UTF8.GetString(bytes, 0, read);
    }
}
