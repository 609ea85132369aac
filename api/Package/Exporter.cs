using System.IO.Compression;
using System.Runtime.CompilerServices;
using CsvHelper;
using OpenGov.Api.Database;
using OpenGov.Api.Lists;
using OpenGov.Api.Records;

namespace OpenGov.Api.Package;

/// <summary>
/// Writes the public data as a data package: the one format in and out. The rows are sorted and written the same
/// way each time, so importing an export and exporting again gives the same bytes.
/// </summary>
public sealed class Exporter(ReadSession session)
{
    /// <summary>Name of the descriptor inside a package.</summary>
    public const string Descriptor = "datapackage.json";

    private static string DescriptorPath => Path.Combine(Schema.ShippedPackage, Descriptor);

    /// <summary>Writes a table as CSV.</summary>
    public async Task WriteTableAsync(Table table, Stream output, CancellationToken cancellationToken)
    {
        await using var csv = CsvWriter.Create(output, CsvFormat.Writing, leaveOpen: true);
        foreach (var field in table.Fields)
        {
            csv.WriteField(field.Name);
        }

        await csv.EndRecordAsync(cancellationToken);
        await foreach (var row in RowsAsync(table, cancellationToken))
        {
            foreach (var value in row)
            {
                csv.WriteField(CsvFormat.Cell(value));
            }

            await csv.EndRecordAsync(cancellationToken);
        }
    }

    /// <summary>Writes a table as Parquet.</summary>
    internal Task WriteParquetAsync(Table table, Stream output, CancellationToken cancellationToken) =>
        ParquetTable.WriteAsync(
            output,
            [.. table.Fields.Select(field => new ParquetTable.Column(field.Name, field.RowType))],
            RowsAsync(table, cancellationToken),
            cancellationToken
        );

    /// <summary>The rows of a table, sorted by their ids, each with the values of its fields.</summary>
    internal async IAsyncEnumerable<IEnumerable<object?>> RowsAsync(
        Table table,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        var sql =
            $"SELECT {string.Join(", ", table.Fields.Select(field => $"t.{field.Name}"))} FROM {table.Name} t "
            + $"ORDER BY t.id{session.Dialect.Ordinal}";
        await foreach (IDictionary<string, object?> row in session.StreamAsync<dynamic>(sql, null, cancellationToken))
        {
            yield return table.Fields.Select(field => field.FromDatabase(row[field.Name]));
        }
    }

    /// <summary>Writes the descriptor.</summary>
    public static async Task WriteDescriptorAsync(Stream output, CancellationToken cancellationToken)
    {
        await using var file = File.OpenRead(DescriptorPath);
        await file.CopyToAsync(output, cancellationToken);
    }

    /// <summary>Writes the whole package into a folder.</summary>
    public async Task WriteFolderAsync(string folder, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(folder);
        await using (var descriptor = File.Create(Path.Combine(folder, Descriptor)))
        {
            await WriteDescriptorAsync(descriptor, cancellationToken);
        }

        foreach (var table in Schema.Current.Tables)
        {
            await using var file = File.Create(Path.Combine(folder, table.Path));
            await WriteTableAsync(table, file, cancellationToken);
        }
    }

    /// <summary>Writes the whole package as a zip file.</summary>
    public async Task WriteZipAsync(Stream output, CancellationToken cancellationToken)
    {
        // Entries carry the instant of the last change, so that the same data is the same file.
        var changedAt = (await session.StateAsync(cancellationToken)).ChangedAt;
        var stamp = changedAt.Year < 1980 ? new DateTimeOffset(1980, 1, 1, 0, 0, 0, TimeSpan.Zero) : changedAt;
        await using var zip = await ZipArchive.CreateAsync(
            output,
            ZipArchiveMode.Create,
            leaveOpen: true,
            entryNameEncoding: null,
            cancellationToken
        );
        await using (var descriptor = await EntryAsync(Descriptor))
        {
            await WriteDescriptorAsync(descriptor, cancellationToken);
        }

        foreach (var table in Schema.Current.Tables)
        {
            await using var entry = await EntryAsync(table.Path);
            await WriteTableAsync(table, entry, cancellationToken);
        }

        Task<Stream> EntryAsync(string name)
        {
            var entry = zip.CreateEntry(name, CompressionLevel.Optimal);
            entry.LastWriteTime = stamp;
            return entry.OpenAsync(cancellationToken);
        }
    }
}
