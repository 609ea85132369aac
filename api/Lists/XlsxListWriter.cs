using MiniExcelLibs;
using MiniExcelLibs.OpenXml;
using OpenGov.Api.Database;
using OpenGov.Api.Http;
using OpenGov.Api.Records;

namespace OpenGov.Api.Lists;

/// <summary>XLSX: the columns of the CSV in one sheet, numbers as numbers.</summary>
internal sealed class XlsxListWriter<TRecord>() : ListWriter<TRecord>(Format.Xlsx)
    where TRecord : ListItem
{
    private const int LongestCell = 32_767;

    public override IReadOnlyList<Shape<TRecord>.Property> Holds => Shape<TRecord>.Columns;

    public override async Task WriteAsync(HttpContext context, IAsyncEnumerable<TRecord> rows, ListRequest request, RecordFinisher finisher)
    {
        var columns = Shape<TRecord>.ColumnsOf(request.Fields);

        // The zip format writes its directory last and synchronously; a file on disk keeps that off the connection.
        await using var file = TemporaryFiles.Create();
        var name = RequestPath.LastName(context.Request);
        using (var table = new RowReader(columns, rows.ToBlockingEnumerable(context.RequestAborted)))
        {
            // On a thread of its own, since the library reads and writes without giving its thread back.
            var configuration = new OpenXmlConfiguration { AutoFilter = true, TableStyles = TableStyles.None, EnableWriteNullValueCell = false };
            await Task.Factory.StartNew(
                () => file.SaveAs(table, sheetName: name.Length > 31 ? name[..31] : name, configuration: configuration),
                context.RequestAborted,
                TaskCreationOptions.LongRunning,
                TaskScheduler.Default);
        }

        file.Position = 0;
        context.Response.ContentLength = file.Length;
        await file.CopyToAsync(context.Response.Body, context.RequestAborted);
    }

    private static object? Cell(object? value) => value switch
    {
        null or bool or int or long => value,
        decimal number => Numbers.Plain(number),

        // MiniExcel writes what begins with $= as a formula.
        string text => (text.StartsWith("$=", StringComparison.Ordinal) ? $"'{text}" : text) is var safe && safe.Length > LongestCell ? safe[..LongestCell] : safe,
        _ => CsvFormat.Cell(value),
    };

    /// <summary>The rows as a data reader, which MiniExcel reads once and forwards only.</summary>
    private sealed class RowReader(IReadOnlyList<Shape<TRecord>.Property> columns, IEnumerable<TRecord> rows) : System.Data.Common.DbDataReader
    {
        private readonly IEnumerator<TRecord> rows = rows.GetEnumerator();

        public override int FieldCount => columns.Count;

        public override bool HasRows => true;

        public override bool IsClosed => false;

        public override int RecordsAffected => -1;

        public override int Depth => 0;

        public override object this[int ordinal] => GetValue(ordinal);

        public override object this[string name] => GetValue(GetOrdinal(name));

        public override bool Read() => rows.MoveNext();

        public override bool NextResult() => false;

        public override string GetName(int ordinal) => columns[ordinal].Name;

        public override int GetOrdinal(string name) => columns.Select((column, i) => (column.Name, i)).First(pair => pair.Name == name).i;

        public override object GetValue(int ordinal) => Cell(columns[ordinal].Get(rows.Current)) ?? DBNull.Value;

        public override bool IsDBNull(int ordinal) => GetValue(ordinal) is DBNull;

        public override Type GetFieldType(int ordinal) => typeof(object);

        public override string GetDataTypeName(int ordinal) => "object";

        public override int GetValues(object[] values)
        {
            for (var i = 0; i < columns.Count; i++)
            {
                values[i] = GetValue(i);
            }

            return columns.Count;
        }

        public override bool GetBoolean(int ordinal) => (bool)GetValue(ordinal);

        public override byte GetByte(int ordinal) => throw new NotSupportedException();

        public override long GetBytes(int ordinal, long dataOffset, byte[]? buffer, int bufferOffset, int length) => throw new NotSupportedException();

        public override char GetChar(int ordinal) => throw new NotSupportedException();

        public override long GetChars(int ordinal, long dataOffset, char[]? buffer, int bufferOffset, int length) => throw new NotSupportedException();

        public override DateTime GetDateTime(int ordinal) => throw new NotSupportedException();

        public override decimal GetDecimal(int ordinal) => throw new NotSupportedException();

        public override double GetDouble(int ordinal) => (double)GetValue(ordinal);

        public override float GetFloat(int ordinal) => throw new NotSupportedException();

        public override Guid GetGuid(int ordinal) => throw new NotSupportedException();

        public override short GetInt16(int ordinal) => throw new NotSupportedException();

        public override int GetInt32(int ordinal) => (int)GetValue(ordinal);

        public override long GetInt64(int ordinal) => (long)GetValue(ordinal);

        public override string GetString(int ordinal) => (string)GetValue(ordinal);

        public override System.Collections.IEnumerator GetEnumerator() => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            rows.Dispose();
            base.Dispose(disposing);
        }
    }
}
