namespace Microsoft.Azure.Functions.Worker;

/// <summary>Marks a method as a function.</summary>
/// <param name="name">The function's name: at most 127 characters.</param>
[AttributeUsage(AttributeTargets.Method)]
public sealed class FunctionAttribute(string name) : Attribute
{
    /// <summary>Gets the function's name.</summary>
    public string Name { get; } = name;
}
