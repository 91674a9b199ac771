namespace VqganBot.Hosting.Settings;

/// <summary>
/// The settings that have a name of their own in the environment, and the option each one sets. Every other option of
/// <c>config/appsettings.json</c> is reached as <c>VQGANBOT__Section__Name</c>.
/// </summary>
internal static class EnvironmentNames
{
    public const string Prefix = "VQGANBOT__";
    public const string TokenFile = "DISCORD_TOKEN_FILE";
    public const string Token = "DISCORD_TOKEN";
    public const string Data = "VQGANBOT_DATA";
    public const string Config = "VQGANBOT_CONFIG";

    public static readonly IReadOnlyDictionary<string, string> Options = new Dictionary<string, string>
    {
        ["DISCORD_API_URL"] = "Discord:ApiUrl",
        ["DISCORD_GUILD"] = "Commands:Guild",
        ["VQGANBOT_MODEL"] = "Jobs:DefaultModel",
        ["VQGANBOT_HTTP"] = "Http:Url",
        ["VQGANBOT_LOG"] = "Logs:Format",
        ["VQGANBOT_LOG_LEVEL"] = "Logging:LogLevel:Default",
        ["DISCORD_PUBLIC_KEY"] = "HttpInteractions:PublicKey",
        ["OTEL_EXPORTER_OTLP_ENDPOINT"] = "Otlp:Endpoint",
    };
}
