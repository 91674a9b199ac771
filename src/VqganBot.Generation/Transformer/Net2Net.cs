using TorchSharp;
using static TorchSharp.torch;

namespace VqganBot.Generation.Transformer;

/// <summary>
/// taming's second stage (Esser et al. 2021, section 3.2): a transformer that writes pictures of one of its classes, or of the
/// one kind it was trained on after a start token. It knows no words; CLIP picks among what it writes.
/// </summary>
public sealed class Net2Net : IDisposable
{
    private readonly int _startToken;

    internal Net2Net(Gpt gpt, int rows, int columns, int classes, int startToken)
    {
        Gpt = gpt;
        Rows = rows;
        Columns = columns;
        Classes = classes;
        _startToken = startToken;
    }

    public Gpt Gpt { get; }

    /// <value>Rows of the grid it was trained on.</value>
    public int Rows { get; }

    /// <value>Columns of the grid it was trained on.</value>
    public int Columns { get; }

    /// <value>How many classes it was trained on; 0: it was told none.</value>
    public int Classes { get; }

    /// <summary>Reads the transformer of a Net2Net checkpoint, as its configuration describes it, onto a device.</summary>
    /// <exception cref="Checkpoints.CheckpointException">A file is damaged, or the transformer needs a condition that cannot be named.</exception>
    public static Net2Net Load(string yamlPath, string weightsPath, Device device) => Net2NetLoader.Load(yamlPath, weightsPath, device);

    public void Dispose() => Gpt.Dispose();

    /// <summary>The code before the picture's, [1,1].</summary>
    internal Tensor Condition(int? chosen, Device device) => torch.tensor(new long[] { chosen ?? _startToken }, new long[] { 1, 1 }).to(device);
}
