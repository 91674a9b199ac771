using VqganBot.Models.Catalog;
using VqganBot.Models.Download;
using VqganBot.Tests.Models.Fakes;

namespace VqganBot.Tests.Models;

/// <summary>What a download makes of what it finds on the disk.</summary>
public sealed class FileFetcherStateTests : IAsyncDisposable
{
    private readonly DownloadFixture _fixture = new();

    public ValueTask DisposeAsync() => _fixture.DisposeAsync();

    [Fact]
    public async Task Fetch_HalfOfAnEarlierRun_BringsTheRestOnly()
    {
        bool isWell = false;
        Uri mirror = _fixture.Server.Serve("/w", request => isWell ? Reply.File(_fixture.Content, request) : Reply.File(_fixture.Content, request) with { CutAfter = 60_000 });
        DownloadException error = await Assert.ThrowsAsync<DownloadException>(() => _fixture.FetchAsync(_fixture.File(mirror), _fixture.Options with { Retries = 1 }));
        Assert.Contains("120 kB of it are kept", error.Message, StringComparison.Ordinal);
        Assert.False(File.Exists(_fixture.Target));

        isWell = true;
        long before = _fixture.Server.BytesSent;
        await _fixture.FetchAsync(_fixture.File(mirror));

        Assert.Equal(_fixture.Content, File.ReadAllBytes(_fixture.Target));
        Assert.Equal(180_000, _fixture.Server.BytesSent - before);
    }

    [Fact]
    public async Task Fetch_AllHereButNotYetNamed_AsksNobody()
    {
        File.WriteAllBytes(_fixture.Part, _fixture.Content);

        await _fixture.FetchAsync(_fixture.File(_fixture.Server.Address("/w")));

        Assert.Equal(_fixture.Content, File.ReadAllBytes(_fixture.Target));
        Assert.Empty(_fixture.Server.Requests);
    }

    [Fact]
    public async Task Fetch_HalfThatIsGarbage_IsReplaced()
    {
        Uri mirror = _fixture.Server.Serve("/w", request => Reply.File(_fixture.Content, request));
        File.WriteAllBytes(_fixture.Part, DownloadFixture.RandomBytes(9, 100_000));
        File.WriteAllText(MirrorDownload.RecordPath(_fixture.Part), "{ cut off");

        await _fixture.FetchAsync(_fixture.File(mirror));

        Assert.Equal(_fixture.Content, File.ReadAllBytes(_fixture.Target));
    }

    [Fact]
    public async Task Fetch_AlreadyHere_AsksNobody()
    {
        Uri mirror = _fixture.Server.Serve("/w", request => Reply.File(_fixture.Content, request));
        FetchRecord first = await _fixture.FetchAsync(_fixture.FileWithoutSum(mirror));

        FetchRecord second = await _fixture.FetchAsync(_fixture.FileWithoutSum(mirror));

        Assert.Equal(first, second);
        Assert.Single(_fixture.Server.Requests);
    }

    [Fact]
    public async Task Fetch_PutThereByHand_IsTakenWhenItsSumAgrees()
    {
        File.WriteAllBytes(_fixture.Target, _fixture.Content);

        FetchRecord record = await _fixture.FetchAsync(_fixture.File(_fixture.Server.Address("/w")));

        Assert.True(record.IsVerified);
        Assert.Empty(_fixture.Server.Requests);
    }

    [Theory]
    [InlineData(300_000)]
    [InlineData(120_000)]
    public async Task Fetch_DamagedSince_IsFetchedAgain(int length)
    {
        Uri mirror = _fixture.Server.Serve("/w", request => Reply.File(_fixture.Content, request));
        await _fixture.FetchAsync(_fixture.FileWithoutSum(mirror));
        File.WriteAllBytes(_fixture.Target, DownloadFixture.RandomBytes(5, length));

        await _fixture.FetchAsync(_fixture.FileWithoutSum(mirror));

        Assert.Equal(_fixture.Content, File.ReadAllBytes(_fixture.Target));
    }

    [Fact]
    public async Task Fetch_NoRoom_IsRefusedBeforeAnythingIsAsked()
    {
        Uri mirror = _fixture.Server.Serve("/w", request => Reply.File(_fixture.Content, request));

        DownloadException error = await Assert.ThrowsAsync<DownloadException>(() => _fixture.FetchAsync(_fixture.File(mirror), _fixture.Options with { FreeDiskBytes = _ => 5_000_000 }));

        Assert.Contains("200 MB of room are needed", error.Message, StringComparison.Ordinal);
        Assert.Contains("the disk has 5 MB", error.Message, StringComparison.Ordinal);
        Assert.Empty(_fixture.Server.Requests);
    }

    [Fact]
    public async Task Fetch_AnotherPullAtWork_IsRefused()
    {
        using FileStream other = new(_fixture.Part, FileMode.Create, FileAccess.ReadWrite, FileShare.None);

        DownloadException error = await Assert.ThrowsAsync<DownloadException>(() => _fixture.FetchAsync(_fixture.File(_fixture.Server.Address("/w"))));

        Assert.Contains("another pull", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Fetch_Cancelled_KeepsWhatCameForTheNextTime()
    {
        using var cancelling = new CancellationTokenSource();
        Uri mirror = _fixture.Server.Serve("/w", request => Reply.File(_fixture.Content, request) with { CutAfter = 100_000, StaysSilent = true });
        CatalogFile file = _fixture.File(mirror);
        using var fetcher = new FileFetcher(new ModelCatalog { Version = 1, Files = [file], Models = [] }, _fixture.Options);
        var progress = new CancelAt(100_000, cancelling);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => fetcher.FetchAsync(file, _fixture.Folder, progress, cancelling.Token));

        Assert.False(File.Exists(_fixture.Target));
        Assert.Equal(100_000, new FileInfo(_fixture.Part).Length);
    }

    private sealed class CancelAt(long bytes, CancellationTokenSource cancelling) : IProgress<DownloadProgress>
    {
        public void Report(DownloadProgress value)
        {
            if (value.Received >= bytes)
                cancelling.Cancel();
        }
    }
}
