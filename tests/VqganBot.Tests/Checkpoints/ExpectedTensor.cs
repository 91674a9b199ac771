namespace VqganBot.Tests.Checkpoints;

/// <summary>One line of expected.json.</summary>
internal sealed record ExpectedTensor(string Type, long[] Shape, string Sha256)
{
    public override string ToString() => $"{Type} [{string.Join(", ", Shape)}] {Sha256}";
}
