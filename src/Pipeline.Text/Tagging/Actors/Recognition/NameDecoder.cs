using System.Runtime.InteropServices;

namespace Pipeline.Text.Tagging.Actors.Recognition;

/// <summary>Finds the best sequence of labels (Viterbi). A sentence starts as if after a word outside any name.</summary>
internal sealed class NameDecoder
{
    private const int Impossible = int.MinValue / 2;

    private readonly List<byte> _back = [];

    /// <summary>Decodes a sentence.</summary>
    /// <param name="scores">The labels' scores, word after word.</param>
    /// <param name="transitions">What a label adds after another: <c>[from * Count + to]</c>.</param>
    /// <param name="labels">Where the labels go, one a word.</param>
    public void Decode(ReadOnlySpan<int> scores, ReadOnlySpan<int> transitions, Span<byte> labels)
    {
        const int Count = NameLabels.Count;
        if (labels.IsEmpty)
        {
            return;
        }

        CollectionsMarshal.SetCount(_back, labels.Length * Count);
        var back = CollectionsMarshal.AsSpan(_back);
        Span<int> before = stackalloc int[Count];
        Span<int> now = stackalloc int[Count];
        for (var label = 0; label < Count; label++)
        {
            before[label] = NameLabels.Starts(label) ? transitions[(NameLabels.Outside * Count) + label] + scores[label] : Impossible;
        }

        for (var i = 1; i < labels.Length; i++)
        {
            now.Fill(Impossible);
            var from = back.Slice(i * Count, Count);
            foreach (var pair in NameLabels.Transitions)
            {
                var score = before[pair.From] + transitions[(pair.From * Count) + pair.To];
                if (score > now[pair.To])
                {
                    now[pair.To] = score;
                    from[pair.To] = pair.From;
                }
            }

            for (var label = 0; label < Count; label++)
            {
                before[label] = now[label] + scores[(i * Count) + label];
            }
        }

        var best = 0;
        for (var label = 1; label < Count; label++)
        {
            best = NameLabels.Ends(label) && before[label] > before[best] ? label : best;
        }

        for (var i = labels.Length - 1; i >= 0; i--)
        {
            labels[i] = (byte)best;
            best = back[(i * Count) + best];
        }
    }
}
