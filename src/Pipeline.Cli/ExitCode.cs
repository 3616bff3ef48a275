namespace Pipeline.Cli;

/// <summary>What the command tells whoever called it.</summary>
internal static class ExitCode
{
    /// <summary>All went well.</summary>
    public const int Ok = 0;

    /// <summary>Something did not; it stands on standard error.</summary>
    public const int Failed = 1;

    /// <summary>Ended by Ctrl-C or another signal before it was done: 128 and SIGINT, as shells have it.</summary>
    public const int Stopped = 130;
}
