namespace Pipeline.Text.Tagging.Actors;

/// <summary>Words of a sentence that may be a name.</summary>
/// <param name="Start">The first word.</param>
/// <param name="End">The word past the last.</param>
/// <param name="Type">What would be named.</param>
/// <param name="Known">The gazetteer's entry, where it has one.</param>
/// <param name="IsTentative">Whether only its capitals speak for it.</param>
internal readonly record struct NameCandidate(int Start, int End, ActorType Type, KnownActor? Known, bool IsTentative = false)
{
    /// <summary>Gets the number of words.</summary>
    public int Length => End - Start;
}
