using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static class utils
        {
            /// <summary>Shortens all gradients together to at most this length; returns the length before.</summary>
            public static double clip_grad_norm_(IEnumerable<Parameter> tensors, double max_norm, double norm_type = 2.0)
            {
                using var scope = NewDisposeScope();
                using var mode = no_grad();
                var gradients = tensors.Select(it => it.grad).OfType<Tensor>().ToList();
                if (gradients.Count == 0)
                    return 0;
                var lengths = stack(gradients.Select(it => linalg.vector_norm(it, norm_type)));
                var total = linalg.vector_norm(lengths, norm_type).ToDouble();
                var factor = max_norm / (total + 1e-6);
                if (factor < 1)
                    foreach (var gradient in gradients)
                        gradient.mul_(factor);
                return total;
            }
        }
    }
}
