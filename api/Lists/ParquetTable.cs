using System.Globalization;
using OpenGov.Api.Database;
using OpenGov.Api.Records;
using Parquet;
using Parquet.Schema;

namespace OpenGov.Api.Lists;

/// <summary>
/// Rows of plain values as Parquet, each column of its type and every value null when it is unknown. What has no type there (lists,
/// values by their names) is the text that a cell of the CSV has, without its guard against formulas.
/// </summary>
internal static class ParquetTable
{
    /// <summary>Rows that are held before they are written.</summary>
    private const int RowsInAGroup = 20_000;

    private static readonly ParquetOptions Options = new() { CompressionMethod = CompressionMethod.Snappy };

    /// <summary>A column.</summary>
    /// <param name="Name">Its name.</param>
    /// <param name="Type">Type of its values.</param>
    /// <param name="Description">What it means.</param>
    internal sealed record Column(string Name, Type Type, string? Description = null);

    /// <summary>Sends the rows as a file.</summary>
    public static async Task SendAsync(HttpContext context, IReadOnlyList<Column> columns, IAsyncEnumerable<IEnumerable<object?>> rows)
    {
        // The format writes its directory last; a file on disk gives the whole its length before the first byte goes out.
        await using var file = TemporaryFiles.Create();
        await WriteAsync(file, columns, rows, context.RequestAborted);
        file.Position = 0;
        context.Response.ContentLength = file.Length;
        await file.CopyToAsync(context.Response.Body, context.RequestAborted);
    }

    /// <summary>Writes the rows.</summary>
    public static async Task WriteAsync(
        Stream output,
        IReadOnlyList<Column> columns,
        IAsyncEnumerable<IEnumerable<object?>> rows,
        CancellationToken cancellationToken
    )
    {
        List<Values> held = [.. columns.Select(Values.Of)];
        await using var writer = await ParquetWriter.CreateAsync(
            new ParquetSchema([.. held.Select(values => values.Column)]),
            output,
            Options,
            append: false,
            cancellationToken
        );
        var count = 0;
        await foreach (var row in rows.WithCancellation(cancellationToken))
        {
            var place = 0;
            foreach (var value in row)
            {
                held[place++].Add(value);
            }

            if (++count == RowsInAGroup)
            {
                await GroupAsync();
                count = 0;
            }
        }

        await GroupAsync();

        async Task GroupAsync()
        {
            using var group = writer.CreateRowGroup();
            foreach (var values in held)
            {
                await values.WriteAsync(group, cancellationToken);
            }

            group.CompleteValidate();
        }
    }

    /// <summary>The values of a column that are not written yet.</summary>
    private abstract class Values(DataField column)
    {
        public DataField Column => column;

        public abstract void Add(object? value);

        public abstract Task WriteAsync(ParquetRowGroupWriter group, CancellationToken cancellationToken);

        public static Values Of(ParquetTable.Column column)
        {
            var type = Nullable.GetUnderlyingType(column.Type) ?? column.Type;
            return type == typeof(bool) ? new Typed<bool>(OrNull(typeof(bool)), value => (bool)value)
                : type == typeof(int) || type == typeof(long)
                    ? new Typed<long>(OrNull(typeof(long)), value => Convert.ToInt64(value, CultureInfo.InvariantCulture))
                : type == typeof(decimal) || type == typeof(double)
                    ? new Typed<double>(OrNull(typeof(double)), value => Convert.ToDouble(value, CultureInfo.InvariantCulture))
                : type == typeof(DateOnly) ? new Typed<DateOnly>(OrNull(typeof(DateOnly)), value => (DateOnly)value)
                : type == typeof(DateTimeOffset)
                    ? new Typed<DateTime>(
                        new DateTimeDataField(
                            column.Name,
                            DateTimeFormat.Timestamp,
                            isAdjustedToUTC: true,
                            DateTimeTimeUnit.Micros,
                            isNullable: true
                        ),
                        value => ((DateTimeOffset)value).UtcDateTime
                    )
                : new Texts(OrNull(typeof(string)));

            DataField OrNull(Type of) => new(column.Name, of, isNullable: true);
        }
    }

    private sealed class Typed<T>(DataField column, Func<object, T> read) : Values(column)
        where T : struct
    {
        private readonly List<T?> values = [];

        public override void Add(object? value) => values.Add(value is null ? null : read(value));

        public override async Task WriteAsync(ParquetRowGroupWriter group, CancellationToken cancellationToken)
        {
            await group.WriteAsync<T>(Column, values.ToArray().AsMemory(), cancellationToken: cancellationToken);
            values.Clear();
        }
    }

    private sealed class Texts(DataField column) : Values(column)
    {
        private readonly List<string?> values = [];

        /// <summary>A list of none is unknown, as it is on record.</summary>
        public override void Add(object? value) =>
            values.Add(
                value is string text ? text
                : CsvFormat.Cell(value) is { Length: > 0 } cell ? CsvFormat.Unguard(cell)
                : null
            );

        public override async Task WriteAsync(ParquetRowGroupWriter group, CancellationToken cancellationToken)
        {
            await group.WriteAsync(Column, values!);
            values.Clear();
        }
    }
}
