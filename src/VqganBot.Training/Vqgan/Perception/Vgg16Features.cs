using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace VqganBot.Training.Vqgan.Perception;

/// <summary>VGG16 up to relu5_3 (Simonyan and Zisserman 2014), under torchvision's names; gives what LPIPS compares.</summary>
internal sealed class Vgg16Features : Module<Tensor, Tensor[]>
{
    /// <summary>Channels of relu1_2, relu2_2, relu3_3, relu4_3 and relu5_3.</summary>
    public static readonly IReadOnlyList<int> Channels = [64, 128, 256, 512, 512];

    private static readonly int[] ConvolutionsAtATime = [2, 2, 3, 3, 3];

    public readonly ModuleDict<Conv2d> features;

    public Vgg16Features() : base(nameof(Vgg16Features))
    {
        features = new ModuleDict<Conv2d>();
        foreach (var place in Convolutions())
            features.Add($"{place.Index}", Conv2d(place.From, place.To, 3, padding: 1));
        RegisterComponents();
    }

    public override Tensor[] forward(Tensor x)
    {
        var seen = new Tensor[Channels.Count];
        foreach (var place in Convolutions())
        {
            if (place.Stage > 0 && place.IsFirst)
                x = functional.max_pool2d(x, 2, 2);                            // [N,C,H/2,W/2]
            x = functional.relu(features[$"{place.Index}"].call(x));
            seen[place.Stage] = x;                                             // the last of a stage stays
        }

        return seen;
    }

    /// <summary>torchvision counts convolutions, activations and pools in one row; only the first have weights.</summary>
    private static IEnumerable<(int Index, int Stage, bool IsFirst, int From, int To)> Convolutions()
    {
        var (index, from) = (0, 3);
        for (var stage = 0; stage < Channels.Count; stage++)
        {
            for (var i = 0; i < ConvolutionsAtATime[stage]; i++)
            {
                yield return (index, stage, i == 0, from, Channels[stage]);
                from = Channels[stage];
                index += 2;
            }

            index++;
        }
    }
}
