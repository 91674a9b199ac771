using TorchSharp;
using VqganBot.Generation.Drafts;
using VqganBot.Generation.Transformer;
using static TorchSharp.torch;

namespace VqganBot.Generation.Tests.Drafts;

public sealed class CodeSamplerTests
{
    public static TheoryData<int, int> Grids => new() { { 4, 4 }, { 4, 9 }, { 7, 4 }, { 6, 11 } };

    [Theory]
    [MemberData(nameof(Grids))]
    public void Sample_PriorWithCacheAndWindow_DrawsWhatReadingEachWindowAnewDraws(int rows, int columns)
    {
        using DisposeScope scope = NewDisposeScope();
        using IDisposable still = no_grad();
        using Prior prior = TinyPrior.Create();
        SamplingSettings settings = new() { Temperature = 0.9, TopK = 20, TopP = 0.9, Guidance = 2 };
        Tensor conditions = prior.Condition(TinyPrior.Uniform(3, 12) - 0.5), chances = TinyPrior.Uniform(3, rows * columns);

        Tensor drawn = new CodeSampler(prior, settings).Sample(conditions, prior.Unconditional(3), new CodeGrid(rows, columns, 4, 4), chances, null, TestContext.Current.CancellationToken);

        for (int i = 0; i < 3; i++)
        {
            Tensor condition = conditions.narrow(0, i, 1);
            long[] expected = PlainSampler.Sample(
                window => prior.call(condition, window).squeeze(0), window => prior.call(prior.Unconditional(1), window).squeeze(0),
                rows, columns, 4, 4, chances.select(0, i).contiguous().data<float>().ToArray(), settings);
            Assert.Equal(expected, drawn.select(0, i).contiguous().data<long>().ToArray());
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    public void Sample_GptAfterAPrefix_DrawsWhatReadingEachWindowAnewDraws(int unmasked)
    {
        using DisposeScope scope = NewDisposeScope();
        using IDisposable still = no_grad();
        using Gpt gpt = TinyPrior.Gpt(unmasked);
        SamplingSettings settings = new() { TopP = 1 };
        long[] prefix = [5, 1, 7];
        Tensor chances = TinyPrior.Uniform(1, 6 * 5);

        Tensor drawn = new CodeSampler(gpt, settings).Sample(tensor(prefix, new long[] { 1, 3 }), null, new CodeGrid(6, 5, 4, 4), chances, null, TestContext.Current.CancellationToken);

        // The code at place p of a window is predicted where the sequence has the place before it.
        long[] expected = PlainSampler.Sample(
            window => gpt.call(cat([tensor(prefix, new long[] { 1, 3 }), window], 1)).squeeze(0).narrow(0, 2, 16),
            null, 6, 5, 4, 4, chances.data<float>().ToArray(), settings);
        Assert.Equal(expected, drawn.data<long>().ToArray());
    }

    [Fact]
    public void Draw_EvenChances_DrawEachCodeAsOftenAsItsProbabilityAmongThoseKept()
    {
        using DisposeScope scope = NewDisposeScope();
        float[] probabilities = [0.1f, 0.4f, 0.05f, 0.3f, 0.15f];
        Tensor logits = tensor(probabilities, new long[] { 1, 5 }).log().expand(1000, 5);
        Tensor chances = ((arange(0, 1000, float32) + 0.5) / 1000).view(1000, 1);

        long[] all = [.. CodeSampler.Draw(logits, chances, new SamplingSettings { TopP = 1 }).data<long>().ToArray()];
        long[] few = [.. CodeSampler.Draw(logits, chances, new SamplingSettings { TopP = 0.75 }).data<long>().ToArray()];
        long[] two = [.. CodeSampler.Draw(logits, chances, new SamplingSettings { TopP = 1, TopK = 2 }).data<long>().ToArray()];

        for (int code = 0; code < 5; code++)
            Assert.InRange(all.Count(drawn => drawn == code), (1000 * probabilities[code]) - 2, (1000 * probabilities[code]) + 2);
        Assert.Equal([1, 3, 4], few.Distinct().Order()); // 0.4 and 0.3 have not reached 0.75
        Assert.InRange(two.Count(drawn => drawn == 1), 569, 573);
        Assert.Equal([1, 3], two.Distinct().Order());
    }

    [Fact]
    public void Sample_Cancelled_StopsBeforeTheNextCode()
    {
        using DisposeScope scope = NewDisposeScope();
        using IDisposable still = no_grad();
        using Prior prior = TinyPrior.Create();
        using CancellationTokenSource source = new();
        int drawn = 0;

        Assert.Throws<OperationCanceledException>(() => new CodeSampler(prior, new SamplingSettings()).Sample(
            prior.Condition(TinyPrior.Uniform(1, 12)), null, new CodeGrid(4, 4, 4, 4), TinyPrior.Uniform(1, 16), () =>
            {
                if (++drawn == 5)
                    source.Cancel();
            }, source.Token));

        Assert.Equal(5, drawn);
    }
}
