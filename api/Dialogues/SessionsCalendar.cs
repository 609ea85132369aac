using System.Globalization;
using System.Text;
using OpenGov.Api.Http;
using OpenGov.Api.Lists;
using OpenGov.Api.Records;

namespace OpenGov.Api.Dialogues;

/// <summary>Sessions as a calendar to subscribe to (RFC 5545). A session without a known hour is an event of the whole day.</summary>
internal sealed class SessionsCalendar() : ListWriter<Session>(Format.Calendar)
{
    private const int LongestLine = 73;

    public override IReadOnlyList<Shape<Session>.Property> Holds => [];

    public override async Task WriteAsync(HttpContext context, IAsyncEnumerable<Session> rows, ListRequest request, RecordFinisher finisher)
    {
        await using var text = new StreamWriter(context.Response.Body, new UTF8Encoding(false), 32 * 1024, leaveOpen: true)
        {
            NewLine = "\r\n",
        };
        await text.WriteLineAsync("BEGIN:VCALENDAR");
        await text.WriteLineAsync("VERSION:2.0");
        await text.WriteLineAsync("PRODID:-//OpenGov//Dialogue sessions//ES");
        await text.WriteLineAsync("X-WR-CALNAME:OpenGov: sesiones · sessions");
        await foreach (var session in FinishedAsync(context, rows, finisher))
        {
            foreach (var line in Event(session))
            {
                await text.WriteLineAsync(Fold(line));
            }
        }

        await text.WriteLineAsync("END:VCALENDAR");
    }

    private static IEnumerable<string> Event(Session session)
    {
        yield return "BEGIN:VEVENT";
        yield return $"UID:{session.Id}@opengov";
        yield return $"DTSTAMP:{session.UpdatedAt.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture)}";
        var day = session.HeldOn.ToString("yyyyMMdd", CultureInfo.InvariantCulture);
        if (TimeOnly.TryParseExact(session.StartsAt, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var hour))
        {
            // A time without a zone is local wherever the calendar is read: sessions are held in the state's own time.
            yield return $"DTSTART:{day}T{hour.ToString("HHmmss", CultureInfo.InvariantCulture)}";
            yield return $"DURATION:PT{session.DurationMinutes ?? 60}M";
        }
        else
        {
            yield return $"DTSTART;VALUE=DATE:{day}";
        }

        yield return $"SUMMARY:{Escape(session.TitleEs)}";
        if (session.AgendaEs is { } agenda)
        {
            yield return $"DESCRIPTION:{Escape(agenda)}";
        }

        if (session.Place is { } place)
        {
            yield return $"LOCATION:{Escape(place)}";
        }

        yield return $"URL:{session.Url ?? session.Links["self"]}";
        yield return "END:VEVENT";
    }

    private static string Escape(string text) =>
        text.Replace("\\", "\\\\", StringComparison.Ordinal)
            .Replace(";", "\\;", StringComparison.Ordinal)
            .Replace(",", "\\,", StringComparison.Ordinal)
            .Replace("\r\n", "\\n", StringComparison.Ordinal)
            .Replace("\n", "\\n", StringComparison.Ordinal);

    /// <summary>Lines have at most 75 bytes; a longer one goes on after a line break and a space.</summary>
    private static string Fold(string line)
    {
        var folded = new StringBuilder();
        var bytes = 0;
        foreach (var rune in line.EnumerateRunes())
        {
            if (bytes + rune.Utf8SequenceLength > LongestLine)
            {
                folded.Append("\r\n ");
                bytes = 1;
            }

            folded.Append(rune);
            bytes += rune.Utf8SequenceLength;
        }

        return folded.ToString();
    }
}
