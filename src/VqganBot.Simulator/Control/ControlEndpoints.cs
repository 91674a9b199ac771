using System.Net;
using System.Text.Json.Nodes;
using VqganBot.Simulator.Faults;

namespace VqganBot.Simulator.Control;

/// <summary>The clock and the faults by HTTP, for drivers in other languages.</summary>
internal static class ControlEndpoints
{
    public static void MapControl(this IEndpointRouteBuilder routes, SimulatorApp app)
    {
        routes.MapGet("/simulator/clock", () => Clock(app));
        routes.MapPost("/simulator/clock", (ClockMove move) =>
        {
            if (!(move.AdvanceSeconds >= 0 && move.AdvanceSeconds <= TimeSpan.FromDays(365).TotalSeconds))
                return Results.BadRequest($"The clock was to move by {move.AdvanceSeconds} s; it moves forward, by at most a year.");
            app.Clock.Advance(TimeSpan.FromSeconds(move.AdvanceSeconds));
            return Clock(app);
        });
        routes.MapPost("/simulator/faults", (FaultOrder order) => Apply(app, order) ? Results.NoContent() : Results.BadRequest(
            $"There is no fault \"{order.Fault}\". There are: {string.Join(", ", Names)}."));
    }

    private static readonly string[] Names =
    [
        "drop_sockets", "close_sockets", "half_open", "reconnect", "reconnect_before_hello", "invalid_session", "ask_for_heartbeat", "ignore_heartbeats",
        "delay", "fail", "rate_limit", "lose_answers", "duplicate", "expire_tokens", "revoke_token",
    ];

    private static IResult Clock(SimulatorApp app) => Results.Json(new JsonObject { ["now"] = app.Clock.GetUtcNow().ToString("O") });

    private static bool Apply(SimulatorApp app, FaultOrder order)
    {
        switch (order.Fault)
        {
            case "drop_sockets":
                app.Gateway.DropSockets();
                break;
            case "close_sockets":
                app.Gateway.CloseSockets(order.Code ?? 4000, "By script.");
                break;
            case "half_open":
                app.Gateway.FreezeSockets();
                break;
            case "reconnect":
                app.Gateway.AskToReconnect();
                break;
            case "reconnect_before_hello":
                app.Faults.ReconnectBeforeHello(order.Count);
                break;
            case "invalid_session":
                app.Gateway.InvalidateSessions(order.On);
                break;
            case "ask_for_heartbeat":
                app.Gateway.AskForHeartbeat();
                break;
            case "ignore_heartbeats":
                app.Faults.IgnoresHeartbeats = order.On;
                break;
            case "delay":
                app.Faults.AnswerDelay = TimeSpan.FromSeconds(order.Seconds);
                break;
            case "fail":
                app.Faults.FailNext(order.Count, (HttpStatusCode)(order.Code ?? 502));
                break;
            case "rate_limit":
                app.Faults.RefuseNext(order.Count, TimeSpan.FromSeconds(order.Seconds), order.Scope);
                break;
            case "lose_answers":
                app.Faults.LoseNextAnswers(order.Count);
                break;
            case "duplicate":
                app.Faults.DuplicateNext(order.Count);
                break;
            case "expire_tokens":
                app.World.ExpireTokens();
                break;
            case "revoke_token":
                app.Faults.TokenIsRevoked = order.On;
                break;
            default:
                return false;
        }
        return true;
    }
}
