namespace VqganBot.Simulator.Validation.Messages;

/// <summary>https://docs.discord.com/developers/components/reference#button</summary>
internal static class ButtonRules
{
    private const int Link = 5;
    private const int Premium = 6;

    public static void Check(Form button, HashSet<string> customIds)
    {
        int? style = button.Choice("style", [1, 2, 3, 4, Link, Premium], required: true);
        string? label = button.Text("label", 80);
        Form? emoji = button.Object("emoji");
        emoji?.Id("id");
        emoji?.Text("name", 100);
        button.Flag("disabled");
        if (style == Premium)
            return;

        if (string.IsNullOrEmpty(label) && emoji is null)
            button.Fail("BUTTON_COMPONENT_LABEL_OR_EMOJI_REQUIRED", "A button must have a label or an emoji.");
        if (style == Link)
        {
            button.Text("url", 512, 1, required: true);
            if (button.Has("custom_id"))
                button.Fail("custom_id", "BUTTON_COMPONENT_CUSTOM_ID_WITH_URL", "A custom id and url cannot both be specified");
        }
        else
            CheckCustomId(button, customIds);
    }

    public static void CheckCustomId(Form component, HashSet<string> customIds)
    {
        if (component.Text("custom_id", 100, 1, required: true) is { } customId && !customIds.Add(customId))
            component.Fail("custom_id", "COMPONENT_CUSTOM_ID_DUPLICATED", "Component custom id cannot be duplicated");
    }
}
