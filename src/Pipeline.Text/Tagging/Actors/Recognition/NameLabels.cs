namespace Pipeline.Text.Tagging.Actors.Recognition;

/// <summary>
/// The labels of words: outside any name, or first, inside, last or only word of a name of each type. After Ratinov and
/// Roth, "Design Challenges and Misconceptions in Named Entity Recognition" (CoNLL 2009), where these five did better than
/// the usual three.
/// </summary>
internal static class NameLabels
{
    /// <summary>The number of types.</summary>
    public const int Types = 4;

    /// <summary>The number of labels.</summary>
    public const int Count = 1 + (4 * Types);

    /// <summary>The label of a word outside any name. Its score is always 0: only differences matter.</summary>
    public const int Outside = 0;

    private const int First = 1;
    private const int Inside = 2;
    private const int Last = 3;
    private const int Only = 4;

    /// <summary>Gets the pairs of labels that may follow each other, by the second label: a name once begun goes on to its last word.</summary>
    public static (byte From, byte To)[] Transitions { get; } = [.. Pairs()];

    /// <summary>Returns a label.</summary>
    /// <param name="type">The name's type.</param>
    /// <param name="isFirst">Whether the word is the name's first.</param>
    /// <param name="isLast">Whether it is its last.</param>
    public static int Of(NameType type, bool isFirst, bool isLast) =>
        (4 * (int)type) + (isFirst ? isLast ? Only : First : isLast ? Last : Inside);

    /// <summary>Returns the type of the name that a word with a label belongs to.</summary>
    /// <param name="label">A label but <see cref="Outside"/>.</param>
    public static NameType TypeOf(int label) => (NameType)((label - 1) / 4);

    /// <summary>Says whether a label begins a name.</summary>
    /// <param name="label">The label.</param>
    public static bool Begins(int label) => Position(label) is First or Only;

    /// <summary>Says whether no name goes on after a label, so that it may end a sentence.</summary>
    /// <param name="label">The label.</param>
    public static bool Ends(int label) => Position(label) is Outside or Last or Only;

    /// <summary>Says whether a label may start a sentence.</summary>
    /// <param name="label">The label.</param>
    public static bool Starts(int label) => Position(label) is Outside or First or Only;

    private static int Position(int label) => label == Outside ? Outside : ((label - 1) % 4) + 1;

    private static IEnumerable<(byte From, byte To)> Pairs() =>
        from to in Enumerable.Range(0, Count)
        from @from in Enumerable.Range(0, Count)
        where Starts(to) ? Ends(@from) : !Ends(@from) && TypeOf(@from) == TypeOf(to)
        select ((byte)@from, (byte)to);
}
