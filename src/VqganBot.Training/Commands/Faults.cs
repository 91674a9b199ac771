using VqganBot.Generation.Checkpoints;
using VqganBot.Generation.Packs;
using VqganBot.Imaging;

namespace VqganBot.Training.Commands;

/// <summary>Tells mistakes in what was asked for, whose message says all, from mistakes of this program, whose trace is wanted.</summary>
internal static class Faults
{
    public static bool IsForPeople(Exception fault) => fault
        is ArgumentException or IOException or InvalidDataException or UnauthorizedAccessException or OperationCanceledException
        or CheckpointException or ModelPackException or ImageCodecException;
}
