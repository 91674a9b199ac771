namespace VqganBot.Generation.Checkpoints.Pickling;

/// <summary>The name of a Python class or function. It is a name and nothing more: nothing is looked up, nothing can be called.</summary>
internal sealed record PickleGlobal(string Module, string Name)
{
    public string FullName => $"{Module}.{Name}";
}
