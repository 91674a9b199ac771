using System.CommandLine;

namespace VqganBot.Training.Commands;

internal static class TrainCommand
{
    public static Command Create() => new("train", "Trains a part of a model pack; interrupted, it goes on from its checkpoint.")
    {
        TrainVqganCommand.Create(),
        TrainClipCommand.Create(),
        TrainPriorCommand.Create(),
        TrainTokenizerCommand.Create(),
        TrainJudgeCommand.Create(),
    };
}
