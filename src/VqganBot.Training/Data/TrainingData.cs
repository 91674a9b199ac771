using VqganBot.Training.Data.Folder;

namespace VqganBot.Training.Data;

/// <summary>What a command learns from, opened: one of the two is there.</summary>
internal sealed class TrainingData : IDisposable
{
    private TrainingData(RenderedSet? set, OwnPictures? folder) => (Set, Folder) = (set, folder);

    public RenderedSet? Set { get; }

    public OwnPictures? Folder { get; }

    public IPictureSource Pictures => Set ?? (IPictureSource)Folder!.Training;

    public static TrainingData Drawn(RenderedSet set) => new(set, null);

    public static TrainingData Own(OwnPictures folder) => new(null, folder);

    public void Dispose()
    {
        Set?.Dispose();
        Folder?.Dispose();
    }
}
