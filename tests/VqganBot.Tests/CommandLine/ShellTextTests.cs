using VqganBot.CommandLine.Imagine;

namespace VqganBot.Tests.CommandLine;

public sealed class ShellTextTests
{
    [Theory]
    [InlineData("chicken.png", "chicken.png")]
    [InlineData("chicken surf", "\"chicken surf\"")]
    [InlineData("", "\"\"")]
    [InlineData("a|b", "\"a|b\"")]
    [InlineData("$HOME `x`", "'$HOME `x`'")]
    [InlineData("don't \"stop\"", "'don'\\''t \"stop\"'")]
    public void Quote_CanBePasted(string word, string expected) => Assert.Equal(expected, ShellText.Quote(word));
}
