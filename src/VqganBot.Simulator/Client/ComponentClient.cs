using System.Text.Json.Nodes;
using VqganBot.Discord.Wire;
using VqganBot.Simulator.World;
using VqganBot.Simulator.World.Messages;

namespace VqganBot.Simulator.Client;

/// <summary>A user's client, as far as buttons, selects and dialogues go. Used only under the world's lock.</summary>
internal sealed class ComponentClient(SimulatedWorld world, InteractionSender sender)
{
    public Task<InteractionOutcome> Press(SimulatedUser user, Snowflake message, string customId, IReadOnlyList<string>? values, bool force)
    {
        SimulatedMessage source = world.Messages.Find(message) ?? throw new ClientRefusedException("The message is gone.");
        Component? component = world.Messages.View(source).Find(customId);
        if (!force)
            Check(user, source, component, customId, values);
        var data = new JsonObject
        {
            ["custom_id"] = customId,
            ["component_type"] = (int)(component?.Type ?? ComponentType.Button),
            ["id"] = component?.Id ?? 1,
        };
        if (values is not null)
            data["values"] = new JsonArray([.. values.Select(value => (JsonNode)value)]);
        return sender.Send(user, source.Channel, InteractionType.MessageComponent, customId, data, source: source);
    }

    public Task<InteractionOutcome> Submit(ModalView modal, IReadOnlyDictionary<string, string> values, bool force)
    {
        JsonArray components = [];
        foreach (Component top in modal.Data.Components ?? [])
        {
            if (top.Inner is { } inner)
                components.Add((JsonNode)new JsonObject { ["type"] = (int)top.Type, ["id"] = top.Id ?? components.Count + 1, ["component"] = Input(inner, values, force) });
            else if (top.Components is { } inputs)
                components.Add((JsonNode)new JsonObject { ["type"] = (int)top.Type, ["id"] = top.Id ?? components.Count + 1, ["components"] = new JsonArray([.. inputs.Select(input => Input(input, values, force))]) });
        }
        SimulatedMessage? source = modal.Source is { } view ? world.Messages.Find(view.Id) : null;
        var data = new JsonObject { ["custom_id"] = modal.Data.CustomId, ["components"] = components };
        return sender.Send(modal.User, modal.Channel, InteractionType.ModalSubmit, modal.Data.CustomId ?? "", data, source: source);
    }

    private void Check(SimulatedUser user, SimulatedMessage source, Component? component, string customId, IReadOnlyList<string>? values)
    {
        if (component is null)
            throw new ClientRefusedException($"The message has no button {customId}.");
        if (component.Disabled == true)
            throw new ClientRefusedException($"The button {customId} is disabled.");
        if (source.VisibleTo is { } viewer && viewer != user.Id || !world.PermissionsOf(user, source.Channel).HasFlag(Permissions.ViewChannel))
            throw new ClientRefusedException($"{user.DisplayName} does not see that message.");
        if (component.Type != ComponentType.StringSelect)
            return;
        int count = values?.Count ?? 0;
        if (count < (component.MinValues ?? 1) || count > (component.MaxValues ?? 1) || values!.Any(value => component.Options!.All(option => option.Value != value)))
            throw new ClientRefusedException("Choose from the list, as many as it asks for.");
    }

    private static JsonObject Input(Component input, IReadOnlyDictionary<string, string> values, bool force)
    {
        string value = values.TryGetValue(input.CustomId ?? "", out string? typed) ? typed : input.Value ?? "";
        int length = value.EnumerateRunes().Count();
        if (!force && input.IsRequired != false && length == 0)
            throw new ClientRefusedException($"{input.CustomId}: this field is required.");
        if (!force && (length > (input.MaxLength ?? 4000) || length > 0 && length < (input.MinLength ?? 0)))
            throw new ClientRefusedException($"{input.CustomId}: enter {input.MinLength ?? 0} to {input.MaxLength ?? 4000} characters.");
        var json = new JsonObject { ["type"] = (int)input.Type, ["id"] = input.Id ?? 1, ["custom_id"] = input.CustomId };
        if (input.Type == ComponentType.TextInput)
            json["value"] = value;
        else
            json["values"] = new JsonArray(value);
        return json;
    }
}
