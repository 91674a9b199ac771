using TorchSharp;
using TorchSharp.Modules;
using VqganBot.Training.Toybox;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace VqganBot.Training.Clip;

/// <summary>
/// Softmax heads on the picture's embedding for its main object, that object's colour, the scene and the style. They
/// exist in training only; without the one for the object, colours and scenes are learnt long before shapes.
/// </summary>
internal sealed class LabelHeads : Module<Tensor, Tensor[]>
{
    private const int Unlabelled = -100;

    public readonly Linear thing;
    public readonly Linear colour;
    public readonly Linear scene;
    public readonly Linear style;

    public LabelHeads(long width) : base(nameof(LabelHeads))
    {
        thing = Linear(width, Enum.GetValues<ToyObject>().Length);
        colour = Linear(width, Enum.GetValues<ToyColour>().Length);
        scene = Linear(width, Enum.GetValues<ToyScene>().Length);
        style = Linear(width, Enum.GetValues<ToyStyle>().Length);
        RegisterComponents();
    }

    public override Tensor[] forward(Tensor embedding) =>
        [thing.call(embedding), colour.call(embedding), scene.call(embedding), style.call(embedding)];

    public Tensor Loss(Tensor embedding, IReadOnlyList<ToyPicture> pictures)
    {
        var logits = call(embedding);
        // A pair has two objects and no main one; a bare scene has none.
        var alone = pictures.Select(picture => picture.IsPair ? null : picture.Main).ToArray();
        var things = Entropy(logits[0], alone.Select(main => main is null ? Unlabelled : (int)main.Object));
        var colours = Entropy(logits[1], alone.Zip(pictures, (main, picture) => main is null || picture.IsColourful ? Unlabelled : (int)main.Colour));
        var scenes = Entropy(logits[2], pictures.Select(picture => (int)picture.Scene));
        var styles = Entropy(logits[3], pictures.Select(picture => (int)picture.Style));
        return things + ((colours + scenes + styles) * 0.3);
    }

    private static Tensor Entropy(Tensor logits, IEnumerable<int> labels)
    {
        var wanted = labels.Select(label => (long)label).ToArray();
        return functional.cross_entropy(logits, tensor(wanted, [wanted.Length]).to(logits.device), null, Unlabelled);
    }
}
