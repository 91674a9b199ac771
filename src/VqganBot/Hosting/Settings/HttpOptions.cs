using System.ComponentModel.DataAnnotations;

namespace VqganBot.Hosting.Settings;

/// <summary>The bot's own small web server: health, readiness, metrics, and Discord's HTTP interactions where they are switched on.</summary>
internal sealed class HttpOptions : IValidatableObject
{
    public const string Section = "Http";

    /// <value>Where it listens; port 0 takes a free one. On this machine only, by default.</value>
    public string Url { get; set; } = "http://127.0.0.1:8090";

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!Uri.TryCreate(Url.Replace("//+", "//0.0.0.0").Replace("//*", "//0.0.0.0"), UriKind.Absolute, out var url) || url.Scheme != "http")
            yield return new ValidationResult($"VQGANBOT_HTTP is '{Url}'; an address such as http://127.0.0.1:8090 was expected.");
    }
}
