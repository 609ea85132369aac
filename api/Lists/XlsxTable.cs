using System.IO.Compression;
using OpenGov.Api.Database;
using OpenGov.Api.Http;
using OpenGov.Api.Records;
using SpreadCheetah;
using SpreadCheetah.Styling;
using SpreadCheetah.Worksheets;

namespace OpenGov.Api.Lists;

/// <summary>Rows of plain values as a workbook of one sheet, numbers as numbers and dates as dates.</summary>
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

    /// <summary>Writes a header and the rows.</summary>
    public static async Task WriteAsync(HttpContext context, IReadOnlyList<string> names, IAsyncEnumerable<IEnumerable<object?>> rows)
    {
        var cells = new DataCell[names.Count];

        // The zip format writes its directory last; a file on disk gives the whole its length before the first byte goes out.
        await using var file = TemporaryFiles.Create();
        await using (var sheets = await Spreadsheet.CreateNewAsync(file, Options, context.RequestAborted))
        {
            var name = RequestPath.FileName(context.Request);
            await sheets.StartWorksheetAsync(
                name.Length > LongestName ? name[..LongestName] : name,
                new WorksheetOptions { FrozenRows = 1 },
                context.RequestAborted
            );
            await sheets.AddHeaderRowAsync([.. names], token: context.RequestAborted);
            await foreach (var row in rows)
            {
                var place = 0;
                foreach (var value in row)
                {
                    cells[place++] = Cell(value);
                }

                await sheets.AddRowAsync(cells, context.RequestAborted);
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
