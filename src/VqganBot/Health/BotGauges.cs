using VqganBot.Discord.Gateway;
using VqganBot.Discord.Rest;
using VqganBot.Jobs;

namespace VqganBot.Health;

/// <summary>What is read when somebody asks: the queue, the GPU, the two connections to Discord.</summary>
internal sealed class BotGauges
{
    public BotGauges(BotMeter meter, JobQueue queue, DiscordRestClient rest, GatewayClient gateway)
    {
        meter.Meter.CreateObservableGauge("vqganbot_queue_waiting", () => queue.Waiting, null, "Jobs that wait.");
        meter.Meter.CreateObservableGauge("vqganbot_painting", () => queue.Running.Count, null, "Jobs that are painted at this moment, side by side.");
        meter.Meter.CreateObservableGauge("vqganbot_steps_per_second", () => queue.StepsPerSecond ?? 0, null, "Optimisation steps a second, lately, of all pictures together.");
        meter.Meter.CreateObservableGauge("vqganbot_gateway_ready", () => gateway.State == GatewayState.Ready ? 1 : 0, null, "1 while the gateway session stands.");
        meter.Meter.CreateObservableCounter("vqganbot_rest_requests_total", () => rest.Counters.Requests, null, "REST requests answered by Discord.");
        meter.Meter.CreateObservableCounter("vqganbot_rest_client_errors_total", () => rest.Counters.ClientErrors, null, "Answers of 400 to 499 without 429.");
        meter.Meter.CreateObservableCounter("vqganbot_rest_server_errors_total", () => rest.Counters.ServerErrors, null, "Answers of 500 and above.");
        meter.Meter.CreateObservableCounter("vqganbot_rest_rate_limited_total", () => rest.Counters.RateLimited, null, "Answers of 429.");
    }
}
