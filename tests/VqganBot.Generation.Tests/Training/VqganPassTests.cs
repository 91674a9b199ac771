using VqganBot.Generation.Vqgan;
using VqganBot.Training.Data;
using VqganBot.Training.Packs;
using Xunit;

namespace VqganBot.Generation.Tests.Training;

public sealed class VqganPassTests
{
    [Fact]
    public void Decode_SpoiledCodes_ChangesThePictureTheSameWayEachTime()
    {
        using var folder = new TrainingFolder();
        using var set = RenderedSet.Open(folder.Set);
        using var network = new VqganModel(PackNetworks.Vqgan);

        var whole = new VqganPass(network, set, 0).Decode(3, 2);
        var spoiled = new VqganPass(network, set, 0.5).Decode(3, 2);

        Assert.Equal(2 * RenderedSet.PictureBytes, whole.Length);
        Assert.NotEqual(whole, spoiled);
        Assert.Equal(spoiled, new VqganPass(network, set, 0.5).Decode(3, 2));
    }
}
