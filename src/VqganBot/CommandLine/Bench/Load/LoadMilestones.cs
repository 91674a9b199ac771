namespace VqganBot.CommandLine.Bench;

/// <summary>What a started process says that it has reached.</summary>
internal static class LoadMilestones
{
    public const string Program = "program";

    public const string Engine = "libtorch";

    public const string Model = "model";

    public const string FirstPreview = "first preview";

    public const string FirstStep = "first step";

    public const string Memory = "memory";
}
