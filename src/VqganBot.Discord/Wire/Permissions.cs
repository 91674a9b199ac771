using System.Text.Json.Serialization;

namespace VqganBot.Discord.Wire;

/// <summary>Rights in a guild or channel; a decimal string in JSON. Bits without a name here are kept.</summary>
[Flags]
[JsonConverter(typeof(PermissionsConverter))]
public enum Permissions : ulong
{
    None = 0,
    Administrator = 1UL << 3,
    ManageChannels = 1UL << 4,
    ManageGuild = 1UL << 5,
    ViewChannel = 1UL << 10,
    SendMessages = 1UL << 11,
    ManageMessages = 1UL << 13,
    EmbedLinks = 1UL << 14,
    AttachFiles = 1UL << 15,
    ReadMessageHistory = 1UL << 16,
    UseApplicationCommands = 1UL << 31,
    SendMessagesInThreads = 1UL << 38,
    ModerateMembers = 1UL << 40,
    UseExternalApps = 1UL << 50,
}
