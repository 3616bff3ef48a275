namespace Pipeline.Storage.Generations;

/// <summary>Keeps which generation of the index is live, and the generations' tables.</summary>
public interface IGenerationStore
{
    /// <summary>Reads the generations.</summary>
    /// <param name="cancellationToken">Ends the call early.</param>
    /// <returns>The generations; null where nothing is written yet.</returns>
    Task<Stored<IndexGenerations>?> ReadAsync(CancellationToken cancellationToken);

    /// <summary>Writes the generations, if they are still what the caller read.</summary>
    /// <param name="generations">The generations.</param>
    /// <param name="previous">What was read; null where there was nothing.</param>
    /// <param name="cancellationToken">Ends the call early.</param>
    /// <returns>False where they are no longer what the caller read.</returns>
    Task<bool> TryWriteAsync(IndexGenerations generations, Stored<IndexGenerations>? previous, CancellationToken cancellationToken);

    /// <summary>Makes the tables of a generation that are missing.</summary>
    /// <param name="generation">The generation.</param>
    /// <param name="cancellationToken">Ends the call early.</param>
    Task CreateTablesAsync(int generation, CancellationToken cancellationToken);

    /// <summary>Removes the tables of a generation. Doing it again changes nothing.</summary>
    /// <param name="generation">The generation.</param>
    /// <param name="cancellationToken">Ends the call early.</param>
    Task DropTablesAsync(int generation, CancellationToken cancellationToken);
}
