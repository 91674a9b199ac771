using System.Collections;
using TorchSharp.Modules;

namespace TorchSharp.Modules
{
    /// <summary>Modules under names of their own.</summary>
    public sealed class ModuleDict<T> : torch.nn.Module, IEnumerable<(string, T)> where T : torch.nn.Module
    {
        private readonly List<(string Name, T Module)> _list = [];

        public ModuleDict() : base(nameof(ModuleDict<T>))
        {
        }

        internal ModuleDict((string, T)[] modules) : this()
        {
            foreach (var (name, module) in modules)
                Add(name, module);
        }

        public int Count => _list.Count;

        public ICollection<string> Keys => [.. keys()];

        public ICollection<T> Values => [.. values()];

        public T this[string key] =>
            TryGetValue(key, out var module)
                ? module
                : throw new KeyNotFoundException($"There is no module '{key}'; there are: {string.Join(", ", keys())}.");

        public IEnumerable<string> keys() => _list.Select(it => it.Name);

        public IEnumerable<T> values() => _list.Select(it => it.Module);

        public void Add(string key, T value)
        {
            register_module(key, value);
            _list.Add((key, value));
        }

        public void Add((string, T) item) => Add(item.Item1, item.Item2);

        public bool ContainsKey(string key) => _list.Any(it => it.Name == key);

        public bool TryGetValue(string key, [System.Diagnostics.CodeAnalysis.MaybeNullWhen(false)] out T value)
        {
            value = _list.FirstOrDefault(it => it.Name == key).Module;
            return value is not null;
        }

        public IEnumerator<(string, T)> items() => GetEnumerator();

        public IEnumerator<(string, T)> GetEnumerator() => _list.GetEnumerator();

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

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
            public static ModuleDict<Module> ModuleDict(params (string, Module)[] modules) => new(modules);

            public static ModuleDict<T> ModuleDict<T>(params (string, T)[] modules) where T : Module => new(modules);
        }
    }
}
