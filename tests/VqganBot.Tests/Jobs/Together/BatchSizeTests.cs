using VqganBot.Jobs;

namespace VqganBot.Tests.Jobs.Together;

public sealed class BatchSizeTests
{
    private const int Ceiling = 16;

    /// <summary>Pictures per second by how many at once, and how many that makes worth it.</summary>
    public static TheoryData<string, int> Curves => new()
    {
        { "1 2 4 8 16", 16 }, { "1 1 1 1 1", 1 }, { "1 0.8 0.6 0.5 0.4", 1 }, { "1 1.6 2.4 2.5 2.5", 4 }, { "1 1.3 1.2 3 6", 2 }, { "1 1.9 1.9 1.9 1.9", 2 },
    };

    [Theory]
    [MemberData(nameof(Curves))]
    public void Observe_AsJobsRun_FindsWhereMoreAtOnceBringNothing_AndStaysThere(string curve, int expected)
    {
        var speeds = curve.Split(' ').Select(double.Parse).ToList();
        for (var seed = 1; seed <= 5; seed++)
        {
            var chance = new Random(seed);
            var size = new BatchSize(Ceiling);
            var settings = new List<int> { 1 };
            for (var round = 0; round < 1000; round++)
            {
                // Each round has its own luck, one in eight shows a preview, and there are not always enough pictures.
                var pictures = chance.Next(4) == 0 ? chance.Next(1, size.Most + 1) : size.Most;
                var speed = speeds[(int)Math.Log2(pictures)] * (1 + (0.04 * (chance.NextDouble() - 0.5))) / (chance.Next(8) == 0 ? 3 : 1);
                size.Observe(pictures, TimeSpan.FromSeconds(pictures / speed));
                if (size.Most != settings[^1]) settings.Add(size.Most);
            }

            Assert.Equal(expected, size.Most);
            Assert.InRange(settings.Count, 1, 6);
        }
    }

    [Fact]
    public void Observe_BorderlineCurves_NeverSwingForEver()
    {
        var (chance, changes) = (new Random(1), 0);
        var size = new BatchSize(Ceiling);
        for (var round = 0; round < 10_000; round++)
        {
            var before = size.Most;
            size.Observe(before, TimeSpan.FromSeconds(before / Math.Pow(BatchSize.WorthIt, Math.Log2(before)) * (0.5 + chance.NextDouble())));
            changes += size.Most == before ? 0 : 1;
        }

        Assert.InRange(changes, 0, 6);
    }

    [Fact]
    public void RunOut_HalvesForGood_AlsoWhereTheOperatorSaidMore()
    {
        foreach (var size in new[] { BatchSize.Fixed(8), new BatchSize(Ceiling) })
        {
            while (size.Most < 8) size.Observe(size.Most, TimeSpan.FromSeconds(1));

            size.RunOut(8);
            Assert.Equal(4, size.Most);
            size.RunOut(4);
            size.RunOut(1);
            for (var round = 0; round < 100; round++) size.Observe(2, TimeSpan.FromSeconds(0.1));
            Assert.Equal(2, size.Most);
        }
    }

    [Theory]
    [InlineData("1 1 1", 3, "1 1 1")]
    [InlineData("4 1", 4, "3 1")]
    [InlineData("4 4 4", 4, "2 1 1")]
    [InlineData("2 2", 9, "2 2")]
    [InlineData("1 1 1", 2, "1 1 0")]
    [InlineData("0 3", 1, "0 1")]
    public void Slots_AreDealtOneEach_BeforeAnyoneHasASecond(string wanted, int most, string dealt) =>
        Assert.Equal(dealt, string.Join(' ', Slots.Deal([.. wanted.Split(' ').Select(int.Parse)], most)));
}
