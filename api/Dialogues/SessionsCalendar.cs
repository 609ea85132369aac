using System.Globalization;
using System.Text;
using OpenGov.Api.Embedding;
using OpenGov.Api.Http;
using OpenGov.Api.Lists;
using OpenGov.Api.Measures;
using OpenGov.Api.Records;

namespace OpenGov.Api.Dialogues;

/// <summary>
/// Sessions as a calendar to subscribe to (RFC 5545). A session without a known hour is an event of the whole day; a known one is of the
/// place where it is held, and stands in UTC, which every calendar reads alike.
/// </summary>
internal sealed class SessionsCalendar() : ListWriter<Session>(Format.Calendar)
{
    private const int LongestLine = 73;

    private const string Country = "America/Mexico_City";

    /// <summary>The states whose time is another than that of the capital.</summary>
    private static readonly Dictionary<string, string> Zones = new()
    {
        ["MX-BCN"] = "America/Tijuana",
        ["MX-BCS"] = "America/Mazatlan",
        ["MX-CHH"] = "America/Chihuahua",
        ["MX-NAY"] = "America/Mazatlan",
        ["MX-ROO"] = "America/Cancun",
        ["MX-SIN"] = "America/Mazatlan",
        ["MX-SON"] = "America/Hermosillo",
    };

    public override IReadOnlyList<Shape<Session>.Property> Holds => [];

    public override IReadOnlyList<Filter> Parameters { get; } = [new LanguageParameter()];

    public override async Task WriteAsync(HttpContext context, IAsyncEnumerable<Session> rows, ListRequest request, RecordFinisher finisher)
    {
        await using var text = new StreamWriter(context.Response.Body, new UTF8Encoding(false), 32 * 1024, leaveOpen: true)
        {
            NewLine = "\r\n",
        };
        var reader = LanguageParameter.Reader(context, request);
        await text.WriteLineAsync("BEGIN:VCALENDAR");
        await text.WriteLineAsync("VERSION:2.0");
        await text.WriteLineAsync("PRODID:-//OpenGov//Dialogue sessions//ES");
        await text.WriteLineAsync($"X-WR-CALNAME:{reader.In(new Words("OpenGov: sesiones", "OpenGov: sessions"))}");

        // A calendar has at least one component (RFC 5545, 3.6), also when nothing is held.
        foreach (
            var line in (string[])
                [
                    "BEGIN:VTIMEZONE",
                    $"TZID:{Country}",
                    "BEGIN:STANDARD",
                    "DTSTART:20221030T020000",
                    "TZOFFSETFROM:-0500",
                    "TZOFFSETTO:-0600",
                    "END:STANDARD",
                    "END:VTIMEZONE",
                ]
        )
        {
            await text.WriteLineAsync(line);
        }

        await foreach (var session in FinishedAsync(context, rows, finisher))
        {
            foreach (var line in Event(reader, session))
            {
                await text.WriteLineAsync(Fold(line));
            }
        }

        await text.WriteLineAsync("END:VCALENDAR");
    }

    private static IEnumerable<string> Event(WidgetRequest reader, Session session)
    {
        yield return "BEGIN:VEVENT";
        yield return $"UID:{session.Id}@opengov";
        yield return $"DTSTAMP:{session.UpdatedAt.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture)}";
        var day = session.HeldOn.ToString("yyyyMMdd", CultureInfo.InvariantCulture);
        if (TimeOnly.TryParseExact(session.StartsAt, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var hour))
        {
            var begins = Utc(session.HeldOn.ToDateTime(hour), session.StateId);
            yield return $"DTSTART:{begins.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture)}";
            yield return $"DURATION:PT{session.DurationMinutes ?? 60}M";
        }
        else
        {
            yield return $"DTSTART;VALUE=DATE:{day}";
        }

        var title = reader.Text(session.TitleEs, session.TitleEn);
        yield return $"SUMMARY;LANGUAGE={title.Language}:{Escape(title.Text!)}";
        if (reader.Text(session.AgendaEs, session.AgendaEn) is { Text: { } agenda, Language: var language })
        {
            yield return $"DESCRIPTION;LANGUAGE={language}:{Escape(agenda)}";
        }

        if (session.Place is { } place)
        {
            yield return $"LOCATION:{Escape(place)}";
        }

        // Where nobody has published the session itself, the page of whose session it is.
        var page =
            session.PlanId is { } plan ? $"/plans/{plan}"
            : session.StateId is { } state ? $"/states/{state}"
            : "/secretariats";
        yield return $"URL:{session.Url ?? reader.To(page)}";
        yield return "END:VEVENT";
    }

    /// <summary>An hour of the place; one that summer time left out is the next one.</summary>
    private static DateTime Utc(DateTime local, string? state)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(state is null ? Country : Zones.GetValueOrDefault(state, Country));
        return TimeZoneInfo.ConvertTimeToUtc(zone.IsInvalidTime(local) ? local.AddHours(1) : local, zone);
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
