namespace Pipeline.LocalHost.Azurite;

/// <summary>The last lines that a process wrote, for the message when it fails.</summary>
internal sealed class BoundedOutput(int maxLines = 20, int maxLineLength = 400)
{
    private readonly Lock _lock = new();
    private readonly Queue<string> _lines = new();

    public void Add(string line)
    {
        if (string.IsNullOrWhiteSpace(line))
        {
            return;
        }

        lock (_lock)
        {
            _lines.Enqueue(line.Length > maxLineLength ? $"{line.AsSpan(0, maxLineLength)}…" : line);
            if (_lines.Count > maxLines)
            {
                _lines.Dequeue();
            }
        }
    }

    /// <summary>Returns the lines indented, each on a line of its own after a line break; empty where nothing was written.</summary>
    public override string ToString()
    {
        lock (_lock)
        {
            return string.Concat(_lines.Select(line => $"{Environment.NewLine}  {line}"));
        }
    }
}
