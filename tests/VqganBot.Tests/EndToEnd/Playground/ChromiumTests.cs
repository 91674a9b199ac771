namespace VqganBot.Tests.EndToEnd.Playground;

/// <summary>The tests that share the browser; one after the other, since each opens pages in it.</summary>
[CollectionDefinition(Name)]
public sealed class ChromiumTests : ICollectionFixture<ChromiumFixture>
{
    public const string Name = "Chromium";
}
