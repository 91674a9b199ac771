namespace VqganBot.Training.Toybox;

/// <summary>How the first thing stands to the second.</summary>
internal enum ToyRelation
{
    None,
    On,
    Under,
    Beside,
}
