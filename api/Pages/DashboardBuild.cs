using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Extensions.FileProviders;

namespace OpenGov.Api.Pages;

/// <summary>Reads the built dashboard: the page that it is, in the parts between which the service writes.</summary>
internal sealed partial class DashboardBuild(IFileProvider files)
{
    private const string HeadBegins = "<!--head-->";
    private const string HeadEnds = "<!--/head-->";
    private const string ShellBegins = "<!--shell-->";
    private const string ShellEnds = "<!--/shell-->";

    private volatile BuiltDashboard? built;

    /// <summary>The files as they are now; a new build is read without a restart.</summary>
    public BuiltDashboard? Read()
    {
        var (index, list, config) = (files.GetFileInfo("index.html"), files.GetFileInfo("pages.json"), files.GetFileInfo("config.json"));
        if (!index.Exists || !list.Exists || !config.Exists)
        {
            return null;
        }

        (DateTimeOffset, DateTimeOffset, DateTimeOffset) at = (index.LastModified, list.LastModified, config.LastModified);
        if (built is { } last && last.At == at)
        {
            return last;
        }

        var html = Text(index);
        string[] marks = [HeadBegins, HeadEnds, ShellBegins, ShellEnds];
        var places = marks.Select(mark => html.IndexOf(mark, StringComparison.Ordinal)).ToList();
        if (places.Contains(-1) || !places.SequenceEqual(places.Order()))
        {
            throw new InvalidDataException(
                $"index.html of the dashboard lacks one of {string.Join(", ", marks)}. Build it again with scripts/run.sh."
            );
        }

        var pages = PageList.Read(list);
        var configured = JsonDocument.Parse(Text(config)).RootElement;
        return built = new BuiltDashboard
        {
            Before = html[..places[0]],
            Between = html[(places[1] + HeadEnds.Length)..places[2]],
            After = html[(places[3] + ShellEnds.Length)..],
            Still = InlineScript().Replace(html[(places[3] + ShellEnds.Length)..], ""),
            Scripts = [.. InlineScript().Matches(html).Select(script => ScriptHash(script.Groups[1].Value))],
            Pages = pages,
            Api = configured.GetProperty("api").GetString()?.TrimEnd('/') ?? "",
            Site = configured.TryGetProperty("site", out var site) ? site.Deserialize<Site>() ?? new() : new(),
            Styles = pages
                .Pages.SelectMany(page => page.Code)
                .Where(file => file.EndsWith(".css", StringComparison.Ordinal))
                .Distinct()
                .ToDictionary(file => file, file => Text(files.GetFileInfo(file))),
            At = at,
        };
    }

    private static string Text(IFileInfo file)
    {
        using var reader = new StreamReader(file.CreateReadStream(), Encoding.UTF8);
        return reader.ReadToEnd().Trim();
    }

    /// <summary>By its hash the browser knows a script that the service wrote from one that somebody smuggled in.</summary>
    public static string ScriptHash(string script) => $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(script)))}'";

    [GeneratedRegex("<script>(.*?)</script>", RegexOptions.Singleline)]
    private static partial Regex InlineScript();
}

/// <summary>The built dashboard.</summary>
internal sealed record BuiltDashboard
{
    /// <summary>The page before what is said of it.</summary>
    public required string Before { get; init; }

    /// <summary>From there to what is seen before its code has run.</summary>
    public required string Between { get; init; }

    /// <summary>And after it.</summary>
    public required string After { get; init; }

    /// <summary>What is after it in a page that its code does not take over.</summary>
    public required string Still { get; init; }

    /// <summary>Hashes of the scripts that stand in every page.</summary>
    public required IReadOnlyList<string> Scripts { get; init; }

    public required PageList Pages { get; init; }

    /// <summary>Origin of the API as <c>config.json</c> has it; empty for this one.</summary>
    public required string Api { get; init; }

    /// <summary>Who runs the site, as <c>config.json</c> has it.</summary>
    public required Site Site { get; init; }

    /// <summary>Style sheets of the pages, by address.</summary>
    public required IReadOnlyDictionary<string, string> Styles { get; init; }

    /// <summary>When the files were written.</summary>
    public required (DateTimeOffset Index, DateTimeOffset List, DateTimeOffset Config) At { get; init; }
}
