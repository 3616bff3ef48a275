namespace Pipeline.Text.Tagging;

/// <summary>Finds who acts in an article.</summary>
public sealed class ActorTagger
{
    private readonly ActorTag[] _none = [];

    /// <summary>Tags an article.</summary>
    /// <param name="article">The article.</param>
    /// <returns>The actors, best first.</returns>
    public IReadOnlyList<ActorTag> Tag(Article article) => _none;
}
