using System.Runtime.CompilerServices;
using Amazon;
using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;
using OpenGov.Api.Database;

namespace OpenGov.Api.Files;

/// <summary>Files in a bucket of S3, or of whatever speaks like it. How many bytes it may hold is the bucket's own to say.</summary>
internal sealed class S3Store : IFileStore, IDisposable
{
    private static readonly TimeSpan LongestLookup = TimeSpan.FromSeconds(3);

    private readonly AmazonS3Client client;
    private readonly string bucket;

    public S3Store(S3Settings settings)
    {
        bucket = settings.Bucket!;
        var config = new AmazonS3Config
        {
            ForcePathStyle = settings.PathStyle,
            MaxErrorRetry = 2,
            Timeout = TimeSpan.FromSeconds(30),

            // Stores that only speak like S3 know no checksums behind the body; the signature covers it.
            RequestChecksumCalculation = RequestChecksumCalculation.WHEN_REQUIRED,
            ResponseChecksumValidation = ResponseChecksumValidation.WHEN_REQUIRED,
        };
        if (settings.Endpoint is { } endpoint)
        {
            config.ServiceURL = endpoint;
            config.AuthenticationRegion = settings.Region ?? "us-east-1";
        }
        else
        {
            config.RegionEndpoint = RegionEndpoint.GetBySystemName(settings.Region);
        }

        client = settings.AccessKey is { } key
            ? new AmazonS3Client(new BasicAWSCredentials(key, settings.SecretKey), config)
            : new AmazonS3Client(config);
    }

    /// <inheritdoc />
    public IncomingFile Begin()
    {
        try
        {
            return new IncomingFile(TemporaryFiles.Create(), null);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw FileStoreException.Of("the folder for temporary files", error);
        }
    }

    /// <inheritdoc />
    public async Task<bool> KeepAsync(IncomingFile file, string sha256, FileKind kind, CancellationToken cancellationToken)
    {
        var known = await FindAsync(sha256, cancellationToken);
        file.Stream.Position = 0;

        // Put again also when it is there: it is then as young as if it were new, and whole.
        await AskAsync(() =>
            client.PutObjectAsync(
                new PutObjectRequest
                {
                    BucketName = bucket,
                    Key = StoredFile.NameOf(sha256, kind),
                    InputStream = file.Stream,
                    AutoCloseStream = false,
                    UseChunkEncoding = false,
                    ContentType = kind.MediaType,
                },
                cancellationToken
            )
        );
        return known is null;
    }

    /// <inheritdoc />
    public async Task<StoredFile?> FindAsync(string sha256, CancellationToken cancellationToken)
    {
        var request = new ListObjectsV2Request
        {
            BucketName = bucket,
            Prefix = $"{sha256[..2]}/{sha256}.",
            MaxKeys = 2,
        };
        // A write may wait for it, and others for that write.
        using var waiting = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        waiting.CancelAfter(LongestLookup);
        var found = await AskAsync(() => client.ListObjectsV2Async(request, waiting.Token), cancellationToken);
        return (found.S3Objects ?? []).Select(Stored).FirstOrDefault(file => file is not null);
    }

    /// <inheritdoc />
    public async Task<Stream?> OpenAsync(string sha256, FileKind kind, long bytes, CancellationToken cancellationToken)
    {
        var key = StoredFile.NameOf(sha256, kind);
        try
        {
            var found = await AskAsync(() => client.GetObjectMetadataAsync(bucket, key, cancellationToken));
            return found.ContentLength == bytes ? new S3Stream(this, key, bytes) : null;
        }
        catch (FileStoreException error) when (error.InnerException is AmazonS3Exception { StatusCode: System.Net.HttpStatusCode.NotFound })
        {
            return null;
        }
    }

    /// <inheritdoc />
    public async IAsyncEnumerable<StoredFile> AllAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var request = new ListObjectsV2Request { BucketName = bucket };
        do
        {
            var page = await AskAsync(() => client.ListObjectsV2Async(request, cancellationToken));
            foreach (var file in (page.S3Objects ?? []).Select(Stored).OfType<StoredFile>())
            {
                yield return file;
            }

            request.ContinuationToken = page.IsTruncated == true ? page.NextContinuationToken : null;
        } while (request.ContinuationToken is not null);
    }

    /// <inheritdoc />
    public async Task<bool> RemoveAsync(StoredFile file, CancellationToken cancellationToken)
    {
        if (await FindAsync(file.Sha256, cancellationToken) is not { } now || now.KeptAt > file.KeptAt)
        {
            return false;
        }

        await AskAsync(() => client.DeleteObjectAsync(bucket, StoredFile.NameOf(file.Sha256, file.Kind), cancellationToken));
        return true;
    }

    /// <inheritdoc />
    public void RemoveLeftovers()
    {
        // What is received lies among the temporary files, whose leftovers are removed with all others.
    }

    /// <inheritdoc />
    public void Dispose() => client.Dispose();

    internal async Task<Stream> ReadAsync(string key, long from, long to, CancellationToken cancellationToken)
    {
        var request = new GetObjectRequest
        {
            BucketName = bucket,
            Key = key,
            ByteRange = new ByteRange(from, to),
        };
        return (await AskAsync(() => client.GetObjectAsync(request, cancellationToken))).ResponseStream;
    }

    private static StoredFile? Stored(S3Object found) =>
        StoredFile.Named(
            found.Key,
            found.Size ?? 0,
            found.LastModified is { } at ? new DateTimeOffset(at.ToUniversalTime()) : DateTimeOffset.MaxValue
        );

    private static async Task<T> AskAsync<T>(Func<Task<T>> ask, CancellationToken? leaving = null)
    {
        try
        {
            return await ask();
        }
        catch (Exception error)
            when (error is AmazonServiceException or AmazonClientException or HttpRequestException or TimeoutException
                || error is OperationCanceledException && leaving is { IsCancellationRequested: false }
            )
        {
            throw new FileStoreException(
                $"the bucket (Files:S3) does not answer as it should: {error.Message.ReplaceLineEndings(" ")}",
                error
            );
        }
    }
}

/// <summary>The bytes of an object from any place on: it is asked for when the first are read.</summary>
internal sealed class S3Stream(S3Store store, string key, long length) : Stream
{
    private Stream? read;
    private long position;

    public override bool CanRead => true;

    public override bool CanSeek => true;

    public override bool CanWrite => false;

    public override long Length => length;

    public override long Position
    {
        get => position;
        set => Seek(value, SeekOrigin.Begin);
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (position >= length || buffer.Length == 0)
        {
            return 0;
        }

        read ??= await store.ReadAsync(key, position, length - 1, cancellationToken);
        var count = await read.ReadAsync(buffer, cancellationToken);
        position += count;
        return count > 0 ? count : throw new EndOfStreamException($"{key} ended before its end");
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin)
    {
        var to = origin switch
        {
            SeekOrigin.Begin => offset,
            SeekOrigin.Current => position + offset,
            _ => length + offset,
        };
        if (to != position)
        {
            read?.Dispose();
            read = null;
            position = to;
        }

        return position;
    }

    public override void Flush() { }

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            read?.Dispose();
        }

        base.Dispose(disposing);
    }
}
