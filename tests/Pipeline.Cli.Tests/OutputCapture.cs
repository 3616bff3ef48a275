using System.Text;

namespace Pipeline.Cli.Tests;

/// <summary>What the command wrote, readable while it goes on writing.</summary>
internal sealed class OutputCapture : TextWriter
{
    private readonly Lock _lock = new();
    private readonly StringBuilder _text = new();

    public override Encoding Encoding => Encoding.UTF8;

    public string Text
    {
        get
        {
            lock (_lock)
            {
                return _text.ToString();
            }
        }
    }

    public IReadOnlyList<string> Lines => Text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    public override void Write(char value)
    {
        lock (_lock)
        {
            _text.Append(value);
        }
    }

    public override void Write(string? value)
    {
        lock (_lock)
        {
            _text.Append(value);
        }
    }

    public override void Write(char[] buffer, int index, int count)
    {
        lock (_lock)
        {
            _text.Append(buffer, index, count);
        }
    }

    /// <summary>Waits until a text was written.</summary>
    public async Task WaitForAsync(string expected, Task command, CancellationToken cancellationToken)
    {
        while (!Text.Contains(expected, StringComparison.Ordinal))
        {
            if (command.IsCompleted)
            {
                throw new InvalidOperationException($"The command ended without writing '{expected}'. It wrote: {Text}");
            }

            await Task.Delay(20, cancellationToken);
        }
    }
}
