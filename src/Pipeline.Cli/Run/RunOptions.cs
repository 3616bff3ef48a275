namespace Pipeline.Cli.Run;

/// <summary>What <c>run</c> is asked for.</summary>
internal sealed record RunOptions
{
    /// <summary>The port of the platform's own local host.</summary>
    public const int DefaultPort = 7071;

    /// <summary>The port of the emulator's blob service; queues and tables follow.</summary>
    public const int DefaultAzuritePort = 10000;

    /// <summary>Gets a value indicating whether the sample articles are dropped.</summary>
    public bool Samples { get; init; }

    /// <summary>Gets the files and folders that are dropped.</summary>
    public IReadOnlyList<string> Drop { get; init; } = [];

    /// <summary>Gets the port of the API; 0 takes a free one.</summary>
    public int Port { get; init; } = DefaultPort;

    /// <summary>Gets the connection string of the storage; null for the emulator of this machine.</summary>
    public string? Storage { get; init; }

    /// <summary>Gets the first of the emulator's three ports; 0 takes free ones.</summary>
    public int AzuritePort { get; init; } = DefaultAzuritePort;

    /// <summary>Gets the folder of the emulator's data; null for <see cref="DefaultDataFolder"/>.</summary>
    public string? Data { get; init; }

    /// <summary>Gets a value indicating whether the data of earlier runs is deleted first.</summary>
    public bool Fresh { get; init; }

    /// <summary>Gets a value indicating whether the function app tells each step.</summary>
    public bool Verbose { get; init; }

    /// <summary>Gets the folder that keeps the emulator's data where none is named.</summary>
    public static string DefaultDataFolder => Path.Combine(
        Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify),
        "news-issue-pipeline",
        "data");
}
