using System.Text.Json;
using VqganBot.Generation.Clip;

namespace VqganBot.Tests.Clip;

/// <summary>CLIP's own vocabulary on texts that the original code encoded; both lie outside the repository.</summary>
public sealed class TokenizerGoldenTests
{
    private static readonly string? Folder = FindFolder();

    public static TheoryData<int> Cases => [.. Enumerable.Range(0, Folder is null ? 1 : Golden(Folder).GetArrayLength())];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Encode_TextOfTheOriginal_GivesItsTokens(int index)
    {
        string folder = FolderOrSkip();
        JsonElement golden = Golden(folder)[index];
        ClipTokenizer tokenizer = Published.Get(folder);
        string text = golden.GetProperty("text").GetString()!;

        int[] ids = [.. tokenizer.Encode(text)];

        Assert.Equal(golden.GetProperty("ids").Deserialize<int[]>(), ids);
        Assert.Equal(golden.GetProperty("padded77_truncated").Deserialize<long[]>(), tokenizer.EncodePadded(text, 77, truncate: true));
        Assert.Equal(golden.GetProperty("decoded").GetString(), tokenizer.Decode(ids));
        Assert.Equal(golden.GetProperty("too_long_for_77").GetBoolean(), ids.Length > 75);
    }

    [Fact]
    public void FromMerges_PublishedFile_HasCountsAndSpecialsOfTheOriginal()
    {
        ClipTokenizer tokenizer = Published.Get(FolderOrSkip());

        Assert.Equal((49408, 49406, 49407), (tokenizer.VocabSize, tokenizer.StartToken, tokenizer.EndToken));
    }

    private static string FolderOrSkip()
    {
        if (Folder is null)
            Assert.Skip("There is no ../shared/golden/tokenizer beside this repository; it holds CLIP's vocabulary, which is not ours to commit.");
        return Folder;
    }

    private static JsonElement Golden(string folder) =>
        JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "golden.json"))).RootElement.GetProperty("cases");

    private static string? FindFolder()
    {
        // A worktree lies elsewhere than the clone it belongs to, so every folder above is asked, and one variable.
        string? shared = Environment.GetEnvironmentVariable("VQGANBOT_SHARED");
        IEnumerable<string> candidates = shared is null ? [] : [shared];
        for (DirectoryInfo? at = new(AppContext.BaseDirectory); at is not null; at = at.Parent)
            candidates = candidates.Append(Path.Combine(at.FullName, "shared"));
        return candidates.Select(root => Path.Combine(root, "golden", "tokenizer")).FirstOrDefault(Directory.Exists);
    }

    private static class Published
    {
        private static ClipTokenizer? s_tokenizer;

        public static ClipTokenizer Get(string folder) =>
            LazyInitializer.EnsureInitialized(ref s_tokenizer, () => ClipTokenizer.FromMerges(Path.Combine(folder, "bpe_simple_vocab_16e6.txt.gz")));
    }
}
