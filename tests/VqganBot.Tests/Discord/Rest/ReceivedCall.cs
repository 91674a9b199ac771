using System.Text;

namespace VqganBot.Tests.Discord.Rest;

/// <summary>A request as it came over the wire.</summary>
internal sealed record ReceivedCall(string Method, string Target, IReadOnlyDictionary<string, string> Headers, byte[] Body)
{
    public string Text => Encoding.UTF8.GetString(Body);

    public override string ToString() => $"{Method} {Target}";
}
