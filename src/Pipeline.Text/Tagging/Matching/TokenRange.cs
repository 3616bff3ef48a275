using Pipeline.Text.Matching;

namespace Pipeline.Text.Tagging.Matching;

/// <summary>Neighbouring tokens of an article.</summary>
/// <param name="First">The index of the first.</param>
/// <param name="Last">The index of the last.</param>
internal readonly record struct TokenRange(int First, int Last)
{
    /// <summary>Initializes a new instance of the <see cref="TokenRange"/> struct: the tokens of a phrase.</summary>
    /// <param name="phrase">The phrase.</param>
    public TokenRange(PhraseMatch phrase)
        : this(phrase.First, phrase.Last)
    {
    }

    /// <summary>Gets how many tokens there are.</summary>
    public int Count => Last - First + 1;

    /// <summary>Says whether the ranges share a token.</summary>
    public bool Overlaps(TokenRange other) => First <= other.Last && other.First <= Last;

    /// <summary>Says whether another range lies inside this one.</summary>
    public bool Contains(TokenRange other) => First <= other.First && other.Last <= Last;
}
