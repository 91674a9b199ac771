namespace TorchSharp.Utils;

/// <summary>Registers a field's module or tensor under a name other than the field's.</summary>
[AttributeUsage(AttributeTargets.Field)]
public sealed class ComponentNameAttribute : Attribute
{
    public string? Name { get; set; }
}
