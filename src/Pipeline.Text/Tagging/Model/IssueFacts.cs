namespace Pipeline.Text.Tagging.Model;

/// <summary>What is known of one issue.</summary>
/// <param name="Rarity">The logarithm of how many articles there are for one that names it: what news name everywhere is often named in passing.</param>
/// <param name="Threshold">The least score of an article that is tagged with it.</param>
internal readonly record struct IssueFacts(float Rarity, float Threshold)
{
    /// <summary>The threshold where nothing else is known: as likely as not.</summary>
    public const float DefaultThreshold = 0.5f;

    /// <summary>Gets what is taken of an issue that no labelled article has. The rarity is about that of the middle issue of the built-in taxonomy.</summary>
    public static IssueFacts Typical { get; } = new(3.5f, DefaultThreshold);
}
