using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>A part of a network: parameters, buffers and further parts, each under a name.</summary>
        public abstract partial class Module : IDisposable
        {
            private readonly List<(string Name, Parameter Value)> _ownParameters = [];
            private readonly List<(string Name, Tensor Value, bool Persistent)> _ownBuffers = [];
            private readonly List<(string Name, Module Value)> _ownModules = [];
            private readonly string _name;

            protected Module(string name) => _name = name;

            /// <value>Whether layers such as dropout behave as in training; true at first.</value>
            public bool training { get; private set; } = true;

            public virtual string GetName() => _name;

            public virtual IEnumerable<(string name, Module module)> named_children() =>
                _ownModules.Select(it => (it.Name, it.Value));

            public virtual IEnumerable<Module> children() => _ownModules.Select(it => it.Value);

            public virtual IEnumerable<(string name, Module module)> named_modules()
            {
                foreach (var (name, module) in _ownModules)
                {
                    yield return (name, module);
                    foreach (var (inner, part) in module.named_modules())
                        yield return ($"{name}.{inner}", part);
                }
            }

            public virtual IEnumerable<Module> modules() => named_modules().Select(it => it.module);

            public virtual IEnumerable<(string name, Parameter parameter)> named_parameters(bool recurse = true)
            {
                var own = _ownParameters.Select(it => (it.Name, it.Value));
                return recurse ? own.Concat(OfParts(part => part.named_parameters())) : own;
            }

            public virtual IEnumerable<Parameter> parameters(bool recurse = true) =>
                named_parameters(recurse).Select(it => it.parameter);

            public virtual IEnumerable<(string name, Tensor buffer)> named_buffers(bool recurse = true,
                bool include_nonpersistent = true)
            {
                var own = _ownBuffers.Where(it => it.Persistent || include_nonpersistent).Select(it => (it.Name, it.Value));
                return recurse ? own.Concat(OfParts(part => part.named_buffers(true, include_nonpersistent))) : own;
            }

            public virtual IEnumerable<Tensor> buffers(bool recurse = true, bool include_nonpersistent = true) =>
                named_buffers(recurse, include_nonpersistent).Select(it => it.buffer);

            public virtual Parameter? get_parameter(string target) =>
                named_parameters().FirstOrDefault(it => it.name == target).parameter;

            public virtual void train(bool train = true)
            {
                training = train;
                foreach (var part in children())
                    part.train(train);
            }

            public virtual void eval() => train(false);

            /// <summary>Runs the action on every part, the innermost first and this one last.</summary>
            public virtual Module apply(Action<Module> fn)
            {
                foreach (var part in children())
                    part.apply(fn);
                fn(this);
                return this;
            }

            public virtual void zero_grad(bool set_to_none = true)
            {
                foreach (var parameter in parameters())
                    Gradients.Clear(parameter, set_to_none);
            }

            public void Dispose()
            {
                Dispose(true);
                GC.SuppressFinalize(this);
            }

            protected virtual void Dispose(bool disposing)
            {
                if (!disposing)
                    return;
                foreach (var part in children())
                    part.Dispose();
                foreach (var (_, parameter) in _ownParameters)
                    parameter.Dispose();
                foreach (var (_, buffer, _) in _ownBuffers)
                    buffer.Dispose();
            }

            private IEnumerable<(string, T)> OfParts<T>(Func<Module, IEnumerable<(string, T)>> of) =>
                named_children().SelectMany(part => of(part.module).Select(it => ($"{part.name}.{it.Item1}", it.Item2)));
        }
    }
}
