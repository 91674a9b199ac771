using VqganBot.CommandLine.Imagine;
using VqganBot.Generation.Synthesis;
using VqganBot.Imaging;

namespace VqganBot.Generation.Tests.CommandLine;

public sealed class PictureQueueTests
{
    private static readonly Rgb24Image Picture = new(1, 1, new byte[3]);

    [Fact]
    public void Add_APictureThatIsThere_IsWrittenBeforeItReturns()
    {
        using PictureQueue queue = new();
        int thread = 0;
        queue.Add(new PendingPicture(Picture), _ => thread = Environment.CurrentManagedThreadId);
        Assert.Equal(Environment.CurrentManagedThreadId, thread);
    }

    [Fact]
    public void Add_PicturesThatAreComing_AreWrittenInTurnByAnotherThread()
    {
        using ManualResetEventSlim come = new();
        using PictureQueue queue = new();
        List<(int Number, int Thread)> written = [];
        for (int i = 0; i < 5; i++)
        {
            int number = i;
            queue.Add(new PendingPicture(() => { come.Wait(TestContext.Current.CancellationToken); return Picture; }), _ => written.Add((number, Environment.CurrentManagedThreadId)));
        }

        Assert.Empty(written);
        come.Set();
        queue.Finish();
        Assert.Equal([0, 1, 2, 3, 4], written.Select(it => it.Number));
        Assert.DoesNotContain(Environment.CurrentManagedThreadId, written.Select(it => it.Thread));
    }

    [Fact]
    public void Finish_AfterAPictureThatCouldNotBeWritten_ThrowsWhy()
    {
        using PictureQueue queue = new();
        queue.Add(new PendingPicture(() => Picture), _ => throw new IOException("the disk is full"));
        Assert.Equal("the disk is full", Assert.Throws<IOException>(queue.Finish).Message);
    }
}
