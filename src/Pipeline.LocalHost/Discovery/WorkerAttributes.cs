using System.Reflection;

namespace Pipeline.LocalHost.Discovery;

/// <summary>
/// The worker's attributes, known by their full names and read by reflection, so that the host runs a build against the
/// real packages as well as one against the contracts.
/// </summary>
internal static class WorkerAttributes
{
    public const string Namespace = "Microsoft.Azure.Functions.Worker";
    public const string Function = Namespace + ".FunctionAttribute";
    public const string BlobTrigger = Namespace + ".BlobTriggerAttribute";
    public const string QueueTrigger = Namespace + ".QueueTriggerAttribute";
    public const string TimerTrigger = Namespace + ".TimerTriggerAttribute";
    public const string HttpTrigger = Namespace + ".HttpTriggerAttribute";
    public const string TimerInfo = Namespace + ".TimerInfo";

    public static Attribute? Find(MethodInfo method, string fullName) =>
        method.GetCustomAttributes(inherit: false).Cast<Attribute>().FirstOrDefault(a => a.GetType().FullName == fullName);

    /// <summary>Gets the attributes of the worker on a method or parameter, the function's own apart.</summary>
    public static IEnumerable<Attribute> Bindings(ICustomAttributeProvider member) =>
        member.GetCustomAttributes(inherit: false)
            .Cast<Attribute>()
            .Where(a => a.GetType().FullName is { } name
                && name != Function
                && name.StartsWith(Namespace + ".", StringComparison.Ordinal));

    public static bool IsTrigger(Attribute attribute) =>
        attribute.GetType().FullName is BlobTrigger or QueueTrigger or TimerTrigger or HttpTrigger;

    public static T? Read<T>(Attribute attribute, string property) =>
        attribute.GetType().GetProperty(property)?.GetValue(attribute) is T value ? value : default;

    /// <summary>Reads an enumeration's member by its name, which the contracts and the packages share.</summary>
    public static string? ReadEnum(Attribute attribute, string property) =>
        attribute.GetType().GetProperty(property)?.GetValue(attribute)?.ToString();
}
