using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Pipeline.Cli.Terminal;
using Pipeline.Processing.Queries.Responses;
using Pipeline.Processing.Reconciliation;
using Pipeline.Storage.Meta;
using Pipeline.Text;

namespace Pipeline.Cli.Maintenance;

/// <summary>The verb <c>reconcile</c>.</summary>
internal static class ReconcileCommand
{
    // While too much waits for a running pipeline, a pass stands still.
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    public static Command Create(CommandTerminal terminal)
    {
        var storage = MaintenanceStorage.CreateOption();
        var json = new Option<bool>("--json") { Description = "Write one JSON object: {\"started\",\"ended\",\"checked\",\"repaired\":[{\"finding\",\"times\"}]}." };
        var command = new Command(
            "reconcile",
            "Compare the container of the articles with the tables, and repair what does not fit: to the end of a pass. What it asks for, a running pipeline does. The app's own settings (Parsing__…, Index__…, Reconcile__…) must stand in the environment too; POST /api/reconcile needs none.")
        {
            storage,
            json,
        };
        command.SetAction((result, cancellationToken) => MaintenanceStorage.UseAsync(
            result.GetValue(storage),
            services => RunAsync(terminal, services, result.GetValue(json), cancellationToken),
            cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(CommandTerminal terminal, IServiceProvider services, bool json, CancellationToken cancellationToken)
    {
        var processor = services.GetRequiredService<ReconcileProcessor>();
        var (failures, isTold) = (0, false);
        ReconcileState state;
        for (var seen = -1L; ; seen = state.Pass.Checked)
        {
            // The pass goes on behind what could not be checked.
            (state, var failed) = await processor.RunAsync(cancellationToken);
            failures += failed.Count;
            if (state.Pass.Ended is not null)
            {
                break;
            }

            if (state.Pass.Checked == seen)
            {
                if (!isTold)
                {
                    isTold = true;
                    await terminal.Error.WriteLineAsync("pipeline: as much waits to be processed as may be asked for; going on when a running pipeline has taken some of it. Ctrl-C stops this, and the next time goes on here.".AsMemory(), cancellationToken);
                }

                await Task.Delay(Pause, cancellationToken);
            }
        }

        await terminal.Out.WriteLineAsync((json ? JsonSerializer.Serialize(ReconcilePassResponse.Of(state.Pass), PipelineJson.Options) : Describe(state.Pass)).AsMemory(), cancellationToken);
        return failures == 0
            ? ExitCode.Ok
            : throw new CommandException($"{failures.ToString(CultureInfo.InvariantCulture)} things could not be checked or repaired; the next pass looks at them again.");
    }

    private static string Describe(ReconcilePass pass)
    {
        var lines = pass.Findings.Select(finding => string.Create(CultureInfo.InvariantCulture, $"{finding.Value,9:N0}  {finding.Key}"));
        var summary = string.Create(CultureInfo.InvariantCulture, $"{pass.Checked:N0} blobs and rows were looked at; ");
        return summary + (pass.Findings.Count == 0 ? "all fit together." : "repaired:\n" + string.Join('\n', lines));
    }
}
