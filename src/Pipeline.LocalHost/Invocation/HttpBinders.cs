using System.Reflection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing.Patterns;

namespace Pipeline.LocalHost.Invocation;

/// <summary>The arguments that an HTTP function may take.</summary>
internal static class HttpBinders
{
    public static ParameterBinder Create(ParameterInfo parameter, bool isTrigger, RoutePattern route)
    {
        var type = parameter.ParameterType;
        if (isTrigger || type == typeof(HttpRequest))
        {
            return type == typeof(HttpRequest)
                ? (input, _) => ValueTask.FromResult<object?>(((HttpInput)input).Context.Request)
                : throw new FunctionHostException("a request is taken as HttpRequest");
        }

        if (type == typeof(HttpContext))
        {
            throw new FunctionHostException("the worker gives null for an HttpContext: take HttpRequest and its HttpContext");
        }

        if (route.GetParameter(parameter.Name!) is null)
        {
            throw new FunctionHostException($"the route \"{route.RawText}\" has no such value");
        }

        return CreateForRouteValue(parameter);
    }

    private static ParameterBinder CreateForRouteValue(ParameterInfo parameter)
    {
        var name = parameter.Name!;
        var convert = RouteValueConverter.For(parameter.ParameterType)
            ?? throw new FunctionHostException("a route value is taken as a string, number, bool, Guid, date or time");
        var missing = parameter.HasDefaultValue ? parameter.DefaultValue
            : parameter.ParameterType.IsValueType ? Activator.CreateInstance(parameter.ParameterType)
            : null;

        return (input, _) => ValueTask.FromResult(
            ((HttpInput)input).Context.Request.RouteValues.TryGetValue(name, out var value) && value is not null
                ? convert((string)value) ?? throw new RouteValueException(
                    $"The route value '{name}' is no {parameter.ParameterType.Name}.")
                : missing);
    }
}
