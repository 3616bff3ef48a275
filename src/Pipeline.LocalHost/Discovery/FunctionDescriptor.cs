using System.Reflection;

namespace Pipeline.LocalHost.Discovery;

/// <summary>A function of the app.</summary>
/// <param name="Name">Its name: unique in the app, at most 127 characters.</param>
/// <param name="Method">The method that runs.</param>
/// <param name="TriggerParameter">The parameter that carries the trigger's attribute.</param>
/// <param name="Trigger">What starts it.</param>
/// <param name="IsDisabled">Whether <c>AzureWebJobs.{Name}.Disabled</c> turns it off.</param>
public sealed record FunctionDescriptor(
    string Name, MethodInfo Method, ParameterInfo TriggerParameter, FunctionTrigger Trigger, bool IsDisabled)
{
    /// <summary>Gets the id under which the platform keeps what it knows of the function.</summary>
    internal string Id => $"Host.Functions.{Name}";
}
