using System.ComponentModel.DataAnnotations;

namespace VqganBot.Hosting.Settings;

/// <summary>Where metrics are sent by OpenTelemetry's protocol, besides being read at <c>/metrics</c>.</summary>
internal sealed class OtlpOptions : IValidatableObject
{
    public const string Section = "Otlp";

    /// <value>Empty: nowhere.</value>
    public string Endpoint { get; set; } = "";

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Endpoint.Length > 0 && (!Uri.TryCreate(Endpoint, UriKind.Absolute, out var url) || url.Scheme is not ("https" or "http")))
            yield return new ValidationResult($"OTEL_EXPORTER_OTLP_ENDPOINT is '{Endpoint}'; an address such as http://127.0.0.1:4317 was expected.");
    }
}
