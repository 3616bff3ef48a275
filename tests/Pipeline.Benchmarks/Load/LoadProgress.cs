using Spectre.Console;

namespace Pipeline.Benchmarks.Load;

/// <summary>Shows on a terminal how far each phase of a run is. Where the output goes elsewhere, nothing is shown but what each run came to.</summary>
internal sealed class LoadProgress
{
    // Drawing is work of the process whose processor time is measured.
    private static readonly TimeSpan RefreshRate = TimeSpan.FromSeconds(1);

    private readonly ProgressContext? _context;

    private LoadProgress(ProgressContext? context) => _context = context;

    /// <summary>Does work that shows how far it is.</summary>
    public static Task<T> RunAsync<T>(Func<LoadProgress, Task<T>> work)
    {
        if (!AnsiConsole.Profile.Out.IsTerminal)
        {
            return work(new LoadProgress(null));
        }

        var progress = AnsiConsole.Progress()
            .HideCompleted(true)
            .Columns(new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn(), new PercentageColumn(), new ElapsedTimeColumn());
        progress.RefreshRate = RefreshRate;
        return progress.StartAsync(context => work(new LoadProgress(context)));
    }

    /// <summary>Shows a phase.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="articles">After how many it is over.</param>
    /// <returns>What is called when another one is done; from any thread.</returns>
    public Action Start(string name, int articles)
    {
        var task = _context?.AddTask(Markup.Escape(name), maxValue: articles);
        return () => task?.Increment(1);
    }
}
