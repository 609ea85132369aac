using System.Text.Json;
using OpenGov.Api.Records;

namespace OpenGov.Api.Writing;

/// <summary>The files that are kept, for records that name one by its hash.</summary>
internal interface IKeptFiles
{
    /// <summary>The file; null when none has that hash.</summary>
    /// <exception cref="WriteRefusal">That cannot be found out now.</exception>
    Task<KeptFile?> FindAsync(string sha256, CancellationToken cancellationToken);
}

/// <summary>What is known of a file that is kept.</summary>
/// <param name="Type">Its media type, as its content shows.</param>
/// <param name="Bytes">Its size.</param>
/// <param name="NameFor">A name that ends as names of its type do.</param>
internal sealed record KeptFile(string Type, long Bytes, Func<string, string> NameFor);

/// <summary>The files that the writes of a request name, looked up at once; any other is asked for when it is needed.</summary>
internal sealed class FoundFiles : IKeptFiles
{
    private readonly Dictionary<string, KeptFile?> found = [];
    private readonly IKeptFiles files;

    private FoundFiles(IKeptFiles files) => this.files = files;

    /// <summary>Looks up what the bodies of writes name.</summary>
    /// <exception cref="WriteRefusal">That cannot be found out now.</exception>
    public static async Task<FoundFiles> NamedByAsync(IReadOnlyList<Write> writes, IKeptFiles files, CancellationToken cancellationToken)
    {
        var all = new FoundFiles(files);
        foreach (
            var sha256 in writes
                .Select(write => write.Body)
                .OfType<JsonElement>()
                .Where(body => body.ValueKind == JsonValueKind.Object)
                .Select(body =>
                    body.TryGetProperty("file_sha256", out var named) && named.ValueKind == JsonValueKind.String ? named : default
                )
                .Where(named => named.ValueKind == JsonValueKind.String)
                .Select(FieldReader.TextOf)
                .OfType<string>()
                .Where(named => named.Length == 64 && named.All(char.IsAsciiHexDigitLower))
                .Distinct()
        )
        {
            all.found[sha256] = await files.FindAsync(sha256, cancellationToken);
        }

        return all;
    }

    /// <inheritdoc />
    public async Task<KeptFile?> FindAsync(string sha256, CancellationToken cancellationToken) =>
        found.TryGetValue(sha256, out var known) ? known : await files.FindAsync(sha256, cancellationToken);
}
