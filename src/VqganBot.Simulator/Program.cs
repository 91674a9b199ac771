using VqganBot.Simulator;

await using SimulatorApp app = await SimulatorApp.StartAsync(new SimulatorOptions());
