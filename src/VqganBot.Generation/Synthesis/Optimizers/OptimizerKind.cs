namespace VqganBot.Generation.Synthesis;

public enum OptimizerKind
{
    Adam,
    AdamW,
    RAdam,
    Adagrad,
}
