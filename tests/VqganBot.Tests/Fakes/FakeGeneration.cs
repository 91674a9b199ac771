using System.Globalization;
using System.Text;
using VqganBot.Imaging;
using VqganBot.Jobs;

namespace VqganBot.Tests.Fakes;

/// <summary>A job in the hands of the <see cref="FakeImageGenerator"/>: how many steps each of its pictures has.</summary>
internal sealed class FakeGeneration : IGeneration
{
    private readonly GenerationTask _task;
    private readonly JobFiles _files;
    private readonly FakeImageGenerator _generator;
    private readonly int?[] _steps;
    private readonly bool[] _isDone;

    public FakeGeneration(GenerationTask task, JobFiles files, FakeImageGenerator generator)
    {
        (_task, _files, _generator) = (task, files, generator);
        (_steps, _isDone) = (new int?[Order.Count], new bool[Order.Count]);
        for (var tile = 0; tile < Order.Count; tile++)
        {
            if (File.Exists(files.Picture(Job.Id, tile + 1))) (_isDone[tile], _steps[tile]) = (true, Order.Steps);
            else if (File.Exists(files.State(Job.Id, tile + 1))) Open(tile);
        }
    }

    public GenerationOutcome? Outcome { get; private set; }

    public Exception? Failure { get; private set; }

    public Job Job => _task.Job;

    public StopRequest Stop => _task.Stop();

    public int Wanted => Outcome is null && Failure is null ? _isDone.Count(done => !done) : 0;

    private JobOrder Order => _task.Job.Order;

    private int Done => _steps.Sum() ?? 0;

    /// <returns>How many pictures did a step.</returns>
    public int Advance(int most)
    {
        try
        {
            if (Stop is var stop and not StopRequest.None) End(stop);
            else return Step(most);
        }
        catch (Exception exception)
        {
            Failure = exception;
        }

        return 0;
    }

    public void Dispose()
    {
    }

    private int Step(int most)
    {
        var stepped = new List<int>();
        foreach (var tile in Enumerable.Range(0, Order.Count).Where(tile => !_isDone[tile]).Take(most))
        {
            Open(tile);
            if (_steps[tile] < Order.Steps)
            {
                // A stop that came meanwhile is seen before the next step.
                if (Stop != StopRequest.None || !_generator.TakeLeave()) break;
                _generator.BeforeStep?.Invoke(Job, Done);
                _steps[tile]++;
                stepped.Add(tile);
                Save(tile);
            }
            else
            {
                Finish(tile);
            }
        }

        if (stepped.Count > 0) Report(stepped);
        foreach (var tile in stepped.Where(tile => _steps[tile] == Order.Steps)) Finish(tile);
        if (_isDone.All(done => done)) End(StopRequest.None);
        return stepped.Count;
    }

    private void Report(List<int> stepped)
    {
        var step = _steps[stepped[0]]!.Value;
        _task.Report(new JobProgress(
            Job.Id, step, Order.Steps, stepped[0] + 1, Order.Count, [1.0 / step], 10, TimeSpan.FromSeconds(((Order.Steps * Order.Count) - Done) / 10.0),
            _task.WantsFrame() ? Picture(step - 1) : null) { Tiles = stepped.Count, StepsDone = Done });
    }

    private void End(StopRequest how)
    {
        var begun = Enumerable.Range(0, Order.Count).Where(tile => !_isDone[tile] && _steps[tile] is not null).ToList();
        if (how is StopRequest.Suspend or StopRequest.Aside) begun.ForEach(Save);
        if (how == StopRequest.Keep)
        {
            if (Done == 0) Open(0);
            foreach (var tile in Enumerable.Range(0, Order.Count).Where(tile => !_isDone[tile] && (_steps[tile] > 0 || (tile == 0 && Done == 0)))) Finish(tile);
        }

        var pictures = _isDone.Count(done => done);
        if (how is StopRequest.None or StopRequest.Keep && pictures > 1) Write(_files.Grid(Job.Id), TinyPng.Encode(Picture(1)));
        Outcome = new GenerationOutcome(how, Done, pictures, 0.3, null);
    }

    private void Open(int tile)
    {
        if (_steps[tile] is not null) return;
        var state = _files.State(Job.Id, tile + 1);
        _steps[tile] = File.Exists(state) ? int.Parse(File.ReadAllText(state), CultureInfo.InvariantCulture) : 0;
        _generator.Told?.Invoke("begin", Job.Id, tile + 1, _steps[tile]!.Value);
    }

    private void Save(int tile) => Save(tile, _steps[tile]!.Value);

    private void Save(int tile, int step)
    {
        Write(_files.State(Job.Id, tile + 1), Encoding.ASCII.GetBytes(step.ToString(CultureInfo.InvariantCulture)));
        _generator.Told?.Invoke("save", Job.Id, tile + 1, step);
    }

    private void Finish(int tile)
    {
        Save(tile);
        Write(_files.Picture(Job.Id, tile + 1), TinyPng.Encode(Picture(_steps[tile]!.Value)));
        _generator.Told?.Invoke("done", Job.Id, tile + 1, _steps[tile]!.Value);
        if (Order.Kind == JobKind.Draft) Save(tile, 0);
        _isDone[tile] = true;
    }

    private Rgb24Image Picture(int step)
    {
        var picture = new Rgb24Image(8, 8);
        picture.Pixels.AsSpan().Fill((byte)((Order.Seed * 31) + (ulong)step));
        return picture;
    }

    private static void Write(string path, byte[] bytes)
    {
        var draft = path + ".draft";
        File.WriteAllBytes(draft, bytes);
        File.Move(draft, path, overwrite: true);
    }
}
