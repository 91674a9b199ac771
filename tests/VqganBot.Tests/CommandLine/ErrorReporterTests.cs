using VqganBot.CommandLine.Errors;
using VqganBot.Generation.Checkpoints;
using VqganBot.Generation.Packs;
using VqganBot.Generation.Synthesis;
using VqganBot.Imaging;
using VqganBot.Models;
using VqganBot.Models.Catalog;
using VqganBot.Models.Download;

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
        { new PromptException("The prompt is empty."), 1, "The prompt is empty." },
        { new PaintingRequestException("The size is too small."), 1, "The size is too small." },
        { new SynthesisException(3, "Step 4 came to NaN."), 1, "Step 4 came to NaN." },
        { new ImageCodecException("The picture is damaged."), 1, "The picture is damaged." },
        { new CheckpointException("x.pt", "key", "it is cut short"), 1, "'key' of the file 'x.pt'" },
        { new ModelPackException("folder", "it has no pack.json."), 1, "it has no pack.json." },
        { new ModelNotInstalledException("x", "There is no model x."), 1, "There is no model x." },
        { new CatalogException("models.json", ["It is empty."]), 1, "It is empty." },
        { new DownloadException("x.pt", "every mirror failed."), 1, "every mirror failed." },
        { new DllNotFoundException("libtorch.so was not found\nand more"), 1, "doctor" },
        { new System.Runtime.InteropServices.ExternalException("shape mismatch\nException raised from"), 1, "libtorch failed: shape mismatch" },
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
