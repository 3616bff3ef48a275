namespace Pipeline.Storage.Generations;

/// <summary>
/// Which tables hold the index. A change of the taxonomy, or of how articles are tagged, is built into a generation of its own
/// beside the live one, while all reading and writing goes on; once it holds every article it becomes the live one.
/// </summary>
public sealed record IndexGenerations
{
    /// <summary>The first generation.</summary>
    public const int First = 1;

    /// <summary>Gets the generation that is read.</summary>
    public int Live { get; init; } = First;

    /// <summary>Gets the version of tagging that the live one is of; empty where nobody has looked yet.</summary>
    public string LiveVersion { get; init; } = "";

    /// <summary>Gets the generation that is being built; null where none is.</summary>
    public BuildingGeneration? Building { get; init; }

    /// <summary>Gets the generation that was live before and whose tables are still there for readers who do not know; null where there is none.</summary>
    public RetiredGeneration? Retired { get; init; }

    /// <summary>Gets the number of the next generation: none is used twice, since a table that was removed may not come back at once.</summary>
    public int NextNumber { get; init; } = First + 1;

    /// <summary>Gets the generation in which an article must stand to be done.</summary>
    public int Wanted => Building?.Number ?? Live;

    /// <summary>Gets the generations whose tables there must be.</summary>
    public IEnumerable<int> Present => Building is null ? [Live] : [Live, Building.Number];

    /// <summary>Tells whether there is a table for rows of a generation. A head goes on naming those of one that was removed until it is written again.</summary>
    /// <param name="generation">The generation; 0 for rows that no taxonomy decides.</param>
    public bool Has(int generation) => generation == 0 || Present.Contains(generation);
}

/// <summary>A generation that is being built.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Version">The version of tagging that it is of.</param>
/// <param name="Since">Since when, in UTC.</param>
/// <param name="Cursor">How far this pass over the live listing has come, as a row key; null at its start.</param>
/// <param name="Missing">How many articles this pass found missing so far.</param>
public sealed record BuildingGeneration(int Number, string Version, DateTimeOffset Since, string? Cursor = null, long Missing = 0);

/// <summary>A generation that is read no more.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Since">Since when, in UTC.</param>
public sealed record RetiredGeneration(int Number, DateTimeOffset Since);
