using System.Text.Json.Nodes;
using VqganBot.Discord.Wire;
using VqganBot.Simulator.World;
using VqganBot.Simulator.World.Messages;

namespace VqganBot.Simulator.Client;

/// <summary>A user's client, as far as commands go. Used only under the world's lock.</summary>
internal sealed class CommandClient(SimulatedWorld world, InteractionSender sender)
{
    public Task<InteractionOutcome> Invoke(SimulatedUser user, SimulatedChannel channel, string path, IReadOnlyDictionary<string, OptionValue> options, bool force)
    {
        CommandPath command = CommandPath.Find(Offered(user, channel, force), path);
        var resolved = new ResolvedObjects(world);
        JsonArray values = [];
        foreach (ApplicationCommandOption option in command.Options)
        {
            if (options.TryGetValue(option.Name, out OptionValue? value))
                values.Add((JsonNode)Value(option, value, user, resolved, force));
            else if (option.IsRequired == true && !force)
                throw new ClientRefusedException($"{option.Name}: this option is required.");
        }
        CheckNames(command, options, force);
        JsonObject data = Data(command, values, resolved);
        return sender.Send(user, channel, InteractionType.ApplicationCommand, command.Text, data, SimulatedMessage.ChatInputCommand);
    }

    public Task<InteractionOutcome> Complete(SimulatedUser user, SimulatedChannel channel, string path, string focused, IReadOnlyDictionary<string, OptionValue> options)
    {
        CommandPath command = CommandPath.Find(Offered(user, channel, force: false), path);
        if (command.Options.FirstOrDefault(option => option.Name == focused)?.Autocomplete != true)
            throw new ClientRefusedException($"{focused}: this option does not complete itself.");
        var resolved = new ResolvedObjects(world);
        JsonArray values = [];
        foreach (ApplicationCommandOption option in command.Options)
        {
            if (!options.TryGetValue(option.Name, out OptionValue? value) && option.Name != focused)
                continue;
            // What is typed so far is no value yet and comes as text, whatever the option's type.
            JsonObject json = option.Name == focused
                ? new JsonObject { ["name"] = option.Name, ["type"] = (int)option.Type, ["value"] = value?.Json?.DeepClone().ToString() ?? "", ["focused"] = true }
                : Value(option, value!, user, resolved, force: true);
            values.Add((JsonNode)json);
        }
        return sender.Send(user, channel, InteractionType.ApplicationCommandAutocomplete, command.Text, Data(command, values, resolved));
    }

    public Task<InteractionOutcome> InvokeOnMessage(SimulatedUser user, Snowflake message, string name, bool force)
    {
        SimulatedMessage target = world.Messages.Find(message) ?? throw new ClientRefusedException("The message is gone.");
        ApplicationCommand command = Offered(user, target.Channel, force).FirstOrDefault(command => command.Type == ApplicationCommandType.Message && command.Name == name)
            ?? throw new ClientRefusedException($"There is no command {name} in the menu of a message here.");
        var resolved = new ResolvedObjects(world);
        resolved.Add(target);
        JsonObject data = Head(command);
        data["target_id"] = target.Id.ToString();
        data["resolved"] = resolved.Json;
        return sender.Send(user, target.Channel, InteractionType.ApplicationCommand, name, data, SimulatedMessage.ContextMenuCommand, target: target.Id);
    }

    private IReadOnlyList<ApplicationCommand> Offered(SimulatedUser user, SimulatedChannel channel, bool force) =>
        force ? world.AllCommands() : CommandOffer.For(world, user, channel);

    private static void CheckNames(CommandPath command, IReadOnlyDictionary<string, OptionValue> options, bool force)
    {
        string? unknown = options.Keys.FirstOrDefault(name => command.Options.All(option => option.Name != name));
        if (unknown is not null && !force)
            throw new ClientRefusedException($"{unknown}: /{command.Text} has no such option.");
    }

    private static JsonObject Value(ApplicationCommandOption option, OptionValue value, SimulatedUser user, ResolvedObjects resolved, bool force)
    {
        if (!force)
            OptionChecks.Check(option, value);
        JsonNode? json = value.File is { } file ? JsonValue.Create(resolved.Add(file).ToString()) : value.Json?.DeepClone();
        if (Snowflake.TryParse(json?.ToString(), out Snowflake id) && !resolved.Add(option.Type, id, user) && !force)
            throw new ClientRefusedException($"{option.Name}: choose one of the list.");
        return new JsonObject { ["name"] = option.Name, ["type"] = (int)option.Type, ["value"] = json };
    }

    private static JsonObject Data(CommandPath command, JsonArray values, ResolvedObjects resolved)
    {
        JsonObject data = Head(command.Command);
        // A subcommand is an option whose options are the values.
        foreach (ApplicationCommandOption step in command.Steps.Reverse())
        {
            var nested = new JsonObject { ["name"] = step.Name, ["type"] = (int)step.Type, ["options"] = values };
            values = [nested];
        }
        if (values.Count > 0)
            data["options"] = values;
        if (resolved.Json is { } json)
            data["resolved"] = json;
        return data;
    }

    private static JsonObject Head(ApplicationCommand command)
    {
        var data = new JsonObject { ["id"] = command.Id.ToString(), ["name"] = command.Name, ["type"] = (int)command.Type };
        if (command.GuildId is { } guild)
            data["guild_id"] = guild.ToString();
        return data;
    }
}
