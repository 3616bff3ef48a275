namespace Pipeline.LocalHost.Azurite;

/// <summary>Where the storage emulator listens and keeps its data.</summary>
public sealed record AzuriteOptions
{
    /// <summary>The environment variable that names the folder for installations, where <see cref="CacheFolder"/> does not.</summary>
    public const string CacheFolderVariable = "PIPELINE_CACHE_FOLDER";

    /// <summary>Gets the port of the blob service.</summary>
    /// <value>The default is 10000, as the connection string <c>UseDevelopmentStorage=true</c> has it. 0 takes a free port.</value>
    public int BlobPort { get; init; } = 10000;

    /// <summary>Gets the port of the queue service.</summary>
    /// <value>The default is 10001, as the connection string <c>UseDevelopmentStorage=true</c> has it. 0 takes a free port.</value>
    public int QueuePort { get; init; } = 10001;

    /// <summary>Gets the port of the table service.</summary>
    /// <value>The default is 10002, as the connection string <c>UseDevelopmentStorage=true</c> has it. 0 takes a free port.</value>
    public int TablePort { get; init; } = 10002;

    /// <summary>Gets the folder that keeps the data between runs; created when missing.</summary>
    /// <value>The default is null: the data is held in memory, and gone in the end.</value>
    public string? DataFolder { get; init; }

    /// <summary>Gets a value indicating whether Azurite's files in <see cref="DataFolder"/> are deleted before it starts; others are left alone.</summary>
    /// <value>The default is false. It has no effect on an emulator that is found running.</value>
    public bool StartEmpty { get; init; }

    /// <summary>Gets the folder that installations of Azurite go to, one folder a version.</summary>
    /// <value>The default is null: what <see cref="CacheFolderVariable"/> says, else the user's cache folder of the system.</value>
    public string? CacheFolder { get; init; }

    /// <summary>Gets how long Azurite may take from its start until the three services answer.</summary>
    /// <value>The default is one minute.</value>
    public TimeSpan StartTimeout { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>Gets how long Azurite may take to save its data and end, before it is killed.</summary>
    /// <value>The default is 15 seconds.</value>
    public TimeSpan StopTimeout { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>Gets options with free ports and the data in memory: what a test needs.</summary>
    public static AzuriteOptions Temporary { get; } = new() { BlobPort = 0, QueuePort = 0, TablePort = 0 };
}
