namespace VqganBot.CommandLine.Doctor;

internal enum FindingLevel
{
    /// <summary>As it should be.</summary>
    Good,

    /// <summary>Something less is possible without it; painting works.</summary>
    Note,

    /// <summary>Painting does not work without it.</summary>
    Lack,
}
