using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TorchSharp.Modules
{
    /// <summary>A table of rows, picked by whole numbers.</summary>
    public sealed class Embedding : Module<Tensor, Tensor>
    {
        private readonly long? _padding;

        internal Embedding(Parameter weight, long? padding) : base(nameof(Embedding))
        {
            this.weight = weight;
            _padding = padding;
            register_parameter(nameof(weight), weight);
        }

        public Parameter weight { get; }

        public override Tensor forward(Tensor input) => Interop.Aten.embedding.One(weight, input, _padding ?? -1);
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            public static Embedding Embedding(long num_embeddings, long embedding_dims, long? padding_idx = null, Device? device = null,
                ScalarType? dtype = null)
            {
                var table = empty(num_embeddings, embedding_dims, dtype, device).normal_();
                if (padding_idx is { } row)
                    table.select(0, row).zero_();
                return new Embedding(Parameter(table), padding_idx);
            }

            public static Embedding Embedding_from_pretrained(Tensor embeddings, bool freeze = true, long? padding_idx = null) =>
                new(Parameter(embeddings.clone(), !freeze), padding_idx);
        }
    }
}
