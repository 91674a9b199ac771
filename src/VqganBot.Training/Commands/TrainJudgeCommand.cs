using System.CommandLine;
using VqganBot.Training.Data;
using VqganBot.Training.Evaluation;
using VqganBot.Training.Judge;
using VqganBot.Training.Optimisation;

namespace VqganBot.Training.Commands;

internal static class TrainJudgeCommand
{
    public static Command Create()
    {
        var command = new Command("judge", "Trains the judge of 'evaluate', on renders only; used for nothing else.");
        var common = new CommonOptions(command, batch: 64, rate: 2e-3);
        var weights = new Option<string?>("--out") { Description = "Where to write the trained weights, in float16." };
        command.Options.Add(weights);
        command.SetAction((result, cancellationToken) => Task.Run(() =>
        {
            var options = common.Read(result);
            using var set = RenderedSet.Open(options.Set);
            using var trainer = new JudgeTrainer(options, set);
            Console.WriteLine($"judge: {trainer.Network.parameters().Sum(parameter => parameter.numel())} parameters, from step {trainer.Step}");
            var trials = new Dictionary<string, JudgeTrial>
            {
                ["new"] = JudgeTrial.Rendered(HeldOutPictures.Known(400, 11_000_000)),
                ["held out"] = JudgeTrial.Rendered(HeldOutPictures.Withheld(400, 12_000_000)),
            };
            trainer.Run(new ProgressLog(Console.Out, TimeProvider.System), trials, cancellationToken);
            if (result.GetValue(weights) is { } file)
                JudgeFile.Save(file, trainer.Network);
        }, CancellationToken.None));
        return command;
    }
}
