// Any operator by its name: the arguments come as tagged slots, what is missing is filled from the schema.
#include "shim.h"

#include <ATen/core/Generator.h>
#include <ATen/core/dispatch/Dispatcher.h>
#include <ATen/core/ivalue.h>
#include <ATen/core/stack.h>

#include <cstdlib>

namespace {

template <class T>
c10::List<T> list_of(const Slot& slot) {
    c10::List<T> list;
    list.reserve(slot.length);
    auto* values = static_cast<const T*>(slot.pointer);
    for (int32_t i = 0; i < slot.length; i++) list.push_back(values[i]);
    return list;
}

c10::IValue tensors_of(const Slot& slot) {
    c10::List<at::Tensor> list;
    list.reserve(slot.length);
    auto** handles = static_cast<void**>(slot.pointer);
    for (int32_t i = 0; i < slot.length; i++) list.push_back(borrow(handles[i]));
    return list;
}

c10::IValue optional_tensors_of(const Slot& slot) {
    c10::List<Optional<at::Tensor>> list;
    list.reserve(slot.length);
    auto** handles = static_cast<void**>(slot.pointer);
    for (int32_t i = 0; i < slot.length; i++) {
        if (handles[i] == nullptr) list.push_back(Optional<at::Tensor>());
        else list.push_back(borrow(handles[i]));
    }
    return list;
}

c10::IValue default_of(const c10::FunctionSchema& schema, size_t index) {
    const auto& argument = schema.arguments().at(index);
    const auto& value = argument.default_value();
    TORCH_CHECK(value.has_value(), schema.operator_name(), " needs its argument '", argument.name(), "'");
    return *value;
}

c10::IValue value_of(const Slot& slot, const c10::FunctionSchema& schema, size_t index) {
    switch (slot.tag) {
        case Tag::None: return c10::IValue();
        case Tag::Default: return default_of(schema, index);
        case Tag::Tensor: return borrow(slot.pointer);
        case Tag::Int: return slot.integer;
        case Tag::Double: return slot.number;
        case Tag::Bool: return slot.integer != 0;
        case Tag::IntList: return list_of<int64_t>(slot);
        case Tag::DoubleList: return list_of<double>(slot);
        case Tag::BoolList: return list_of<bool>(slot);
        case Tag::TensorList: return tensors_of(slot);
        case Tag::OptionalTensorList: return optional_tensors_of(slot);
        case Tag::String: return std::string(static_cast<const char*>(slot.pointer), slot.length);
        case Tag::Device:
            return c10::Device(static_cast<c10::DeviceType>(slot.integer), static_cast<c10::DeviceIndex>(slot.length));
        case Tag::Generator: return *static_cast<at::Generator*>(slot.pointer);
    }
    TORCH_CHECK(false, "slot tag ", static_cast<int32_t>(slot.tag), " is unknown to the shim");
}

void write(c10::IValue value, Slot& slot) {
    slot.length = 0;
    slot.integer = 0;
    if (value.isTensor()) {
        slot.pointer = give(std::move(value).toTensor());
        slot.tag = slot.pointer == nullptr ? Tag::None : Tag::Tensor;
    } else if (value.isTensorList()) {
        auto tensors = value.toTensorVector();
        auto** handles = static_cast<void**>(std::malloc(sizeof(void*) * (tensors.size() + 1)));
        if (handles == nullptr) throw std::bad_alloc();
        for (size_t i = 0; i < tensors.size(); i++) handles[i] = give(std::move(tensors[i]));
        slot.tag = Tag::TensorList;
        slot.length = static_cast<int32_t>(tensors.size());
        slot.pointer = handles;
    } else if (value.isInt()) {
        slot.tag = Tag::Int;
        slot.integer = value.toInt();
    } else if (value.isDouble()) {
        slot.tag = Tag::Double;
        slot.number = value.toDouble();
    } else if (value.isBool()) {
        slot.tag = Tag::Bool;
        slot.integer = value.toBool();
    } else if (value.isScalar()) {
        auto scalar = value.toScalar();
        slot.tag = scalar.isFloatingPoint() ? Tag::Double : Tag::Int;
        if (scalar.isFloatingPoint()) slot.number = scalar.toDouble();
        else slot.integer = scalar.toLong();
    } else {
        TORCH_CHECK(value.isNone(), "the shim has no slot for a result of type ", value.tagKind());
        slot.tag = Tag::None;
    }
}

}  // namespace

// Null when this libtorch does not know the operator. Handles live as long as the process.
EXPORT int32_t shim_find(const char* name, const char* overload, void** found) {
    return guarded([&] {
        auto handle = c10::Dispatcher::singleton().findSchema({name, overload});
        *found = handle.has_value() ? new c10::OperatorHandle(*handle) : nullptr;
    });
}

// Results beyond `capacity` are released here: an in-place operator's alias of `self`, for one.
EXPORT int32_t shim_call(void* handle, const Slot* arguments, int32_t count, Slot* results, int32_t capacity) {
    return guarded([&] {
        const auto& op = *static_cast<const c10::OperatorHandle*>(handle);
        const auto& schema = op.schema();
        const auto wanted = schema.arguments().size();
        TORCH_CHECK(static_cast<size_t>(count) <= wanted,
            schema.operator_name(), " takes ", wanted, " arguments in this libtorch, and was given ", count);
        torch::jit::Stack stack;
        stack.reserve(wanted);
        for (int32_t i = 0; i < count; i++) stack.push_back(value_of(arguments[i], schema, i));
        for (size_t i = count; i < wanted; i++) stack.push_back(default_of(schema, i));
        op.callBoxed(stack);
        for (size_t i = 0; i < static_cast<size_t>(capacity); i++) {
            if (i < stack.size()) write(std::move(stack[i]), results[i]);
            else results[i].tag = Tag::None;
        }
    });
}

EXPORT void shim_free(void* memory) { std::free(memory); }

EXPORT const char* shim_last_error() { return last_error().c_str(); }
