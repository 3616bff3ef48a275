namespace Pipeline.Storage.Index;

/// <summary>What a listing is by.</summary>
public enum IndexKind
{
    /// <summary>All tagged articles; its id is empty.</summary>
    All,

    /// <summary>The tagged articles of an issue; its id is the concept's.</summary>
    Issue,

    /// <summary>The tagged articles of an issue or of one narrower than it, at whatever depth; its id is the concept's.</summary>
    Branch,

    /// <summary>The tagged articles of a publisher or agency; its id is a <see cref="Keys.NameKeys.Source"/>.</summary>
    Source,

    /// <summary>The tagged articles that an actor leads in; its id is a <see cref="Keys.NameKeys.Actor"/>.</summary>
    Actor,

    /// <summary>All tagged articles by when this text of them was first tagged; its id is empty.</summary>
    Arrival,

    /// <summary>The tagged articles whose texts share a band of their signatures; its id is the band.</summary>
    Near,

    /// <summary>The articles in a state that needs looking at; its id is <c>rejected</c> or <c>failed</c>.</summary>
    State,
}
