using VqganBot.Generation.Checkpoints.Storage;

namespace VqganBot.Generation.Checkpoints.Pickling;

/// <summary>
/// The whole list of what a pickle may "call". Every name but these gives an inert <see cref="PickleInstance"/>,
/// whichever opcode asks for it.
/// </summary>
internal static class PickleFactory
{
    // Not what keeps us safe (a name is only a name here), but whoever sent such a file should be found out at once.
    private static readonly string[] HostileModules =
        ["os", "posix", "nt", "subprocess", "pty", "popen2", "shutil", "runpy", "importlib", "socket", "webbrowser", "ctypes", "pickle", "_pickle"];

    private static readonly string[] HostileFunctions =
        ["eval", "exec", "execfile", "compile", "open", "__import__"];

    /// <summary>The name of a class or function; those that only serve an attack are refused.</summary>
    public static PickleGlobal Global(string module, string name, PickleInput input)
    {
        var package = module.Split('.', 2)[0];
        if (Array.IndexOf(HostileModules, package) >= 0 || (package is "builtins" or "__builtin__" && Array.IndexOf(HostileFunctions, name) >= 0))
            throw input.Fault($"it would have Python run '{CheckpointException.Show($"{module}.{name}")}', which no file of weights needs; nothing was run, and such a file is not used");
        return new PickleGlobal(module, name);
    }

    public static object? Call(object? callable, PickleTuple arguments, PickleInput input)
    {
        var items = arguments.Items;
        switch ((callable as PickleGlobal)?.FullName)
        {
            // torch/_utils.py: (storage, offset, size, stride, requires_grad, hooks[, metadata]) and, before 0.4, the first four alone.
            case "torch._utils._rebuild_tensor_v2" or "torch._utils._rebuild_tensor":
                return Tensor(items, input);
            case "torch._utils._rebuild_parameter" or "torch._utils._rebuild_parameter_with_state" when items is [PickleTensor data, ..]:
                return data;
            // torch/_tensor.py: a tensor with attributes of its own, (function, type, arguments, state).
            case "torch._tensor._rebuild_from_type_v2" when items is [PickleGlobal function, _, PickleTuple inner, ..] && function.Module == "torch._utils":
                return Call(function, inner, input);
            case "collections.OrderedDict" or "builtins.dict" or "__builtin__.dict" or "collections.defaultdict":
                return Dictionary(items, input);
            case "builtins.set" or "__builtin__.set" or "builtins.frozenset" or "__builtin__.frozenset" or "builtins.list" or "__builtin__.list":
                return List(items, input);
            case "torch.Size" when items is [PickleTuple size]:
                return size;
            // torch/jit/_pickle.py: typed lists and dictionaries of TorchScript are what they wrap.
            case "torch.jit._pickle.build_intlist" or "torch.jit._pickle.build_doublelist" or "torch.jit._pickle.build_boollist"
                or "torch.jit._pickle.build_tensorlist" or "torch.jit._pickle.restore_type_tag" when items.Length > 0:
                return items[0];
            default:
                return new PickleInstance(callable as PickleGlobal);
        }
    }

    /// <summary>Builds the storage of a persistent id: ('storage', class, key, location, elements[, view]).</summary>
    public static object? Persistent(object? id, PickleInput input)
    {
        if (id is not PickleTuple { Items: ["storage", var type, var key, _, var count, ..] items })
            return new PickleInstance(null);
        if (type is not PickleGlobal { Name: var name } || key is not string text || count is not long elements || elements < 0)
            throw input.Fault("a storage is not described by class, key, place and number of elements");
        // The old stream format may add (key of the view, offset, elements): a part of the storage.
        return items is [_, _, _, _, _, PickleTuple { Items: [_, long offset, long length] }, ..]
            ? new PickleStorage(name, text, elements, offset, length)
            : new PickleStorage(name, text, elements, 0, elements);
    }

    private static PickleTensor Tensor(object?[] items, PickleInput input)
    {
        if (items is not [PickleStorage storage, long offset, PickleTuple size, PickleTuple stride, ..]
            || Integers(size) is not { } shape || Integers(stride) is not { } strides || shape.Length != strides.Length || offset < 0)
            throw input.Fault("a tensor is not described by storage, offset, size and stride");
        if (shape.Length > TensorTypes.MostDimensions)
            throw input.Fault($"a tensor has {shape.Length} dimensions, and at most {TensorTypes.MostDimensions} are possible");
        return new PickleTensor(storage, offset, shape, strides);
    }

    private static long[]? Integers(PickleTuple tuple)
    {
        var numbers = new long[tuple.Items.Length];
        for (var index = 0; index < numbers.Length; index++)
        {
            if (tuple.Items[index] is not long number || number < 0)
                return null;
            numbers[index] = number;
        }

        return numbers;
    }

    // Copies are charged like operations: otherwise dict(d, d), again and again, would double without end.
    private static PickleDictionary Dictionary(object?[] items, PickleInput input)
    {
        var dictionary = new PickleDictionary();
        foreach (var source in items)
        {
            // defaultdict(factory, dictionary)
            if (source is PickleDictionary other)
            {
                input.Charge(other.Items.Count);
                dictionary.Items.AddRange(other.Items);
            }

            // OrderedDict(pairs), as Python 2 wrote it
            if (source is PickleList pairs)
            {
                input.Charge(pairs.Items.Count);
                foreach (var pair in pairs.Items)
                {
                    if (pair is PickleTuple { Items: [var key, var value] })
                        dictionary.Items.Add(new(key, value));
                    else if (pair is PickleList { Items: [var first, var second] })
                        dictionary.Items.Add(new(first, second));
                }
            }
        }

        return dictionary;
    }

    private static PickleList List(object?[] items, PickleInput input)
    {
        if (items is [PickleList source])
            return source;
        var list = new PickleList();
        if (items is [PickleTuple tuple])
        {
            input.Charge(tuple.Items.Length);
            list.Items.AddRange(tuple.Items);
        }

        return list;
    }
}
