using System.Text.Json;
using VqganBot.Generation.Clip;

namespace VqganBot.Generation.Verification;

/// <summary>The tokenizer against golden.json: the ids of each text, its padded row, whether it was too long, and the way back.</summary>
internal static class TokenizerVerifier
{
    public static GoldenReport Verify(GoldenFolder folder)
    {
        string merges = folder.Merges
            ?? throw new VerificationException(folder.Root, "beside its golden.json there are no merges (.txt.gz or .txt).");
        var tokenizer = ClipTokenizer.FromMerges(merges);
        using JsonDocument golden = Parse(folder);
        JsonElement root = golden.RootElement;
        try
        {
            List<GoldenCheck> checks =
            [
                Constant("vocab_size", tokenizer.VocabSize),
                Constant("sot", tokenizer.StartToken),
                Constant("eot", tokenizer.EndToken),
                .. Cases(root.GetProperty("cases"), tokenizer),
            ];
            return new GoldenReport(folder.Root, "tokenizer", Path.GetFileName(merges), checks, []);
        }
        catch (Exception e) when (e is KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw new VerificationException(folder.Root, "its golden.json is not laid out as vocab_size, sot, eot and cases of text, ids, padded77_truncated, too_long_for_77 and decoded.", e);
        }

        GoldenCheck Constant(string name, int actual)
        {
            int expected = root.GetProperty(name).GetInt32();
            return new GoldenCheck(name, Math.Abs(actual - expected), Tolerance.Equal, actual == expected ? null : $"{actual}, stored is {expected}");
        }
    }

    private static JsonDocument Parse(GoldenFolder folder)
    {
        try
        {
            return JsonDocument.Parse(File.ReadAllBytes(folder.TokenizerCases));
        }
        catch (JsonException e)
        {
            throw new VerificationException(folder.Root, $"its golden.json is not valid JSON: {e.Message}", e);
        }
    }

    private static IEnumerable<GoldenCheck> Cases(JsonElement cases, ClipTokenizer tokenizer)
    {
        int count = 0;
        List<string> ids = [], padded = [], tooLong = [], decoded = [];
        foreach (JsonElement one in cases.EnumerateArray())
        {
            count++;
            string text = one.GetProperty("text").GetString()!;
            int[] expected = [.. one.GetProperty("ids").EnumerateArray().Select(id => id.GetInt32())];
            long[] row = [.. one.GetProperty("padded77_truncated").EnumerateArray().Select(id => id.GetInt64())];
            IReadOnlyList<int> actual = tokenizer.Encode(text);
            if (!actual.SequenceEqual(expected))
                ids.Add(text);
            if (!tokenizer.EncodePadded(text, row.Length, truncate: true).AsSpan().SequenceEqual(row))
                padded.Add(text);
            if (actual.Count + 2 > row.Length != one.GetProperty("too_long_for_77").GetBoolean())
                tooLong.Add(text);
            if (tokenizer.Decode(expected) != one.GetProperty("decoded").GetString())
                decoded.Add(text);
        }
        return [Portion("ids", ids), Portion("padded77_truncated", padded), Portion("too_long_for_77", tooLong), Portion("decoded", decoded)];

        GoldenCheck Portion(string name, List<string> wrong) =>
            new(name, (double)wrong.Count / Math.Max(1, count), Tolerance.Equal,
                wrong.Count == 0 ? $"all {count} texts" : $"{wrong.Count} of {count} texts differ, the first is \"{wrong[0]}\"");
    }
}
