// CUDA: its devices, their memory, streams, events and graphs. Where libtorch has none, every function is there and says so.
#include "shim.h"

#include <ATen/Context.h>

#ifdef WITH_CUDA
#include <ATen/cuda/CUDAGraph.h>
#include <c10/cuda/CUDACachingAllocator.h>
#include <c10/cuda/CUDAFunctions.h>
#include <c10/cuda/CUDAGuard.h>
#include <c10/cuda/CUDAStream.h>
#include <cuda_runtime_api.h>

#include <cstdio>

namespace {

using Stream = c10::cuda::CUDAStream;
using StreamGuard = c10::cuda::CUDAStreamGuard;
using Graph = at::cuda::CUDAGraph;

c10::DeviceIndex device(int32_t index) {
    return index < 0 ? c10::cuda::current_device() : static_cast<c10::DeviceIndex>(index);
}

// Not C10_CUDA_CHECK: its text speaks of kernels and flags for debugging, and changes with the version.
void check(cudaError_t status, const char* asked) {
    TORCH_CHECK(status == cudaSuccess, "CUDA refused to ", asked, ": ", cudaGetErrorString(status));
}

}  // namespace

#define ON_CUDA(...) return guarded([&] { __VA_ARGS__ })
#else
#define ON_CUDA(...) return guarded([] { TORCH_CHECK(false, "this libtorch was built without CUDA"); })
#endif

EXPORT int32_t shim_cuda_count() {
#ifdef WITH_CUDA
    return c10::cuda::device_count();
#else
    return 0;
#endif
}

// Zero where there is no cuDNN; otherwise its version, 90100 for 9.1.0.
EXPORT int64_t shim_cudnn_version() {
    try {
        return at::globalContext().hasCuDNN() ? at::globalContext().versionCuDNN() : 0;
    } catch (const std::exception&) {
        return 0;
    }
}

EXPORT int32_t shim_cuda_properties(int32_t index, char* name, int32_t capacity, int32_t* major, int32_t* minor) {
    ON_CUDA(
        cudaDeviceProp properties;
        check(cudaGetDeviceProperties(&properties, device(index)), "describe a device");
        std::snprintf(name, capacity, "%s", properties.name);
        *major = properties.major;
        *minor = properties.minor;
    );
}

// What the whole device has free, and has.
EXPORT int32_t shim_cuda_free_memory(int32_t index, int64_t* free_bytes, int64_t* total_bytes) {
    ON_CUDA(
        c10::cuda::CUDAGuard guard(device(index));
        size_t free = 0;
        size_t total = 0;
        check(cudaMemGetInfo(&free, &total), "tell its memory");
        *free_bytes = static_cast<int64_t>(free);
        *total_bytes = static_cast<int64_t>(total);
    );
}

// What tensors of this process hold and once held, and what libtorch keeps of the device for them.
EXPORT int32_t shim_cuda_used_memory(int32_t index, int64_t* allocated, int64_t* peak, int64_t* reserved) {
    ON_CUDA(
        auto stats = c10::cuda::CUDACachingAllocator::getDeviceStats(device(index));
        *allocated = stats.allocated_bytes[0].current;
        *peak = stats.allocated_bytes[0].peak;
        *reserved = stats.reserved_bytes[0].current;
    );
}

EXPORT int32_t shim_cuda_reset_peak(int32_t index) {
    ON_CUDA(c10::cuda::CUDACachingAllocator::resetPeakStats(device(index)););
}

EXPORT int32_t shim_cuda_empty_cache() {
    ON_CUDA(c10::cuda::CUDACachingAllocator::emptyCache(););
}

EXPORT int32_t shim_cuda_synchronize() {
    ON_CUDA(c10::cuda::device_synchronize(););
}

// From libtorch's pool: a stream is never destroyed, and releasing one gives the handle back only.
EXPORT int32_t shim_cuda_stream_new(int32_t index, void** stream) {
    ON_CUDA(*stream = new Stream(c10::cuda::getStreamFromPool(false, device(index))););
}

EXPORT int32_t shim_cuda_stream_synchronize(void* stream) {
    ON_CUDA(static_cast<Stream*>(stream)->synchronize(););
}

// What this thread asks for from now on goes to the stream, until the guard is left on the same thread.
EXPORT int32_t shim_cuda_stream_enter(void* stream, void** guard) {
    ON_CUDA(*guard = new StreamGuard(*static_cast<Stream*>(stream)););
}

EXPORT void shim_cuda_stream_leave(void* guard) {
#ifdef WITH_CUDA
    delete static_cast<StreamGuard*>(guard);
#endif
}

EXPORT void shim_cuda_stream_release(void* stream) {
#ifdef WITH_CUDA
    delete static_cast<Stream*>(stream);
#endif
}

EXPORT int32_t shim_cuda_event_new(void** event) {
    ON_CUDA(
        cudaEvent_t made;
        check(cudaEventCreateWithFlags(&made, cudaEventDisableTiming), "make an event");
        *event = made;
    );
}

// Marks what the current stream has been asked for so far.
EXPORT int32_t shim_cuda_event_record(void* event) {
    ON_CUDA(check(cudaEventRecord(static_cast<cudaEvent_t>(event), c10::cuda::getCurrentCUDAStream().stream()), "record an event"););
}

// The current stream goes on only after what was marked; the host does not wait.
EXPORT int32_t shim_cuda_event_block(void* event) {
    ON_CUDA(check(cudaStreamWaitEvent(c10::cuda::getCurrentCUDAStream().stream(), static_cast<cudaEvent_t>(event), 0), "wait for an event"););
}

EXPORT int32_t shim_cuda_event_synchronize(void* event) {
    ON_CUDA(check(cudaEventSynchronize(static_cast<cudaEvent_t>(event)), "finish what an event marks"););
}

EXPORT void shim_cuda_event_release(void* event) {
#ifdef WITH_CUDA
    cudaEventDestroy(static_cast<cudaEvent_t>(event));
#endif
}

EXPORT int32_t shim_cuda_graph_new(void** graph) {
    ON_CUDA(*graph = new Graph(););
}

// On a stream that is not the default one. Only this thread is held to what may be captured: others may go on allocating.
EXPORT int32_t shim_cuda_graph_capture_begin(void* graph) {
#if TORCH_MAJOR > 2 || (TORCH_MAJOR == 2 && TORCH_MINOR >= 1)
    ON_CUDA(static_cast<Graph*>(graph)->capture_begin({0, 0}, cudaStreamCaptureModeThreadLocal););
#else
    ON_CUDA(static_cast<Graph*>(graph)->capture_begin(););
#endif
}

EXPORT int32_t shim_cuda_graph_capture_end(void* graph) {
    ON_CUDA(static_cast<Graph*>(graph)->capture_end(););
}

EXPORT int32_t shim_cuda_graph_replay(void* graph) {
    ON_CUDA(static_cast<Graph*>(graph)->replay(););
}

EXPORT int32_t shim_cuda_graph_reset(void* graph) {
    ON_CUDA(static_cast<Graph*>(graph)->reset(););
}

EXPORT void shim_cuda_graph_release(void* graph) {
#ifdef WITH_CUDA
    delete static_cast<Graph*>(graph);
#endif
}
