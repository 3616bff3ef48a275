namespace Pipeline.Storage.Index;

/// <summary>What a listing is by.</summary>
public enum IndexKind
{
    /// <summary>All tagged articles; its id is empty.</summary>
    All,

    /// <summary>The tagged articles of an issue; its id is the concept's.</summary>
    Issue,

    /// <summary>The articles in a state that needs looking at; its id is <c>rejected</c> or <c>failed</c>.</summary>
    State,
}
