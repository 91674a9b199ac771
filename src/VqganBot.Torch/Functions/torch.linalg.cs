using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public static class linalg
    {
        public static Tensor norm(Tensor input, long[]? dims = null, bool keepdim = false) =>
            Aten.linalg_norm.One(input, Arg.None, dims, keepdim);

        public static Tensor norm(Tensor input, double ord, long[]? dims = null, bool keepdim = false) =>
            Aten.linalg_norm.One(input, ord, dims, keepdim);

        public static Tensor norm(Tensor input, int ord, long[]? dims = null, bool keepdim = false) =>
            Aten.linalg_norm.One(input, (double)ord, dims, keepdim);

        public static Tensor vector_norm(Tensor input, double ord = 2, long[]? dims = null, bool keepdim = false) =>
            Aten.linalg_vector_norm.One(input, ord, dims, keepdim);

        public static Tensor inv(Tensor input) => Aten.linalg_inv.One(input);

        public static Tensor det(Tensor input) => Aten.linalg_det.One(input);

        public static Tensor solve(Tensor A, Tensor B, bool left = true) => Aten.linalg_solve.One(A, B, left);
    }
}
