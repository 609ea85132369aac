using System.Data;
using System.Globalization;
using Dapper;

namespace OpenGov.Api.Database;

/// <summary>How Dapper reads and binds what SQLite keeps as text, and reads its numbers. Registered once, before the first query.</summary>
internal static class TypeHandlers
{
    private const string InstantFormat = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";

    public static void Register()
    {
        DefaultTypeMap.MatchNamesWithUnderscores = true;
        SqlMapper.RemoveTypeMap(typeof(DateTimeOffset));
        SqlMapper.RemoveTypeMap(typeof(DateTimeOffset?));
        SqlMapper.RemoveTypeMap(typeof(DateOnly));
        SqlMapper.RemoveTypeMap(typeof(DateOnly?));
        SqlMapper.AddTypeHandler(new DateHandler());
        SqlMapper.AddTypeHandler(new InstantHandler());

        // SQLite keeps 1.0 as a whole number and 0.5 as a real: a column's type is the property's, not its first row's.
        SqlMapper.AddTypeHandler(new NumberHandler<decimal>(Convert.ToDecimal));
        SqlMapper.AddTypeHandler(new NumberHandler<double>(Convert.ToDouble));
        SqlMapper.AddTypeHandler(new NumberHandler<long>(Convert.ToInt64));
        SqlMapper.AddTypeHandler(new NumberHandler<int>(Convert.ToInt32));
        SqlMapper.AddTypeHandler(new NumberHandler<bool>(Convert.ToBoolean));

        // A list is one text, its items joined by |; an empty one is null.
        SqlMapper.AddTypeHandler(new ListHandler<string>(item => item));
        SqlMapper.AddTypeHandler(new ListHandler<int>(item => int.Parse(item, CultureInfo.InvariantCulture)));
    }

    /// <summary>An instant as both engines store it: UTC to the millisecond, ordered as text.</summary>
    public static string Format(DateTimeOffset instant) => instant.UtcDateTime.ToString(InstantFormat, CultureInfo.InvariantCulture);

    /// <summary>An instant as it is read again.</summary>
    public static DateTimeOffset Stored(DateTimeOffset instant) =>
        new(instant.UtcTicks - (instant.UtcTicks % TimeSpan.TicksPerMillisecond), TimeSpan.Zero);

    /// <summary>A calendar date as both engines accept it.</summary>
    public static string Format(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private sealed class DateHandler : SqlMapper.TypeHandler<DateOnly>
    {
        public override DateOnly Parse(object value) =>
            value switch
            {
                DateTime instant => DateOnly.FromDateTime(instant),
                DateOnly date => date,
                _ => DateOnly.Parse(((string)value)[..10], CultureInfo.InvariantCulture),
            };

        public override void SetValue(IDbDataParameter parameter, DateOnly value)
        {
            parameter.DbType = DbType.AnsiString;
            parameter.Value = Format(value);
        }
    }

    private sealed class NumberHandler<T>(Func<object, IFormatProvider, T> convert) : SqlMapper.TypeHandler<T>
        where T : struct
    {
        public override T Parse(object value) => convert(value, CultureInfo.InvariantCulture);

        public override void SetValue(IDbDataParameter parameter, T value) => parameter.Value = value;
    }

    private sealed class ListHandler<T>(Func<string, T> convert) : SqlMapper.TypeHandler<IReadOnlyList<T>>
    {
        public override IReadOnlyList<T> Parse(object value) =>
            value is string { Length: > 0 } joined ? [.. joined.Split('|').Select(convert)] : [];

        public override void SetValue(IDbDataParameter parameter, IReadOnlyList<T>? value) =>
            throw new NotSupportedException("A list is compared with Where.In, and written by the writer of history.");
    }

    private sealed class InstantHandler : SqlMapper.TypeHandler<DateTimeOffset>
    {
        public override DateTimeOffset Parse(object value) =>
            value switch
            {
                DateTime instant => new DateTimeOffset(DateTime.SpecifyKind(instant, DateTimeKind.Utc)),
                DateTimeOffset instant => instant.ToUniversalTime(),
                _ => DateTimeOffset.Parse((string)value, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal),
            };

        public override void SetValue(IDbDataParameter parameter, DateTimeOffset value)
        {
            parameter.DbType = DbType.AnsiString;
            parameter.Value = Format(value);
        }
    }
}
