using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using System.Xml;

namespace OpenGov.Api.Files;

/// <summary>
/// Tells documents that are packed as ZIP: Office Open XML and OpenDocument, without macros and files of other kinds. Other archives are
/// refused: nobody sees what is in them. What lists the parts of a document is read as the programs read it that open it, which is as XML
/// in any spelling; of the parts no more than how they begin.
/// </summary>
internal static class Packed
{
    private const int MostEntries = 20_000;

    /// <summary>Most that is read of a part.</summary>
    private const int MostBytes = 1 << 20;

    private const int LongestType = 100;

    /// <summary>Most that is read of one document.</summary>
    private const int MostBytesOfAll = 16 << 20;

    private const string ContentTypes = "[Content_Types].xml";

    private const string Manifest = "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0";

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

    /// <summary>Parts of types of what runs.</summary>
    private static readonly string[] RunningTypes = ["macro", "vbaProject", "vbaData", "activeX", "dialogsheet", "attachedToolbars"];

    /// <summary>What a relationship says that its target is when it runs, beside what its type says.</summary>
    private const string Control = "control";

    /// <summary>What a relationship says of another file; where that is a document of a kind that is kept, it is taken.</summary>
    private static readonly string[] Objects = ["oleObject", "package", "aFChunk"];

    /// <summary>What is fetched when the document is opened, and may run.</summary>
    private static readonly string[] Opened = ["attachedTemplate", "frame", "subDocument", .. Objects];

    /// <summary>How a file begins that is no part of a document, whatever it is called: an object of OLE, a program, a script, a PDF, a page.</summary>
    private static readonly byte[][] Beginnings =
    [
        [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1],
        [.. "MZ"u8],
        [0x7F, .. "ELF"u8],
        [0xCA, 0xFE, 0xBA, 0xBE],
        [.. "#!"u8],
        [.. "%PDF"u8],
        [.. "<html"u8],
        [.. "<!doctype html"u8],
        [.. "<script"u8],
    ];

    /// <summary>What types of parts of an open document begin with that are read or drawn, and nothing more.</summary>
    private static readonly string[] PlainTypes =
    [
        "application/vnd.oasis.opendocument.",
        "application/vnd.sun.xml.",
        "application/vnd.sun.star.media",
        "application/x-openoffice-",
        "application/x-font-",
        "application/rdf+xml",
        "text/xml",
        "text/plain",
        "image/",
        "audio/",
        "video/",
        "font/",
    ];

    /// <summary>Where an open document keeps the pictures that are drawn for it and for its objects.</summary>
    private static readonly string[] Pictures = ["ObjectReplacements/", "Thumbnails/"];

    /// <summary>What a part without a type is by its name, when it is plain.</summary>
    private static readonly string[] PlainNames = ["/", ".xml", ".rdf", ".png", ".jpg", ".jpeg", ".gif", ".svg", ".svm", ".wmf", ".emf"];

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

            if (zip.Entries.Any(entry => entry.IsEncrypted) || IsLockedWhereItLies(file))
            {
                throw Contents.Locked;
            }

            // Of two of one name each program takes another one.
            if (zip.Entries.DistinctBy(entry => entry.FullName, StringComparer.OrdinalIgnoreCase).Count() < zip.Entries.Count)
            {
                throw Contents.Broken;
            }

            return zip.GetEntry(ContentTypes) is { } types ? Office(zip, types)
                : zip.GetEntry("mimetype") is { } type ? OpenDocument(zip, Encoding.UTF8.GetString(Start(type, LongestType)))
                : throw Contents.Other;
        }
        catch (Exception error) when (error is InvalidDataException or EndOfStreamException or NotSupportedException or XmlException)
        {
            throw Contents.Broken;
        }
    }

    private static FileKind Office(ZipArchive zip, ZipArchiveEntry listed)
    {
        var types = Elements(listed).Select(element => element.Attributes.GetValueOrDefault("ContentType", "")).ToList();
        var relationships = Relationships(zip);
        if (Runs(zip) || types.Concat(relationships.Select(one => one.Type)).Any(IsRunning) || relationships.Any(one => one.Is(Control)))
        {
            throw Contents.Macros;
        }

        if (
            zip.Entries.Any(entry => IsEmbedded(entry.FullName) && !IsDocument(entry.FullName) || IsOfAnotherKind(entry))
            || relationships.Any(one => one.IsElsewhere ? Opened.Any(one.Is) : Objects.Any(one.Is) && !IsDocument(one.Target))
        )
        {
            throw Contents.Objects;
        }

        var found = OfficeKinds.Where(kind => types.Exists(type => type.EndsWith(kind.Main, StringComparison.Ordinal))).ToList();
        return found is [var one] ? FileKind.Of(one.MediaType)! : throw Contents.Other;
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

        string[] scripts = ["Basic/", "Scripts/"];
        if (
            Runs(zip)
            || zip.Entries.Any(entry => scripts.Any(folder => entry.FullName.StartsWith(folder, StringComparison.OrdinalIgnoreCase)))
        )
        {
            throw Contents.Macros;
        }

        var listed = Elements(manifest, Manifest).ToList();
        if (listed.Exists(element => element.Name == "encryption-data"))
        {
            throw Contents.Locked;
        }

        var types = listed
            .Where(element => element.Attributes.ContainsKey("full-path"))
            .ToLookup(element => element.Attributes["full-path"], element => element.Attributes.GetValueOrDefault("media-type", ""));
        return zip.Entries.Any(entry => IsOfAnotherKind(entry) || !types[entry.FullName].DefaultIfEmpty("").All(one => IsPlain(entry, one)))
            ? throw Contents.Objects
            : kind;
    }

    private static bool Runs(ZipArchive zip) =>
        zip.Entries.Any(entry =>
            Running.Any(part =>
                part[0] == '.' ? entry.FullName.EndsWith(part, StringComparison.OrdinalIgnoreCase) : Holds($"/{entry.FullName}", part)
            )
        );

    private static bool IsRunning(string type) => RunningTypes.Any(running => Holds(type, running));

    private static bool Holds(string text, string part) => text.Contains(part, StringComparison.OrdinalIgnoreCase);

    private static bool IsEmbedded(string name) => Holds(name, "/embeddings/") && !name.EndsWith('/');

    /// <summary>A sheet or a chart within a document is a document of its own kind.</summary>
    private static bool IsDocument(string name) =>
        FileKind.OfExtension(Path.GetExtension(name).TrimStart('.').ToLowerInvariant()) is { } kind && Holds(kind.MediaType, "document");

    /// <summary>A part of an open document that is read or drawn, by its type or, without one, by its name.</summary>
    private static bool IsPlain(ZipArchiveEntry entry, string type) =>
        entry.FullName is "mimetype" or "layout-cache"
        || (
            type.Length == 0
                ? Pictures.Any(folder => entry.FullName.StartsWith(folder, StringComparison.Ordinal))
                    || PlainNames.Any(name => entry.FullName.EndsWith(name, StringComparison.OrdinalIgnoreCase))
                : PlainTypes.Any(plain => type.StartsWith(plain, StringComparison.OrdinalIgnoreCase))
        );

    private static bool IsOfAnotherKind(ZipArchiveEntry entry)
    {
        var begins = Start(entry, Beginnings.Max(beginning => beginning.Length));
        return Beginnings.Any(beginning =>
            begins.Length >= beginning.Length && System.Text.Ascii.EqualsIgnoreCase(begins.AsSpan(0, beginning.Length), beginning)
            || begins.AsSpan().StartsWith(beginning)
        );
    }

    private static List<Relationship> Relationships(ZipArchive zip)
    {
        var parts = zip.Entries.Where(entry => entry.FullName.EndsWith(".rels", StringComparison.OrdinalIgnoreCase)).ToList();
        return parts.Sum(part => part.Length) > MostBytesOfAll
            ? throw Contents.Other
            :
            [
                .. parts
                    .SelectMany(part => Elements(part))
                    .Where(element => element.Name == "Relationship")
                    .Select(element => new Relationship(
                        element.Attributes.GetValueOrDefault("Type", ""),
                        element.Attributes.GetValueOrDefault("Target", ""),
                        element.Attributes.GetValueOrDefault("TargetMode", "").Equals("External", StringComparison.OrdinalIgnoreCase)
                    )),
            ];
    }

    /// <summary>The elements of a part, each with its attributes of one namespace.</summary>
    /// <exception cref="XmlException">It is no XML, or brings words of its own.</exception>
    private static IEnumerable<(string Name, Dictionary<string, string> Attributes)> Elements(ZipArchiveEntry part, string space = "")
    {
        if (part.Length > MostBytes)
        {
            throw Contents.Other;
        }

        using var stream = part.Open();
        using var reader = XmlReader.Create(
            stream,
            new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, MaxCharactersInDocument = MostBytes }
        );
        while (reader.Read())
        {
            if (reader.NodeType == XmlNodeType.Element)
            {
                var (name, attributes) = (reader.LocalName, new Dictionary<string, string>());
                while (reader.MoveToNextAttribute())
                {
                    if (reader.NamespaceURI == space)
                    {
                        attributes[reader.LocalName] = reader.Value;
                    }
                }

                yield return (name, attributes);
            }
        }
    }

    /// <summary>How an entry begins.</summary>
    private static byte[] Start(ZipArchiveEntry entry, int most)
    {
        using var stream = entry.Open();
        var bytes = new byte[most];
        return bytes[..stream.ReadAtLeast(bytes, most, throwOnEndOfStream: false)];
    }

    /// <summary>
    /// Whether an entry says where it lies that it is encrypted: the table at the end, which is what the library reads, may say otherwise.
    /// </summary>
    private static bool IsLockedWhereItLies(Stream file)
    {
        const int Entry = 46;
        const int End = 22;
        var tail = new byte[Math.Min(file.Length, End + ushort.MaxValue)];
        file.Position = file.Length - tail.Length;
        file.ReadExactly(tail);
        var end = tail.AsSpan(Math.Max(tail.AsSpan(0, tail.Length - End + 4).LastIndexOf("PK\x05\x06"u8), 0));
        var (count, at) = (LengthAt(end, 10), (long)BinaryPrimitives.ReadUInt32LittleEndian(end[16..]));
        Span<byte> entry = stackalloc byte[Entry];
        Span<byte> flags = stackalloc byte[2];
        for (; count > 0; count--)
        {
            file.Position = at;
            file.ReadExactly(entry);
            file.Position = BinaryPrimitives.ReadUInt32LittleEndian(entry[42..]) + 6L;
            file.ReadExactly(flags);
            if ((flags[0] & 1) != 0)
            {
                return true;
            }

            at += Entry + LengthAt(entry, 28) + LengthAt(entry, 30) + LengthAt(entry, 32);
        }

        return false;

        static int LengthAt(ReadOnlySpan<byte> entry, int place) => BinaryPrimitives.ReadUInt16LittleEndian(entry[place..]);
    }

    /// <summary>What a part of a document says of another.</summary>
    /// <param name="Type">An address whose last word says what the other is to it.</param>
    /// <param name="Target">Where the other is.</param>
    /// <param name="IsElsewhere">Whether it is fetched from outside the document.</param>
    private sealed record Relationship(string Type, string Target, bool IsElsewhere)
    {
        public bool Is(string what) => Type.EndsWith($"/{what}", StringComparison.OrdinalIgnoreCase);
    }
}
