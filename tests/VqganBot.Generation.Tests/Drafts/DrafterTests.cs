using TorchSharp;
using VqganBot.Generation.Classification;
using VqganBot.Generation.Clip;
using VqganBot.Generation.Drafts;
using VqganBot.Generation.Packs;
using VqganBot.Generation.Synthesis;
using VqganBot.Generation.Tests.Synthesis;
using VqganBot.Imaging;
using static TorchSharp.torch;

namespace VqganBot.Generation.Tests.Drafts;

public sealed class DrafterTests : IDisposable
{
    private static readonly DraftRequest Request = new() { Prompt = "a sea | blurry:-0.3", Seed = 4, Candidates = 9, Keep = 9 };

    private readonly ModelPack _pack = TinyPrior.Pack(clips: 2);

    public void Dispose() => _pack.Dispose();

    [Fact]
    public void Draft_Candidate_IsTheSameAmongHoweverMany()
    {
        IReadOnlyList<Draft> few = Draft(Request), many = Draft(Request with { Candidates = 70, Keep = 70 }); // 70 take two batches

        Assert.Equal(Enumerable.Range(0, 9), few.Select(draft => draft.Number).Order());
        Assert.Equal(70, many.Select(draft => draft.Number).Distinct().Count());
        Assert.True(many.Select(draft => string.Join(",", draft.Codes)).Distinct().Count() > 60);
        foreach (Draft draft in few)
        {
            Draft same = many.Single(other => other.Number == draft.Number);
            Assert.Equal(draft.Codes, same.Codes);
            Assert.Equal(draft.Similarity, same.Similarity, 1e-5);
        }
    }

    [Fact]
    public void Draft_Kept_AreTheOnesThatClipFindsNearestToThePrompt()
    {
        IReadOnlyList<Draft> all = Draft(Request), best = Draft(Request with { Keep = 2 });

        Assert.Equal(all.OrderByDescending(draft => draft.Similarity).Take(2).Select(draft => draft.Number), best.Select(draft => draft.Number));
        Assert.True(best[0].Similarity > all[^1].Similarity);
    }

    [Fact]
    public void Draft_OfAPackWithAVocabulary_RanksByTheLeadOverRivalsBothWaysRound()
    {
        using ModelPack pack = TinyPrior.Pack();
        DraftRequest request = Request with { Prompt = "a sea" };
        IReadOnlyList<Draft> plain = Draft(pack, request);
        pack.Manifest.Vocabulary = [["sea", "dog, puppy", "cat"]];
        IReadOnlyList<Draft> ranked = Draft(pack, request);

        Assert.All(plain, draft => Assert.Equal(draft.Similarity, draft.Lead));
        Assert.Equal(plain.Select(draft => draft.Number).Order(), ranked.Select(draft => draft.Number).Order());
        Assert.NotEqual(plain.Select(draft => draft.Number), ranked.Select(draft => draft.Number));
        Assert.Equal(ranked.OrderByDescending(draft => draft.Lead), ranked);
        using ClipEmbedder clip = ClipEmbedder.Of(pack);
        foreach (Draft draft in ranked)
        {
            double lead = new[] { draft.Picture, Mirrored(draft.Picture) }.Select(clip.Picture).Average(seen =>
            {
                double[] fits = [.. new[] { "a sea", "a dog", "a cat" }.Select(text => UnitVector.Dot(seen, clip.Text(text)))];
                return Math.Log(Math.Exp(10 * fits[0]) / fits.Sum(fit => Math.Exp(10 * fit))) / 10;
            });
            Assert.Equal(lead, draft.Lead, 2e-3); // its pixels are rounded here
        }
    }

    [Fact]
    public void Draft_Best_IsThePictureOfItsCodesAndItsSimilarityTheCosine()
    {
        using ModelPack pack = TinyPrior.Pack();
        Draft best = new Drafter(pack).Draft(Request with { Prompt = "a sea" }, null, TestContext.Current.CancellationToken)[0];

        using DisposeScope scope = NewDisposeScope();
        using IDisposable still = no_grad();
        Tensor codes = tensor(best.Codes.ToArray(), new long[] { 1, best.Rows, best.Columns });
        Rgb24Image decoded = PictureTensor.To((pack.Vqgan.decode(pack.Vqgan.lookup(codes)) + 1) / 2);
        ClipModel clip = pack.Clips[0];
        Tensor mean = tensor(clip.Mean, new long[] { 1, 3, 1, 1 }), std = tensor(clip.Std, new long[] { 1, 3, 1, 1 });
        Tensor seen = clip.encode_image((PictureTensor.From(decoded, CPU) - mean) / std).squeeze(0);
        Tensor read = clip.encode_text(tensor(pack.Tokenizer.EncodePadded("a sea", 8, true).ToArray(), new long[] { 1, 8 })).squeeze(0);
        // A batch of several rounds otherwise than one picture alone.
        Assert.All(decoded.Pixels.Zip(best.Picture.Pixels), pair => Assert.InRange(pair.First - pair.Second, -1, 1));
        Assert.Equal(seen.dot(read).item<float>() / (seen.norm().item<float>() * read.norm().item<float>()), best.Similarity, 0.01);
    }

    [Fact]
    public void Draft_FromAnotherFirst_GoesOnWhereTheOthersEnd()
    {
        Draft sixth = Draft(Request).Single(draft => draft.Number == 5);

        Draft alone = Assert.Single(Draft(Request with { First = 5, Candidates = 1, Keep = 1 }));

        Assert.Equal(5, alone.Number);
        Assert.Equal(sixth.Codes, alone.Codes);
    }

    [Fact]
    public void Draft_AnotherSeedPromptOrPicture_DrawsOtherCodes()
    {
        DraftRequest request = Request with { Prompt = "a sea" };
        DraftRequest[] requests =
        [
            request, request with { Seed = 5 }, request with { Prompt = "a forest" }, request with { ImagePrompts = [new ImagePrompt(PaintingTests.Noise(20, 30))] },
            request with { Prompt = "", ImagePrompts = [new ImagePrompt(PaintingTests.Noise(20, 30))] }, request with { Sampling = new SamplingSettings { Guidance = 1 } },
        ];

        Assert.Equal(requests.Length, requests.Select(one => string.Join(",", Draft(one).OrderBy(draft => draft.Number).SelectMany(draft => draft.Codes))).Distinct().Count());
    }

    [Fact]
    public void Draft_LargerThanThePrior_HasThatSize()
    {
        Draft draft = Draft(Request with { Size = (40, 24), Candidates = 2, Keep = 1 })[0];

        Assert.Equal((6, 10), (draft.Rows, draft.Columns));
        Assert.Equal((40, 24), (draft.Picture.Width, draft.Picture.Height));
    }

    [Fact]
    public void Draft_Progress_GoesEvenlyToTheEnd()
    {
        List<(int Done, int All)> told = [];
        new Drafter(_pack).Draft(Request, now => told.Add((now.Drawn, now.All)), TestContext.Current.CancellationToken);

        Assert.Equal(Enumerable.Range(1, 16).Select(place => (9 * place, 144)), told.Distinct());
    }

    public static TheoryData<DraftRequest, string> Impossible => new()
    {
        { Request with { Keep = 10 }, "Of 9 drafts between 1 and 9 can be kept, not 10." },
        { Request with { Candidates = 513 }, "must lie between 1 and 512" },
        { Request with { Size = (8, 16) }, "this model's prior draws 16x16 and larger" },
        { Request with { Sampling = new SamplingSettings { Temperature = double.NaN } }, "temperature" },
        { Request with { Prompt = "a sea:1 | a sea:-1" }, "cancel each other out" },
    };

    [Theory]
    [MemberData(nameof(Impossible), DisableDiscoveryEnumeration = true)]
    public void Draft_OutOfRange_SaysWhatWouldDo(DraftRequest request, string expected) =>
        Assert.Contains(expected, Assert.Throws<PaintingRequestException>(() => Draft(request)).Message);

    [Fact]
    public void Draft_PackWithoutPrior_SaysSo()
    {
        using ModelPack plain = TinyPack.Create();

        Assert.Contains("'tiny' has no prior", Assert.Throws<PaintingRequestException>(() => new Drafter(plain).Draft(Request, null, TestContext.Current.CancellationToken)).Message);
    }

    private IReadOnlyList<Draft> Draft(DraftRequest request) => Draft(_pack, request);

    private static IReadOnlyList<Draft> Draft(ModelPack pack, DraftRequest request) => new Drafter(pack).Draft(request, null, TestContext.Current.CancellationToken);

    private static Rgb24Image Mirrored(Rgb24Image picture)
    {
        byte[] pixels = new byte[picture.Pixels.Length];
        for (int at = 0; at < pixels.Length; at++)
        {
            int pixel = at / 3, row = pixel / picture.Width, column = pixel % picture.Width;
            pixels[at] = picture.Pixels[(((row * picture.Width) + picture.Width - 1 - column) * 3) + (at % 3)];
        }

        return new Rgb24Image(picture.Width, picture.Height, pixels);
    }
}
