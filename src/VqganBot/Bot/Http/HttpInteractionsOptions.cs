using System.ComponentModel.DataAnnotations;

namespace VqganBot.Bot.Http;

/// <summary>Discord's HTTP interactions, instead of interactions by the gateway: <c>POST /interactions</c>.</summary>
internal sealed class HttpInteractionsOptions : IValidatableObject
{
    public const string Section = "HttpInteractions";

    private const int KeyDigits = 64;

    public bool Enabled { get; set; }

    /// <value>The application's public key in hex, from the Developer Portal, General Information.</value>
    public string? PublicKey { get; set; }

    /// <value>How far Discord's timestamp may lie from this machine's clock; what is older is a replay. 5 minutes by default.</value>
    public TimeSpan ReplayWindow { get; set; } = TimeSpan.FromMinutes(5);

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Enabled && (PublicKey is not { Length: KeyDigits } || !PublicKey.All(char.IsAsciiHexDigit)))
            yield return new ValidationResult($"HttpInteractions:PublicKey must be the application's public key when HttpInteractions:Enabled is set: {KeyDigits} hex digits from the Developer Portal, General Information.");
        if (ReplayWindow < TimeSpan.FromSeconds(10) || ReplayWindow > TimeSpan.FromHours(1))
            yield return new ValidationResult($"HttpInteractions:ReplayWindow is {ReplayWindow}; ten seconds to one hour was expected.");
    }
}
