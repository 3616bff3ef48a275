namespace Pipeline.LocalHost.Azurite;

/// <summary>Why there is no storage emulator.</summary>
public enum AzuriteFailure
{
    /// <summary>Node.js or npm is missing or too old.</summary>
    NodeMissing,

    /// <summary>npm could not install Azurite.</summary>
    InstallFailed,

    /// <summary>Something else listens on one of the ports.</summary>
    PortTaken,

    /// <summary>An emulator runs on the ports that cannot be used.</summary>
    Unusable,

    /// <summary>Another process keeps its data in the same folder.</summary>
    DataFolderInUse,

    /// <summary>Azurite was started and ended, or did not answer in time.</summary>
    StartFailed,
}

/// <summary>The storage emulator cannot be brought up. The message says in plain words what is wrong and what to do.</summary>
/// <param name="failure">Why, for programs.</param>
/// <param name="message">Why, for people.</param>
/// <param name="innerException">What caused it.</param>
public sealed class AzuriteException(AzuriteFailure failure, string message, Exception? innerException = null)
    : Exception(message, innerException)
{
    /// <summary>Gets why there is no emulator.</summary>
    public AzuriteFailure Failure { get; } = failure;
}
