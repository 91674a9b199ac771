using TorchSharp.Interop;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TorchSharp.Modules
{
    /// <summary>A table of rows, picked by whole numbers.</summary>
    public sealed class Embedding : Module<Tensor, Tensor>
    {
        private readonly long? _padding;
        private readonly double? _longest;
        private readonly double _norm;
        private readonly bool _byFrequency;
        private readonly bool _sparse;

        internal Embedding(Parameter weight, long? padding, double? longest, double norm, bool byFrequency, bool sparse)
            : base(nameof(Embedding))
        {
            this.weight = weight;
            (_padding, _longest, _norm, _byFrequency, _sparse) = (padding, longest, norm, byFrequency, sparse);
            register_parameter(nameof(weight), weight);
        }

        public Parameter weight { get; }

        public override Tensor forward(Tensor input)
        {
            if (_longest is { } longest)
            {
                using var mode = no_grad();
                Aten.embedding_renorm_.Run(weight, input, longest, _norm);
            }
            return Aten.embedding.One(weight, input, _padding ?? -1, _byFrequency, _sparse);
        }
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            public static Embedding Embedding(long num_embeddings, long embedding_dims, long? padding_idx = null,
                double? max_norm = null, double norm_type = 2.0, bool scale_grad_by_freq = false, bool sparse = false,
                Device? device = null, ScalarType? dtype = null)
            {
                var table = init.normal_(empty(num_embeddings, embedding_dims, dtype, device));
                if (padding_idx is { } row)
                {
                    using var zeros = table.select(0, row);
                    zeros.zero_();
                }
                return new Embedding(Parameter(table), padding_idx, max_norm, norm_type, scale_grad_by_freq, sparse);
            }
        }
    }
}
