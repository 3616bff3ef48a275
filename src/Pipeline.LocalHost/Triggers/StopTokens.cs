namespace Pipeline.LocalHost.Triggers;

/// <summary>The two steps in which a host stops.</summary>
/// <param name="Stopping">Cancelled first: start nothing new.</param>
/// <param name="Aborting">Cancelled some time after: running functions are cancelled too.</param>
internal readonly record struct StopTokens(CancellationToken Stopping, CancellationToken Aborting);
