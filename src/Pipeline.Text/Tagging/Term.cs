using Pipeline.Text.Matching;

namespace Pipeline.Text.Tagging;

/// <summary>What a term proves by itself.</summary>
public enum TermKind
{
    /// <summary>One mention is evidence of the issue.</summary>
    Strong,

    /// <summary>A mention supports the issue; several together may show it. It does not count as a piece of a longer phrase that the taxonomy knows.</summary>
    Weak,

    /// <summary>A mention counts only where its context holds: what <see cref="Term.Requires"/> lists or, if that is empty, any other term of the issue in the article.</summary>
    NeedsContext,
}

/// <summary>How far from a mention its context may stand.</summary>
public enum ContextScope
{
    /// <summary>In the same sentence.</summary>
    Sentence,

    /// <summary>In the same paragraph.</summary>
    Paragraph,

    /// <summary>Anywhere in the article, title included.</summary>
    Article,
}

/// <summary>A word, phrase or pattern that shows an issue.</summary>
public sealed record Term
{
    /// <summary>What stands for a gap in <see cref="Text"/>.</summary>
    public const string Gap = "...";

    /// <summary>The default of <see cref="MaxGap"/>.</summary>
    public const int DefaultMaxGap = 6;

    private const double WeakWeight = 0.2;

    /// <summary>
    /// Gets the pattern. <c>(a|b|)</c> stands for any of the alternatives, <c>{name}</c> for any of the word set's,
    /// <c>...</c> for up to <see cref="MaxGap"/> words of the same sentence. Hyphens and spaces are the same.
    /// </summary>
    public required string Text { get; init; }

    /// <summary>Gets what a mention proves.</summary>
    public TermKind Kind { get; init; }

    /// <summary>Gets how much a mention counts, above 0 and at most 1. The default is 1, for weak terms 0.2.</summary>
    public double Weight { get; init; } = 1;

    /// <summary>Returns the weight of terms that say none: 1, or 0.2 for weak ones.</summary>
    /// <param name="kind">The kind of the term.</param>
    public static double DefaultWeight(TermKind kind) => kind == TermKind.Weak ? WeakWeight : 1;

    /// <summary>Gets the contexts that must all stand within reach; patterns without gaps.</summary>
    public IReadOnlyList<string> Requires { get; init; } = [];

    /// <summary>Gets the contexts of which none may stand within reach; patterns without gaps.</summary>
    public IReadOnlyList<string> Excludes { get; init; } = [];

    /// <summary>Gets how far <see cref="Requires"/> and <see cref="Excludes"/> reach. The default is the paragraph.</summary>
    public ContextScope Within { get; init; } = ContextScope.Paragraph;

    /// <summary>Gets a value indicating whether names must have the capitals that the term has. Acronyms always must.</summary>
    public bool MatchCase { get; init; }

    /// <summary>Gets which forms of the words in small letters match; null for the default: of a single word the plural, of the words of a phrase all forms.</summary>
    public Inflection? Inflection { get; init; }

    /// <summary>Gets the most words that each <c>...</c> may stand for.</summary>
    public int MaxGap { get; init; } = DefaultMaxGap;
}
