using TorchSharp;
using VqganBot.Generation.Checkpoints;
using VqganBot.Generation.Classification;
using VqganBot.Generation.Clip;
using VqganBot.Generation.Packs;
using VqganBot.Generation.Tests.Imaging;
using VqganBot.Generation.Tests.Verification;
using VqganBot.Imaging;
using static TorchSharp.torch;

namespace VqganBot.Generation.Tests.Classification;

public sealed class ClipEmbedderTests
{
    [Fact]
    public void Picture_OfTheNetworksSize_IsItsNormalisedPixelsThroughTheTower()
    {
        using ClipModel clip = ClipModel.Load(Path.Combine(Golden.Shared("golden/clip_vit"), "torchscript.pt"));
        using ModelPack pack = Synthesis.TinyPack.Create();
        using var embedder = new ClipEmbedder(clip, pack.Tokenizer, CPU);
        Rgb24Image picture = Pictures.Noise(embedder.Resolution, embedder.Resolution, seed: 4);
        using DisposeScope scope = NewDisposeScope();
        long side = embedder.Resolution;
        float[] planes = new float[3 * side * side];
        for (int i = 0; i < side * side; i++)
        {
            for (int colour = 0; colour < 3; colour++)
                planes[colour * side * side + i] = ((picture.Pixels[i * 3 + colour] / 255f) - ClipPreprocess.OpenAiMean[colour]) / ClipPreprocess.OpenAiStd[colour];
        }
        float[] expected = clip.encode_image(tensor(planes, [1, 3, side, side])).data<float>().ToArray();
        float length = MathF.Sqrt(expected.Sum(number => number * number));

        float[] embedding = embedder.Picture(picture);

        Assert.All(expected.Zip(embedding), pair => Assert.Equal(pair.First / length, pair.Second, 1e-5f));
    }

    [Fact]
    public void Pictures_OfManySizes_AreThoseOfTheirSquares()
    {
        using ModelPack pack = Synthesis.TinyPack.Create();
        using ClipEmbedder embedder = ClipEmbedder.Of(pack);
        Rgb24Image[] pictures = [.. Enumerable.Range(0, 40).Select(i => Pictures.Noise(5 + i, 60 - i, i))];

        IReadOnlyList<float[]> together = embedder.Pictures(pictures);

        Assert.Equal(pictures.Length, together.Count);
        for (int i = 0; i < pictures.Length; i += 13)
        {
            float[] alone = embedder.Picture(ImageResizer.BicubicSquare(pictures[i], embedder.Resolution));
            Assert.Equal(1, UnitVector.Dot(alone, together[i]), 1e-5f);
        }
    }

    // The padding behind the longest text is not computed; it must not be missed.
    [Fact]
    public void Texts_OfDifferentLengths_AreThoseOfTheFullRow()
    {
        using ModelPack pack = Synthesis.TinyPack.Create();
        using ClipEmbedder embedder = ClipEmbedder.Of(pack);
        string[] texts = ["a", "abc", "", "too long for this network"];
        using DisposeScope scope = NewDisposeScope();
        long[] rows = [.. texts.SelectMany(text => pack.Tokenizer.EncodePadded(text, pack.Clips[0].Config.ContextLength, true))];
        float[] full = pack.Clips[0].encode_text(tensor(rows, [texts.Length, rows.Length / texts.Length])).data<float>().ToArray();

        IReadOnlyList<float[]> read = embedder.Texts(texts);

        foreach ((float[] expected, float[] actual) in full.Chunk(embedder.Width).Zip(read))
        {
            float length = MathF.Sqrt(expected.Sum(number => number * number));
            Assert.All(expected.Zip(actual), pair => Assert.Equal(pair.First / length, pair.Second, 1e-5f));
            Assert.Equal(actual, embedder.Text(texts[read.ToList().IndexOf(actual)]), (a, b) => Math.Abs(a - b) < 1e-5f);
        }
    }

    [Fact]
    public void Load_TokenizerOfAnotherClip_SaysSo()
    {
        using var folder = new TemporaryFolder();
        CommandLine.TinyPack.Write(folder.Root);
        File.AppendAllText(folder["merges.txt"], "s u\n");

        var e = Assert.Throws<CheckpointException>(() => ClipEmbedder.Load(folder["clip.safetensors"], folder["merges.txt"], CPU));

        Assert.Contains("517 tokens", e.Message);
        Assert.Contains("518", e.Message);
    }
}
