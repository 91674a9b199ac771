using System.Collections;
using TorchSharp.Modules;

namespace TorchSharp.Modules
{
    /// <summary>Modules in a row, named "0", "1", "2" and so on.</summary>
    public sealed class ModuleList<T> : torch.nn.Module, IList<T> where T : torch.nn.Module
    {
        private readonly List<T> _list = [];

        public ModuleList(params T[] modules) : base(nameof(ModuleList<T>))
        {
            _list.AddRange(modules);
            Rename();
        }

        public int Count => _list.Count;

        public bool IsReadOnly => false;

        public T this[int index]
        {
            get => _list[index];
            set
            {
                _list[index] = value;
                Rename();
            }
        }

        public void append(params T[] parameters) => extend(parameters);

        public void extend(IEnumerable<T> modules)
        {
            _list.AddRange(modules);
            Rename();
        }

        public void Add(T item)
        {
            register_module($"{_list.Count}", item);
            _list.Add(item);
        }

        public void Insert(int index, T item)
        {
            _list.Insert(index, item);
            Rename();
        }

        public bool Remove(T item)
        {
            var removed = _list.Remove(item);
            Rename();
            return removed;
        }

        public void RemoveAt(int index)
        {
            _list.RemoveAt(index);
            Rename();
        }

        public void Clear()
        {
            _list.Clear();
            Rename();
        }

        public bool Contains(T item) => _list.Contains(item);

        public int IndexOf(T item) => _list.IndexOf(item);

        public void CopyTo(T[] array, int arrayIndex) => _list.CopyTo(array, arrayIndex);

        public IEnumerator<T> GetEnumerator() => _list.GetEnumerator();

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

        protected override void RegisterComponents()
        {
        }

        private void Rename()
        {
            ForgetModules();
            for (var i = 0; i < _list.Count; i++)
                register_module($"{i}", _list[i]);
        }
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            public static ModuleList<Module> ModuleList(params Module[] modules) => new(modules);

            public static ModuleList<T> ModuleList<T>(params T[] modules) where T : Module => new(modules);
        }
    }
}
