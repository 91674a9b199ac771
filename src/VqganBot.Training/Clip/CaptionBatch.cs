using VqganBot.Generation.Clip;
using VqganBot.Training.Toybox;
using VqganBot.Training.Toybox.Captions;
using static TorchSharp.torch;

namespace VqganBot.Training.Clip;

/// <summary>A fresh caption for each picture of a batch, as tokens, and which of them are true of which pictures.</summary>
internal sealed record CaptionBatch(Tensor Tokens, Tensor OtherTruths)
{
    public static CaptionBatch Write(IReadOnlyList<ToyPicture> pictures, ClipTokenizer tokenizer, int context, ToyRandom random, Device device)
    {
        var writer = new CaptionWriter(random);
        var captions = pictures.Select(writer.Write).ToArray();
        return new CaptionBatch(
            Encode([.. captions.Select(caption => caption.Text)], tokenizer, context).to(device),
            Truths(captions.Length, (i, j) => captions[j].Meaning.Holds(pictures[i])).to(device));
    }

    /// <summary>One of each picture's own captions; one that stands with another picture too is true of both.</summary>
    public static CaptionBatch Pick(IReadOnlyList<IReadOnlyList<string>> captions, ClipTokenizer tokenizer, int context, ToyRandom random, Device device)
    {
        var chosen = captions.Select(random.Pick).ToArray();
        return new CaptionBatch(
            Encode(chosen, tokenizer, context).to(device), Truths(chosen.Length, (i, j) => captions[i].Contains(chosen[j])).to(device));
    }

    /// <summary>Rows no longer than the longest text needs; the text tower takes any length up to its context.</summary>
    public static Tensor Encode(IReadOnlyList<string> texts, ClipTokenizer tokenizer, int context)
    {
        var rows = texts.Select(text => tokenizer.EncodePadded(text, context, true)).ToArray();
        var length = rows.Max(row => Array.IndexOf(row, tokenizer.EndToken) + 1);
        return tensor(rows.SelectMany(row => row[..length]).ToArray(), [rows.Length, length]); // [N,L]
    }

    /// <summary>1 where the caption of column j is true of the picture in row i, but was written for another.</summary>
    private static Tensor Truths(int count, Func<int, int, bool> holds)
    {
        var truths = new float[count * count];
        for (var i = 0; i < count; i++)
        {
            for (var j = 0; j < count; j++)
            {
                if (i != j && holds(i, j))
                    truths[(i * count) + j] = 1;
            }
        }

        return tensor(truths, [count, count]);
    }
}
