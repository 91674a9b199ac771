// What a tensor is: its lifetime, memory, sizes, type and device. Work on tensors goes through dispatch.cpp.
#include "shim.h"

#include <ATen/ops/from_blob.h>

#include <algorithm>

EXPORT void shim_tensor_release(void* handle) {
    TensorPointer::reclaim(static_cast<at::TensorImpl*>(handle));
}

// A tensor over memory on the CPU that is somebody else's; `release` is told `context` when the last tensor over it is gone.
EXPORT int32_t shim_tensor_from_memory(void* data, const int64_t* sizes, int32_t count, int32_t dtype,
                                       void (*release)(void*), void* context, void** tensor) {
    return guarded([&] {
        *tensor = give(at::from_blob(data, at::IntArrayRef(sizes, count), [release, context](void*) { release(context); },
                                     at::TensorOptions(static_cast<at::ScalarType>(dtype))));
    });
}

EXPORT int32_t shim_tensor_share(void* handle, void** shared) {
    return guarded([&] { *shared = give(borrow(handle)); });
}

EXPORT int32_t shim_tensor_data(void* handle, void** data) {
    return guarded([&] { *data = borrow(handle).data_ptr(); });
}

// Writes at most `capacity` numbers; the number of dimensions comes back in `count`.
EXPORT int32_t shim_tensor_sizes(void* handle, int64_t* sizes, int32_t capacity, int32_t* count) {
    return guarded([&] {
        auto from = static_cast<at::TensorImpl*>(handle)->sizes();
        *count = static_cast<int32_t>(from.size());
        std::copy_n(from.begin(), std::min<size_t>(from.size(), capacity), sizes);
    });
}

EXPORT int32_t shim_tensor_strides(void* handle, int64_t* strides, int32_t capacity, int32_t* count) {
    return guarded([&] {
        auto from = static_cast<at::TensorImpl*>(handle)->strides();
        *count = static_cast<int32_t>(from.size());
        std::copy_n(from.begin(), std::min<size_t>(from.size(), capacity), strides);
    });
}

EXPORT int32_t shim_tensor_dim(void* handle) {
    return static_cast<int32_t>(static_cast<at::TensorImpl*>(handle)->dim());
}

EXPORT int64_t shim_tensor_numel(void* handle) { return static_cast<at::TensorImpl*>(handle)->numel(); }

EXPORT int32_t shim_tensor_dtype(void* handle) {
    return static_cast<int32_t>(c10::typeMetaToScalarType(static_cast<at::TensorImpl*>(handle)->dtype()));
}

EXPORT int64_t shim_tensor_element_size(void* handle) {
    return static_cast<int64_t>(static_cast<at::TensorImpl*>(handle)->dtype().itemsize());
}

EXPORT void shim_tensor_device(void* handle, int32_t* type, int32_t* index) {
    auto device = static_cast<at::TensorImpl*>(handle)->device();
    *type = static_cast<int32_t>(device.type());
    *index = device.index();
}

EXPORT int32_t shim_tensor_is_contiguous(void* handle) {
    return static_cast<at::TensorImpl*>(handle)->is_contiguous();
}
