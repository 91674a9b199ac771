namespace VqganBot.Models.Catalog;

internal enum ModelKind
{
    /// <summary>All that paints: a VQGAN, a CLIP and its tokenizer.</summary>
    Pack,

    /// <summary>A CLIP and its tokenizer, to make packs of.</summary>
    Clip,
}
