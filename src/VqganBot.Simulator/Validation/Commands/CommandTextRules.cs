namespace VqganBot.Simulator.Validation.Commands;

/// <summary>The name and the description of a slash command or an option, in all languages.</summary>
internal static class CommandTextRules
{
    /// <returns>The characters that count towards the size of a command: those of the longest language.</returns>
    public static int NameAndDescription(Form form)
    {
        string? name = CommandNameRules.Check(form, "name");
        string? description = form.Text("description", 100, 1, required: true);
        int names = LocalizationRules.Check(form, "name_localizations", CommandNameRules.Check);
        int descriptions = LocalizationRules.Check(form, "description_localizations", (texts, locale) => texts.Text(locale, 100, 1, required: true));
        return Math.Max(name?.Length ?? 0, names) + Math.Max(description?.Length ?? 0, descriptions);
    }
}
