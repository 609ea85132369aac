using OpenGov.Api.Commitments;
using OpenGov.Api.Records;

namespace OpenGov.Api.Tests.Rooms;

[Category("Quick")]
public sealed class MilestoneTests
{
    [Test]
    public void A_milestone_is_finished_as_its_status_says_and_without_a_status_that_is_not_known()
    {
        var finished = Vocabulary.Codes("implementation_status").Some().Where(code => new Milestone { Status = code }.Finished is true);
        Assert.That(finished, Is.EquivalentTo(new[] { "completed", "verified" }));
        Assert.That(new Milestone { Status = "in_progress" }.Finished, Is.False);
        Assert.That(new Milestone().Finished, Is.Null);
    }
}
