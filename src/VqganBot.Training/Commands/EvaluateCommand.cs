using System.CommandLine;
namespace VqganBot.Training.Commands;
internal static class EvaluateCommand { public static Command Create() => new("evaluate", "later"); }
