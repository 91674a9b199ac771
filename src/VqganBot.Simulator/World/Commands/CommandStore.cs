using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using VqganBot.Discord.Wire;
using VqganBot.Simulator.Rest;
using VqganBot.Simulator.Validation;
using VqganBot.Simulator.Validation.Commands;
using VqganBot.Simulator.World.Events;

namespace VqganBot.Simulator.World.Commands;

/// <summary>The commands of the application: the global ones, and those of the guild. Used only under the world's lock.</summary>
internal sealed class CommandStore(SnowflakeSource ids, Snowflake application, TimeProvider clock, EventFeed events)
{
    private const int MostCreatesPerDay = 200;
    private static readonly Dictionary<int, int> MostOfType = new() { [1] = 100, [2] = 15, [3] = 15 };

    // By scope: null is global, a guild's id its own.
    private readonly Dictionary<Snowflake, List<JsonObject>> _commands = [];
    private readonly Queue<DateTimeOffset> _creates = [];

    /// <value>The scope of commands that are everywhere.</value>
    public static Snowflake Global { get; } = new(0);

    public IReadOnlyList<JsonObject> In(Snowflake scope) => Scope(scope);

    public JsonObject Find(Snowflake scope, Snowflake id) =>
        Scope(scope).Find(command => Is(command, id)) ?? throw ApiErrors.UnknownCommand();

    /// <summary>Replaces all commands of a scope.</summary>
    public IReadOnlyList<JsonObject> Put(Snowflake scope, JsonElement body)
    {
        var errors = new FormErrors();
        // Discord takes the list itself as the form, so the paths begin with the command's place in it.
        IReadOnlyList<JsonElement> bodies = body.ValueKind == JsonValueKind.Array ? [.. body.EnumerateArray()] : [body];
        HashSet<(int, string)> names = [];
        foreach ((int index, JsonElement command) in bodies.Index())
        {
            var form = new Form(command, errors, index.ToString(CultureInfo.InvariantCulture));
            CommandRules.Check(form);
            if (!names.Add((form.Choice("type", [1, 2, 3]) ?? 1, form.Text("name", 32) ?? "")))
                form.Fail("APPLICATION_COMMANDS_DUPLICATE_NAME", "Application command names must be unique");
        }
        errors.ThrowIfAny();

        List<JsonObject> known = Scope(scope);
        List<JsonObject> wanted = [.. bodies.Select(command => CommandFields.Of(command))];
        CheckCount(wanted);
        CountCreates(wanted.Count(command => !known.Any(old => IsSame(old, command))));
        _commands[scope] = [.. wanted.Select(command => Store(command, known.Find(old => IsSame(old, command)), scope))];
        events.Publish(new WorldEvent.CommandsChanged());
        return _commands[scope];
    }

    /// <summary>Makes a command, or replaces that of the same name and type.</summary>
    public (JsonObject Command, bool IsNew) Create(Snowflake scope, JsonElement body)
    {
        Check(body);
        JsonObject wanted = CommandFields.Of(body);
        List<JsonObject> known = Scope(scope);
        JsonObject? old = known.Find(command => IsSame(command, wanted));
        if (old is null)
            CountCreates(1);
        else
            known.Remove(old);
        CheckCount([.. known, wanted]);
        JsonObject command = Store(wanted, old, scope);
        known.Add(command);
        events.Publish(new WorldEvent.CommandsChanged());
        return (command, old is null);
    }

    public JsonObject Edit(Snowflake scope, Snowflake id, JsonElement body)
    {
        JsonObject old = Find(scope, id);
        JsonObject merged = (JsonObject)old.DeepClone();
        foreach (JsonProperty field in body.ValueKind == JsonValueKind.Object ? body.EnumerateObject() : default)
            merged[field.Name] = JsonNode.Parse(field.Value.GetRawText());
        JsonElement whole = JsonSerializer.SerializeToElement(merged);
        Check(whole);
        List<JsonObject> known = Scope(scope);
        JsonObject command = Store(CommandFields.Of(whole), old, scope);
        known[known.IndexOf(old)] = command;
        events.Publish(new WorldEvent.CommandsChanged());
        return command;
    }

    public void Delete(Snowflake scope, Snowflake id)
    {
        Scope(scope).Remove(Find(scope, id));
        events.Publish(new WorldEvent.CommandsChanged());
    }

    private static void Check(JsonElement body)
    {
        var errors = new FormErrors();
        CommandRules.Check(new Form(body, errors));
        errors.ThrowIfAny();
    }

    private static void CheckCount(IReadOnlyList<JsonObject> commands)
    {
        foreach ((int type, int most) in MostOfType)
        {
            if (commands.Count(command => (int)command["type"]! == type) > most)
                throw ApiErrors.TooManyCommands(most);
        }
    }

    private void CountCreates(int creates)
    {
        DateTimeOffset now = clock.GetUtcNow();
        while (_creates.TryPeek(out DateTimeOffset made) && now - made > TimeSpan.FromDays(1))
            _creates.Dequeue();
        if (_creates.Count + creates > MostCreatesPerDay)
            throw ApiErrors.TooManyCommandCreates();
        for (int made = 0; made < creates; made++)
            _creates.Enqueue(now);
    }

    private JsonObject Store(JsonObject wanted, JsonObject? old, Snowflake scope)
    {
        wanted["id"] = (string?)old?["id"] ?? ids.Next().ToString();
        wanted["application_id"] = application.ToString();
        if (scope != Global)
            wanted["guild_id"] = scope.ToString();
        // The version is new when anything is.
        wanted["version"] = null;
        JsonNode? version = old?["version"];
        if (old is not null)
            old["version"] = null;
        wanted["version"] = old is not null && JsonNode.DeepEquals(old, wanted) ? (string?)version : ids.Next().ToString();
        return wanted;
    }

    private List<JsonObject> Scope(Snowflake scope) => _commands.TryGetValue(scope, out List<JsonObject>? commands) ? commands : _commands[scope] = [];

    private static bool Is(JsonObject command, Snowflake id) => (string?)command["id"] == id.ToString();

    private static bool IsSame(JsonObject command, JsonObject other) =>
        (int)command["type"]! == (int)other["type"]! && (string)command["name"]! == (string)other["name"]!;
}
