namespace VqganBot.Hosting.Settings;

/// <summary>The bot cannot start with these settings; all that is wrong with them, at once.</summary>
internal sealed class SettingsException(IReadOnlyList<string> errors) : Exception(
    errors.Count == 1 ? errors[0] : $"{errors.Count} settings need a correction:{string.Concat(errors.Select(error => $"\n  - {error}"))}");
