using VqganBot.Discord.Wire;

namespace VqganBot.Bot.Http;

/// <summary>An interaction, whichever way it came.</summary>
/// <param name="ReceivedAt">A <see cref="TimeProvider"/> timestamp of its arrival.</param>
internal sealed record IncomingInteraction(Interaction Interaction, long ReceivedAt);
