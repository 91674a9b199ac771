using System.Diagnostics;
using System.IO.Compression;
using System.Text;
using VqganBot.Generation.Clip;

namespace VqganBot.Tests.Clip;

public sealed class ClipTokenizerTests : IDisposable
{
    private static readonly string[] Captions =
    [
        "a chicken surfs on a wave", "the chicken is under the red boat", "a red star over the sea", "a star beside the moon",
        "toaster forest", "a toaster in the forest", "a chicken in the forest", "the red wave and the sea", "the moon over the forest",
    ];

    private readonly string _folder = Directory.CreateTempSubdirectory("vqganbot-tokenizer-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Encode_TrainedVocabulary_MakesEachFrequentWordOneToken()
    {
        ClipTokenizer tokenizer = Trained();

        foreach (string word in new[] { "chicken", "toaster", "forest", "the", "red", "star", "wave", "moon", "sea", "over" })
            Assert.Single(tokenizer.Encode(word));
        Assert.Equal(3, tokenizer.Encode("Chicken  toaster FOREST").Count);
    }

    [Fact]
    public void FromMerges_SmallFile_CountsBytesMergesAndSpecials()
    {
        string path = WriteMerges("t h", "th e</w>");

        ClipTokenizer tokenizer = ClipTokenizer.FromMerges(path);

        Assert.Equal((516, 514, 515), (tokenizer.VocabSize, tokenizer.StartToken, tokenizer.EndToken));
        Assert.Equal([513], tokenizer.Encode("the"));
        Assert.Equal([512, 256 + 'i' - '!'], tokenizer.Encode("thi"));
        Assert.Equal("the ", tokenizer.Decode([513]));
    }

    [Fact]
    public void FromMerges_GzippedFile_ReadsAsThePlainOne()
    {
        string plain = WriteMerges("t h", "th e</w>");
        string zipped = Path.Combine(_folder, "merges.gz");
        using (var gzip = new GZipStream(File.Create(zipped), CompressionLevel.Fastest))
            gzip.Write(File.ReadAllBytes(plain));

        Assert.Equal(ClipTokenizer.FromMerges(plain).Encode("the thin"), ClipTokenizer.FromMerges(zipped).Encode("the thin"));
    }

    [Theory]
    [InlineData("t h e", "line 2")]
    [InlineData("th e", "line 2")]
    [InlineData("", "line 2")]
    public void FromMerges_LineThatIsNoPair_NamesFileAndLine(string line, string expected)
    {
        string path = WriteMerges(line, "a b");

        InvalidDataException error = Assert.Throws<InvalidDataException>(() => ClipTokenizer.FromMerges(path));

        Assert.Contains(path, error.Message, StringComparison.Ordinal);
        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void FromMerges_FileOfOtherBytes_SaysWhatItShouldBe()
    {
        string path = Path.Combine(_folder, "picture.png");
        File.WriteAllBytes(path, [0x89, 0x50, 0x4E, 0x47, 0xFF, 0xFE, 0x00]);

        Assert.Contains("UTF-8", Assert.Throws<InvalidDataException>(() => ClipTokenizer.FromMerges(path)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void EncodePadded_TextThatFits_StartsEndsAndPadsWithZeros()
    {
        ClipTokenizer tokenizer = Trained();

        long[] row = tokenizer.EncodePadded("red star", 6, truncate: false);

        Assert.Equal([tokenizer.StartToken, tokenizer.Encode("red")[0], tokenizer.Encode("star")[0], tokenizer.EndToken, 0, 0], row);
    }

    [Fact]
    public void EncodePadded_TextTooLong_IsCutOrRefused()
    {
        ClipTokenizer tokenizer = Trained();

        long[] row = tokenizer.EncodePadded("red star red star", 4, truncate: true);

        Assert.Equal([tokenizer.StartToken, tokenizer.Encode("red")[0], tokenizer.Encode("star")[0], tokenizer.EndToken], row);
        ArgumentException error = Assert.Throws<ArgumentException>(() => tokenizer.EncodePadded("red star red star", 4, truncate: false));
        Assert.Contains("4 tokens", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Decode_IdOutsideTheVocabulary_IsRefused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Trained().Decode([100_000]));

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Encode_AnyRunes_DecodesToATextThatEncodesTheSame(int seed)
    {
        ClipTokenizer tokenizer = Trained();
        var random = new Random(seed);
        for (int i = 0; i < 300; i++)
        {
            string text = RandomText(random);
            IReadOnlyList<int> ids = tokenizer.Encode(text);

            Assert.All(ids, id => Assert.InRange(id, 0, tokenizer.VocabSize - 1));
            Assert.Equal(80, tokenizer.EncodePadded(text, 80, truncate: true).Length);

            // The spaces between pieces may join or part them once ("! 's" is not "!'s"); after that nothing moves.
            string once = tokenizer.Decode(ids);
            string twice = tokenizer.Decode(tokenizer.Encode(once));
            Assert.Equal(twice, tokenizer.Decode(tokenizer.Encode(twice)));
        }
    }

    [Fact]
    public void Encode_LongestPrompts_TakesAFractionOfASecond()
    {
        ClipTokenizer tokenizer = Trained();
        string oneWord = string.Concat(Enumerable.Repeat("forestchickenq", 2_000));
        string entities = string.Concat(Enumerable.Repeat("&amp;", 2_000)) + "é" + new string('\u0301', 10_000);
        var clock = Stopwatch.StartNew();

        Assert.NotEmpty(tokenizer.Encode(oneWord));
        Assert.NotEmpty(tokenizer.Encode(entities));

        Assert.InRange(clock.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(5));
    }

    [Fact]
    public void Encode_FromSeveralThreads_GivesTheSame()
    {
        ClipTokenizer tokenizer = Trained();
        int[] expected = [.. tokenizer.Encode(string.Join(' ', Captions))];

        Parallel.For(0, 64, _ => Assert.Equal(expected, tokenizer.Encode(string.Join(' ', Captions))));
    }

    private static string RandomText(Random random)
    {
        var text = new StringBuilder();
        int length = random.Next(40);
        for (int i = 0; i < length; i++)
        {
            int most = random.Next(4) switch { 0 => 0x7F, 1 => 0x24FF, 2 => 0xFFFF, _ => 0x10FFFF };
            int point = random.Next(most + 1);
            text.Append(Rune.IsValid(point) ? new Rune(point).ToString() : ((char)point).ToString());
        }

        return text.ToString();
    }

    private ClipTokenizer Trained()
    {
        string path = Path.Combine(_folder, "trained.txt");
        BpeTrainer.Write(path, BpeTrainer.Learn(Captions, 200));
        return ClipTokenizer.FromMerges(path);
    }

    private string WriteMerges(params string[] pairs)
    {
        string path = Path.Combine(_folder, "merges.txt");
        File.WriteAllText(path, "#version: test\n" + string.Join('\n', pairs) + "\n");
        return path;
    }
}
