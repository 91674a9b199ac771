using Spectre.Console;
using Spectre.Console.Rendering;

namespace VqganBot.CommandLine.Progress;

/// <summary>"50/200  loss 0.8123  3.1 steps/s  48 s left" beside the bar.</summary>
internal sealed class StepColumn : ProgressColumn
{
    // The painting thread writes, the console's refresh thread reads: a reference is swapped as a whole.
    private volatile string _text = "starting";

    protected override bool NoWrap => true;

    public void Show(StepReport report) =>
        _text = $"{report.Step}/{report.Steps}  {StepText.Loss(report)}  {StepText.Speed(report)}  {StepText.Left(report)}";

    public override IRenderable Render(RenderOptions options, ProgressTask task, TimeSpan deltaTime) => new Text(_text);
}
