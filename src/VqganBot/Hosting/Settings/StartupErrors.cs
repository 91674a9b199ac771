using Microsoft.Extensions.Options;
using VqganBot.Storage;

namespace VqganBot.Hosting.Settings;

/// <summary>What may go wrong at the start that a person can put right, as sentences.</summary>
internal static class StartupErrors
{
    /// <summary>Null for a mistake in the program.</summary>
    public static IReadOnlyList<string>? Of(Exception exception) => exception switch
    {
        SettingsException or StorageException => [exception.Message],
        OptionsValidationException options => [.. options.Failures],
        // A value of another type than the option's; the binder has no exception of its own.
        InvalidOperationException { Source: "Microsoft.Extensions.Configuration.Binder" } => [exception.Message],
        AggregateException several => [.. several.InnerExceptions.SelectMany(inner => Of(inner) ?? [inner.Message])],
        _ => null,
    };
}
