using System.Reflection;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.DependencyInjection;
using Pipeline.LocalHost.Discovery;
using Pipeline.LocalHost.Triggers.Blobs;

namespace Pipeline.LocalHost.Invocation;

/// <summary>A function with all that is needed to call it, made once at the start so that what cannot be bound shows then.</summary>
internal sealed class FunctionBinding
{
    private readonly MethodInfo _method;
    private readonly ObjectFactory? _factory;
    private readonly ParameterBinder[] _binders;
    private readonly PropertyInfo? _result;

    private FunctionBinding(FunctionDescriptor function, ParameterBinder[] binders)
    {
        Function = function;
        _method = function.Method;
        _binders = binders;
        _factory = _method.IsStatic ? null : ActivatorUtilities.CreateFactory(_method.DeclaringType!, []);
        _result = _method.ReturnType.IsGenericType && typeof(Task).IsAssignableFrom(_method.ReturnType)
            ? _method.ReturnType.GetProperty(nameof(Task<>.Result))
            : null;
    }

    public FunctionDescriptor Function { get; }

    /// <exception cref="FunctionHostException">A parameter cannot be bound, or the class has no usable constructor.</exception>
    public static FunctionBinding Create(FunctionDescriptor function)
    {
        try
        {
            return new FunctionBinding(function, [.. CreateBinders(function)]);
        }
        catch (InvalidOperationException exception)
        {
            throw new FunctionHostException($"Function {function.Name}: {exception.Message}", exception);
        }
    }

    /// <summary>Makes the class and the arguments, calls the method and waits for it.</summary>
    /// <param name="services">The invocation's scope.</param>
    /// <param name="input">The trigger's input.</param>
    /// <param name="cancellationToken">The invocation's token.</param>
    /// <returns>What the method returned; null for nothing.</returns>
    public async Task<object?> InvokeAsync(IServiceProvider services, object input, CancellationToken cancellationToken)
    {
        var arguments = new object?[_binders.Length];
        var instance = _factory?.Invoke(services, null);
        try
        {
            for (var i = 0; i < _binders.Length; i++)
            {
                arguments[i] = await _binders[i](input, cancellationToken);
            }

            var returned = _method.Invoke(instance, BindingFlags.DoNotWrapExceptions, binder: null, arguments, culture: null);
            if (returned is not Task task)
            {
                return returned;
            }

            await task;
            return _result?.GetValue(task);
        }
        finally
        {
            foreach (var stream in arguments.OfType<Stream>())
            {
                await stream.DisposeAsync();
            }

            await DisposeAsync(instance);
        }
    }

    private static IEnumerable<ParameterBinder> CreateBinders(FunctionDescriptor function)
    {
        var create = BinderFactory(function);
        foreach (var parameter in function.Method.GetParameters())
        {
            if (parameter.ParameterType == typeof(CancellationToken))
            {
                yield return (_, token) => ValueTask.FromResult<object?>(token);
                continue;
            }

            ParameterBinder binder;
            try
            {
                binder = create(parameter, parameter == function.TriggerParameter);
            }
            catch (FunctionHostException exception)
            {
                throw new FunctionHostException(
                    $"Function {function.Name}: parameter '{parameter.Name}' of type {parameter.ParameterType} cannot be bound: "
                    + $"{exception.Message}.",
                    exception);
            }

            yield return binder;
        }
    }

    private static Func<ParameterInfo, bool, ParameterBinder> BinderFactory(FunctionDescriptor function)
    {
        try
        {
            switch (function.Trigger)
            {
                case BlobTrigger blob:
                    var path = BlobPathPattern.Parse(blob.Path);
                    return (parameter, isTrigger) => BlobBinders.Create(parameter, isTrigger, path);
                case QueueTrigger:
                    return QueueBinders.Create;
                case TimerTrigger:
                    return TimerBinders.Create;
                case HttpTrigger http:
                    var route = RoutePatternFactory.Parse(http.Route);
                    return (parameter, isTrigger) => HttpBinders.Create(parameter, isTrigger, route);
                default:
                    throw new FunctionHostException($"{function.Trigger.GetType().Name} does not run here");
            }
        }
        catch (Exception exception) when (exception is FunctionHostException or RoutePatternException)
        {
            throw new FunctionHostException($"Function {function.Name}: {exception.Message}.", exception);
        }
    }

    private static async ValueTask DisposeAsync(object? instance)
    {
        switch (instance)
        {
            case IAsyncDisposable disposable:
                await disposable.DisposeAsync();
                break;
            case IDisposable disposable:
                disposable.Dispose();
                break;
        }
    }
}
