using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        public Tensor multinomial(long num_samples, bool replacement = false, Generator? generator = null) => Aten.multinomial.One(this, num_samples, replacement, generator);

        public Tensor bernoulli(Generator? generator = null) => Aten.bernoulli.One(this, generator);

        public Tensor normal_(double mean = 0, double std = 1, Generator? generator = null) => Aten.normal_.Self(this, mean, std, generator);

        public Tensor uniform_(double from, double to, Generator? generator = null) => Aten.uniform_.Self(this, from, to, generator);
    }
}
