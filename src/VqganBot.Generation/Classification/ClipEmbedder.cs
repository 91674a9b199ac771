using TorchSharp;
using VqganBot.Generation.Checkpoints;
using VqganBot.Generation.Clip;
using VqganBot.Generation.Packs;
using VqganBot.Generation.Synthesis;
using VqganBot.Imaging;
using static TorchSharp.torch;

namespace VqganBot.Generation.Classification;

/// <summary>Pictures and texts as points of unit length in the space of one CLIP. Nothing in it changes: it may be asked from several threads.</summary>
public sealed class ClipEmbedder : IDisposable
{
    /// <summary>Raised with every change of what a picture looks like to the network, so that stored embeddings are made anew.</summary>
    public const int PreprocessingVersion = 1;

    // Enough to keep the processor busy; more would only hold more activations.
    private const int PicturesAtOnce = 16;
    private const int TextsAtOnce = 64;

    private readonly ClipModel _clip;
    private readonly ClipTokenizer _tokenizer;
    private readonly Device _device;
    private readonly Perceptor _perceptor;
    private readonly bool _ownsClip;

    /// <summary>Asks a CLIP that belongs to another, and is on that device.</summary>
    public ClipEmbedder(ClipModel clip, ClipTokenizer tokenizer, Device device) : this(clip, tokenizer, device, ownsClip: false)
    {
    }

    private ClipEmbedder(ClipModel clip, ClipTokenizer tokenizer, Device device, bool ownsClip)
    {
        ArgumentNullException.ThrowIfNull(clip);
        ArgumentNullException.ThrowIfNull(tokenizer);
        ArgumentNullException.ThrowIfNull(device);
        _clip = clip;
        _tokenizer = tokenizer;
        _device = device;
        _perceptor = new Perceptor(clip, device);
        _ownsClip = ownsClip;
        using DisposeScope scope = NewDisposeScope();
        LogitScale = Math.Exp(clip.logit_scale.detach().to(float32).cpu().item<float>());
    }

    /// <value>How many numbers an embedding has.</value>
    public int Width => (int)_perceptor.Width;

    /// <value>Side of the square that the network looks at.</value>
    public int Resolution => (int)_perceptor.Resolution;

    /// <value>What a cosine is multiplied by before softmax; about 100 for the published models.</value>
    public double LogitScale { get; }

    /// <summary>The first CLIP of a pack in memory.</summary>
    public static ClipEmbedder Of(ModelPack pack)
    {
        ArgumentNullException.ThrowIfNull(pack);
        return new ClipEmbedder(pack.Clips[0], pack.Tokenizer, pack.Device);
    }

    /// <summary>Loads a CLIP and its tokenizer, and nothing that paints.</summary>
    /// <exception cref="CheckpointException">The file is no CLIP, or the tokenizer belongs to another.</exception>
    public static ClipEmbedder Load(string clipFile, string tokenizerFile, Device device)
    {
        ClipTokenizer tokenizer = ClipTokenizer.FromMerges(tokenizerFile);
        ClipModel clip = ClipModel.Load(clipFile).to(device, torch.float32);
        if (clip.Config.VocabSize == tokenizer.VocabSize)
            return new ClipEmbedder(clip, tokenizer, device, ownsClip: true);

        int known = clip.Config.VocabSize;
        clip.Dispose();
        throw new CheckpointException(clipFile, null,
            $"it knows {known} tokens, but the tokenizer '{tokenizerFile}' makes {tokenizer.VocabSize}; they must come from the same training");
    }

    /// <summary>What remains of a picture when the network looks at it: the square that <see cref="Pictures"/> makes of it first.</summary>
    public Rgb24Image Square(Rgb24Image picture) => ImageResizer.BicubicSquare(picture, Resolution);

    /// <summary>The embedding of a picture.</summary>
    public float[] Picture(Rgb24Image picture) => Pictures([picture])[0];

    /// <summary>The embeddings of pictures of any sizes.</summary>
    public IReadOnlyList<float[]> Pictures(IReadOnlyList<Rgb24Image> pictures)
    {
        ArgumentNullException.ThrowIfNull(pictures);
        using IDisposable still = no_grad();
        return [.. pictures.Chunk(PicturesAtOnce).SelectMany(See)];
    }

    /// <summary>The embedding of a text; what the network has no room for is cut off its end.</summary>
    public float[] Text(string text) => Texts([text])[0];

    /// <summary>The embeddings of texts.</summary>
    public IReadOnlyList<float[]> Texts(IReadOnlyList<string> texts)
    {
        ArgumentNullException.ThrowIfNull(texts);
        using IDisposable still = no_grad();
        return [.. texts.Chunk(TextsAtOnce).SelectMany(Read)];
    }

    /// <summary>The mean direction of a text in several templates, as CLIP's authors classify (Radford et al. 2021, 3.1.4).</summary>
    public float[] Text(string text, IReadOnlyList<string> templates) => UnitVector.Mean(Texts([.. PromptTemplates.Fill(templates, text)]));

    /// <summary>Ends the network if it was loaded by <see cref="Load"/>.</summary>
    public void Dispose()
    {
        _perceptor.Dispose();
        if (_ownsClip)
            _clip.Dispose();
    }

    private float[][] See(Rgb24Image[] pictures)
    {
        using DisposeScope scope = NewDisposeScope();
        int side = Resolution, n = pictures.Length, length = side * side * 3;
        byte[] squares = new byte[n * length];
        for (int i = 0; i < n; i++)
            Square(pictures[i]).Pixels.CopyTo(squares, i * length);
        Tensor bytes = empty([n, side, side, 3], uint8);
        bytes.bytes = squares;
        Tensor views = (bytes.to(_device).to(float32) / 255).permute(0, 3, 1, 2).contiguous(); // [n, 3, R, R]
        return Rows(_perceptor.See(views));
    }

    private float[][] Read(string[] texts)
    {
        using DisposeScope scope = NewDisposeScope();
        long[][] rows = [.. texts.Select(text => _tokenizer.EncodePadded(text, _perceptor.ContextLength, true))];
        // No token sees what follows it, so the padding behind the longest text changes nothing and need not be computed.
        int length = rows.Max(row => Array.IndexOf(row, _tokenizer.EndToken) + 1);
        long[] ids = [.. rows.SelectMany(row => row.AsSpan(0, length).ToArray())];
        Tensor tokens = tensor(ids, new long[] { texts.Length, length }).to(_device);          // [n, L]
        return Rows(PromptTarget.Unit(_perceptor.Read(tokens)));
    }

    private static float[][] Rows(Tensor embeddings /* [n, d] */)
    {
        int width = (int)embeddings.shape[1];
        float[] all = embeddings.to(float32).cpu().contiguous().data<float>().ToArray();
        return [.. all.Chunk(width)];
    }
}
