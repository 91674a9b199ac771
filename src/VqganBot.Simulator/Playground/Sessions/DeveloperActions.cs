using System.Net;
using VqganBot.Simulator.Clock;
using VqganBot.Simulator.Faults;
using VqganBot.Simulator.Gateway;
using VqganBot.Simulator.Playground.Protocol;
using VqganBot.Simulator.Playground.Traffic;
using VqganBot.Simulator.World;

namespace VqganBot.Simulator.Playground.Sessions;

/// <summary>What the developer's drawer can do: let things go wrong, move the clock, look at the traffic.</summary>
internal sealed class DeveloperActions(SimulatedWorld world, SimulatedClock clock, FaultSwitches faults, GatewayHub gateway, TrafficLog traffic)
{
    private const int Storm = 20;

    private static readonly TimeSpan Slow = TimeSpan.FromSeconds(2);

    /// <summary>Does it and says in a sentence what was done; null for a fault there is not.</summary>
    public string? Fault(string? kind)
    {
        switch (kind)
        {
            case "drop":
                gateway.DropSockets();
                return "The gateway's connections were cut.";
            case "freeze":
                gateway.FreezeSockets();
                return "The gateway's connections are open and silent.";
            case "reconnect":
                gateway.AskToReconnect();
                return "The bot was asked to reconnect.";
            case "invalidate":
                gateway.InvalidateSessions(canResume: false);
                return "The bot's session is no longer valid.";
            case "duplicate":
                faults.DuplicateNext(1);
                return "The next event comes twice.";
            case "slow":
                bool isOn = faults.AnswerDelay == TimeSpan.Zero;
                faults.AnswerDelay = isOn ? Slow : TimeSpan.Zero;
                return isOn ? "Every REST answer takes two seconds more, until this is pressed again." : "REST answers come at once again.";
            case "errors":
                faults.FailNext(3, HttpStatusCode.BadGateway);
                return "The next three REST requests fail with 502.";
            case "limits":
                faults.RefuseNext(Storm, TimeSpan.FromSeconds(1));
                return "The next twenty REST requests meet a 429.";
            case "expire":
                world.ExpireTokens();
                return "Every interaction token is expired.";
            default:
                return null;
        }
    }

    /// <summary>Moves the clock; interaction tokens and file addresses grow old by it.</summary>
    public DateTimeOffset Advance(int seconds)
    {
        clock.Advance(TimeSpan.FromSeconds(Math.Clamp(seconds, 0, 30 * 24 * 3600)));
        return clock.GetUtcNow();
    }

    public PageResult Traffic(int since)
    {
        (IReadOnlyDictionary<string, int> counts, IReadOnlyList<PageRequest> requests) = traffic.Since(since);
        var all = new Dictionary<string, int>(counts) { ["Identified"] = gateway.Identifies, ["Resumed"] = gateway.Resumes };
        return new PageResult { Counts = all, Requests = requests };
    }
}
