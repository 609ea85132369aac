using System.IO.Compression;
using OpenGov.Api.Database;
using OpenGov.Api.Http;
using OpenGov.Api.Records;
using SpreadCheetah;
using SpreadCheetah.Styling;
using SpreadCheetah.Worksheets;

namespace OpenGov.Api.Lists;

/// <summary>Rows of plain values as a workbook, numbers as numbers and dates as dates.</summary>
internal static class XlsxTable
{
    private const int LongestCell = 32_767;
    private const int LongestName = 31;

    /// <summary>The same rows are the same bytes: neither the author's properties nor the times of the zip's parts move.</summary>
    private static readonly DateTimeOffset Timeless = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly SpreadCheetahOptions Options = new()
    {
        DefaultDateTimeFormat = NumberFormat.Custom("yyyy-mm-dd"),
        DocumentProperties = null,
        PreserveStringWhitespace = true,
        WriteCellReferenceAttributes = true,
    };

    /// <summary>A sheet behind that of the rows.</summary>
    /// <param name="Name">Its name.</param>
    /// <param name="Names">Its columns.</param>
    /// <param name="Rows">Its rows, read when those before it are written.</param>
    internal sealed record Sheet(string Name, IReadOnlyList<string> Names, Func<Task<IEnumerable<IEnumerable<object?>>>> Rows);

    /// <summary>The sheet that says what each column means.</summary>
    public static Sheet Dictionary(IEnumerable<(string Name, string? Description)> columns) =>
        new(
            "dictionary",
            ["column", "description"],
            () => Task.FromResult(columns.Select(column => (IEnumerable<object?>)[column.Name, column.Description]))
        );

    /// <summary>Writes a header and the rows, and what stands behind them.</summary>
    public static async Task WriteAsync(
        HttpContext context,
        IReadOnlyList<string> names,
        IAsyncEnumerable<IEnumerable<object?>> rows,
        params Sheet[] behind
    )
    {
        // The zip format writes its directory last; a file on disk gives the whole its length before the first byte goes out.
        await using var file = TemporaryFiles.Create();
        await using (var sheets = await Spreadsheet.CreateNewAsync(file, Options, context.RequestAborted))
        {
            var name = RequestPath.FileName(context.Request);
            await SheetAsync(sheets, name.Length > LongestName ? name[..LongestName] : name, names, rows, context.RequestAborted);
            foreach (var sheet in behind)
            {
                await SheetAsync(sheets, sheet.Name, sheet.Names, (await sheet.Rows()).ToAsyncEnumerable(), context.RequestAborted);
            }

            await sheets.FinishAsync(context.RequestAborted);
        }

        using (var zip = new ZipArchive(file, ZipArchiveMode.Update, leaveOpen: true))
        {
            foreach (var part in zip.Entries)
            {
                part.LastWriteTime = Timeless;
            }
        }

        file.Position = 0;
        context.Response.ContentLength = file.Length;
        await file.CopyToAsync(context.Response.Body, context.RequestAborted);
    }

    private static async Task SheetAsync(
        Spreadsheet sheets,
        string name,
        IReadOnlyList<string> names,
        IAsyncEnumerable<IEnumerable<object?>> rows,
        CancellationToken cancellationToken
    )
    {
        var cells = new DataCell[names.Count];
        await sheets.StartWorksheetAsync(name, new WorksheetOptions { FrozenRows = 1 }, cancellationToken);
        await sheets.AddHeaderRowAsync([.. names], token: cancellationToken);
        await foreach (var row in rows)
        {
            var place = 0;
            foreach (var value in row)
            {
                cells[place++] = Cell(value);
            }

            await sheets.AddRowAsync(cells, cancellationToken);
        }
    }

    /// <summary>A text as a cell can hold it: one that is too long says at its end how much is missing, and where it is whole.</summary>
    private static string Fitting(string text)
    {
        if (text.Length <= LongestCell)
        {
            return text;
        }

        var end = $"… [{text.Length} characters, of which a cell holds {LongestCell}; .csv and .json have them all]";
        var kept = LongestCell - end.Length;
        return $"{text[..(char.IsHighSurrogate(text[kept - 1]) ? kept - 1 : kept)]}{end}";
    }

    private static DataCell Cell(object? value) =>
        value switch
        {
            null => default,
            bool flag => new DataCell(flag),
            int whole => new DataCell(whole),
            long whole => new DataCell(whole),
            decimal number => new DataCell(Numbers.Plain(number)),
            DateOnly date => new DataCell(date.ToDateTime(TimeOnly.MinValue)),
            string text => new DataCell(Fitting(text)),
            _ => new DataCell(Fitting(CsvFormat.Cell(value) ?? "")),
        };
}
