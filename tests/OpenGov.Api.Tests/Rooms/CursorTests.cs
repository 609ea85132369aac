using OpenGov.Api.Lists;

namespace OpenGov.Api.Tests.Rooms;

/// <summary>Where a page ended, as the next request gives it back.</summary>
[Category("Quick")]
public sealed class CursorTests
{
    private static readonly OrderKey Title = new("title_es", "t.title_es_sort", SortKind.Name, Nullable: true);
    private static readonly OrderKey Count = new("count", "t.count", SortKind.Number);
    private static readonly OrderKey Day = new("due_date", "t.due_date", SortKind.Date, Nullable: true);
    private static readonly OrderKey Instant = new("updated_at", "t.updated_at", SortKind.Instant);
    private static readonly OrderKey Id = OrderKey.Id(alias: "t");

    [Test]
    public void A_cursor_gives_back_each_kind_of_value_as_the_database_has_it()
    {
        SortBy[] sort = [new(Title, false), new(Count, true), new(Day, false), new(Instant, false), new(Id, false)];
        object?[] row =
        [
            "Índice",
            2.50m,
            new DateOnly(2026, 1, 31),
            new DateTimeOffset(2026, 1, 31, 12, 0, 0, 5, TimeSpan.FromHours(-6)),
            "MX-DUR",
        ];
        var kept = row.Select((value, i) => ListQueries.ToCursor(sort[i].Key.Kind, value)).ToList();
        Assert.That(kept, Is.EqualTo((string[])["indice", "2.5", "2026-01-31", "2026-01-31T18:00:00.005Z", "MX-DUR"]));
        var cursor = new Cursor(7, kept, "list").ToString();
        Assert.That(Cursor.TryRead(cursor, "list", sort, out var at, out var after), Is.True);
        Assert.That(at, Is.EqualTo(7));
        Assert.That(after, Is.EqualTo((object?[])["indice", 2.5m, "2026-01-31", "2026-01-31T18:00:00.005Z", "MX-DUR"]));
    }

    [Test]
    public void What_is_not_known_stays_unknown()
    {
        SortBy[] sort = [new(Day, false), new(Count, false)];
        var kept = sort.Select(by => ListQueries.ToCursor(by.Key.Kind, null)).ToList();
        Assert.That(kept, Is.All.Null);
        Assert.That(Cursor.TryRead(new Cursor(0, kept, "list").ToString(), "list", sort, out var at, out var after), Is.True);
        Assert.That((at, after.Count), Is.EqualTo((0L, 2)));
        Assert.That(after.Some(), Is.All.Null);
    }

    [Test]
    public void A_cursor_that_this_list_did_not_give_is_none()
    {
        SortBy[] sort = [new(Count, false)];
        string[] wrong =
        [
            "",
            "!",
            "x",
            new Cursor(1, ["5"], "another").ToString(),
            new Cursor(-1, ["5"], "list").ToString(),
            new Cursor(1, [], "list").ToString(),
            new Cursor(1, ["5", "6"], "list").ToString(),
            new Cursor(1, ["many"], "list").ToString(),
            new Cursor(1, null!, "list").ToString(),
        ];
        foreach (var cursor in wrong)
        {
            Assert.That(Cursor.TryRead(cursor, "list", sort, out var at, out var after), Is.False, cursor);
            Assert.That((at, after.Count), Is.EqualTo((0L, 0)), cursor);
        }

        Assert.That(Cursor.TryRead(new Cursor(1, ["5"], "list").ToString(), "list", sort, out _, out _), Is.True);
    }

    [Test]
    public void Lists_of_another_path_filter_order_or_day_are_others_and_the_order_of_filters_is_none()
    {
        KeyValuePair<string, IReadOnlyList<string>> level = new("level", ["local", "national"]);
        KeyValuePair<string, IReadOnlyList<string>> plan = new("plan", ["MX-NAP4"]);
        SortBy[] byCount = [new(Count, false), new(Id, false)];
        string[] all =
        [
            Cursor.Fingerprint("/plans", [level, plan], byCount, null),
            Cursor.Fingerprint("/states", [level, plan], byCount, null),
            Cursor.Fingerprint("/plans", [level], byCount, null),
            Cursor.Fingerprint("/plans", [level, new("plan", ["MX-NAP3"])], byCount, null),
            Cursor.Fingerprint("/plans", [new("level", ["local"]), plan], byCount, null),
            Cursor.Fingerprint("/plans", [level, plan], [new(Count, true), new(Id, false)], null),
            Cursor.Fingerprint("/plans", [level, plan], [new(Id, false)], null),
            Cursor.Fingerprint("/plans", [level, plan], byCount, new DateOnly(2026, 1, 31)),
        ];
        Assert.That(all, Is.Unique.And.All.Length.EqualTo(16));
        Assert.That(Cursor.Fingerprint("/plans", [plan, level], byCount, null), Is.EqualTo(all[0]));
    }

    [Test]
    public void An_id_is_named_with_what_the_list_calls_its_table()
    {
        Assert.That((Id.Name, Id.Sql, Id.Kind, Id.Nullable), Is.EqualTo(("id", "t.id", SortKind.Text, false)));
        Assert.That(OrderKey.Id().Sql, Is.EqualTo("id"));
        Assert.That(OrderKey.Id("number", "c").Sql, Is.EqualTo("c.number"));
    }
}
