using System.Globalization;
using Spectre.Console;

namespace Pipeline.Benchmarks.Robustness;

/// <summary>Shows how many files have come to their end: a bar on a terminal, a line a file elsewhere.</summary>
internal static class FileProgress
{
    /// <summary>Does the work and shows it.</summary>
    /// <param name="title">What the files are.</param>
    /// <param name="total">How many there are.</param>
    /// <param name="work">The work; it tells each file that ended, and how.</param>
    public static Task RunAsync(string title, int total, Func<Action<string>, Task> work)
    {
        if (AnsiConsole.Profile.Capabilities.Interactive)
        {
            return AnsiConsole.Progress().StartAsync(async context =>
            {
                var task = context.AddTask(Markup.Escape(title), maxValue: total);
                await work(_ => task.Increment(1));
            });
        }

        var ended = 0;
        return work(file => AnsiConsole.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{title}: {++ended} of {total}: {file}")));
    }
}
