namespace Pipeline.Text.Summarization.Rewriting;

/// <summary>Why a rewritten summary is not served, and the extractive one in its place.</summary>
/// <param name="Reason">The reason, for programs: one of the constants.</param>
/// <param name="Detail">The reason, for people.</param>
public sealed record RewriteRefusal(string Reason, string Detail)
{
    /// <summary>The endpoint could not be reached, or answered with an error.</summary>
    public const string Unavailable = "unavailable";

    /// <summary>The endpoint did not answer in time.</summary>
    public const string TimedOut = "timed-out";

    /// <summary>The answer is not the JSON that was asked for.</summary>
    public const string WrongShape = "wrong-shape";

    /// <summary>The answer has no sentence, or one without words.</summary>
    public const string Empty = "empty";

    /// <summary>The answer is longer than what it rewrites.</summary>
    public const string TooLong = "too-long";

    /// <summary>A sentence cites nothing.</summary>
    public const string Uncited = "uncited";

    /// <summary>A sentence cites a number that no sentence has.</summary>
    public const string UnknownCitation = "unknown-citation";

    /// <summary>A number does not occur in what its sentence cites.</summary>
    public const string InventedNumber = "invented-number";

    /// <summary>A name does not occur in what its sentence cites.</summary>
    public const string InventedName = "invented-name";

    /// <summary>A word of a sentence, other than those that only join words, does not occur in what it cites.</summary>
    public const string Unsupported = "unsupported";

    /// <summary>A sentence negates what it cites, or leaves a negation out.</summary>
    public const string TurnedNegation = "turned-negation";

    /// <summary>The language is not English, so that neither names nor negations can be told.</summary>
    public const string Uncheckable = "uncheckable";
}
