using VqganBot.Generation.Tests.Imaging;
using VqganBot.Generation.Tests.Verification;
using VqganBot.Imaging;
using VqganBot.Training.Reports;
using Xunit;

namespace VqganBot.Generation.Tests.Training;

public sealed class TrainingReportTests
{
    [Fact]
    public void Write_AfterAnInterruption_GoesOnWithTheFiguresThatWereSaved()
    {
        using var folder = new TemporaryFolder();
        var report = new TrainingReport(folder["report"], "VQGAN", 0);
        for (var step = 10; step <= 50; step += 10)
            report.Add(step, [("loss", 1.0 / step), ("lr", double.NaN)]);
        report.Write(Pictures.Gradient(30, 20));

        var later = new TrainingReport(folder["report"], "VQGAN", 30);
        later.Add(40, [("loss", 7)]);
        later.Write(null);

        var lines = File.ReadAllLines(folder["report/figures.csv"]).Where(line => line.Contains("loss", StringComparison.Ordinal));
        Assert.Equal(["10,loss,0.1", "20,loss,0.05", $"30,loss,{1 / 30.0:R}", "40,loss,7"], lines);
        Assert.Equal((30, 20), Size(folder["report/sheet.png"]));
        Assert.True(Size(folder["report/curves.png"]).Width > 1000);
        Assert.Equal(3, Directory.GetFiles(folder["report"]).Length);

        static (int Width, int Height) Size(string path)
        {
            var picture = ImageCodec.DecodeFile(path);
            return (picture.Width, picture.Height);
        }
    }

    [Fact]
    public void Draw_FallingCurve_IsBlueFromTheUpperLeftToTheLowerRight()
    {
        var sheet = new CurveSheet("a & b", [new Curve("loss", [.. Enumerable.Range(0, 500).Select(i => ((long)i, 500.0 - i))])]).Draw();

        var blue = Enumerable.Range(0, sheet.Width * sheet.Height)
            .Where(i => sheet.Pixels[i * 3] < 100 && sheet.Pixels[(i * 3) + 2] > 150)
            .Select(i => (X: i % sheet.Width, Y: i / sheet.Width)).ToArray();
        Assert.True(blue.Length > 200);
        Assert.True(blue.MinBy(point => point.X).Y < blue.MaxBy(point => point.X).Y - 100);
    }

    [Theory]
    [InlineData(0, 1, "0 0.2 0.4 0.6 0.8 1")]
    [InlineData(3, 3, "2.6 2.8 3 3.2 3.4")]
    [InlineData(0, 300_000, "0 100k 200k 300k")]
    [InlineData(-0.5, 0.25, "-0.6 -0.4 -0.2 0 0.2 0.4")]
    public void Axis_Ticks_AreRoundNumbersAroundTheValues(double low, double high, string expected)
    {
        var axis = CurveAxis.Over([low, high]);

        Assert.Equal(expected, string.Join(' ', axis.Ticks.Select(axis.Label)));
    }
}
