using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public static class linalg
    {
        public static Tensor vector_norm(Tensor input, double ord = 2, long[]? dims = null, bool keepdim = false) =>
            Aten.linalg_vector_norm.One(input, ord, dims, keepdim);

        /// <summary>Eigenvalues in rising order and eigenvectors, in columns, of a symmetric matrix.</summary>
        public static (Tensor Eigenvalues, Tensor Eigenvectors) eigh(Tensor A, char UPLO = 'L') => Aten.linalg_eigh.Two(A, $"{UPLO}");

        public static Tensor solve(Tensor A, Tensor B, bool left = true) => Aten.linalg_solve.One(A, B, left);
    }
}
