using System.Reflection;
using Pipeline.LocalHost.Discovery;

namespace Pipeline.LocalHost.Invocation;

/// <summary>The arguments that a timer function may take.</summary>
internal static class TimerBinders
{
    public static ParameterBinder Create(ParameterInfo parameter, bool isTrigger) =>
        !isTrigger ? throw new FunctionHostException("beside the timer a function takes a CancellationToken")
        : parameter.ParameterType.FullName == WorkerAttributes.TimerInfo
            ? (input, _) => ValueTask.FromResult<object?>(CreateTimerInfo(parameter.ParameterType, (TimerInput)input))
            : throw new FunctionHostException("a timer is taken as TimerInfo");

    // Not every declaration of TimerInfo has every property: the contracts' has only what the app uses.
    private static object CreateTimerInfo(Type type, TimerInput input)
    {
        var info = Activator.CreateInstance(type)!;
        Set(info, "IsPastDue", input.IsPastDue);
        if (type.GetProperty("ScheduleStatus") is { } property)
        {
            var status = Activator.CreateInstance(property.PropertyType)!;
            Set(status, "Last", input.Last?.UtcDateTime ?? default);
            Set(status, "Next", input.Next.UtcDateTime);
            Set(status, "LastUpdated", input.Last?.UtcDateTime ?? default);
            property.SetValue(info, status);
        }

        return info;
    }

    private static void Set(object target, string property, object value) =>
        target.GetType().GetProperty(property)?.SetValue(target, value);
}
