namespace Pipeline.Benchmarks.Load;

/// <summary>
/// What one run took. Processor, allocations and memory are those of the whole process: it holds the pipeline, the clients that make and
/// upload the articles, and who asks whether they are served. They are not those of the storage emulator, which is a process of its own.
/// </summary>
internal sealed record LoadMeasurement
{
    /// <summary>Gets the time until the last article was uploaded, in seconds.</summary>
    public required double DroppedSeconds { get; init; }

    /// <summary>Gets the time from the first upload until the last summary was served, in seconds.</summary>
    public required double ServedSeconds { get; init; }

    /// <summary>Gets the time from the first upload until all listings were counted again, which nobody waits for, in seconds; 0 where they are not counted.</summary>
    public required double CountedSeconds { get; init; }

    /// <summary>Gets the time that the storage operations took alone, in seconds.</summary>
    public required double BareSeconds { get; init; }

    /// <summary>Gets the rate of articles dropped and served.</summary>
    public required double ArticlesPerSecond { get; init; }

    /// <summary>Gets the rate of the storage operations alone, in articles.</summary>
    public required double BareArticlesPerSecond { get; init; }

    /// <summary>Gets the rate of articles served as a share of that of their storage operations alone.</summary>
    public required double RatioToBare { get; init; }

    /// <summary>Gets the processor time until the last summary was served, in milliseconds an article.</summary>
    public required double ProcessorMillisecondsPerArticle { get; init; }

    /// <summary>Gets the processor time of the storage operations alone, in milliseconds an article.</summary>
    public required double BareProcessorMillisecondsPerArticle { get; init; }

    /// <summary>Gets the memory allocated until the last summary was served, in bytes an article.</summary>
    public required double AllocatedBytesPerArticle { get; init; }

    /// <summary>Gets the largest working set that the process has had since its start, in bytes.</summary>
    public required double PeakWorkingSetBytes { get; init; }

    /// <summary>Gets the storage operations of an article that the bare ones stand for.</summary>
    public required double StorageOperationsPerArticle { get; init; }

    /// <summary>Gets the requests sent to storage until the last summary was served, the most frequent first.</summary>
    public required IReadOnlyList<RequestCount> Requests { get; init; }
}

/// <summary>How many requests of a kind were sent to storage.</summary>
/// <param name="Service"><c>blob</c>, <c>queue</c> or <c>table</c>.</param>
/// <param name="Method">The method of HTTP.</param>
/// <param name="Status">The status of the answer; 0 where there was none.</param>
/// <param name="Count">How many.</param>
internal sealed record RequestCount(string Service, string Method, int Status, int Count);
