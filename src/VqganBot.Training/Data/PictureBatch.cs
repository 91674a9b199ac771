using VqganBot.Training.Toybox;
using static TorchSharp.torch;

namespace VqganBot.Training.Data;

/// <summary>Pictures as bytes [N,3,64,64] on the device, with what they show.</summary>
internal sealed record PictureBatch(Tensor Pixels, IReadOnlyList<ToyPicture> Pictures)
{
    /// <summary>Pictures of a set drawn by chance, the same for the same seed and step.</summary>
    public static PictureBatch Draw(RenderedSet set, int count, ulong seed, long step, Device device)
    {
        var random = ToyRandom.For(seed, (ulong)step);
        return Of(set, Enumerable.Range(0, count).Select(_ => random.Below(set.Count)), device);
    }

    public static PictureBatch Of(RenderedSet set, IEnumerable<int> indices, Device device)
    {
        var chosen = indices.ToArray();
        var pixels = new byte[chosen.Length * RenderedSet.PictureBytes];
        for (var i = 0; i < chosen.Length; i++)
            set.Read(chosen[i], pixels.AsSpan(i * RenderedSet.PictureBytes));
        return new PictureBatch(ToTensor(pixels, chosen.Length, device), [.. chosen.Select(set.Picture)]);
    }

    public static Tensor ToTensor(byte[] pixels, int count, Device device) =>
        tensor(pixels, [count, ToyWorld.Size, ToyWorld.Size, 3]).permute(0, 3, 1, 2).contiguous().to(device);

    /// <summary>As the VQGAN wants them: -1 to 1.</summary>
    public Tensor Signed() => (Pixels.to(ScalarType.Float32) / 127.5) - 1;

    /// <summary>From 0 to 1.</summary>
    public Tensor Unit() => Pixels.to(ScalarType.Float32) / 255.0;
}
