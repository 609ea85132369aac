using System.Globalization;
using OpenGov.Api.Records;

namespace OpenGov.Api.Dialogues;

/// <summary>What a good session is.</summary>
internal sealed class SessionRules : IRecordRules
{
    public string Table => "sessions";

    public IEnumerable<RecordError> Broken(IReadOnlyDictionary<string, object?> record)
    {
        if (RecordDates.OutOfOrder(record, "announced_on", "held_on") is { } order)
        {
            yield return order;
        }

        if (
            record["starts_at"] is string time
            && !TimeOnly.TryParseExact(time, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out _)
        )
        {
            var shown = RecordError.Shown(time);
            yield return new(ErrorCodes.WrongForm, $"“{shown}” is no time of a day. Write it as 17:30.")
            {
                Field = "starts_at",
                Value = shown,
            };
        }
    }
}
