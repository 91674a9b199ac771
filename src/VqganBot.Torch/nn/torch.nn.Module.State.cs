using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public abstract partial class Module
        {
            private const int NamesInMessage = 5;

            /// <summary>Every parameter and persistent buffer by its full name; the tensors are the module's own.</summary>
            public virtual Dictionary<string, Tensor> state_dict(Dictionary<string, Tensor>? destination = null, string? prefix = null)
            {
                destination ??= [];
                var start = string.IsNullOrEmpty(prefix) ? "" : prefix + ".";
                foreach (var (name, parameter) in named_parameters(false))
                    destination.TryAdd(start + name, parameter);
                foreach (var (name, buffer) in named_buffers(false, false))
                    destination.TryAdd(start + name, buffer);
                foreach (var (name, part) in named_children())
                    part.state_dict(destination, start + name);
                return destination;
            }

            /// <summary>Copies values in by name.</summary>
            /// <exception cref="InvalidOperationException">Strict, and a name is missing on either side; or two shapes differ.</exception>
            public virtual (IList<string> missing_keys, IList<string> unexpected_keyes) load_state_dict(
                Dictionary<string, Tensor> source, bool strict = true, IList<string>? skip = null)
            {
                var own = state_dict();
                var missing = own.Keys.Where(it => !source.ContainsKey(it) && skip?.Contains(it) != true).ToList();
                var unexpected = source.Keys.Where(it => !own.ContainsKey(it) && skip?.Contains(it) != true).ToList();
                if (strict && missing.Count + unexpected.Count > 0)
                    throw new InvalidOperationException(
                        $"The state does not fit {GetName()}: {Listed("missing", missing)}; {Listed("unexpected", unexpected)}.");
                using var mode = no_grad();
                foreach (var (name, target) in own)
                {
                    if (!source.TryGetValue(name, out var value) || skip?.Contains(name) == true)
                        continue;
                    if (!target.shape.SequenceEqual(value.shape))
                        throw new InvalidOperationException(
                            $"The state does not fit {GetName()}: {name} is [{string.Join(", ", target.shape)}] here and [{string.Join(", ", value.shape)}] in the state.");
                    target.copy_(value);
                }
                return (missing, unexpected);
            }

            /// <summary>Moves or converts in place, so that whoever holds a parameter, an optimiser for one, goes on holding it.</summary>
            internal void Convert(Device? device, ScalarType? type)
            {
                using var scope = NewDisposeScope();
                using var mode = no_grad();
                foreach (var tensor in parameters().Concat<Tensor>(buffers()))
                {
                    // As in PyTorch, a wish for a floating point type leaves whole numbers as they are.
                    var target = type is { } wanted && tensor.is_floating_point() ? wanted : tensor.dtype;
                    Replace(tensor, target, device ?? tensor.device);
                    if (tensor.grad is { } gradient)
                        Replace(gradient, target, device ?? tensor.device);
                }
            }

            private static void Replace(Tensor tensor, ScalarType type, Device device) =>
                Interop.Aten.set_data.Run(tensor, tensor.to(type, device));

            private static string Listed(string what, List<string> names) =>
                names.Count == 0
                    ? $"none {what}"
                    : $"{names.Count} {what} ({string.Join(", ", names.Take(NamesInMessage))}{(names.Count > NamesInMessage ? ", ..." : "")})";
        }
    }
}
