using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public unsafe partial class Tensor
    {
        /// <value>Whether operations on the tensor are remembered for the gradient.</value>
        public bool requires_grad
        {
            get
            {
                var value = Native.shim_requires_grad(Handle) != 0;
                GC.KeepAlive(this);
                return value;
            }
            set
            {
                Native.Check(Native.shim_set_requires_grad(Handle, value ? 1 : 0));
                GC.KeepAlive(this);
            }
        }

        /// <value>The gradient that backward() has added up so far, or null.</value>
        public Tensor? grad
        {
            get
            {
                nint found;
                Native.Check(Native.shim_grad(Handle, &found));
                GC.KeepAlive(this);
                return found == 0 ? null : new Tensor(found);
            }
            set
            {
                Native.Check(Native.shim_set_grad(Handle, value?.Handle ?? 0));
                GC.KeepAlive(value);
                GC.KeepAlive(this);
            }
        }

        public bool is_leaf
        {
            get
            {
                var value = Native.shim_is_leaf(Handle) != 0;
                GC.KeepAlive(this);
                return value;
            }
        }

        public Tensor requires_grad_(bool requires_grad = true)
        {
            this.requires_grad = requires_grad;
            return this;
        }

        /// <summary>Keeps the gradient of a tensor that is not a leaf.</summary>
        public void retain_grad()
        {
            Native.Check(Native.shim_retain_grad(Handle));
            GC.KeepAlive(this);
        }

        /// <summary>Adds the gradient of this one number to every leaf that led to it.</summary>
        public void backward() => autograd.backward([this]);

        public void backward(IList<Tensor>? grad_tensors = null, bool retain_graph = false, bool create_graph = false,
            IList<Tensor>? inputs = null) => autograd.backward([this], grad_tensors, retain_graph, create_graph, inputs);

        /// <summary>The same values as a new object of the same graph.</summary>
        public Tensor alias() => Aten.alias.One(this);

        public Tensor detach() => Aten.detach.One(this);
    }
}
