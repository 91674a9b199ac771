using VqganBot.Search;

namespace VqganBot.CommandLine.Search;

/// <summary>How far the indexing is: one line that changes for a person at a terminal, every tenth otherwise; nothing for a few pictures.</summary>
internal sealed class IndexProgressLine(CommandContext context) : IProgress<IndexProgress>
{
    private const int WorthTelling = 64;

    private int _tenth;
    private bool _isOpen;

    public void Report(IndexProgress value)
    {
        if (value.Total < WorthTelling) return;
        var text = $"Looked at {value.Done} of {value.Total} new pictures.";
        var tenth = (int)(value.Done * 10L / value.Total);
        if (context.IsErrorTerminal)
        {
            context.Error.Write($"\r{text}");
            _isOpen = true;
        }
        else if (tenth > _tenth)
        {
            context.Error.WriteLine(text);
        }

        _tenth = tenth;
    }

    public void End()
    {
        if (_isOpen) context.Error.WriteLine();
        _isOpen = false;
    }
}
