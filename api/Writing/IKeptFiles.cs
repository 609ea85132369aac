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
