namespace VqganBot.Simulator.Validation.Messages;

/// <summary>https://docs.discord.com/developers/interactions/receiving-and-responding#interaction-response-object-modal</summary>
internal static class ModalRules
{
    private const int TextInput = 4;
    private static readonly int[] InLabel = [TextInput, .. SelectRules.Types, 19, 21, 22, 23];

    public static void Check(Form modal)
    {
        var customIds = new HashSet<string>();
        modal.Text("custom_id", 100, 1, required: true);
        modal.Text("title", 45, 1, required: true);
        foreach (Form top in modal.List("components", 5, 1, required: true))
        {
            switch (top.Choice("type", [1, 10, 18], required: true))
            {
                case 1:
                    foreach (Form input in top.List("components", 1, 1, required: true))
                    {
                        if (input.Choice("type", [TextInput], required: true) is null) continue;
                        input.Text("label", 45, 1, required: true);
                        CheckInput(input, customIds);
                    }
                    break;
                case 10:
                    top.Text("content", 4000, 1, required: true);
                    break;
                case 18:
                    CheckLabel(top, customIds);
                    break;
                default:
                    break;
            }
        }
    }

    private static void CheckLabel(Form label, HashSet<string> customIds)
    {
        label.Text("label", 45, 1, required: true);
        label.Text("description", 100);
        if (label.Object("component", required: true) is not { } inner || inner.Choice("type", InLabel, required: true) is not { } type)
            return;
        if (type == TextInput)
            CheckInput(inner, customIds);
        else if (SelectRules.Types.Contains(type))
            SelectRules.Check(inner, type, customIds, isInModal: true);
        else
            ButtonRules.CheckCustomId(inner, customIds);
    }

    private static void CheckInput(Form input, HashSet<string> customIds)
    {
        ButtonRules.CheckCustomId(input, customIds);
        input.Choice("style", [1, 2], required: true);
        input.Text("placeholder", 100);
        input.Integer("min_length", 0, 4000);
        long most = input.Integer("max_length", 1, 4000) ?? 4000;
        input.Text("value", (int)most);
        input.Flag("required");
    }
}
