using System.IO.Compression;
using System.Text;

namespace OpenGov.Api.Tests.Writing;

/// <summary>Small files of every kind, and of kinds that are refused.</summary>
internal static class SampleFiles
{
    private const string Word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    /// <summary>Each with the type that it is.</summary>
    public static IReadOnlyList<(string Name, byte[] Bytes, string Type)> Taken { get; } =
    [
        ("pdf", Pdf(""), "application/pdf"),
        ("png", [0x89, .. "PNG\r\n\x1A\n"u8, .. new byte[60], .. "IEND"u8, 0xAE, 0x42, 0x60, 0x82], "image/png"),
        ("jpeg", [0xFF, 0xD8, 0xFF, 0xE0, .. new byte[40], 0xFF, 0xD9], "image/jpeg"),
        ("gif", [.. "GIF89a"u8, .. new byte[20], 0x3B], "image/gif"),
        ("webp", [.. "RIFF"u8, 12, 0, 0, 0, .. "WEBPVP8 "u8, 0, 0, 0, 0], "image/webp"),
        ("docx", Office("word/document.xml", "wordprocessingml.document.main+xml"), Word),
        (
            "docx with a sheet and a link",
            Zipped(
                ("[Content_Types].xml", ContentTypes("word/document.xml", "wordprocessingml.document.main+xml")),
                ("word/document.xml", "<x/>"),
                ("word/embeddings/Microsoft_Excel_Sheet1.xlsx", "x"),
                (
                    "word/_rels/document.xml.rels",
                    "<Relationships><Relationship Id='r1' Target='https://example.org/' TargetMode='External' "
                        + "Type='http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink'/></Relationships>"
                )
            ),
            Word
        ),
        (
            "xlsx",
            Office("xl/workbook.xml", "spreadsheetml.sheet.main+xml"),
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        ),
        (
            "pptx",
            Office("ppt/presentation.xml", "presentationml.presentation.main+xml"),
            "application/vnd.openxmlformats-officedocument.presentationml.presentation"
        ),
        ("odt", OpenDocument("text"), "application/vnd.oasis.opendocument.text"),
        ("ods", OpenDocument("spreadsheet"), "application/vnd.oasis.opendocument.spreadsheet"),
        ("odp", OpenDocument("presentation"), "application/vnd.oasis.opendocument.presentation"),
        ("mp3", Mp3(), "audio/mpeg"),
        ("mp3 with a tag", [.. "ID3\x04"u8, .. new byte[40]], "audio/mpeg"),
        ("mp4", [0, 0, 0, 24, .. "ftypmp42"u8, .. new byte[40]], "video/mp4"),
        ("text", "Acta de entrega, 24 de noviembre\r\n\tHornos: 12 < 14 & más\n"u8.ToArray(), "text/plain"),
        ("table", "\uFEFFmunicipio,hornos\nDurango,12\n"u8.ToArray(), "text/plain"),
    ];

    /// <summary>Each with a word of what is said of it.</summary>
    public static IReadOnlyList<(string Name, byte[] Bytes, string Said)> Refused { get; } =
    [
        ("page", "<!DOCTYPE html><html><script>alert(1)</script></html>"u8.ToArray(), "none of the kinds"),
        ("page behind words", "Acta\n\n<p>x<ScRipt>alert(1)</script>"u8.ToArray(), "none of the kinds"),
        ("drawing", " \n<svg xmlns='http://www.w3.org/2000/svg'/>"u8.ToArray(), "none of the kinds"),
        ("shell", "#!/bin/sh\nrm -rf /\n"u8.ToArray(), "none of the kinds"),
        ("program of Windows", [.. "MZ"u8, 0x90, 0, 3, .. new byte[60]], "none of the kinds"),
        ("program of Linux", [0x7F, .. "ELF"u8, 2, 1, 1, .. new byte[60]], "none of the kinds"),
        ("text with a zero", "Acta\0 de entrega"u8.ToArray(), "none of the kinds"),
        ("text in another form", Encoding.Latin1.GetBytes("Evaluación"), "not in UTF-8"),
        (
            "document that runs something",
            "%PDF-1.4\n1 0 obj<</OpenAction<</S/JavaScript/JS(x)>>>>endobj\n%%EOF"u8.ToArray(),
            "which run where"
        ),
        ("document that starts something", "%PDF-1.4\n1 0 obj<</A<</S/Launch/F(cmd.exe)>>>>endobj\n%%EOF"u8.ToArray(), "which run where"),
        ("archive", Zipped(("acta.txt", "x")), "none of the kinds"),
        ("archive that is cut", Office("word/document.xml", "wordprocessingml.document.main+xml")[..^30], "broken"),
        ("empty archive", [.. "PK\x05\x06"u8, .. new byte[18]], "none of the kinds"),
        ("document for macros", Office("word/document.xml", "document.macroEnabled.main+xml"), "macros"),
        (
            "document with macros",
            Zipped(
                ("[Content_Types].xml", ContentTypes("word/document.xml", "wordprocessingml.document.main+xml")),
                ("word/vbaProject.bin", "x")
            ),
            "macros"
        ),
        (
            "document with a file in it",
            Zipped(
                ("[Content_Types].xml", ContentTypes("word/document.xml", "wordprocessingml.document.main+xml")),
                ("word/embeddings/oleObject1.bin", "x")
            ),
            "holds a file of another kind"
        ),
        (
            "document with a template elsewhere",
            Zipped(
                ("[Content_Types].xml", ContentTypes("word/document.xml", "wordprocessingml.document.main+xml")),
                (
                    "word/_rels/settings.xml.rels",
                    "<Relationships><Relationship Id='r1' Target='https://example.org/x.dotm' TargetMode = 'External' "
                        + "Type='http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate'/></Relationships>"
                )
            ),
            "fetches one when it is opened"
        ),
        (
            "open document with a file in it",
            Zipped(
                ("mimetype", "application/vnd.oasis.opendocument.text"),
                (
                    "META-INF/manifest.xml",
                    "<manifest:file-entry manifest:full-path='Object 1' manifest:media-type='application/vnd.sun.star.oleobject'/>"
                ),
                ("content.xml", "x"),
                ("Object 1", "x")
            ),
            "holds a file of another kind"
        ),
        (
            "open document with macros",
            Zipped(
                ("mimetype", "application/vnd.oasis.opendocument.text"),
                ("META-INF/manifest.xml", "x"),
                ("content.xml", "x"),
                ("Basic/x", "x")
            ),
            "macros"
        ),
        (
            "open document with a password",
            Zipped(
                ("mimetype", "application/vnd.oasis.opendocument.text"),
                ("META-INF/manifest.xml", "<manifest:encryption-data/>"),
                ("content.xml", "x")
            ),
            "password"
        ),
        ("PDF with a password", Pdf("/Encrypt 5 0 R "), "password"),
        ("PDF that is cut", "%PDF-1.7\n1 0 obj"u8.ToArray(), "broken"),
        ("picture that is cut", [0x89, .. "PNG\r\n\x1A\n"u8, .. new byte[60]], "broken"),
    ];

    private static byte[] Pdf(string trailer) => Encoding.ASCII.GetBytes($"%PDF-1.7\n1 0 obj\nendobj\ntrailer << {trailer}>>\n%%EOF\n");

    /// <summary>Two frames of 128 kbit/s at 44.1 kHz, 417 bytes each.</summary>
    private static byte[] Mp3() => [0xFF, 0xFB, 0x90, 0, .. new byte[413], 0xFF, 0xFB, 0x90, 0, .. new byte[413]];

    private static string ContentTypes(string part, string type) =>
        $"<Types><Override PartName=\"/{part}\" ContentType=\"application/vnd.openxmlformats-officedocument.{type}\"/></Types>";

    private static byte[] Office(string part, string type) => Zipped(("[Content_Types].xml", ContentTypes(part, type)), (part, "<x/>"));

    private static byte[] OpenDocument(string kind) =>
        Zipped(("mimetype", $"application/vnd.oasis.opendocument.{kind}"), ("META-INF/manifest.xml", "<x/>"), ("content.xml", "<x/>"));

    private static byte[] Zipped(params (string Name, string Text)[] entries)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in entries)
            {
                using var entry = new StreamWriter(zip.CreateEntry(name, CompressionLevel.NoCompression).Open());
                entry.Write(text);
            }
        }

        return bytes.ToArray();
    }
}
