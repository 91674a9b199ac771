using TorchSharp;
using VqganBot.Generation.Vqgan;
using VqganBot.Training.Toybox;
using static TorchSharp.torch;

namespace VqganBot.Training.Data;

/// <summary>Pictures of a set as a VQGAN decodes them, from their own codes or from codes partly replaced by chance.</summary>
internal sealed class VqganPass(VqganModel network, RenderedSet source, double spoil)
{
    /// <summary>Pixels of consecutive pictures, row by row.</summary>
    public byte[] Decode(int first, int count)
    {
        using var still = no_grad();
        using var scope = NewDisposeScope();
        var picture = PictureBatch.Of(source, Enumerable.Range(first, count), CPU).Signed();
        var (quantized, codes) = network.quantize_encoded(network.encode(picture));
        if (spoil > 0)
            quantized = network.lookup(Spoiled(codes, first));
        var decoded = ((network.decode(quantized).clamp(-1, 1) + 1) * 127.5).round().to(ScalarType.Byte);
        return decoded.permute(0, 2, 3, 1).contiguous().data<byte>().ToArray();
    }

    private Tensor Spoiled(Tensor codes, int first)
    {
        var numbers = codes.data<long>().ToArray();
        var perPicture = numbers.Length / (int)codes.shape[0];
        for (var i = 0; i < codes.shape[0]; i++)
        {
            var random = ToyRandom.For((ulong)(first + i), 31);
            var share = random.Between(spoil, 1);
            for (var place = 0; place < perPicture; place++)
            {
                if (random.Chance(share))
                    numbers[(i * perPicture) + place] = random.Below(network.Config.NEmbed);
            }
        }

        return tensor(numbers, codes.shape);
    }
}
