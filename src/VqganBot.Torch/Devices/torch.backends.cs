using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>What libtorch's own libraries may do; for all threads of the process.</summary>
    public static class backends
    {
        private const int MatmulTf32 = 0;
        private const int CudnnTf32 = 1;
        private const int CudnnBenchmark = 2;

        private static bool Get(int flag) => Native.shim_float32_flag(flag) != 0;

        private static void Set(int flag, bool value) => Native.Check(Native.shim_set_float32_flag(flag, value ? 1 : 0));

        public static class cuda
        {
            public static class matmul
            {
                /// <value>Whether matrix products of float32 may round their factors to 10 bits (TF32), on GPUs from 2020 on.</value>
                public static bool allow_tf32
                {
                    get => Get(MatmulTf32);
                    set => Set(MatmulTf32, value);
                }
            }
        }

        public static class cudnn
        {
            /// <value>The same for convolutions.</value>
            public static bool allow_tf32
            {
                get => Get(CudnnTf32);
                set => Set(CudnnTf32, value);
            }

            /// <value>Whether cuDNN tries its algorithms at the first convolution of each shape and keeps the fastest.</value>
            public static bool benchmark
            {
                get => Get(CudnnBenchmark);
                set => Set(CudnnBenchmark, value);
            }

            public static bool is_available() => version() > 0;

            /// <returns>91002 for 9.10.2; 0 where there is no cuDNN.</returns>
            public static long version() => Native.shim_cudnn_version();
        }
    }
}
