using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TorchSharp.Modules
{
    /// <summary>Modules one after the other, each given what the one before it made.</summary>
    public sealed class Sequential : Module<Tensor, Tensor>
    {
        private readonly List<Module<Tensor, Tensor>> _list = [];

        internal Sequential(IEnumerable<(string Name, Module<Tensor, Tensor> Module)> modules) : base(nameof(Sequential))
        {
            foreach (var (name, module) in modules)
                append(name, module);
        }

        public int Count => _list.Count;

        public IModule<Tensor, Tensor> this[int index] => _list[index];

        public Sequential append(IModule<Tensor, Tensor> module) => append($"{_list.Count}", module);

        public Sequential append(string name, IModule<Tensor, Tensor> module)
        {
            var part = (Module<Tensor, Tensor>)module;
            register_module(name, part);
            _list.Add(part);
            return this;
        }

        public override Tensor forward(Tensor tensor)
        {
            if (_list.Count == 0)
                return tensor.alias();
            var current = tensor;
            foreach (var module in _list)
            {
                var next = module.call(current);
                // What only this loop has seen need not wait for the scope.
                if (!ReferenceEquals(next, current) && !ReferenceEquals(current, tensor))
                    current.Dispose();
                current = next;
            }
            return current;
        }

        protected override void RegisterComponents()
        {
        }
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            public static Sequential Sequential(params (string name, Module<Tensor, Tensor> submodule)[] modules) => new(modules);

            public static Sequential Sequential(params Module<Tensor, Tensor>[] modules) =>
                Sequential((IEnumerable<Module<Tensor, Tensor>>)modules);

            public static Sequential Sequential(IEnumerable<(string name, Module<Tensor, Tensor> submodule)> modules) => new(modules);

            public static Sequential Sequential(IEnumerable<Module<Tensor, Tensor>> modules) =>
                new(modules.Select((module, index) => ($"{index}", module)));

            public static Sequential Sequential() => new([]);
        }
    }
}
