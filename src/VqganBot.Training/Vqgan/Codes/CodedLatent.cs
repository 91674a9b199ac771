using static TorchSharp.torch;

namespace VqganBot.Training.Vqgan.Codes;

/// <summary>What the decoder gets [N,C,h,w], with a way back for its gradient; the loss of coding; the codes' numbers [N,h,w].</summary>
internal sealed record CodedLatent(Tensor ForDecoder, Tensor Loss, Tensor Codes);
