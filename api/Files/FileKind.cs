namespace OpenGov.Api.Files;

/// <summary>A kind of file that is kept, which its content alone tells. The table of all of them is the only place that names them.</summary>
/// <param name="MediaType">What it is served as.</param>
/// <param name="Extensions">What its names may end with; the first is added to a name that ends otherwise.</param>
/// <param name="Title">What people call it.</param>
internal sealed record FileKind(string MediaType, IReadOnlyList<string> Extensions, string Title)
{
    /// <summary>All of them. Nothing that a reader's machine runs, and nothing that a browser draws with scripts in it, is among them.</summary>
    public static IReadOnlyList<FileKind> All { get; } =
    [
        new("application/pdf", ["pdf"], "PDF"),
        new("image/png", ["png"], "PNG"),
        new("image/jpeg", ["jpg", "jpeg"], "JPEG"),
        new("image/gif", ["gif"], "GIF"),
        new("image/webp", ["webp"], "WebP"),
        new("application/vnd.openxmlformats-officedocument.wordprocessingml.document", ["docx"], "DOCX"),
        new("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", ["xlsx"], "XLSX"),
        new("application/vnd.openxmlformats-officedocument.presentationml.presentation", ["pptx"], "PPTX"),
        new("application/vnd.oasis.opendocument.text", ["odt"], "ODT"),
        new("application/vnd.oasis.opendocument.spreadsheet", ["ods"], "ODS"),
        new("application/vnd.oasis.opendocument.presentation", ["odp"], "ODP"),
        new("audio/mpeg", ["mp3"], "MP3"),
        new("video/mp4", ["mp4", "m4a", "m4v"], "MP4"),
        new("text/plain", ["txt", "csv", "tsv", "md", "json"], "TXT, CSV, TSV, MD, JSON (UTF-8)"),
    ];

    private static readonly Dictionary<string, FileKind> ByType = All.ToDictionary(kind => kind.MediaType);

    /// <summary>Longest name of a file.</summary>
    public const int LongestName = 200;

    /// <summary>What they are called, for who gave another.</summary>
    public static IReadOnlyList<string> Titles { get; } = [.. All.Select(kind => kind.Title)];

    /// <summary>What the file is called in the store, behind its hash.</summary>
    public string Extension => Extensions[0];

    /// <summary>The kind of a media type; null for a type that is not kept.</summary>
    public static FileKind? Of(string? mediaType) => mediaType is not null ? ByType.GetValueOrDefault(mediaType) : null;

    /// <summary>The kind that is called so in the store; null for none.</summary>
    public static FileKind? OfExtension(string extension) => All.FirstOrDefault(kind => kind.Extension == extension);

    /// <summary>A name that ends as names of the kind do.</summary>
    public string NameFor(string given) =>
        Extensions.Contains(Path.GetExtension(given).TrimStart('.').ToLowerInvariant()) ? given : $"{given}.{Extension}";
}
