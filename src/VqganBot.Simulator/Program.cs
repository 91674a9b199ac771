using System.Globalization;
using VqganBot.Simulator;

IConfigurationRoot arguments = new ConfigurationBuilder().AddCommandLine(args).Build();
var options = new SimulatorOptions();
options = options with
{
    Port = arguments["port"] is { } port ? int.Parse(port, NumberStyles.None, CultureInfo.InvariantCulture) : options.Port,
    Token = arguments["token"] ?? options.Token,
    FirstPrompt = arguments["first-prompt"],
};
await using SimulatorApp app = await SimulatorApp.StartAsync(options);
Console.WriteLine($"Listening on {app.Address}");
await app.WaitForShutdownAsync();
