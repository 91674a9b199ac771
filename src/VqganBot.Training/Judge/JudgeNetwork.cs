using TorchSharp;
using TorchSharp.Modules;
using VqganBot.Training.Toybox;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace VqganBot.Training.Judge;

/// <summary>
/// Says what a picture of 64×64 pixels shows. A plain stack of convolutions with group norm and one average over all
/// places at its end: nothing of it is shared with CLIP's image tower, so what deceives the one need not deceive the other.
/// </summary>
internal sealed class JudgeNetwork : Module<Tensor, Tensor>
{
    /// <summary>Length of <see cref="forward"/>'s row: what the metrics over features measure in.</summary>
    public const int Features = 160;

    public readonly Sequential body;
    public readonly Linear thing;
    public readonly Linear colour;
    public readonly Linear scene;
    public readonly Linear style;
    public readonly Linear count;

    public JudgeNetwork() : base(nameof(JudgeNetwork))
    {
        body = Sequential(
            ("conv1", Conv2d(3, 24, 5, stride: 2, padding: 2, bias: false)),   // [N,24,32,32]
            ("norm1", GroupNorm(4, 24)),
            ("relu1", ReLU()),
            ("conv2", Conv2d(24, 40, 3, padding: 1, bias: false)),
            ("norm2", GroupNorm(5, 40)),
            ("relu2", ReLU()),
            ("pool2", MaxPool2d(2)),                                           // [N,40,16,16]
            ("conv3", Conv2d(40, 80, 3, padding: 1, bias: false)),
            ("norm3", GroupNorm(8, 80)),
            ("relu3", ReLU()),
            ("conv4", Conv2d(80, 80, 3, padding: 1, bias: false)),
            ("norm4", GroupNorm(8, 80)),
            ("relu4", ReLU()),
            ("pool4", MaxPool2d(2)),                                           // [N,80,8,8]
            ("conv5", Conv2d(80, 128, 3, padding: 1, bias: false)),
            ("norm5", GroupNorm(8, 128)),
            ("relu5", ReLU()),
            ("conv6", Conv2d(128, Features, 3, padding: 1, bias: false)),
            ("norm6", GroupNorm(8, Features)),
            ("relu6", ReLU()));                                                // [N,160,8,8]
        thing = Linear(Features, Enum.GetValues<ToyObject>().Length);
        colour = Linear(Features, Enum.GetValues<ToyColour>().Length);
        scene = Linear(Features, Enum.GetValues<ToyScene>().Length);
        style = Linear(Features, Enum.GetValues<ToyStyle>().Length);
        count = Linear(Features, JudgeLabels.MostThings);
        RegisterComponents();
    }

    /// <summary>Features [N,160] of pictures [N,3,64,64] with values from 0 to 1.</summary>
    public override Tensor forward(Tensor unit) => body.call((unit - 0.5) * 4).mean([2, 3]);

    /// <summary>Logits of object, colour, scene, style and count, from features.</summary>
    public Tensor[] Heads(Tensor features) =>
        [thing.call(features), colour.call(features), scene.call(features), style.call(features), count.call(features)];
}
