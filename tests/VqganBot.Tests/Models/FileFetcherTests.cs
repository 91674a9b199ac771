using System.Globalization;
using VqganBot.Models.Download;
using VqganBot.Tests.Models.Fakes;

namespace VqganBot.Tests.Models;

/// <summary>What comes of a download when the server is honest, and each way in which servers are not.</summary>
public sealed class FileFetcherTests : IAsyncDisposable
{
    private readonly DownloadFixture _fixture = new();

    public ValueTask DisposeAsync() => _fixture.DisposeAsync();

    [Fact]
    public async Task Fetch_HonestServer_BringsTheFileAndItsRecord()
    {
        Uri mirror = _fixture.Server.Serve("/w", request => Reply.File(_fixture.Content, request));

        FetchRecord record = await _fixture.FetchAsync(_fixture.File(mirror));

        Assert.Equal(_fixture.Content, await File.ReadAllBytesAsync(_fixture.Target, TestContext.Current.CancellationToken));
        Assert.True(record.IsVerified);
        Assert.Equal(record, FetchRecord.Read(_fixture.Target));
        Assert.Equal(["weights.pt", "weights.pt.lock.json"], Names());
        Assert.Equal(DownloadPhase.Done, _fixture.Progress[^1].Phase);
        Assert.Equal(_fixture.Progress.Select(step => step.Received).Order(), _fixture.Progress.Select(step => step.Received));
        Assert.All(_fixture.Progress, step => Assert.Equal(_fixture.Content.Length, step.Total));
    }

    [Fact]
    public async Task Fetch_ConnectionCut_AsksForTheRestOnly()
    {
        Uri mirror = _fixture.Server.Serve("/w", request => Reply.File(_fixture.Content, request) with { CutAfter = request.Number == 1 ? 200_000 : null });

        await _fixture.FetchAsync(_fixture.File(mirror));

        AssertFetched();
        ServedRequest second = _fixture.Server.Requests[1];
        Assert.InRange(second.From, 1, 200_000);
        Assert.Equal("\"v1\"", second.IfRange);
        Assert.Equal(200_000 + _fixture.Content.Length - second.From, _fixture.Server.BytesSent);
    }

    [Fact]
    public async Task Fetch_ServerIgnoresRange_StartsOver()
    {
        Uri mirror = _fixture.Server.Serve("/w", request => new Reply("200 OK", _fixture.Content) { CutAfter = request.Number == 1 ? 200_000 : null });

        await _fixture.FetchAsync(_fixture.File(mirror));

        AssertFetched();
    }

    [Fact]
    public async Task Fetch_AnswersWithAnotherPart_StartsOver()
    {
        Uri mirror = _fixture.Server.Serve("/w", request => request.Number switch
        {
            1 => Reply.File(_fixture.Content, request) with { CutAfter = 200_000 },
            2 => new Reply("206 Partial Content", _fixture.Content[1000..]) { Headers = [$"Content-Range: bytes 1000-299999/300000"] },
            _ => Reply.File(_fixture.Content, request),
        });

        await _fixture.FetchAsync(_fixture.File(mirror));

        AssertFetched();
        Assert.Null(_fixture.Server.Requests[2].Range);
    }

    [Fact]
    public async Task Fetch_PartWithoutContentRange_StartsOver()
    {
        Uri mirror = _fixture.Server.Serve("/w", request => request.Number switch
        {
            1 => Reply.File(_fixture.Content, request) with { CutAfter = 200_000 },
            2 => new Reply("206 Partial Content", _fixture.Content[request.From..]),
            _ => Reply.File(_fixture.Content, request),
        });

        await _fixture.FetchAsync(_fixture.File(mirror));

        AssertFetched();
        Assert.Null(_fixture.Server.Requests[2].Range);
    }

    [Fact]
    public async Task Fetch_FileReplacedOnTheServerMeanwhile_IsNotJoinedToTheOldHalf()
    {
        byte[] newer = DownloadFixture.RandomBytes(2, _fixture.Content.Length);
        Uri mirror = _fixture.Server.Serve("/w", request => request.Number == 1
            ? Reply.File(_fixture.Content, request) with { CutAfter = 200_000 }
            : Reply.File(newer, request, "\"v2\""));

        FetchRecord record = await _fixture.FetchAsync(_fixture.FileWithoutSum(mirror));

        Assert.Equal(newer, await File.ReadAllBytesAsync(_fixture.Target, TestContext.Current.CancellationToken));
        Assert.False(record.IsVerified);
    }

    [Fact]
    public async Task Fetch_NoSumAndNothingToKnowTheVersionBy_StartsOver()
    {
        Uri mirror = _fixture.Server.Serve("/w", request => new Reply("200 OK", _fixture.Content) { CutAfter = request.Number == 1 ? 200_000 : null });

        await _fixture.FetchAsync(_fixture.FileWithoutSum(mirror));

        AssertFetched();
        Assert.All(_fixture.Server.Requests, request => Assert.Null(request.Range));
    }

    [Theory]
    [InlineData(299_000)]
    [InlineData(900_000)]
    public async Task Fetch_OffersAnotherLength_TakesTheNextMirror(int length)
    {
        Uri liar = _fixture.Server.Serve("/liar", _ => new Reply("200 OK", _fixture.Content) { ClaimedLength = length });
        Uri honest = _fixture.Server.Serve("/w", request => Reply.File(_fixture.Content, request));

        FetchRecord record = await _fixture.FetchAsync(_fixture.File(liar, honest));

        AssertFetched();
        Assert.Equal(honest.OriginalString, record.Mirror);
        Assert.Single(_fixture.Server.Requests, request => request.Path == "/liar");
    }

    [Fact]
    public async Task Fetch_SendsLessThanItClaims_IsNeverTakenForTheFile()
    {
        Uri mirror = _fixture.Server.Serve("/w", _ => new Reply("200 OK", _fixture.Content[..250_000]) { ClaimedLength = 300_000 });

        DownloadException error = await Assert.ThrowsAsync<DownloadException>(() => _fixture.FetchAsync(_fixture.FileWithoutSum(mirror)));

        AssertNothingVisible();
        Assert.Contains("broke off after 250 kB", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Fetch_NoLengthAndTooShort_IsTriedAgainAndThenRefused()
    {
        Uri mirror = _fixture.Server.Serve("/w", _ => new Reply("200 OK", _fixture.Content[..250_000]) { ClaimedLength = -1 });

        await Assert.ThrowsAsync<DownloadException>(() => _fixture.FetchAsync(_fixture.File(mirror)));

        AssertNothingVisible();
        Assert.True(_fixture.Server.Requests.Count > 1);
    }

    [Fact]
    public async Task Fetch_NoLengthAndNoEnd_IsCutAtTheSizeOfTheFile()
    {
        Uri mirror = _fixture.Server.Serve("/w", _ => new Reply("200 OK", DownloadFixture.RandomBytes(3, 4_000_000)) { ClaimedLength = -1 });

        DownloadException error = await Assert.ThrowsAsync<DownloadException>(() => _fixture.FetchAsync(_fixture.File(mirror)));

        AssertNothingVisible();
        Assert.Contains("more than", error.Message, StringComparison.Ordinal);
        Assert.Empty(Names());
    }

    [Fact]
    public async Task Fetch_WrongBytes_TakesTheNextMirror()
    {
        Uri wrong = _fixture.Server.Serve("/wrong", request => Reply.File(DownloadFixture.RandomBytes(2, _fixture.Content.Length), request));
        Uri honest = _fixture.Server.Serve("/w", request => Reply.File(_fixture.Content, request));

        await _fixture.FetchAsync(_fixture.File(wrong, honest));

        AssertFetched();
        Assert.Equal(0, _fixture.Server.Requests[1].From);
    }

    [Fact]
    public async Task Fetch_WrongBytesEverywhere_LeavesNothing()
    {
        Uri wrong = _fixture.Server.Serve("/wrong", request => Reply.File(DownloadFixture.RandomBytes(2, _fixture.Content.Length), request));

        DownloadException error = await Assert.ThrowsAsync<DownloadException>(() => _fixture.FetchAsync(_fixture.File(wrong)));

        AssertNothingVisible();
        Assert.Contains("SHA-256", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Fetch_RestFromAnotherMirrorThatDiffers_IsFetchedAsAWholeInstead()
    {
        byte[] corrupt = [.. _fixture.Content];
        corrupt[10] ^= 1;
        Uri broken = _fixture.Server.Serve("/broken", request => request.Number == 1
            ? Reply.File(corrupt, request) with { CutAfter = 200_000 }
            : Reply.Error("404 Not Found"));
        Uri honest = _fixture.Server.Serve("/w", request => Reply.File(_fixture.Content, request, "\"other\""));

        await _fixture.FetchAsync(_fixture.File(broken, honest));

        AssertFetched();
        Assert.Equal([200_000, 0], _fixture.Server.Requests.Where(request => request.Path == "/w").Select(request => request.From));
    }

    [Fact]
    public async Task Fetch_NotFound_IsNotAskedAgain()
    {
        Uri gone = _fixture.Server.Address("/gone");
        Uri honest = _fixture.Server.Serve("/w", request => Reply.File(_fixture.Content, request));

        await _fixture.FetchAsync(_fixture.File(gone, honest));

        AssertFetched();
        Assert.Equal(["/gone", "/w"], _fixture.Server.Requests.Select(request => request.Path));
        Assert.Empty(_fixture.Clock.Waits);
    }

    [Fact]
    public async Task Fetch_BusyThenWell_WaitsLongerEachTime()
    {
        Uri mirror = _fixture.Server.Serve("/w", request => request.Number < 4 ? Reply.Error("503 Service Unavailable") : Reply.File(_fixture.Content, request));

        await _fixture.FetchAsync(_fixture.File(mirror));

        AssertFetched();
        Assert.Equal(3, _fixture.Clock.Waits.Count);
        Assert.Equal(3, _fixture.Progress.Count(step => step.Phase == DownloadPhase.Retrying));
    }

    [Fact]
    public async Task Fetch_AskedToWait_WaitsSoLongButNotForHours()
    {
        Uri mirror = _fixture.Server.Serve("/w", request => request.Number switch
        {
            1 => Reply.Error("429 Too Many Requests", "Retry-After: 7"),
            2 => Reply.Error("503 Service Unavailable", "Retry-After: 86400"),
            _ => Reply.File(_fixture.Content, request),
        });

        await _fixture.FetchAsync(_fixture.File(mirror));

        Assert.Equal([TimeSpan.FromSeconds(7), TimeSpan.FromSeconds(30)], _fixture.Clock.Waits);
    }

    [Fact]
    public async Task Fetch_BusyForGood_SaysSoForEachMirror()
    {
        Uri one = _fixture.Server.Serve("/one", _ => Reply.Error("503 Service Unavailable"));
        Uri two = _fixture.Server.Serve("/two", _ => Reply.Error("403 Forbidden"));

        DownloadException error = await Assert.ThrowsAsync<DownloadException>(() => _fixture.FetchAsync(_fixture.File(one, two)));

        AssertNothingVisible();
        Assert.Contains("503 Service Unavailable", error.Message, StringComparison.Ordinal);
        Assert.Contains("403 Forbidden", error.Message, StringComparison.Ordinal);
        Assert.Equal(6, _fixture.Server.Requests.Count);
    }

    [Fact]
    public async Task Fetch_RedirectToAListedHost_IsFollowed()
    {
        _fixture.Server.Serve("/w", request => Reply.File(_fixture.Content, request));
        Uri mirror = _fixture.Server.Serve("/old", _ => Reply.Redirect(_fixture.Server.Address("/w", "localhost").OriginalString));

        await _fixture.FetchAsync(_fixture.File(mirror), redirectHosts: ["localhost"]);

        AssertFetched();
    }

    [Theory]
    [InlineData("http://localhost:{0}/w")]
    [InlineData("http://example.org/w")]
    [InlineData("https://example.org/w")]
    [InlineData("file:///etc/passwd")]
    public async Task Fetch_RedirectElsewhere_IsRefused(string location)
    {
        _fixture.Server.Serve("/w", request => Reply.File(_fixture.Content, request));
        int port = _fixture.Server.Address("/").Port;
        Uri mirror = _fixture.Server.Serve("/old", _ => Reply.Redirect(string.Format(CultureInfo.InvariantCulture, location, port)));

        DownloadException error = await Assert.ThrowsAsync<DownloadException>(() => _fixture.FetchAsync(_fixture.File(mirror)));

        AssertNothingVisible();
        Assert.Contains("the catalogue does not list", error.Message, StringComparison.Ordinal);
        Assert.Equal(["/old"], _fixture.Server.Requests.Select(request => request.Path));
    }

    [Fact]
    public async Task Fetch_RedirectInACircle_Ends()
    {
        Uri mirror = _fixture.Server.Serve("/old", _ => Reply.Redirect("/old"));

        DownloadException error = await Assert.ThrowsAsync<DownloadException>(() => _fixture.FetchAsync(_fixture.File(mirror)));

        Assert.Contains("redirects more than 5 times", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Fetch_ServerFallsSilent_IsAskedAgainForTheRest()
    {
        Uri mirror = _fixture.Server.Serve("/w", request => request.Number == 1
            ? Reply.File(_fixture.Content, request) with { CutAfter = 100_000, StaysSilent = true }
            : Reply.File(_fixture.Content, request));

        await _fixture.FetchAsync(_fixture.File(mirror), _fixture.Options with { StallTimeout = TimeSpan.FromSeconds(500) });

        AssertFetched();
        Assert.Equal(100_000, _fixture.Server.Requests[1].From);
    }

    [Fact]
    public async Task Fetch_NobodyListens_SaysThatThereWasNoConnection()
    {
        Uri nobody;
        await using (var gone = new LoopbackServer())
            nobody = gone.Address("/w");

        DownloadException error = await Assert.ThrowsAsync<DownloadException>(() => _fixture.FetchAsync(_fixture.File(nobody)));

        Assert.Contains("there was no connection", error.Message, StringComparison.Ordinal);
        Assert.Contains($"it belongs in {_fixture.Folder}.", error.Message, StringComparison.Ordinal);
        Assert.Empty(Names());
    }

    [Fact]
    public async Task Fetch_PageInsteadOfTheFile_IsRefusedEvenWithoutASum()
    {
        Uri mirror = _fixture.Server.Serve("/w", _ => new Reply("200 OK", "<html>The link has gone.</html>"u8.ToArray()));

        DownloadException error = await Assert.ThrowsAsync<DownloadException>(() => _fixture.FetchAsync(_fixture.FileWithoutSum(mirror)));

        AssertNothingVisible();
        Assert.Contains("about 300 kB", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Fetch_CompressedAnswer_IsRefused()
    {
        Uri mirror = _fixture.Server.Serve("/w", request => Reply.File(_fixture.Content, request) with { Headers = ["Content-Encoding: gzip"] });

        DownloadException error = await Assert.ThrowsAsync<DownloadException>(() => _fixture.FetchAsync(_fixture.File(mirror)));

        Assert.Contains("compressed", error.Message, StringComparison.Ordinal);
    }

    private void AssertFetched()
    {
        Assert.Equal(_fixture.Content, File.ReadAllBytes(_fixture.Target));
        Assert.Equal(["weights.pt", "weights.pt.lock.json"], Names());
    }

    private void AssertNothingVisible() => Assert.All(Names(), name => Assert.StartsWith("weights.pt.part", name, StringComparison.Ordinal));

    private string[] Names() => [.. Directory.EnumerateFiles(_fixture.Folder).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];
}
