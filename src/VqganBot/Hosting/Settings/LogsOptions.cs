using System.ComponentModel.DataAnnotations;

namespace VqganBot.Hosting.Settings;

/// <summary>How the log is written.</summary>
internal sealed class LogsOptions : IValidatableObject
{
    public const string Section = "Logs";

    /// <value><c>text</c> for people, <c>json</c> for machines.</value>
    public string Format { get; set; } = "text";

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Format is not ("text" or "json"))
            yield return new ValidationResult($"VQGANBOT_LOG is '{Format}'; text or json was expected.");
    }
}
