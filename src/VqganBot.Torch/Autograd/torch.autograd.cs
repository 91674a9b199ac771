using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public static unsafe partial class autograd
    {
        /// <summary>The gradients of the outputs with respect to the inputs, returned and not added up anywhere.</summary>
        public static IList<Tensor> grad(IList<Tensor> outputs, IList<Tensor> inputs, IList<Tensor>? grad_outputs = null,
            bool retain_graph = false, bool create_graph = false, bool allow_unused = false)
        {
            var results = new nint[inputs.Count];
            fixed (nint* from = Handles(outputs), to = Handles(inputs), gradients = Handles(grad_outputs), found = results)
            {
                Native.Check(Native.shim_autograd_grad(from, outputs.Count, to, inputs.Count, gradients, grad_outputs?.Count ?? 0,
                    retain_graph || create_graph ? 1 : 0, create_graph ? 1 : 0, allow_unused ? 1 : 0, found));
            }
            GC.KeepAlive(outputs);
            GC.KeepAlive(inputs);
            GC.KeepAlive(grad_outputs);
            return Array.ConvertAll(results, handle => new Tensor(handle));
        }

        public static void backward(IList<Tensor> tensors, IList<Tensor>? grad_tensors = null, bool? retain_graph = null,
            bool create_graph = false, IList<Tensor>? inputs = null)
        {
            fixed (nint* from = Handles(tensors), gradients = Handles(grad_tensors), to = Handles(inputs))
            {
                Native.Check(Native.shim_backward(from, tensors.Count, gradients, grad_tensors?.Count ?? 0, to,
                    inputs?.Count ?? 0, retain_graph ?? create_graph ? 1 : 0, create_graph ? 1 : 0));
            }
            GC.KeepAlive(tensors);
            GC.KeepAlive(grad_tensors);
            GC.KeepAlive(inputs);
        }

        public static void backward(Tensor tensor, IList<Tensor>? grad_tensors = null, bool? retain_graph = null,
            bool create_graph = false, IList<Tensor>? inputs = null) =>
            backward([tensor], grad_tensors, retain_graph, create_graph, inputs);

        public static void backward(Tensor tensor, Tensor grad_tensor, bool? retain_graph = null, bool create_graph = false,
            IList<Tensor>? inputs = null) => backward([tensor], [grad_tensor], retain_graph, create_graph, inputs);

        private static nint[] Handles(IList<Tensor>? tensors)
        {
            if (tensors is null)
                return [];
            var handles = new nint[tensors.Count];
            for (var i = 0; i < handles.Length; i++)
                handles[i] = tensors[i].Handle;
            return handles;
        }
    }
}
