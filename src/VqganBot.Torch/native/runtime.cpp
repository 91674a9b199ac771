// The library as a whole: random numbers, threads, number formats, memory, version.
#include "shim.h"

#include <ATen/CPUGeneratorImpl.h>
#include <ATen/Context.h>
#include <ATen/Parallel.h>
#include <ATen/Version.h>
#include <ATen/autocast_mode.h>

#include <dlfcn.h>
#include <malloc.h>

#include <mutex>

#ifdef WITH_CUDA
#include <ATen/cuda/CUDAGeneratorImpl.h>
#endif

EXPORT int32_t shim_manual_seed(uint64_t seed) {
    return guarded([&] { at::manual_seed(seed); });
}

EXPORT int32_t shim_generator_new(uint64_t seed, int32_t device_type, int32_t device_index, void** generator) {
    return guarded([&] {
        auto type = static_cast<c10::DeviceType>(device_type);
        if (type == c10::DeviceType::CPU) {
            *generator = new at::Generator(at::detail::createCPUGenerator(seed));
            return;
        }
#ifdef WITH_CUDA
        TORCH_CHECK(type == c10::DeviceType::CUDA, "a generator lives on cpu or cuda");
        auto made = at::cuda::detail::createCUDAGenerator(static_cast<c10::DeviceIndex>(device_index));
        made.set_current_seed(seed);
        *generator = new at::Generator(std::move(made));
#else
        TORCH_CHECK(false, "this build of the shim knows generators on cpu only");
#endif
    });
}

EXPORT int32_t shim_generator_default(void** generator) {
    return guarded([&] { *generator = new at::Generator(at::globalContext().defaultGenerator(c10::Device(c10::kCPU))); });
}

EXPORT void shim_generator_release(void* generator) { delete static_cast<at::Generator*>(generator); }

EXPORT int32_t shim_generator_set_seed(void* generator, uint64_t seed) {
    return guarded([&] {
        auto& it = *static_cast<at::Generator*>(generator);
        std::lock_guard<std::mutex> lock(it.mutex());
        it.set_current_seed(seed);
    });
}

// `fresh` draws a new seed from the system's own randomness first.
EXPORT int32_t shim_generator_seed(void* generator, int32_t fresh, uint64_t* seed) {
    return guarded([&] {
        auto& it = *static_cast<at::Generator*>(generator);
        std::lock_guard<std::mutex> lock(it.mutex());
        *seed = fresh != 0 ? it.seed() : it.current_seed();
    });
}

EXPORT int32_t shim_generator_get_state(void* generator, void** state) {
    return guarded([&] {
        auto& it = *static_cast<at::Generator*>(generator);
        std::lock_guard<std::mutex> lock(it.mutex());
        *state = give(it.get_state());
    });
}

EXPORT int32_t shim_generator_set_state(void* generator, void* state) {
    return guarded([&] {
        auto& it = *static_cast<at::Generator*>(generator);
        std::lock_guard<std::mutex> lock(it.mutex());
        it.set_state(borrow(state));
    });
}

EXPORT int32_t shim_threads() { return at::get_num_threads(); }

EXPORT int32_t shim_set_threads(int32_t count) {
    return guarded([&] { at::set_num_threads(count); });
}

// OpenBLAS has a pool of its own which at::set_num_threads does not reach. Zero when it is not there.
EXPORT int32_t shim_set_openblas_threads(int32_t count) {
    for (const char* library : {"libopenblas.so.0", "libblas.so.3"}) {
        void* loaded = dlopen(library, RTLD_LAZY | RTLD_NOLOAD);
        if (loaded == nullptr) continue;
        auto set = reinterpret_cast<void (*)(int)>(dlsym(loaded, "openblas_set_num_threads"));
        dlclose(loaded);
        if (set == nullptr) continue;
        set(count);
        return 1;
    }
    return 0;
}

EXPORT int32_t shim_set_autocast(int32_t device_type, int32_t enabled, int32_t dtype) {
    return guarded([&] {
        auto type = static_cast<c10::DeviceType>(device_type);
        auto scalar = static_cast<at::ScalarType>(dtype);
#if TORCH_MAJOR > 2 || (TORCH_MAJOR == 2 && TORCH_MINOR >= 4)
        at::autocast::set_autocast_dtype(type, scalar);
        at::autocast::set_autocast_enabled(type, enabled != 0);
#else
        if (type == c10::DeviceType::CPU) {
            at::autocast::set_autocast_cpu_dtype(scalar);
            at::autocast::set_cpu_enabled(enabled != 0);
        } else {
            at::autocast::set_autocast_gpu_dtype(scalar);
            at::autocast::set_enabled(enabled != 0);
        }
#endif
        if (enabled == 0) at::autocast::clear_cache();
    });
}

// What libtorch may choose for float32 on CUDA. The flags are there without CUDA too, and do nothing.
EXPORT int32_t shim_float32_flag(int32_t flag) {
    const auto& context = at::globalContext();
    if (flag == 0) return context.allowTF32CuBLAS();
    return flag == 1 ? context.allowTF32CuDNN() : context.benchmarkCuDNN();
}

EXPORT int32_t shim_set_float32_flag(int32_t flag, int32_t value) {
    return guarded([&] {
        auto& context = at::globalContext();
        if (flag == 0) context.setAllowTF32CuBLAS(value != 0);
        else if (flag == 1) context.setAllowTF32CuDNN(value != 0);
        else context.setBenchmarkCuDNN(value != 0);
    });
}

// By itself the C library hands every large buffer back to the system and asks for it anew, page by page, several times in
// each step: a quarter of the time of a step at 256x256. We let it keep what is freed, in one heap for all threads, for
// those of other threads are cut into pieces too small for it; shim_trim gives it back after a job.
__attribute__((constructor)) static void keep_freed_memory() {
    mallopt(M_MMAP_MAX, 0);
    mallopt(M_ARENA_MAX, 1);
    mallopt(M_TRIM_THRESHOLD, 1 << 30);
}

// Gives free pages of the C heap back to the system; libtorch's buffers come from there.
EXPORT void shim_trim() { malloc_trim(0); }

// The version whose headers the shim was compiled against.
EXPORT const char* shim_built_version() { return TORCH_TEXT; }

// What the library loaded now says of itself, TORCH_VERSION among much else.
EXPORT const char* shim_configuration() {
    static const std::string text = at::show_config();
    return text.c_str();
}
