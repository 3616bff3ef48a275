using System.CommandLine;
using Pipeline.Cli.Terminal;

namespace Pipeline.Cli.Run;

/// <summary>The verb <c>run</c>.</summary>
internal static class RunCommand
{
    private const int HighestPort = 65535;

    public static Command Create(CommandTerminal terminal)
    {
        var samples = new Option<bool>("--samples") { Description = "Drop the sample articles." };
        var drop = new Option<string[]>("--drop")
        {
            Description = "Drop a file, or all files below a folder.",
            HelpName = "FOLDER",
        };
        var port = NumberOption.Create(
            "--port", 0, HighestPort, RunOptions.DefaultPort, "The port of the API on this machine; 0 takes a free one.");
        var storage = new Option<string?>("--storage")
        {
            Description = "The connection string of a storage account. Where none is given, the emulator of this machine is found, or installed and started.",
            HelpName = "CONNECTION",
        };
        var data = new Option<string?>("--data")
        {
            Description = $"The folder that keeps the emulator's data between runs. [default: {RunOptions.DefaultDataFolder}]",
            HelpName = "FOLDER",
        };
        var fresh = new Option<bool>("--fresh") { Description = "Delete the emulator's data of earlier runs first." };
        var azuritePort = NumberOption.Create(
            "--azurite-port", 0, HighestPort - 2, RunOptions.DefaultAzuritePort, "The first of the emulator's three ports; 0 takes free ones.");
        var verbose = new Option<bool>("--verbose") { Description = "Write what the function app does, step by step." };
        var command = new Command(
            "run",
            "Bring up the whole pipeline on this machine, drop what it is told to, print each article's summary as it is served, " +
            "and keep serving until Ctrl-C. What was started is stopped then; the data is kept for the next run.")
        {
            samples,
            drop,
            port,
            storage,
            data,
            fresh,
            azuritePort,
            verbose,
        };
        command.Validators.Add(result =>
        {
            Option[] aboutEmulator = [data, fresh, azuritePort];
            if (IsGiven(storage) && Array.Exists(aboutEmulator, IsGiven))
            {
                result.AddError("--data, --fresh and --azurite-port are about the emulator; they do not go with --storage.");
            }

            bool IsGiven(Option option) => result.GetResult(option) is { Implicit: false };
        });
        command.SetAction((result, cancellationToken) => new RunSession(terminal).RunAsync(
            new RunOptions
            {
                Samples = result.GetValue(samples),
                Drop = result.GetValue(drop) ?? [],
                Port = result.GetValue(port),
                Storage = result.GetValue(storage),
                Data = result.GetValue(data),
                Fresh = result.GetValue(fresh),
                AzuritePort = result.GetValue(azuritePort),
                Verbose = result.GetValue(verbose),
            },
            cancellationToken));
        return command;
    }
}
