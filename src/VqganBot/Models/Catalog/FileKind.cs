namespace VqganBot.Models.Catalog;

internal enum FileKind
{
    /// <summary>The weights of a VQGAN as they were saved in training; converted once after the download.</summary>
    Vqgan,

    /// <summary>The YAML beside them.</summary>
    VqganConfig,
    Clip,
    Tokenizer,
}
