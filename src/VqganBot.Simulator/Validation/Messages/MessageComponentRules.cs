namespace VqganBot.Simulator.Validation.Messages;

/// <summary>Which components stand where in a message: https://docs.discord.com/developers/components/reference</summary>
internal static class MessageComponentRules
{
    private const int MostRows = 5;
    private const int MostOfV2 = 40;
    private static readonly int[] Rows = [1];
    private static readonly int[] TopOfV2 = [1, 9, 10, 12, 13, 14, 17];
    private static readonly int[] InContainer = [1, 9, 10, 12, 13, 14];

    public static void Check(Form message, bool isV2)
    {
        var customIds = new HashSet<string>();
        IReadOnlyList<Form> components = message.List("components", isV2 ? MostOfV2 : MostRows);
        int total = 0;
        foreach (Form component in components)
            total += Check(component, isV2 ? TopOfV2 : Rows, customIds);
        if (isV2 && total > MostOfV2)
            message.Fail("components", "COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED", $"The message has {total} components, and may have {MostOfV2}.");
    }

    private static int Check(Form component, IReadOnlyList<int> allowed, HashSet<string> customIds)
    {
        component.Integer("id", 0, int.MaxValue);
        return component.Choice("type", allowed, required: true) switch
        {
            1 => 1 + CheckRow(component, customIds),
            9 => 1 + CheckSection(component, customIds),
            10 => CheckText(component),
            12 => CheckGallery(component),
            13 => CheckFile(component),
            14 => CheckSeparator(component),
            17 => 1 + component.List("components", MostOfV2, 1, required: true).Sum(child => Check(child, InContainer, customIds)),
            _ => 1,
        };
    }

    private static int CheckRow(Form row, HashSet<string> customIds)
    {
        IReadOnlyList<Form> children = row.List("components", 5, 1, required: true);
        bool hasSelect = false;
        foreach (Form child in children)
        {
            int? type = child.Choice("type", [2, .. SelectRules.Types], required: true);
            hasSelect |= type > 2;
            if (type == 2)
                ButtonRules.Check(child, customIds);
            else if (type is { } select)
                SelectRules.Check(child, select, customIds, isInModal: false);
        }
        // A select takes the whole width of a row.
        if (hasSelect && children.Count > 1)
            row.Fail("components", "COMPONENT_LAYOUT_WIDTH_EXCEEDED", "The specified component exceeds the maximum width");
        return children.Count;
    }

    private static int CheckSection(Form section, HashSet<string> customIds)
    {
        IReadOnlyList<Form> texts = section.List("components", 3, 1, required: true);
        foreach (Form text in texts)
            Check(text, [10], customIds);
        if (section.Object("accessory", required: true) is { } accessory && accessory.Choice("type", [2, 11], required: true) is { } type)
        {
            if (type == 2)
                ButtonRules.Check(accessory, customIds);
            else
                CheckMedia(accessory, "media");
        }
        return texts.Count + 1;
    }

    private static int CheckText(Form text)
    {
        text.Text("content", 4000, 1, required: true);
        return 1;
    }

    private static int CheckGallery(Form gallery)
    {
        foreach (Form item in gallery.List("items", 10, 1, required: true))
            CheckMedia(item, "media");
        return 1;
    }

    private static int CheckFile(Form file)
    {
        if (file.Object("file", required: true) is { } media
            && media.Text("url", 2048, 1, required: true) is { } url && !url.StartsWith("attachment://", StringComparison.Ordinal))
            media.Fail("url", "FILE_COMPONENT_INVALID_URL", "A file component shows only attachments of its message: attachment://<filename>.");
        return 1;
    }

    private static int CheckSeparator(Form separator)
    {
        separator.Flag("divider");
        separator.Choice("spacing", [1, 2]);
        return 1;
    }

    private static void CheckMedia(Form holder, string name)
    {
        holder.Object(name, required: true)?.Text("url", 2048, 1, required: true);
        holder.Text("description", 1024);
        holder.Flag("spoiler");
    }
}
