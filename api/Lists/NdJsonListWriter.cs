using System.Text.Json;
using OpenGov.Api.Http;
using OpenGov.Api.Records;

namespace OpenGov.Api.Lists;

/// <summary>NDJSON: the records as in the list, one on a line.</summary>
internal sealed class NdJsonListWriter<TRecord>() : ListWriter<TRecord>(Format.NdJson)
    where TRecord : ListItem
{
    private const int FlushAt = 64 * 1024;

    public override IReadOnlyList<Shape<TRecord>.Property> Holds => Shape<TRecord>.Properties;

    public override async Task WriteAsync(HttpContext context, IAsyncEnumerable<TRecord> rows, ListRequest request, RecordFinisher finisher)
    {
        var body = context.Response.BodyWriter;
        var unflushed = 0L;
        await foreach (var row in FinishedAsync(context, rows, finisher))
        {
            using (var writer = new Utf8JsonWriter(body, new JsonWriterOptions { Encoder = Json.Options.Encoder }))
            {
                Shape<TRecord>.Write(writer, row, request.Fields);
                writer.Flush();
                unflushed += writer.BytesCommitted + 1;
            }

            body.GetSpan(1)[0] = (byte)'\n';
            body.Advance(1);
            if (unflushed > FlushAt)
            {
                await body.FlushAsync(context.RequestAborted);
                unflushed = 0;
            }
        }

        await body.FlushAsync(context.RequestAborted);
    }
}
