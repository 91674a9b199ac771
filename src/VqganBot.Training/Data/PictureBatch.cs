using VqganBot.Training.Toybox;
using static TorchSharp.torch;

namespace VqganBot.Training.Data;

/// <summary>Pictures as bytes [N,3,S,S] on the device, with their numbers in their source.</summary>
internal record PictureBatch(Tensor Pixels, IReadOnlyList<int> Indices)
{
    /// <summary>Pictures of a source drawn by chance, the same for the same seed and step.</summary>
    public static PictureBatch Draw(IPictureSource source, int count, ulong seed, long step, Device device)
    {
        var random = ToyRandom.For(seed, (ulong)step);
        var chosen = Enumerable.Range(0, count).Select(_ => random.Below(source.Count)).ToArray();
        return new PictureBatch(Read(source, chosen, random, device), chosen);
    }

    /// <summary>The same of the drawn world, which also knows what they show.</summary>
    public static DrawnBatch Draw(RenderedSet set, int count, ulong seed, long step, Device device)
    {
        var batch = Draw((IPictureSource)set, count, seed, step, device);
        return new DrawnBatch(batch.Pixels, batch.Indices, [.. batch.Indices.Select(set.Picture)]);
    }

    /// <summary>Pictures as they are.</summary>
    public static PictureBatch Of(IPictureSource source, IEnumerable<int> indices, Device device)
    {
        var chosen = indices.ToArray();
        return new PictureBatch(Read(source, chosen, null, device), chosen);
    }

    public static Tensor ToTensor(byte[] pixels, int count, Device device, int side = ToyWorld.Size) =>
        tensor(pixels, [count, side, side, 3]).permute(0, 3, 1, 2).contiguous().to(device);

    /// <summary>As the VQGAN wants them: -1 to 1.</summary>
    public Tensor Signed() => (Pixels.to(ScalarType.Float32) / 127.5) - 1;

    /// <summary>From 0 to 1.</summary>
    public Tensor Unit() => Pixels.to(ScalarType.Float32) / 255.0;

    private static Tensor Read(IPictureSource source, int[] chosen, ToyRandom? dice, Device device)
    {
        var each = source.Side * source.Side * 3;
        var pixels = new byte[chosen.Length * each];
        for (var i = 0; i < chosen.Length; i++)
            source.Read(chosen[i], dice, pixels.AsSpan(i * each, each));
        return ToTensor(pixels, chosen.Length, device, source.Side);
    }
}
