namespace VqganBot.Generation.Checkpoints;

/// <summary>What a file of weights seems to be, by the names of its tensors.</summary>
public enum CheckpointKind
{
    /// <summary>None of the networks that are built here.</summary>
    Unknown,

    /// <summary>CLIP with a vision transformer.</summary>
    ClipVit,

    /// <summary>CLIP with a ResNet.</summary>
    ClipResNet,

    /// <summary>A VQGAN with a nearest-neighbour codebook.</summary>
    VqModel,

    /// <summary>A VQGAN with a Gumbel quantiser.</summary>
    GumbelVq,

    /// <summary>A transformer over codes together with its VQGAN.</summary>
    Net2Net,

    /// <summary>A transformer over codes alone.</summary>
    Gpt,

    /// <summary>A transformer that writes codes from an embedding of CLIP.</summary>
    Prior,
}
