using System.Text.Json;
using Microsoft.Playwright;

namespace OpenGov.Api.Tests;

/// <summary>What the tables and facts of a page say, served or drawn.</summary>
internal static class ShownTables
{
    /// <summary>
    /// The text of each row of each table and of each fact, as it is seen; how sure it is, is marked in other words where it is drawn.
    /// </summary>
    private const string Rows = """
        () => {
          const doubts = {
            inferred: /\((inferido|inferred)\)/g,
            presentation: /\((solo en la presentación|only in the presentation)\)/g,
            disputed: /\((en disputa|disputed)\)/g,
          };
          const textOf = cell => {
            const seen = cell.cloneNode(true);
            seen.querySelectorAll('abbr, .visually-hidden').forEach(one => one.closest('.no-data') || one.remove());
            seen.querySelectorAll('.mark').forEach(one => {
              const doubt = Object.keys(doubts).find(each => one.classList.contains(each));
              if (doubt) one.textContent = `(${doubt})`;
            });
            const text = seen.textContent.replace(/\s+/g, ' ').replaceAll('_', ' ').trim();
            return Object.entries(doubts).reduce((all, [doubt, said]) => all.replace(said, `(${doubt})`), text);
          };
          const rowOf = (row, cells) => [...row.querySelectorAll(cells)].map(textOf).join(' | ');
          return [...document.querySelectorAll('main :is(table, dl.facts)')].map(found => found.matches('dl')
            ? [...found.children].map(row => rowOf(row, 'dt, dd'))
            : [...found.querySelectorAll('tr')].map(row => rowOf(row, 'th, td')));
        }
        """;

    /// <summary>Each table and list of facts, a line a row.</summary>
    public static async Task<List<string>> OfAsync(IPage page) =>
        [
            .. (await page.EvaluateAsync<JsonElement>(Rows))
                .EnumerateArray()
                .Select(table => string.Join('\n', table.EnumerateArray().Select(row => row.GetString()))),
        ];
}
