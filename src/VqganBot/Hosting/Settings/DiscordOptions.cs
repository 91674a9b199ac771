using System.ComponentModel.DataAnnotations;

namespace VqganBot.Hosting.Settings;

/// <summary>Which Discord.</summary>
internal sealed class DiscordOptions : IValidatableObject
{
    public const string Section = "Discord";

    /// <value>The REST API with its version; the gateway's address comes from there.</value>
    [Required]
    public string ApiUrl { get; set; } = "https://discord.com/api/v10";

    /// <value>How long one REST request may take.</value>
    public TimeSpan RequestTimeout { get; set; } = TimeSpan.FromSeconds(15);

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!Uri.TryCreate(ApiUrl, UriKind.Absolute, out var url) || url.Scheme is not ("https" or "http"))
            yield return new ValidationResult($"DISCORD_API_URL is '{ApiUrl}'; an address such as https://discord.com/api/v10 was expected.");
        else if (url.Scheme == "http" && !url.IsLoopback)
            yield return new ValidationResult($"DISCORD_API_URL is '{ApiUrl}': the token would travel unencrypted. Use https, or http on this machine only.");
        if (RequestTimeout < TimeSpan.FromSeconds(1) || RequestTimeout > TimeSpan.FromMinutes(5))
            yield return new ValidationResult($"Discord:RequestTimeout is {RequestTimeout}; one second to five minutes was expected.");
    }
}
