using System.Globalization;
using VqganBot.Tests.Jobs.Kill;
using Xunit.Runner.InProc.SystemConsole;

namespace VqganBot.Tests;

/// <summary>Runs the tests; or, as <c>kill-host FOLDER AT-ONCE</c>, is the process that the kill test kills.</summary>
internal static class Program
{
    public static Task<int> Main(string[] args) => args is ["kill-host", var folder, var atOnce, .. var rest]
        ? KillHost.RunAsync(folder, int.Parse(atOnce, CultureInfo.InvariantCulture), drain: rest is ["drain"])
        : ConsoleRunner.Run(args);
}
