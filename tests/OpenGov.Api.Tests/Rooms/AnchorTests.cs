using OpenGov.Api.Embedding;
using OpenGov.Api.Pages.Contents;

namespace OpenGov.Api.Tests.Rooms;

/// <summary>By which names of its address the parts of a served page are found.</summary>
[Category("Quick")]
public sealed class AnchorTests
{
    private static readonly Block.Table Rows = new("Rows", [], []);
    private static readonly Block.Table Counted = Rows with { Of = new Cited("finished", "") };

    [Test]
    public void A_title_is_called_as_the_dashboard_calls_what_begins_there() =>
        Assert.That(Named(new Block.Subtitle("Was it done?").Place("done", "statuses")), Is.EqualTo((string[])["done+statuses"]));

    [Test]
    public void A_figure_keeps_the_name_by_which_it_was_cited_and_is_found_by_that_of_the_dashboard_too() =>
        Assert.That(Named(Rows, Rows.Place("facts", "stage")), Is.EqualTo((string[])["table", "facts-table+facts+stage"]));

    [Test]
    public void A_figure_is_called_by_the_part_in_which_it_stands() =>
        Assert.That(
            Named(
                Rows,
                new Block.Subtitle("Was it done?").Place("done"),
                Rows,
                Rows,
                Counted,
                new Block.Subtitle("What no part of the dashboard says"),
                Rows
            ),
            Is.EqualTo((string[])["table", "done", "done-table", "done-table-2", "finished", "", "table-2"])
        );

    [Test]
    public void A_name_by_which_a_figure_was_cited_stays_that_of_the_figure() =>
        Assert.That(
            Named(new Block.Subtitle("Rows").Place("finished"), Counted, new Block.Subtitle("Rows").Place("finished")),
            Is.EqualTo((string[])["", "finished", ""])
        );

    [Test]
    public void A_name_is_that_of_the_first_part_alone() =>
        Assert.That(
            Named(new Block.Paragraph(new Spoken("One", "en")).Place("one"), new Block.Links([]).Place("one", "two")),
            Is.EqualTo((string[])["one", "+two"])
        );

    [Test]
    public void A_part_begins_at_the_first_block_that_is_asked_for_and_nowhere_without_one() =>
        Assert.Multiple(() =>
        {
            IReadOnlyList<Block> blocks = [new Block.Subtitle("Rows"), Rows, Rows];
            Assert.That(
                Named([.. blocks.Place("rows", block => block is Block.Table)]),
                Is.EqualTo((string[])["", "rows-table+rows", "rows-table-2"])
            );
            Assert.That(Named([.. blocks.Place("line", block => block is Block.Trend)]), Is.EqualTo((string[])["", "table", "table-2"]));
            Assert.That(Named([.. blocks.Place("all")]), Is.EqualTo((string[])["all", "all-table", "all-table-2"]));
        });

    /// <summary>The names of each block, its own first.</summary>
    private static IEnumerable<string> Named(params Block[] blocks) =>
        Anchors.On(blocks).Select(block => string.Join('+', [block.Anchor ?? "", .. block.Places]));
}
