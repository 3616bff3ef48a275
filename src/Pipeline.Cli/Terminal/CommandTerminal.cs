using System.Text;
using Spectre.Console;

namespace Pipeline.Cli.Terminal;

/// <summary>Where the command writes: results to standard output, what concerns only the user to standard error.</summary>
internal sealed class CommandTerminal
{
    // Wide enough that a line written to a file or a pipe is never broken.
    private const int Unbroken = 1_000_000;

    private CommandTerminal(TextWriter output, TextWriter error, bool isOutputTerminal, bool isErrorTerminal)
    {
        Out = output;
        Error = error;
        IsOutputTerminal = isOutputTerminal;
        IsErrorTerminal = isErrorTerminal;
        Console = CreateConsole(output, isOutputTerminal);
        ErrorConsole = CreateConsole(error, isErrorTerminal);
    }

    /// <summary>Gets standard output.</summary>
    public TextWriter Out { get; }

    /// <summary>Gets standard error.</summary>
    public TextWriter Error { get; }

    /// <summary>Gets a value indicating whether a person sees standard output.</summary>
    public bool IsOutputTerminal { get; }

    /// <summary>Gets a value indicating whether a person sees standard error.</summary>
    public bool IsErrorTerminal { get; }

    /// <summary>Gets standard output with colours and line breaks where a person sees it, and plain otherwise.</summary>
    public IAnsiConsole Console { get; }

    private IAnsiConsole ErrorConsole { get; }

    /// <summary>Returns the streams of this process.</summary>
    public static CommandTerminal OfProcess() => new(
        Writer(System.Console.OpenStandardOutput()),
        Writer(System.Console.OpenStandardError()),
        !System.Console.IsOutputRedirected,
        !System.Console.IsErrorRedirected);

    /// <summary>Returns a terminal that writes plain lines.</summary>
    public static CommandTerminal Plain(TextWriter output, TextWriter error) => new(output, error, false, false);

    /// <summary>Writes an error, in one line unless it quotes another program.</summary>
    public void WriteError(string message) => Error.WriteLine($"pipeline: {PlainText.Clean(message, keepLineBreaks: true)}");

    /// <summary>Does long work under a progress bar where a person sees standard error and it disturbs nothing; plainly elsewhere.</summary>
    /// <param name="title">What is done.</param>
    /// <param name="total">The amount of work.</param>
    /// <param name="work">The work; it is given what takes the amounts done.</param>
    public Task<T> WithProgressAsync<T>(string title, long total, Func<Action<long>, Task<T>> work) =>
        !IsErrorTerminal || total == 0
            ? work(_ => { })
            : ErrorConsole.Progress()
                .AutoClear(true)
                .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
                .StartAsync(context =>
                {
                    var task = context.AddTask(Markup.Escape(title), maxValue: total);
                    return work(amount => task.Increment(amount));
                });

    private static StreamWriter Writer(Stream stream) =>
        new(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)) { AutoFlush = true, NewLine = "\n" };

    private static IAnsiConsole CreateConsole(TextWriter writer, bool isTerminal)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = isTerminal ? AnsiSupport.Detect : AnsiSupport.No,
            ColorSystem = isTerminal ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
            Interactive = isTerminal ? InteractionSupport.Detect : InteractionSupport.No,
            Out = new AnsiConsoleOutput(writer),
        });
        if (!isTerminal)
        {
            console.Profile.Width = Unbroken;
        }

        return console;
    }
}
