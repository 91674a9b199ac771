using System.Reflection;
using TorchSharp.Modules;
using TorchSharp.Utils;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public abstract partial class Module
        {
            private bool _componentsAreRegistered;

            public virtual void register_parameter(string name, Parameter? param)
            {
                if (param is null)
                    return;
                RequireFree(name);
                param.DetachFromDisposeScope();
                _ownParameters.Add((name, param));
            }

            /// <summary>A tensor that belongs to the module but is not learned; it is saved only if it is persistent.</summary>
            public virtual void register_buffer(string name, Tensor tensor, bool persistent = true)
            {
                RequireFree(name);
                tensor.DetachFromDisposeScope();
                _ownBuffers.Add((name, tensor, persistent));
            }

            public virtual void register_module(string name, Module submodule)
            {
                RequireFree(name);
                submodule.RegisterComponents();
                _ownModules.Add((name, submodule));
            }

            /// <summary>Registers every field that holds a module, a parameter or a tensor, under the field's name or its <see cref="ComponentNameAttribute"/>.</summary>
            protected virtual void RegisterComponents()
            {
                if (_componentsAreRegistered)
                    return;
                _componentsAreRegistered = true;
                foreach (var field in Fields(GetType()))
                {
                    var name = field.GetCustomAttribute<ComponentNameAttribute>()?.Name ?? field.Name;
                    if (IsTaken(name))
                        continue;
                    switch (field.GetValue(this))
                    {
                        case Module module:
                            register_module(name, module);
                            break;
                        case Parameter parameter:
                            register_parameter(name, parameter);
                            break;
                        case Tensor tensor:
                            register_buffer(name, tensor);
                            break;
                    }
                }
            }

            /// <summary>Gives up all parts, for a container whose list has changed.</summary>
            private protected void ForgetModules() => _ownModules.Clear();

            /// <summary>The fields in the order of their declaration, a base class's first.</summary>
            private static IEnumerable<FieldInfo> Fields(Type type)
            {
                const BindingFlags All = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;
                var chain = new Stack<Type>();
                for (var it = type; it is not null && it != typeof(Module); it = it.BaseType)
                    chain.Push(it);
                return chain.SelectMany(it => it.GetFields(All)).Where(it => !it.Name.StartsWith('<'));
            }

            private bool IsTaken(string name) =>
                _ownParameters.Any(it => it.Name == name) || _ownBuffers.Any(it => it.Name == name) || _ownModules.Any(it => it.Name == name);

            private void RequireFree(string name)
            {
                if (IsTaken(name))
                    throw new ArgumentException($"{GetName()} already has a part named '{name}'; each name can be registered once.", nameof(name));
            }
        }
    }
}
