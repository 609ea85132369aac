using CsvHelper;
using OpenGov.Api.Http;
using OpenGov.Api.Records;

namespace OpenGov.Api.Lists;

/// <summary>Rows of plain values as CSV, one after the other.</summary>
internal static class CsvTable
{
    /// <summary>Writes a header and the rows. `bom=true` in the address begins with a byte-order mark.</summary>
    public static async Task WriteAsync(HttpContext context, IReadOnlyList<string> names, IAsyncEnumerable<IEnumerable<object?>> rows)
    {
        var bom = context.Request.Query.Given("bom") == "true";
        await using var csv = CsvWriter.Create(context.Response.Body, CsvFormat.Writing with { WriteByteOrderMark = bom }, leaveOpen: true);
        foreach (var name in names)
        {
            csv.WriteField(name);
        }

        await csv.EndRecordAsync(context.RequestAborted);
        await foreach (var row in rows)
        {
            foreach (var value in row)
            {
                csv.WriteField(CsvFormat.Cell(value));
            }

            await csv.EndRecordAsync(context.RequestAborted);
        }
    }
}
