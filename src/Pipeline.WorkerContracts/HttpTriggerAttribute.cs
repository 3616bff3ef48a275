namespace Microsoft.Azure.Functions.Worker;

/// <summary>Runs a function on an HTTP request.</summary>
/// <param name="authLevel">Which key a caller must show.</param>
/// <param name="methods">The methods it answers to, lower case.</param>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class HttpTriggerAttribute(AuthorizationLevel authLevel, params string[] methods) : Attribute
{
    /// <summary>Gets which key a caller must show.</summary>
    public AuthorizationLevel AuthLevel { get; } = authLevel;

    /// <summary>Gets the methods it answers to.</summary>
    public string[]? Methods { get; } = methods;

    /// <summary>Gets or sets the route below the prefix of <c>host.json</c>.</summary>
    public string? Route { get; set; }
}

/// <summary>Which key a caller of an HTTP function must show.</summary>
public enum AuthorizationLevel
{
    /// <summary>None.</summary>
    Anonymous = 0,

    /// <summary>A user's token.</summary>
    User = 1,

    /// <summary>The function's key.</summary>
    Function = 2,

    /// <summary>A system key.</summary>
    System = 3,

    /// <summary>The app's master key.</summary>
    Admin = 4,
}
