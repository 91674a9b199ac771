using TorchSharp;
using TorchSharp.Modules;
using VqganBot.Generation.Devices;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace VqganBot.Generation.Clip;

/// <summary>CLIP's ResNet: a stem of three convolutions, strides by average pooling, and attention in place of the last pool.</summary>
internal sealed class ModifiedResNet : Module<Tensor, Tensor>
{
    public readonly Conv2d conv1;
    public readonly BatchNorm2d bn1;
    public readonly Conv2d conv2;
    public readonly BatchNorm2d bn2;
    public readonly Conv2d conv3;
    public readonly BatchNorm2d bn3;
    public readonly Sequential layer1;
    public readonly Sequential layer2;
    public readonly Sequential layer3;
    public readonly Sequential layer4;
    public readonly AttentionPool2d attnpool;

    public ModifiedResNet(ModifiedResNetConfig config, int embedDim) : base(nameof(ModifiedResNet))
    {
        long width = config.Width;
        conv1 = Conv2d(3, width / 2, 3, stride: 2, padding: 1, bias: false);
        bn1 = BatchNorm2d(width / 2);
        conv2 = Conv2d(width / 2, width / 2, 3, padding: 1, bias: false);
        bn2 = BatchNorm2d(width / 2);
        conv3 = Conv2d(width / 2, width, 3, padding: 1, bias: false);
        bn3 = BatchNorm2d(width);
        layer1 = Layer(width, width, config.Blocks[0], 1);
        layer2 = Layer(width * 4, width * 2, config.Blocks[1], 2);
        layer3 = Layer(width * 8, width * 4, config.Blocks[2], 2);
        layer4 = Layer(width * 16, width * 8, config.Blocks[3], 2);
        attnpool = new AttentionPool2d(config.OutputGrid, config.OutputWidth, config.Heads, embedDim);
        RegisterComponents();
    }

    public override Tensor forward(Tensor x)
    {
        x = functional.relu(bn1.Wide(conv1.call(x)));          // [N,w/2,R/2,R/2]
        x = functional.relu(bn2.Wide(conv2.call(x)));
        x = functional.relu(bn3.Wide(conv3.call(x)));          // [N,w,R/2,R/2]
        x = functional.avg_pool2d(x, [2, 2]);                  // [N,w,R/4,R/4]
        x = layer1.call(x);                                    // [N,4w,R/4,R/4]
        x = layer2.call(x);                                    // [N,8w,R/8,R/8]
        x = layer3.call(x);                                    // [N,16w,R/16,R/16]
        x = layer4.call(x);                                    // [N,32w,R/32,R/32]
        return attnpool.call(x);                               // [N,D]
    }

    private static Sequential Layer(long inputWidth, long width, int blocks, long stride)
    {
        var layer = new List<(string, Module<Tensor, Tensor>)> { ("0", Block(inputWidth, width, stride)) };
        for (int i = 1; i < blocks; i++)
            layer.Add(($"{i}", Block(width * 4, width, 1)));
        return Sequential(layer);
    }

    // Each residual branch starts at zero (openai/CLIP d05afc4), so a fresh network begins as its shortcuts.
    private static Bottleneck Block(long inputWidth, long width, long stride)
    {
        var block = new Bottleneck(inputWidth, width, stride);
        init.zeros_(block.bn3.weight!);
        return block;
    }
}
