using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace OpenGov.Api.Embedding;

/// <summary>The colours of the dashboard, from the one file that both read (<c>web-client/src/tokens.css</c>).</summary>
internal static partial class DesignTokens
{
    /// <summary>The file, as it stands in a widget's own styles.</summary>
    public static string Css { get; } = EmbeddedFile.Text("tokens.css");

    /// <summary>The style of the marks, in widgets as in pages.</summary>
    public static string Marks { get; } = EmbeddedFile.Text("marks.css");

    private static readonly FrozenDictionary<string, (string Light, string Dark)> Colours = Pair()
        .Matches(Css)
        .ToFrozenDictionary(match => match.Groups[1].Value, match => (match.Groups[2].Value, match.Groups[3].Value));

    /// <summary>A colour in the light theme, <c>#rrggbb</c>.</summary>
    public static string Light(string name) => Colours[name].Light;

    /// <summary>A colour in the dark theme, <c>#rrggbb</c>.</summary>
    public static string Dark(string name) => Colours[name].Dark;

    [GeneratedRegex(@"--([a-z0-9-]+):\s*light-dark\((#[0-9a-f]{6}),\s*(#[0-9a-f]{6})\)", RegexOptions.CultureInvariant)]
    private static partial Regex Pair();
}

/// <summary>Files that are part of the program.</summary>
internal static class EmbeddedFile
{
    /// <summary>The text of one.</summary>
    public static string Text(string name)
    {
        using var reader = new StreamReader(Open(name));
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }

    /// <summary>The bytes of one.</summary>
    public static byte[] Bytes(string name)
    {
        using var stream = Open(name);
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }

    private static Stream Open(string name) =>
        typeof(EmbeddedFile).Assembly.GetManifestResourceStream($"embedding/{name}")
        ?? throw new InvalidOperationException($"The file {name} is not part of the program.");
}
