using TorchSharp;
using VqganBot.Generation.Clip;
using VqganBot.Generation.Vqgan;
using VqganBot.Training.Clip;
using VqganBot.Training.Data;
using static TorchSharp.torch;

namespace VqganBot.Training.Prior;

/// <summary>What a prior learns from: of each picture of a set its codes [N,T] and its embedding of unit length [N,D], made once.</summary>
internal sealed record CodedPictures(Tensor Codes, Tensor Embeddings) : IDisposable
{
    private const int Chunk = 64;

    public static CodedPictures Of(IPictureSource set, VqganModel vqgan, ClipModel clip, Device device, Action<int>? progress, CancellationToken cancellationToken)
    {
        using var still = no_grad();
        var codes = new List<Tensor>();
        var embeddings = new List<Tensor>();
        for (var first = 0; first < set.Count; first += Chunk)
        {
            cancellationToken.ThrowIfCancellationRequested();
            using var scope = NewDisposeScope();
            var batch = PictureBatch.Of(set, Enumerable.Range(first, Math.Min(Chunk, set.Count - first)), device);
            var numbers = vqgan.quantize_encoded(vqgan.encode(batch.Signed())).indices.flatten(1);                 // [n,T]
            var embedded = ClipPictures.Embed(batch.Unit(), clip);                                                 // [n,D]
            codes.Add(numbers.cpu().DetachFromDisposeScope());
            embeddings.Add(embedded.cpu().DetachFromDisposeScope());
            progress?.Invoke(Math.Min(first + Chunk, set.Count));
        }

        try
        {
            return new CodedPictures(cat([.. codes], 0).DetachFromDisposeScope(), cat([.. embeddings], 0).DetachFromDisposeScope());
        }
        finally
        {
            foreach (var part in codes.Concat(embeddings))
                part.Dispose();
        }
    }

    public void Dispose()
    {
        Codes.Dispose();
        Embeddings.Dispose();
    }
}
