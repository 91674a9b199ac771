using VqganBot.CommandLine.Errors;

namespace VqganBot.Tests.CommandLine;

public sealed class ErrorReporterTests
{
    public static TheoryData<Exception, int, string> Expected => new()
    {
        { UserErrorException.Usage("Say what to paint."), 2, "Say what to paint." },
        { new UserErrorException("The folder is full."), 1, "The folder is full." },
        { new UnauthorizedAccessException("Access to the path '/x' is denied."), 1, "No permission" },
        { new FileNotFoundException("no", "/x/y.png"), 1, "The file '/x/y.png' does not exist." },
        { new DirectoryNotFoundException("Could not find '/x'."), 1, "A folder is missing" },
        { new IOException("No space left on device"), 1, "No space left on device" },
        { new OperationCanceledException(), 130, "Stopped." },
    };

    [Theory]
    [MemberData(nameof(Expected))]
    public void Report_ExpectedError_IsOneSentence(Exception exception, int code, string message)
    {
        using var error = new StringWriter();

        Assert.Equal(code, new ErrorReporter(error, verbose: false).Report(exception));
        Assert.Contains(message, error.ToString());
        Assert.Single(error.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public void Report_UnexpectedError_AsksForAReportWithoutAStackTrace()
    {
        using var error = new StringWriter();

        Assert.Equal(1, new ErrorReporter(error, verbose: false).Report(Thrown()));
        Assert.Contains("Please report", error.ToString());
        Assert.Contains("--verbose", error.ToString());
        Assert.DoesNotContain("   at ", error.ToString());
    }

    [Fact]
    public void Report_UnexpectedErrorVerbosely_ShowsWhere()
    {
        using var error = new StringWriter();

        new ErrorReporter(error, verbose: true).Report(Thrown());
        Assert.Contains("   at ", error.ToString());
    }

    private static Exception Thrown()
    {
        try
        {
            throw new InvalidOperationException("odd");
        }
        catch (InvalidOperationException exception)
        {
            return exception;
        }
    }
}
