using OpenGov.Api.Records;

namespace OpenGov.Api.Tests.Oracles;

/// <summary>Words looked for in everything and in a list.</summary>
[Parallelizable]
internal sealed class SearchTests(string provider, string kind) : OracleFixture(provider, kind)
{
    /// <summary>Lists whose records are found by their words, and the table of each.</summary>
    private static readonly (string List, string Table)[] Lists =
    [
        ("commitments", "commitments"),
        ("plans", "plans"),
        ("organizations", "organizations"),
        ("secretariats", "secretariats"),
        ("states", "states"),
        ("practices", "practices"),
        ("dialogues/sessions", "sessions"),
        ("dialogues/agreements", "agreements"),
        ("dialogues/proposals", "proposals"),
    ];

    [Test]
    public async Task A_search_finds_what_an_oracle_finds_in_its_order()
    {
        for (var i = 0; i < 100; i++)
        {
            var day = Dice.Chance(70) ? Region.Today : Dice.Of(Region.Days);
            var query = RandomQuery(Region.Today);
            var wanted = SearchOracle.Search(query, day);
            var address = $"search?q={Uri.EscapeDataString(query)}&limit={Dice.Of([3, 50, 500])}";
            if (Dice.Chance(30))
            {
                var kinds = Dice.Some(SearchOracle.Titles.Keys.Order(StringComparer.Ordinal).ToList(), 4);
                wanted = [.. wanted.Where(one => kinds.Contains(one.Kind))];
                address += $"&kind={string.Join(',', kinds)}";
            }

            if (Dice.Chance(30))
            {
                var states = Dice.Some(Region.Today.All("states").Select(row => row.Id).Append("no_data").ToList(), 2);
                wanted = [.. wanted.Where(one => states.Contains(SearchOracle.StateOf(one.Row, day) ?? "no_data"))];
                address += $"&state={string.Join(',', states)}";
            }

            address = At(day, address);
            var found = await Region.App.AllAsync(wanted.Count > 12 ? address.Replace("limit=3&", "limit=500&") : address);
            Compare(
                address,
                wanted.Select(one => $"{one.Kind}:{one.Row.Id} {SearchOracle.StateOf(one.Row, day)} {one.Score}"),
                found.Select(one =>
                    $"{one.GetProperty("kind")}:{one.GetProperty("record_id")} {one.GetProperty("state_id")} {one.GetProperty("score")}"
                )
            );
        }

        AssertNoFault();
    }

    [Test]
    public async Task The_words_of_a_list_find_what_an_oracle_finds()
    {
        for (var i = 0; i < 100; i++)
        {
            var day = Dice.Chance(60) ? Region.Today : Dice.Of(Region.Days);
            var (list, table) = Dice.Of(Lists);
            var query = RandomQuery(Region.Today);
            var terms = SearchOracle.Terms(query);
            var address = At(day, $"{list}?q={Uri.EscapeDataString(query)}&limit=500&sort=id&fields=id");
            var found = (await Region.App.AllAsync(address)).Select(one => one.GetProperty("id"));
            Compare(address, day.All(table).Where(row => SearchOracle.Matches(row, terms, day)).Select(row => row.Id), found);
        }

        AssertNoFault();
    }

    [Test]
    public void Letters_of_europe_lose_their_accents_as_unicode_takes_them_off()
    {
        // But for two that only Turkish and old prints have.
        for (var letter = 'À'; letter < 'ſ'; letter++)
        {
            if (letter != 'İ')
            {
                Compare($"U+{(int)letter:X4}", SearchOracle.Words($"{letter}"), SearchText.Words(SearchText.Fold([$"{letter}"])));
            }
        }

        AssertNoFault();
    }

    /// <summary>Words that are not the whole name of a state: what that leads to is told by tests of its own.</summary>
    private string RandomQuery(Day day)
    {
        var names = Region
            .Days.Append(Region.Today)
            .SelectMany(one => one.All("states"))
            .SelectMany(state => new[] { state.Text("name_es"), state.Text("name_en") })
            .Select(name => WordsOf(name ?? ""))
            .ToHashSet();
        string query;
        do
        {
            query = RandomWords(day);
        } while (WordsOf(query) is var words && words.Contains(' ') && names.Contains(words));

        return query;

        static string WordsOf(string text) =>
            string.Join(' ', SearchText.Parse(text).Where(term => !term.IsExcluded).SelectMany(term => term.Words));
    }

    /// <summary>Words of records as somebody types them: some begun, some without accents or in capitals, some in quotes.</summary>
    private string RandomWords(Day day)
    {
        var table = Dice.Of(SearchOracle.Titles.Keys.Where(kind => day.All(kind).Count > 0).ToList());
        var rows = day.All(table).ToList();
        var row = Dice.Of(rows);
        var texts = Schema.Current[table].Searched.Select(field => row.Text(field.Name)).OfType<string>().Append(row.Id).ToList();
        var words = Dice.Of(texts).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var start = Dice.Below(words.Length);
        var some = words[start..Math.Min(words.Length, start + 1 + Dice.Below(3))].Select(Typed).ToList();
        var query = Dice.Below(7) switch
        {
            0 => $"\"{string.Join(' ', some)}\"",
            1 => $"{Dice.Word()} \"{string.Join(' ', some)}\"",
            2 => $"\"{some[0]}\" {some[^1]}",
            3 => $"{some[0]} \"{some[^1]}",
            4 => $"{string.Join(' ', some)} {Dice.Of(["\"\"", "\"!\"", "-", "%", "_"])}",
            5 => string.Join(' ', some.Append(Dice.Word()).Append(Dice.Word())),
            _ => string.Join(' ', some),
        };
        return query.Length <= 200 && SearchOracle.Terms(query).Count > 0 && SearchText.Impossible(query) is null ? query : "agua";
    }

    private string Typed(string word) =>
        Dice.Below(4) switch
        {
            0 => word[..(1 + Dice.Below(word.Length))],
            1 => word.ToUpperInvariant(),
            2 => SearchOracle.Words(word) is { Count: > 0 } plain ? plain[0] : word,
            _ => word,
        };
}
