using Dapper;
using Microsoft.Data.Sqlite;
using VqganBot.Generation.Classification;
using VqganBot.Generation.Packs;
using VqganBot.Generation.Tests.Imaging;
using VqganBot.Generation.Tests.Synthesis;
using VqganBot.Generation.Tests.Verification;
using VqganBot.Imaging;
using VqganBot.Search;

namespace VqganBot.Generation.Tests.Search;

public sealed class PictureIndexTests : IDisposable
{
    private static readonly DateTime Once = new(2026, 1, 2, 3, 4, 5, DateTimeKind.Utc);

    private readonly TemporaryFolder _folder = new();
    private readonly ModelPack _pack = TinyPack.Create();
    private readonly ClipEmbedder _embedder;

    public PictureIndexTests()
    {
        _embedder = ClipEmbedder.Of(_pack);
        Directory.CreateDirectory(_folder["below"]);
        for (int seed = 0; seed < 5; seed++)
            Put(seed < 3 ? $"{seed}.png" : $"below/{seed}.PNG", seed);
    }

    private string IndexFile => _folder[PictureIndex.DefaultFile];

    public void Dispose()
    {
        _embedder.Dispose();
        _pack.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void Update_OfANewFolder_EmbedsEachContentOnce()
    {
        File.Copy(_folder["1.png"], _folder["copy.png"]);
        File.WriteAllText(_folder["notes.txt"], "no picture");

        IndexUpdate update = Update();

        Assert.Equal((6, 5, 0, 0), (update.Pictures, update.Embedded, update.Removed, update.Broken.Count));
        Assert.Equal(["1.png", "copy.png"], Nearest(1).Paths);
    }

    [Fact]
    public void Update_AfterOneWasAdded_EmbedsOnlyThatOne()
    {
        Update();
        Put("new.png", 77);

        Assert.Equal((6, 1), Counts(Update()));
        Assert.Equal((6, 0), Counts(Update()));
        Assert.Equal(["new.png"], Nearest(77).Paths);
    }

    [Fact]
    public void Update_AfterARename_FindsTheEmbeddingAgain()
    {
        Update();
        File.Move(_folder["below/3.PNG"], _folder["three.png"]);

        IndexUpdate update = Update();

        Assert.Equal((5, 0, 1), (update.Pictures, update.Embedded, update.Removed));
        Assert.Equal(["three.png"], Nearest(3).Paths);
    }

    [Fact]
    public void Update_AfterATouch_EmbedsNothing()
    {
        Update();
        File.SetLastWriteTimeUtc(_folder["2.png"], Once.AddDays(1));

        Assert.Equal((5, 0), Counts(Update()));
    }

    [Fact]
    public void Update_AfterAChange_EmbedsTheNewContentAndForgetsTheOld()
    {
        Update();
        Put("2.png", 22, Once.AddDays(1));

        Assert.Equal((5, 1), Counts(Update()));
        Assert.Equal(["2.png"], Nearest(22).Paths);
        Assert.Equal(5, Embeddings());
    }

    [Fact]
    public void Update_AfterADeletion_FindsItNoMore()
    {
        Update();
        File.Delete(_folder["0.png"]);

        Assert.Equal(1, Update().Removed);
        Assert.NotEqual(["0.png"], Nearest(0).Paths);
        Assert.Equal(4, Embeddings());
    }

    [Fact]
    public void Update_WithFilesThatAreNoPictures_NamesThemOnceAndTriesAgainWhenTheyChange()
    {
        File.WriteAllText(_folder["letter.png"], "Dear reader");
        File.WriteAllBytes(_folder["empty.jpg"], []);
        File.WriteAllBytes(_folder["half.png"], File.ReadAllBytes(_folder["0.png"])[..300]);

        IndexUpdate first = Update(), second = Update();
        Put("letter.png", 66, Once.AddDays(1));
        IndexUpdate third = Update();

        Assert.Equal(["empty.jpg", "half.png", "letter.png"], first.Broken.Select(picture => picture.Path).Order(StringComparer.Ordinal));
        Assert.Contains("looks like text", first.Broken.Single(picture => picture.Path == "letter.png").Problem);
        Assert.Equal((5, 5, 0), (first.Pictures, first.Embedded, first.BrokenBefore));
        Assert.Equal((5, 0, 3), (second.Pictures, second.Broken.Count, second.BrokenBefore));
        Assert.Equal((6, 1, 2), (third.Pictures, third.Embedded, third.BrokenBefore));
    }

    [Fact]
    public void Update_BrokenOff_GoesOnWhereItWas()
    {
        for (int seed = 10; seed < 50; seed++)
            Put($"{seed}.png", seed);
        using var stop = new CancellationTokenSource();
        int looked = 0;

        using (PictureIndex index = Open())
            Assert.ThrowsAny<OperationCanceledException>(() => index.Update(new Told(progress =>
            {
                looked = progress.Done;
                stop.Cancel();
            }), stop.Token));

        Assert.InRange(looked, 1, 44);
        Assert.Equal((45, 45 - looked), Counts(Update()));
    }

    [Fact]
    public void Update_WithAnotherModel_KeepsTheEmbeddingsOfBoth()
    {
        Update();
        using ModelPack other = TinyPack.Create(clips: 2);
        using var eye = new ClipEmbedder(other.Clips[1], other.Tokenizer, other.Device);

        Assert.Equal((5, 5), Counts(Update(eye, "other")));
        Assert.Equal((5, 0), Counts(Update()));
        Assert.Equal((5, 0), Counts(Update(eye, "other")));
    }

    [Fact]
    public void Update_DoesNotFollowLinks_NorLookAtWhatIsHidden()
    {
        using var elsewhere = new TemporaryFolder();
        File.Move(_folder["0.png"], elsewhere["0.png"]);
        Directory.CreateSymbolicLink(_folder["linked"], elsewhere.Root);
        File.CreateSymbolicLink(_folder["link.png"], elsewhere["0.png"]);
        Directory.CreateSymbolicLink(_folder["below/loop"], _folder.Root);
        Put(".hidden.png", 8);

        Assert.Equal((4, 4), Counts(Update()));
    }

    [Fact]
    public void Update_OfAnIndexWithPathsFromElsewhere_ForgetsThem()
    {
        Update();
        Execute("INSERT INTO file SELECT '../../etc/secret.png', bytes, modified, hash, NULL FROM file WHERE path = '1.png'");

        Assert.Equal(1, Update().Removed);
        Assert.Equal(["1.png"], Nearest(1).Paths);
    }

    [Theory]
    [InlineData("not a database, but long enough to be taken for one by its length alone; and on and on and on and on and on it goes")]
    [InlineData(null)]
    public void Open_OfWhatIsNoIndex_RefusesAndLeavesItAlone(string? text)
    {
        if (text is not null)
            File.WriteAllText(IndexFile, text);
        else
            Execute("CREATE TABLE precious (id INTEGER)");
        byte[] before = File.ReadAllBytes(IndexFile);

        var e = Assert.Throws<SearchIndexException>(() => Open());

        Assert.Contains("--index", e.Message);
        Assert.Equal(before, File.ReadAllBytes(IndexFile));
    }

    [Theory]
    [InlineData("UPDATE embedding SET vector = zeroblob(8)")]
    [InlineData("UPDATE embedding SET vector = zeroblob(48)")]
    public void Nearest_WithEmbeddingsSomebodyMeddledWith_SaysThatTheIndexIsDamaged(string meddling)
    {
        Update();
        Execute(meddling);

        var e = Assert.Throws<SearchIndexException>(() => Nearest(1));

        Assert.Contains("Delete it", e.Message);
    }

    private (int Pictures, int Embedded) Counts(IndexUpdate update) => (update.Pictures, update.Embedded);

    private void Put(string name, int seed, DateTime? time = null)
    {
        File.WriteAllBytes(_folder[name], ImageCodec.EncodePng(Picture(seed)));
        File.SetLastWriteTimeUtc(_folder[name], time ?? Once);
    }

    private static Rgb24Image Picture(int seed) => Pictures.Noise(20, 16, seed);

    private PictureIndex Open(ClipEmbedder? embedder = null, string sum = "sum") =>
        new(_folder.Root, IndexFile, embedder ?? _embedder, "tiny", sum, TimeProvider.System);

    private IndexUpdate Update(ClipEmbedder? embedder = null, string sum = "sum")
    {
        using PictureIndex index = Open(embedder, sum);
        return index.Update(null, CancellationToken.None);
    }

    private FoundPicture Nearest(int seed)
    {
        using PictureIndex index = Open();
        return index.Nearest(_embedder.Picture(Picture(seed)), 1)[0];
    }

    private long Embeddings()
    {
        using SqliteConnection connection = Connect();
        return connection.QuerySingle<long>("SELECT count(*) FROM embedding");
    }

    private void Execute(string sql)
    {
        using SqliteConnection connection = Connect();
        connection.Execute(sql);
    }

    private SqliteConnection Connect()
    {
        VqganBot.Storage.SqliteLibrary.Initialise();
        return new SqliteConnection($"Data Source={IndexFile};Pooling=False");
    }

    private sealed class Told(Action<IndexProgress> told) : IProgress<IndexProgress>
    {
        public void Report(IndexProgress value) => told(value);
    }
}
