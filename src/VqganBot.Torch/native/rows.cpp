// Products of single rows with matrices of their own, many at once: what attention over a cache of keys and values comes to.
#include "shim.h"

#include <ATen/Parallel.h>

#include <algorithm>

// One library serves every processor: the loop is compiled for each kind, and the loader picks.
#if defined(__x86_64__) && defined(__GNUC__) && !defined(__clang__)
#define FOR_EACH_PROCESSOR __attribute__((target_clones("avx512f", "fma", "default")))
#else
#define FOR_EACH_PROCESSOR
#endif

namespace {

// The sum runs along the row, one fused addition after the other, as BLAS does it: the bits are the same.
FOR_EACH_PROCESSOR void multiply(const float* row, const float* matrix, int64_t inner, int64_t outer, int64_t stride,
                                 float* __restrict product) {
    std::fill_n(product, outer, 0.0f);
    for (int64_t k = 0; k < inner; ++k) {
        const float factor = row[k];
        const float* line = matrix + k * stride;
        for (int64_t j = 0; j < outer; ++j) product[j] = __builtin_fmaf(factor, line[j], product[j]);
    }
}

}  // namespace

// [count, inner] times [count, inner, outer] to [count, outer]. Rows and products lie without gaps; between the matrices lie
// `matrix_stride` numbers, between the lines of one `line_stride`.
EXPORT int32_t shim_rows_times_matrices(const float* rows, const float* matrices, int64_t count, int64_t inner, int64_t outer,
                                        int64_t matrix_stride, int64_t line_stride, float* products) {
    return guarded([&] {
        constexpr int64_t WorthAThread = 1 << 17;
        at::parallel_for(0, count, std::max<int64_t>(1, WorthAThread / (inner * outer)), [&](int64_t first, int64_t end) {
            for (int64_t i = first; i < end; ++i)
                multiply(rows + i * inner, matrices + i * matrix_stride, inner, outer, line_stride, products + i * outer);
        });
    });
}
