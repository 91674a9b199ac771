using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using VqganBot.CommandLine;
using VqganBot.Hosting.Settings;
using VqganBot.Jobs;

namespace VqganBot.Health;

/// <summary>What is measured, and the three addresses at which it is read.</summary>
internal static class HealthServices
{
    private const string MetricsType = "text/plain; version=0.0.4; charset=utf-8";

    public static IServiceCollection AddHealth(this IServiceCollection services, OtlpOptions otlp)
    {
        services.AddSingleton<BotMeter>();
        services.AddSingleton<BotGauges>();
        services.AddSingleton<PrometheusText>();
        services.AddSingleton<HealthState>();
        services.AddSingleton<IJobReporter, JobMetrics>();
        if (otlp.Endpoint.Length > 0) services.AddSingleton(_ => Exporter(otlp));
        return services;
    }

    /// <summary><c>/health</c>: the process works (else: start it anew). <c>/ready</c>: it answers on Discord. <c>/metrics</c>: Prometheus.</summary>
    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        // Made now, so that nothing is missed before somebody asks.
        var prometheus = routes.ServiceProvider.GetRequiredService<PrometheusText>();
        routes.ServiceProvider.GetRequiredService<BotGauges>();
        routes.ServiceProvider.GetService<MeterProvider>();
        var state = routes.ServiceProvider.GetRequiredService<HealthState>();
        routes.MapGet("/health", context => Answer(context, state.WhyUnhealthy()));
        routes.MapGet("/ready", context => Answer(context, state.WhyUnhealthy() ?? state.WhyNotReady()));
        routes.MapGet("/metrics", context =>
        {
            context.Response.ContentType = MetricsType;
            return context.Response.WriteAsync(prometheus.Write());
        });
    }

    private static Task Answer(HttpContext context, string? complaint)
    {
        context.Response.StatusCode = complaint is null ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable;
        return context.Response.WriteAsync(complaint ?? "ok");
    }

    private static MeterProvider Exporter(OtlpOptions options) => Sdk.CreateMeterProviderBuilder()
        .ConfigureResource(resource => resource.AddService("vqganbot", serviceVersion: ProgramVersion.Text))
        .AddMeter(BotMeter.Name)
        .AddOtlpExporter(exporter => exporter.Endpoint = new Uri(options.Endpoint))
        .Build();
}
