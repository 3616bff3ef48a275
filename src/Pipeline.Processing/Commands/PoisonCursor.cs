using Pipeline.Storage;

namespace Pipeline.Processing.Commands;

/// <summary>Where the next page of poison messages begins: behind a record of a queue.</summary>
/// <param name="Queue">The poison queue; null for the beginning.</param>
/// <param name="Id">The record's id; null for the beginning.</param>
internal readonly record struct PoisonCursor(string? Queue, string? Id)
{
    private const int MaxIdLength = 200;
    private const char Joint = '.';

    /// <summary>Tells whether a text can be the id of a record.</summary>
    public static bool IsId(string text) => text.Length is > 0 and <= MaxIdLength && text.All(character => char.IsAsciiLetterOrDigit(character) || character is '-' or '_' or '.');

    /// <summary>Reads a cursor.</summary>
    /// <param name="text">The text; null for the first page.</param>
    /// <param name="queue">The only queue that is listed; null for all.</param>
    /// <param name="cursor">The cursor.</param>
    /// <returns>False where it is none of that listing.</returns>
    public static bool TryRead(string? text, string? queue, out PoisonCursor cursor)
    {
        cursor = default;
        if (text is null)
        {
            return true;
        }

        var joint = text.IndexOf(Joint, StringComparison.Ordinal);
        if (joint < 0 || !QueueNames.Poison.Contains(text[..joint]) || (queue is not null && queue != text[..joint]) || !IsId(text[(joint + 1)..]))
        {
            return false;
        }

        cursor = new PoisonCursor(text[..joint], text[(joint + 1)..]);
        return true;
    }

    /// <summary>Tells whether a queue is not behind the page.</summary>
    public bool Reaches(string queue)
    {
        var queues = QueueNames.Poison.ToList();
        return Queue is null || queues.IndexOf(queue) >= queues.IndexOf(Queue);
    }

    /// <summary>Writes the cursor.</summary>
    public override string ToString() => $"{Queue}{Joint}{Id}";
}
