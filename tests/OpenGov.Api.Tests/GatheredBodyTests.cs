using System.Buffers;
using System.Text;
using OpenGov.Api.Http;

namespace OpenGov.Api.Tests;

/// <summary>An answer is what was written to its body, by whichever way and in whatever pieces.</summary>
[Category("Quick")]
[Parallelizable]
public sealed class GatheredBodyTests
{
    [Test]
    public async Task What_is_written_in_pieces_is_one_answer_in_their_order([Values(1, 1_000, 20_000, 300_000)] int size)
    {
        using var body = new GatheredBody();
        var expected = new List<byte>();
        for (var i = 0; i < 8; i++)
        {
            var piece = Enumerable.Range(0, size).Select(at => (byte)(at + i)).ToArray();
            expected.AddRange(piece);
            if (i % 2 == 0)
            {
                await body.Stream.WriteAsync(piece);
                await body.Stream.FlushAsync();
            }
            else
            {
                body.Writer.Write(piece);
                Assert.That((await body.Writer.FlushAsync()).IsCompleted, Is.False);
            }
        }

        Assert.That(body.ToArray(), Is.EqualTo(expected));
    }

    [Test]
    public void Memory_that_is_asked_for_is_there()
    {
        using var body = new GatheredBody();
        "agua"u8.CopyTo(body.GetSpan(100_000));
        body.Advance(4);
        Assert.Multiple(() =>
        {
            Assert.That(body.GetMemory(1_000_000).Length, Is.GreaterThanOrEqualTo(1_000_000));
            Assert.That(body.GetMemory().Length, Is.Positive);
            Assert.That(Encoding.UTF8.GetString(body.ToArray()), Is.EqualTo("agua"));
            Assert.That(() => body.Advance(int.MaxValue), Throws.InstanceOf<ArgumentOutOfRangeException>());
        });
    }

    [Test]
    public void An_answer_has_nothing_of_the_one_before()
    {
        using (var before = new GatheredBody())
        {
            before.Writer.Write("agua y saneamiento"u8);
        }

        using var body = new GatheredBody();
        Assert.That(body.ToArray(), Is.Empty);
    }
}
