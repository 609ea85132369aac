using System.IO.Compression;
using System.Text;
using System.Xml.Linq;

namespace OpenGov.Api.Tests.Writing;

/// <summary>Small files of every kind, and of kinds that are refused.</summary>
internal static class SampleFiles
{
    private const string Word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    private static readonly XNamespace Listed = "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0";

    /// <summary>Each with the type that it is.</summary>
    public static IReadOnlyList<(string Name, byte[] Bytes, string Type)> Taken { get; } =
    [
        ("pdf", Pdf(""), "application/pdf"),
        ("png", [0x89, .. "PNG\r\n\x1A\n"u8, .. new byte[60], .. "IEND"u8, 0xAE, 0x42, 0x60, 0x82], "image/png"),
        ("jpeg", [0xFF, 0xD8, 0xFF, 0xE0, .. new byte[40], 0xFF, 0xD9], "image/jpeg"),
        ("gif", [.. "GIF89a"u8, 1, 0, 1, 0, 0x80, 0, 0, .. new byte[6], 0x2C, .. new byte[12], 0x3B], "image/gif"),
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
        (
            "odt with a sheet, a picture and what its program keeps",
            OpenDocument(
                "text",
                ("content.xml", "text/xml", "<x/>"),
                ("Object 1/", "application/vnd.oasis.opendocument.spreadsheet", ""),
                ("Object 1/content.xml", "text/xml", "<x/>"),
                ("ObjectReplacements/Object 1", "application/x-openoffice-gdimetafile;windows_formatname=\"GDIMetaFile\"", "VCLMTF"),
                ("Pictures/1000.png", "image/png", "x"),
                ("Thumbnails/thumbnail.pdf", "", "x"),
                ("Configurations2/", "application/vnd.sun.xml.ui.configuration", ""),
                ("layout-cache", "application/binary", "x"),
                ("manifest.rdf", "application/rdf+xml", "<x/>")
            ),
            "application/vnd.oasis.opendocument.text"
        ),
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
        ("document with macros", Docx(("word/vbaProject.bin", "x")), "macros"),
        (
            "document with macros by the type of a part",
            Docx(
                "<Override PartName='/word/foo.bin' ContentType='application/vnd.ms-office.vbaProject'/>",
                ("word/foo.bin", Encoding.ASCII.GetBytes("x"))
            ),
            "macros"
        ),
        (
            "document with macros by a type spelled with references",
            Docx("<Default Extension='bin' ContentType='application/vnd.ms-office.&#118;baProject'/>"),
            "macros"
        ),
        (
            "document with macros by a relationship",
            Docx(("word/_rels/document.xml.rels", Related("http://schemas.microsoft.com/office/2006/relationships/vbaProject", "foo.bin"))),
            "macros"
        ),
        ("document with a control", Docx(("word/_rels/document.xml.rels", Related($"{Relationships}/control", "foo.xml"))), "controls"),
        ("document with a file in it", Docx(("word/embeddings/oleObject1.bin", "x")), "holds a file of another kind"),
        ("document with an archive in it", Docx(("word/embeddings/Package1.zip", "x")), "holds a file of another kind"),
        (
            "document with a file in it by a relationship",
            Docx(("word/_rels/document.xml.rels", Related($"{Relationships}/oleObject", "foo.png")), ("word/foo.png", "x")),
            "holds a file of another kind"
        ),
        (
            "document with a file in it by its content",
            Docx("", ("word/media/image1.png", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[60]])),
            "holds a file of another kind"
        ),
        (
            "document with a program in it",
            Docx("", ("word/media/image1.png", [.. "MZ"u8, 0x90, 0, 3, .. new byte[60]])),
            "holds a file of another kind"
        ),
        (
            "document with a class in it",
            Docx("", ("word/A.bin", [0xCA, 0xFE, 0xBA, 0xBE, .. new byte[60]])),
            "holds a file of another kind"
        ),
        ("document with a script in it", Docx("", ("word/a.bin", [.. "#!/bin/sh\n"u8])), "holds a file of another kind"),
        ("document with a page in it", Docx("", ("word/a.bin", [.. "<HTML><body>"u8])), "holds a file of another kind"),
        ("document with a template elsewhere", Docx(("word/_rels/settings.xml.rels", Template)), "fetches one when it is opened"),
        (
            "document with a template elsewhere in UTF-16",
            Docx("", ("word/_rels/settings.xml.rels", [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(Template)])),
            "fetches one when it is opened"
        ),
        (
            "document with a template elsewhere by references",
            Docx(("word/_rels/settings.xml.rels", Template.Replace("Template'", "Templat&#101;'").Replace("External", "Ex&#x74;ernal"))),
            "fetches one when it is opened"
        ),
        (
            "document with a template elsewhere behind a word of another name",
            Docx(("word/_rels/settings.xml.rels", Template.Replace("/></", " xmlns:x='x' x:Type='x' x:TargetMode='x'/></"))),
            "fetches one when it is opened"
        ),
        (
            "document whose parts define words",
            Docx(("word/_rels/settings.xml.rels", $"<!DOCTYPE x [<!ENTITY e 'e'>]>{Template}")),
            "broken"
        ),
        ("document with a part twice", Docx(("word/document.xml", "<y/>")), "broken"),
        ("document that is locked where it lies", LockedWhereItLies(Docx()), "password"),
        (
            "open document with a file in it",
            OpenDocument("text", ("content.xml", "text/xml", "<x/>"), ("Object 1", "application/vnd.sun.star.oleobject", "x")),
            "holds a file of another kind"
        ),
        (
            "open document with a file of any type in it",
            OpenDocument("text", ("content.xml", "text/xml", "<x/>"), ("Object 1", "application/octet-stream", "x")),
            "holds a file of another kind"
        ),
        (
            "open document with a file of no type in it",
            OpenDocument("text", ("content.xml", "text/xml", "<x/>"), ("Object 1", "", "x")),
            "holds a file of another kind"
        ),
        (
            "open document with a file that it does not list",
            OpenDocument("text", ("content.xml", "text/xml", "<x/>"), ("Object 1", null, "x")),
            "holds a file of another kind"
        ),
        (
            "open document with macros",
            OpenDocument("text", ("content.xml", "text/xml", "<x/>"), ("Basic/script-lc.xml", "text/xml", "<x/>")),
            "macros"
        ),
        (
            "open document with a password",
            Zipped(
                ("mimetype", "application/vnd.oasis.opendocument.text"),
                ("META-INF/manifest.xml", Manifest("<m:file-entry m:full-path='content.xml'><m:encryption-data/></m:file-entry>")),
                ("content.xml", "x")
            ),
            "password"
        ),
        ("PDF with a file in it", Pdf("/Names<</EmbeddedFiles<</Names[(x) 2 0 R]>>>> "), "holds a file of another kind"),
        (
            "PDF with a file in it by its stream",
            Pdf("/Type/EmbeddedFile/Length 2>>stream\nMZ\nendstream<<"),
            "holds a file of another kind"
        ),
        ("PDF with a file in it by a note", Pdf("/Subtype/FileAttachment/FS 2 0 R "), "holds a file of another kind"),
        ("PDF with a script by other letters", Pdf("/OpenAction<</S/#4aavaScript/JS(x)>> "), "which run where"),
        ("PDF with a script by one other letter", Pdf("/OpenAction<</S/Java#53cript/JS(x)>> "), "which run where"),
        ("PDF with a file in it by other letters", Pdf("/#45#6D#62#65#64#64#65#64#46#69#6C#65#73 2 0 R "), "holds a file of another kind"),
        ("PDF with a script where its pieces meet", Pdf($"/X({new string('x', (64 * 1024) - 50)})/S/Java#53cript "), "which run where"),
        ("PDF with a password", Pdf("/Encrypt 5 0 R "), "password"),
        ("PDF that is cut", "%PDF-1.7\n1 0 obj"u8.ToArray(), "broken"),
        ("picture that is cut", [0x89, .. "PNG\r\n\x1A\n"u8, .. new byte[60]], "broken"),
    ];

    private static byte[] Pdf(string trailer) => Encoding.ASCII.GetBytes($"%PDF-1.7\n1 0 obj\nendobj\ntrailer << {trailer}>>\n%%EOF\n");

    /// <summary>Two frames of 128 kbit/s at 44.1 kHz, 417 bytes each.</summary>
    private static byte[] Mp3() => [0xFF, 0xFB, 0x90, 0, .. new byte[413], 0xFF, 0xFB, 0x90, 0, .. new byte[413]];

    private const string Relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private static string Template => Related($"{Relationships}/attachedTemplate", "https://example.org/x.dotm", "TargetMode = 'External'");

    private static string Related(string type, string target, string more = "") =>
        $"<Relationships><Relationship Id='r1' Target='{target}' {more} Type='{type}'/></Relationships>";

    private static string ContentTypes(string part, string type, string more = "") =>
        $"<Types><Override PartName=\"/{part}\" ContentType=\"application/vnd.openxmlformats-officedocument.{type}\"/>{more}</Types>";

    private static byte[] Office(string part, string type) => Zipped(("[Content_Types].xml", ContentTypes(part, type)), (part, "<x/>"));

    private static byte[] Docx(params (string Name, string Text)[] more) =>
        Docx("", [.. more.Select(one => (one.Name, Encoding.UTF8.GetBytes(one.Text)))]);

    private static byte[] Docx(string types, params (string Name, byte[] Bytes)[] more) =>
        Zipped([
            ("[Content_Types].xml", Encoding.UTF8.GetBytes(ContentTypes("word/document.xml", "wordprocessingml.document.main+xml", types))),
            ("word/document.xml", [.. "<x/>"u8]),
            .. more,
        ]);

    /// <summary>The flag of its first entry, which the table at the end does not repeat.</summary>
    private static byte[] LockedWhereItLies(byte[] zip)
    {
        zip[6] |= 1;
        return zip;
    }

    private static byte[] OpenDocument(string kind) => OpenDocument(kind, ("content.xml", "text/xml", "<x/>"));

    /// <summary>With entries of the types that its list gives them; null where it lists them not.</summary>
    private static byte[] OpenDocument(string kind, params (string Name, string? Type, string Text)[] entries) =>
        Zipped([
            ("mimetype", $"application/vnd.oasis.opendocument.{kind}"),
            (
                "META-INF/manifest.xml",
                Manifest(
                    string.Concat(
                        entries
                            .Where(entry => entry.Type is not null)
                            .Select(entry =>
                                new XElement(
                                    Listed + "file-entry",
                                    new XAttribute(Listed + "full-path", entry.Name),
                                    new XAttribute(Listed + "media-type", entry.Type!)
                                ).ToString()
                            )
                    )
                )
            ),
            .. entries.Select(entry => (entry.Name, entry.Text)),
        ]);

    private static string Manifest(string entries) => $"<m:manifest xmlns:m='{Listed}'>{entries}</m:manifest>";

    private static byte[] Zipped(params (string Name, string Text)[] entries) =>
        Zipped([.. entries.Select(entry => (entry.Name, Encoding.UTF8.GetBytes(entry.Text)))]);

    private static byte[] Zipped((string Name, byte[] Bytes)[] entries)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in entries)
            {
                using var entry = zip.CreateEntry(name, CompressionLevel.NoCompression).Open();
                entry.Write(content);
            }
        }

        return bytes.ToArray();
    }
}
