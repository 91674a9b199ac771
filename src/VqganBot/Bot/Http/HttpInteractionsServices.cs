using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace VqganBot.Bot.Http;

/// <summary>The ways by which interactions come in.</summary>
internal static class HttpInteractionsServices
{
    public static IServiceCollection AddIncomingInteractions(this IServiceCollection services) => services
        .AddSingleton<IncomingInteractions>()
        .AddSingleton<InteractionsEndpoint>();

    /// <summary>Maps <c>POST /interactions</c>, when it is switched on.</summary>
    public static IEndpointRouteBuilder MapInteractions(this IEndpointRouteBuilder endpoints)
    {
        if (endpoints.ServiceProvider.GetRequiredService<IOptions<HttpInteractionsOptions>>().Value.Enabled)
        {
            // Made now rather than at the first request: a missing OpenSSL is told at the start.
            var endpoint = endpoints.ServiceProvider.GetRequiredService<InteractionsEndpoint>();
            endpoints.MapPost("/interactions", (RequestDelegate)endpoint.HandleAsync);
        }

        return endpoints;
    }
}
