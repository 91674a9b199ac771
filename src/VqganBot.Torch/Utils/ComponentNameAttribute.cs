namespace TorchSharp.Utils;

/// <summary>Registers a field under another name than its own: the name that the checkpoint has for it.</summary>
[AttributeUsage(AttributeTargets.Field)]
public sealed class ComponentNameAttribute : Attribute
{
    public string? Name { get; set; }
}
