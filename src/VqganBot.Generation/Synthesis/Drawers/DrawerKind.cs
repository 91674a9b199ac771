namespace VqganBot.Generation.Synthesis;

/// <summary>What a picture is painted with.</summary>
public enum DrawerKind
{
    /// <summary>The model's VQGAN: its codes are chosen.</summary>
    Vqgan,

    /// <summary>Coloured cells (pixray's <c>pixel</c>): their colours are chosen.</summary>
    Pixel,
}
