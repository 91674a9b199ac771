using VqganBot.Generation.Drafts;

namespace VqganBot.CommandLine.Progress;

/// <summary>Says that drafts are being drawn, before there is a step to count: on a terminal how far they are, in a log once.</summary>
internal sealed class DraftingLine(CommandContext context, bool quiet)
{
    private const string Doing = "drafting what to begin with";

    private int _shown = -1;

    public void Show(DraftProgress now)
    {
        var percent = (int)(now.Drawn * 100L / now.All);
        if (quiet || percent == _shown) return;
        if (context.IsErrorTerminal)
            context.Error.Write($"\r{(percent < 100 ? $"{Doing}: {percent} %" : "").PadRight(Doing.Length + 8)}\r");
        else if (_shown < 0)
            context.Error.WriteLine(Doing);
        _shown = percent;
    }
}
