using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Configuration;
using Pipeline.LocalHost.Configuration;

namespace Pipeline.LocalHost.Discovery;

/// <summary>Finds the functions of an app, and refuses those that would fail on the platform.</summary>
internal static partial class FunctionDiscovery
{
    private const BindingFlags Declared =
        BindingFlags.DeclaredOnly | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static;

    /// <summary>Finds the methods that carry <c>[Function]</c>, in the order of their names.</summary>
    /// <param name="types">The classes to look at.</param>
    /// <param name="configuration">The settings that attributes refer to.</param>
    /// <exception cref="FunctionHostException">Some cannot run; the message names each and says why.</exception>
    public static IReadOnlyList<FunctionDescriptor> Discover(IEnumerable<Type> types, IConfiguration configuration)
    {
        var functions = new Dictionary<string, FunctionDescriptor>(StringComparer.OrdinalIgnoreCase);
        var problems = new List<string>();
        foreach (var method in types.SelectMany(type => type.GetMethods(Declared)))
        {
            if (WorkerAttributes.Find(method, WorkerAttributes.Function) is not { } attribute)
            {
                continue;
            }

            var name = WorkerAttributes.Read<string>(attribute, "Name") ?? "";
            try
            {
                var function = Describe(name, method, configuration);
                if (!functions.TryAdd(name, function))
                {
                    throw new FunctionHostException($"{functions[name].Method.DeclaringType} has a function of that name too");
                }
            }
            catch (FunctionHostException exception)
            {
                problems.Add($"Function {name} ({method.DeclaringType}.{method.Name}): {exception.Message}.");
            }
        }

        return problems.Count == 0
            ? [.. functions.Values.OrderBy(f => f.Name, StringComparer.Ordinal)]
            : throw FunctionHostException.Of(problems);
    }

    private static FunctionDescriptor Describe(string name, MethodInfo method, IConfiguration configuration)
    {
        if (!ValidName().IsMatch(name))
        {
            throw new FunctionHostException(
                "a name starts with a letter and has at most 127 letters, digits, hyphens and underscores");
        }

        if (WhyNotCallable(method) is { } reason)
        {
            throw new FunctionHostException(reason);
        }

        if (WorkerAttributes.Bindings(method).FirstOrDefault() is { } output)
        {
            throw new FunctionHostException($"[{output.GetType().Name}] does not run here: write with the SDK's clients");
        }

        var (parameter, trigger) = FindTrigger(method);
        return new FunctionDescriptor(
            name,
            method,
            parameter,
            TriggerReader.Read(trigger, name, configuration),
            HostConfiguration.IsDisabled(configuration, name));
    }

    private static string? WhyNotCallable(MethodInfo method)
    {
        var type = method.DeclaringType!;
        return type.IsNested ? "its class is nested in another; on the platform such a function is listed, then fails when called"
            : type.IsAbstract && !type.IsSealed ? "its class is abstract"
            : type.ContainsGenericParameters || method.ContainsGenericParameters ? "its class or method is generic"
            : !method.IsPublic ? "its method is not public; the worker calls public methods only"
            : method.ReturnType == typeof(void) && method.IsDefined(typeof(AsyncStateMachineAttribute), inherit: false)
                ? "its method is async void, so nobody would see it fail: return a Task"
            : method.ReturnType == typeof(ValueTask) || IsValueTaskOfResult(method.ReturnType)
                ? "its method returns a ValueTask, which the worker does not await: return a Task"
            : null;
    }

    private static bool IsValueTaskOfResult(Type type) =>
        type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ValueTask<>);

    private static (ParameterInfo Parameter, Attribute Trigger) FindTrigger(MethodInfo method)
    {
        var bindings = method.GetParameters()
            .SelectMany(parameter => WorkerAttributes.Bindings(parameter).Select(attribute => (parameter, attribute)))
            .ToList();
        var others = bindings.Where(b => !WorkerAttributes.IsTrigger(b.attribute)).ToList();
        if (others.Count > 0)
        {
            throw new FunctionHostException(
                $"parameter '{others[0].parameter.Name}' has [{others[0].attribute.GetType().Name}], which does not run here");
        }

        return bindings.Count == 1
            ? bindings[0]
            : throw new FunctionHostException("one of its parameters, and only one, must have a trigger");
    }

    [GeneratedRegex(@"\A[A-Za-z][A-Za-z0-9_-]{0,126}\z", RegexOptions.NonBacktracking)]
    private static partial Regex ValidName();
}
