using VqganBot.Discord.Gateway;

namespace VqganBot.Tests.Discord.Gateway;

public sealed class GatewayStateMachineTests
{
    private static readonly HashSet<(GatewayState From, GatewayState To)> Legal =
    [
        (GatewayState.Disconnected, GatewayState.Connecting),
        (GatewayState.Connecting, GatewayState.AwaitingHello),
        (GatewayState.AwaitingHello, GatewayState.Identifying),
        (GatewayState.AwaitingHello, GatewayState.Resuming),
        (GatewayState.Identifying, GatewayState.Ready),
        (GatewayState.Resuming, GatewayState.Ready),
        (GatewayState.Connecting, GatewayState.Disconnected),
        (GatewayState.AwaitingHello, GatewayState.Disconnected),
        (GatewayState.Identifying, GatewayState.Disconnected),
        (GatewayState.Resuming, GatewayState.Disconnected),
        (GatewayState.Ready, GatewayState.Disconnected),
        (GatewayState.Disconnected, GatewayState.Closed),
        (GatewayState.Connecting, GatewayState.Closed),
        (GatewayState.AwaitingHello, GatewayState.Closed),
        (GatewayState.Identifying, GatewayState.Closed),
        (GatewayState.Resuming, GatewayState.Closed),
        (GatewayState.Ready, GatewayState.Closed),
    ];

    /// <summary>A way from the start to each state.</summary>
    private static readonly Dictionary<GatewayState, GatewayState[]> Ways = new()
    {
        [GatewayState.Disconnected] = [],
        [GatewayState.Connecting] = [GatewayState.Connecting],
        [GatewayState.AwaitingHello] = [GatewayState.Connecting, GatewayState.AwaitingHello],
        [GatewayState.Identifying] = [GatewayState.Connecting, GatewayState.AwaitingHello, GatewayState.Identifying],
        [GatewayState.Resuming] = [GatewayState.Connecting, GatewayState.AwaitingHello, GatewayState.Resuming],
        [GatewayState.Ready] = [GatewayState.Connecting, GatewayState.AwaitingHello, GatewayState.Identifying, GatewayState.Ready],
        [GatewayState.Closed] = [GatewayState.Closed],
    };

    public static TheoryData<GatewayState, GatewayState, bool> Moves()
    {
        var moves = new TheoryData<GatewayState, GatewayState, bool>();
        foreach (var from in Enum.GetValues<GatewayState>())
        {
            foreach (var to in Enum.GetValues<GatewayState>())
                moves.Add(from, to, Legal.Contains((from, to)));
        }

        return moves;
    }

    [Theory]
    [MemberData(nameof(Moves))]
    public void Move_BetweenAnyTwoStates_IsMadeWhereLegalAndRefusedElsewhere(GatewayState from, GatewayState to, bool isLegal)
    {
        var machine = new GatewayStateMachine();
        foreach (var step in Ways[from]) machine.Move(step);
        Assert.Equal(from, machine.State);

        if (isLegal)
        {
            machine.Move(to);
            Assert.Equal(to, machine.State);
        }
        else
        {
            var exception = Assert.Throws<InvalidOperationException>(() => machine.Move(to));
            Assert.Contains($"{from}", exception.Message, StringComparison.Ordinal);
            Assert.Equal(from, machine.State);
        }
    }
}
