// Gradients: flags, accumulated values, and the two ways to ask for them.
#include "shim.h"

#include <c10/core/GradMode.h>
#include <c10/core/InferenceMode.h>
#include <torch/csrc/autograd/autograd.h>

#include <vector>

namespace {

std::vector<at::Tensor> tensors(void** handles, int32_t count) {
    std::vector<at::Tensor> list;
    list.reserve(count);
    for (int32_t i = 0; i < count; i++) list.push_back(borrow(handles[i]));
    return list;
}

}  // namespace

EXPORT int32_t shim_requires_grad(void* handle) { return borrow(handle).requires_grad(); }

EXPORT int32_t shim_set_requires_grad(void* handle, int32_t value) {
    return guarded([&] { borrow(handle).set_requires_grad(value != 0); });
}

EXPORT int32_t shim_is_leaf(void* handle) { return borrow(handle).is_leaf(); }

EXPORT int32_t shim_grad(void* handle, void** grad) {
    return guarded([&] { *grad = give(borrow(handle).grad()); });
}

EXPORT int32_t shim_set_grad(void* handle, void* grad) {
    return guarded([&] { borrow(handle).mutable_grad() = borrow(grad); });
}

EXPORT int32_t shim_retain_grad(void* handle) {
    return guarded([&] { borrow(handle).retain_grad(); });
}

EXPORT int32_t shim_backward(void** outputs, int32_t output_count, void** gradients, int32_t gradient_count,
                             void** inputs, int32_t input_count, int32_t retain_graph, int32_t create_graph) {
    return guarded([&] {
        torch::autograd::backward(tensors(outputs, output_count), tensors(gradients, gradient_count),
            retain_graph != 0, create_graph != 0, tensors(inputs, input_count));
    });
}

// `results` has room for `input_count` handles; null where nothing flowed and that was allowed.
EXPORT int32_t shim_autograd_grad(void** outputs, int32_t output_count, void** inputs, int32_t input_count,
                                  void** gradients, int32_t gradient_count, int32_t retain_graph,
                                  int32_t create_graph, int32_t allow_unused, void** results) {
    return guarded([&] {
        auto found = torch::autograd::grad(tensors(outputs, output_count), tensors(inputs, input_count),
            tensors(gradients, gradient_count), retain_graph != 0, create_graph != 0, allow_unused != 0);
        for (int32_t i = 0; i < input_count; i++) results[i] = give(std::move(found[i]));
    });
}

EXPORT int32_t shim_grad_mode() { return c10::GradMode::is_enabled(); }

EXPORT void shim_set_grad_mode(int32_t enabled) { c10::GradMode::set_enabled(enabled != 0); }

EXPORT int32_t shim_inference_mode() { return c10::InferenceMode::is_enabled(); }

// The guard is for the thread that made it, and must be deleted there.
EXPORT void* shim_inference_enter(int32_t enabled) { return new c10::InferenceMode(enabled != 0); }

EXPORT void shim_inference_leave(void* guard) { delete static_cast<c10::InferenceMode*>(guard); }
