using Pipeline.Cli;
using Pipeline.Cli.Terminal;

using var stop = new StopSignal();
return await CommandLine.RunAsync(args, CommandTerminal.OfProcess(), stop.Token);
