using VqganBot.Generation.Clip;
using VqganBot.Training.Data;
using VqganBot.Training.Toybox;
using VqganBot.Training.Toybox.Captions;

namespace VqganBot.Generation.Tests.Training;

/// <summary>A folder with a small rendered set and a tokenizer, deleted with the test.</summary>
public sealed class TrainingFolder : IDisposable
{
    public const int Pictures = 48;

    public TrainingFolder()
    {
        Root = Directory.CreateTempSubdirectory("vqganbot-training-").FullName;
        RenderedSetWriter.Write(Set, Pictures, 1_000_000, null, CancellationToken.None);
        var writer = new CaptionWriter(new ToyRandom(1));
        BpeTrainer.Write(Merges, BpeTrainer.Learn(Enumerable.Range(0, 300).Select(seed => writer.Write(ToyWorld.Draw((ulong)seed)).Text), 60));
    }

    public string Root { get; }

    public string Set => In("pictures.set");

    public string Merges => In("merges.txt");

    public string In(string name) => Path.Combine(Root, name);

    public void Dispose() => Directory.Delete(Root, recursive: true);
}
