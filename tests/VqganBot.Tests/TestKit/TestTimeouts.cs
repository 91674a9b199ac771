namespace VqganBot.Tests.TestKit;

/// <summary>How long a test waits for what must come. Long, since it is only reached when something is broken.</summary>
internal static class TestTimeouts
{
    public static readonly TimeSpan Default = TimeSpan.FromSeconds(30);
}
