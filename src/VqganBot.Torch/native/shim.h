// What every part of the shim shares: the slot that carries one argument or result, and the guard around each call.
#pragma once

#include <ATen/core/Tensor.h>
#include <c10/util/Exception.h>

#include <cstdint>
#include <exception>
#include <optional>
#include <string>

#define EXPORT extern "C" __attribute__((visibility("default")))

// The numbers are those of Interop/SlotTag.cs.
enum class Tag : int32_t {
    None = 0, Default = 1, Tensor = 2, Int = 3, Double = 4, Bool = 5, IntList = 6, DoubleList = 7,
    BoolList = 8, TensorList = 9, OptionalTensorList = 10, String = 11, Device = 12, Generator = 13,
};

// 16 bytes. Lists and strings: pointer and length. Device: type in `integer`, index in `length`.
struct Slot {
    Tag tag;
    int32_t length;
    union {
        int64_t integer;
        double number;
        void* pointer;
    };
};
static_assert(sizeof(Slot) == 16, "the managed side counts on 16 bytes");

// libtorch 1.13 has an optional of its own, 2.x takes the standard one.
#if TORCH_MAJOR >= 2
template <class T>
using Optional = std::optional<T>;
#else
template <class T>
using Optional = c10::optional<T>;
#endif

using TensorPointer = c10::intrusive_ptr<at::TensorImpl, at::UndefinedTensorImpl>;

inline std::string& last_error() {
    thread_local std::string text;
    return text;
}

// Runs the body and turns every exception into a status; the text waits for shim_last_error.
template <class Body>
int32_t guarded(Body&& body) noexcept {
    try {
        body();
        return 0;
    } catch (const c10::Error& error) {
        last_error() = error.what_without_backtrace();
        return 1;
    } catch (const std::bad_alloc&) {
        last_error() = "The native heap has no memory left.";
        return 2;
    } catch (const std::exception& error) {
        last_error() = error.what();
        return 3;
    } catch (...) {
        last_error() = "libtorch threw something that is not a std::exception.";
        return 4;
    }
}

// Borrows: the handle keeps its reference, the tensor returned has one of its own.
inline at::Tensor borrow(void* handle) {
    if (handle == nullptr) return at::Tensor();
    return at::Tensor(TensorPointer::reclaim_copy(static_cast<at::TensorImpl*>(handle)));
}

// Gives the reference away to a handle; an undefined tensor becomes null.
inline void* give(at::Tensor tensor) {
    return tensor.defined() ? tensor.unsafeReleaseTensorImpl() : nullptr;
}
