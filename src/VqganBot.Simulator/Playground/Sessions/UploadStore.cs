using System.Globalization;
using VqganBot.Simulator.Client;

namespace VqganBot.Simulator.Playground.Sessions;

/// <summary>Files people picked and have not sent yet. The oldest go when there are too many.</summary>
internal sealed class UploadStore
{
    private const int MostFiles = 40;
    private const int MostBytes = 25 * 1024 * 1024;

    private readonly Lock _lock = new();
    private readonly Dictionary<string, UploadedFile> _files = [];
    private readonly Queue<string> _order = [];
    private int _last;

    public async Task<IResult> ReceiveAsync(HttpRequest request, CancellationToken cancellation)
    {
        if (request.ContentLength is not (>= 0 and <= MostBytes))
            return Results.Text("A file may have 25 MiB.", statusCode: StatusCodes.Status413PayloadTooLarge);
        byte[] bytes = new byte[(int)request.ContentLength];
        await request.Body.ReadExactlyAsync(bytes, cancellation);
        string name = Path.GetFileName(Uri.UnescapeDataString(request.Headers["X-Filename"].ToString()));
        string id = Add(new UploadedFile(name.Length == 0 ? "file" : name, request.ContentType ?? "application/octet-stream", bytes));
        return Results.Text($$"""{"id":"{{id}}"}""", "application/json");
    }

    public UploadedFile? Find(string id)
    {
        lock (_lock)
            return _files.GetValueOrDefault(id);
    }

    private string Add(UploadedFile file)
    {
        lock (_lock)
        {
            string id = (++_last).ToString(CultureInfo.InvariantCulture);
            _files.Add(id, file);
            _order.Enqueue(id);
            while (_order.Count > MostFiles)
                _files.Remove(_order.Dequeue());
            return id;
        }
    }
}
