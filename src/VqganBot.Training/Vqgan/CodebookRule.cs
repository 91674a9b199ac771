namespace VqganBot.Training.Vqgan;

/// <summary>How the codes learn.</summary>
internal enum CodebookRule
{
    /// <summary>Moving averages of the latents that chose them (van den Oord et al. 2017, appendix A.1).</summary>
    Average,

    /// <summary>By gradient; β weighs the commitment of the encoder, as the paper has it.</summary>
    Gradient,

    /// <summary>By gradient; β weighs the codes instead, as taming's released models were trained.</summary>
    Legacy,
}
