using VqganBot.Generation.Classification;
using VqganBot.Search;

namespace VqganBot.Tests.Search;

public sealed class EmbeddingMatrixTests
{
    [Theory]
    [InlineData(1, 3)]
    [InlineData(2, 8)]
    [InlineData(3, 37)]
    [InlineData(4, 64)]
    public void Nearest_AfterAnyAddsAndRemovals_AgreesWithSortingThemAll(int seed, int width)
    {
        var random = new Random(seed);
        var matrix = new EmbeddingMatrix(width);
        var kept = new Dictionary<long, float[]>();
        for (var move = 0; move < 3000; move++)
        {
            var id = random.Next(400);
            if (random.Next(3) == 0)
            {
                Assert.Equal(kept.Remove(id), matrix.Remove(id));
            }
            else
            {
                kept[id] = Unit(random, width);
                matrix.Add(id, kept[id]);
            }

            if (move % 100 != 0) continue;
            var query = Unit(random, width);
            var count = random.Next(1, 30);
            Func<long, bool>? allowed = random.Next(2) == 0 ? null : number => number % 3 == 1;
            AssertAgree(Naive(kept, query, count, allowed), matrix.Nearest(query, count, allowed));
        }

        Assert.Equal(kept.Count, matrix.Count);
        Assert.All(Enumerable.Range(0, 400), id => Assert.Equal(kept.ContainsKey(id), matrix.Contains(id)));
    }

    [Fact]
    public void Nearest_OfTenThousand_AgreesWithSortingThemAll()
    {
        const int Width = 512, Count = 10_000;
        var random = new Random(9);
        var matrix = new EmbeddingMatrix(Width, Count);
        var kept = new Dictionary<long, float[]>();
        for (var id = 0; id < Count; id++)
        {
            kept[id] = Unit(random, Width);
            matrix.Add(id, kept[id]);
        }

        var query = Unit(random, Width);
        AssertAgree(Naive(kept, query, 12, null), matrix.Nearest(query, 12));
    }

    [Fact]
    public void Nearest_OfEquals_PutsTheLowerIdFirst()
    {
        var matrix = new EmbeddingMatrix(2);
        foreach (var id in (long[])[5, 3, 9, 1])
            matrix.Add(id, [1, 0]);

        Assert.Equal([1, 3, 5], matrix.Nearest([1, 0], 3).Select(hit => hit.Id));
    }

    [Theory]
    [InlineData(new float[] { 1, 0, 0 })]
    [InlineData(new float[] { 1, 1 })]
    [InlineData(new float[] { 0, 0 })]
    [InlineData(new[] { float.NaN, 0 })]
    [InlineData(new[] { float.PositiveInfinity, 0 })]
    public void Add_WhatIsNoEmbeddingOfThisKind_IsRefused(float[] embedding) =>
        Assert.Throws<ArgumentException>(() => new EmbeddingMatrix(2).Add(1, embedding));

    private static Hit[] Naive(Dictionary<long, float[]> kept, float[] query, int count, Func<long, bool>? allowed) =>
        [.. kept.Where(pair => allowed?.Invoke(pair.Key) ?? true)
            .Select(pair => new Hit(pair.Key, (float)pair.Value.Zip(query, (a, b) => (double)a * b).Sum()))
            .OrderByDescending(hit => hit.Cosine).ThenBy(hit => hit.Id).Take(count)];

    // Sums in another order differ in their last bits, so that neighbours closer than those may change places.
    private static void AssertAgree(Hit[] expected, IReadOnlyList<Hit> actual)
    {
        Assert.Equal(expected.Length, actual.Count);
        Assert.Equal(actual.Select(hit => hit.Id).Distinct().Count(), actual.Count);
        foreach (var (wanted, found) in expected.Zip(actual))
        {
            Assert.Equal(wanted.Cosine, found.Cosine, 1e-5f);
            if (wanted.Id != found.Id) Assert.Contains(expected, hit => hit.Id == found.Id || Math.Abs(hit.Cosine - found.Cosine) < 1e-5f);
        }
    }

    private static float[] Unit(Random random, int width) => UnitVector.Mean([[.. Enumerable.Range(0, width).Select(_ => (float)(random.NextDouble() - 0.5))]]);
}
