using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace VqganBot.Jobs;

/// <summary>The queue, its store and the worker. The generator (<see cref="Func{T}"/> of <see cref="IImageGenerator"/>) may be replaced.</summary>
internal static class JobsServices
{
    public static IServiceCollection AddJobs(this IServiceCollection services)
    {
        services.AddOptions<JobOptions>().BindConfiguration(JobOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton(provider => provider.GetRequiredService<IOptions<JobOptions>>().Value);
        services.AddSingleton<JobStore>();
        services.AddSingleton<GpuLedger>();
        services.AddSingleton<QueueMemory>();
        services.AddSingleton<SpeedGauge>();
        services.AddSingleton<BatchSizes>();
        services.AddSingleton<JobQueue>();
        services.TryAddSingleton<Func<IImageGenerator>>(provider => () => ActivatorUtilities.CreateInstance<TorchImageGenerator>(provider));
        services.AddSingleton<JobRunner>();
        services.AddSingleton<JobWorker>();
        services.AddHostedService(provider => provider.GetRequiredService<JobWorker>());
        services.AddHostedService<Retention>();
        return services;
    }
}
