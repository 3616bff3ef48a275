namespace Pipeline.LocalHost.Invocation;

/// <summary>Makes one argument of an invocation.</summary>
/// <param name="trigger">What started it: the input type of the trigger's kind.</param>
/// <param name="cancellationToken">The invocation's token.</param>
internal delegate ValueTask<object?> ParameterBinder(object trigger, CancellationToken cancellationToken);
