using System.CommandLine;
using VqganBot.Training.Optimisation;
using static TorchSharp.torch;

namespace VqganBot.Training.Commands;

/// <summary>The options that all trainers share.</summary>
internal sealed class CommonOptions
{
    private readonly Option<string> _set = new("--set") { Description = "Rendered set to learn from.", Required = true };
    private readonly Option<string> _state = new("--state") { Description = "Checkpoint; if it exists, training goes on from it.", Required = true };
    private readonly Option<long> _steps = new("--steps") { Description = "Steps to the end of the learning-rate schedule.", DefaultValueFactory = _ => 10_000 };
    private readonly Option<double?> _minutes = new("--minutes") { Description = "End after so many minutes in all, learning rate included." };
    private readonly Option<int> _batch = new("--batch") { Description = "Pictures a step." };
    private readonly Option<double> _rate = new("--learning-rate") { Description = "Highest learning rate." };
    private readonly Option<ulong> _seed = new("--seed") { Description = "Decides everything random.", DefaultValueFactory = _ => 1ul };
    private readonly Option<int> _logEvery = new("--log-every") { Description = "Steps between progress lines.", DefaultValueFactory = _ => 50 };
    private readonly Option<int> _saveEvery = new("--save-every") { Description = "Steps between validations and checkpoints.", DefaultValueFactory = _ => 500 };
    private readonly Option<int> _threads = new("--threads") { Description = "Threads of one operator.", DefaultValueFactory = _ => 1 };
    private readonly Option<string> _device = new("--device") { Description = "cpu, cuda or cuda:N.", DefaultValueFactory = _ => "cpu" };
    private readonly Option<TrainingPrecision> _precision = new("--precision") { Description = "Of the forward pass: auto is bfloat16 on CUDA and float32 on the CPU; float16 is for GPUs before 2020.", DefaultValueFactory = _ => TrainingPrecision.Auto };

    /// <param name="command">Gets the options.</param>
    /// <param name="batch">The default.</param>
    /// <param name="rate">The default.</param>
    /// <param name="drawnOnly">Whether the command learns from the drawn world and nothing else; others have <see cref="DataOptions"/>.</param>
    public CommonOptions(Command command, int batch, double rate, bool drawnOnly = true)
    {
        _batch.DefaultValueFactory = _ => batch;
        _rate.DefaultValueFactory = _ => rate;
        if (drawnOnly)
            command.Options.Add(_set);
        foreach (var option in (Option[])[_state, _steps, _minutes, _batch, _rate, _seed, _logEvery, _saveEvery, _threads, _device, _precision])
            command.Options.Add(option);
    }

    public TrainingOptions Read(ParseResult result)
    {
        set_num_threads(result.GetValue(_threads));
        return new TrainingOptions
        {
            Set = result.GetResult(_set) is null ? "" : result.GetValue(_set)!,
            State = result.GetValue(_state)!,
            Steps = result.GetValue(_steps),
            Minutes = result.GetValue(_minutes),
            Batch = result.GetValue(_batch),
            LearningRate = result.GetValue(_rate),
            Seed = result.GetValue(_seed),
            LogEvery = result.GetValue(_logEvery),
            SaveEvery = result.GetValue(_saveEvery),
            Device = result.GetValue(_device)!,
            Precision = result.GetValue(_precision),
        };
    }
}
