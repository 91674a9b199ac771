using System.Text.Json.Serialization;

namespace VqganBot.Bot.Commands;

/// <summary>The form of the files of <c>Localisations</c>: a name and a description for each place.</summary>
[JsonSerializable(typeof(Dictionary<string, string[]>))]
internal sealed partial class CommandTextsJson : JsonSerializerContext;
