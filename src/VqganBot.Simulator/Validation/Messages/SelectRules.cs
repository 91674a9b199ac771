namespace VqganBot.Simulator.Validation.Messages;

/// <summary>https://docs.discord.com/developers/components/reference#string-select and its kin</summary>
internal static class SelectRules
{
    /// <value>Strings, users, roles, both, channels.</value>
    public static readonly int[] Types = [3, 5, 6, 7, 8];

    private const int Strings = 3;

    public static void Check(Form select, int type, HashSet<string> customIds, bool isInModal)
    {
        ButtonRules.CheckCustomId(select, customIds);
        select.Text("placeholder", 150);
        select.Flag("disabled");
        if (isInModal)
            select.Flag("required");
        long least = select.Integer("min_values", 0, 25) ?? 1;
        long most = select.Integer("max_values", 1, 25) ?? 1;
        if (least > most)
            select.Fail("min_values", "SELECT_COMPONENT_MIN_VALUES_TOO_LARGE", $"At least {least} values cannot be chosen where at most {most} can.");
        if (type != Strings)
            return;

        var values = new HashSet<string>();
        foreach (Form option in select.List("options", 25, 1, required: true))
        {
            option.Text("label", 100, 1, required: true);
            option.Text("description", 100);
            option.Flag("default");
            if (option.Text("value", 100, 1, required: true) is { } value && !values.Add(value))
                option.Fail("value", "SELECT_COMPONENT_OPTION_VALUE_DUPLICATED", "The specified option value is already used");
        }
    }
}
