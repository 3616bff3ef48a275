using System.Reflection;
using Azure.Storage.Queues.Models;

namespace Pipeline.LocalHost.Invocation;

/// <summary>The arguments that a queue function may take.</summary>
internal static class QueueBinders
{
    public static ParameterBinder Create(ParameterInfo parameter, bool isTrigger)
    {
        var type = parameter.ParameterType;
        return !isTrigger ? throw new FunctionHostException("beside the message a function takes a CancellationToken")
            : type == typeof(QueueMessage) ? Bind(message => message)
            : type == typeof(BinaryData) ? Bind(message => message.Body)
            : type == typeof(string) ? Bind(message => message.Body.ToString())
            : type == typeof(byte[]) ? Bind(message => message.Body.ToArray())
            : throw new FunctionHostException("a message is taken as QueueMessage, BinaryData, string or byte[]");
    }

    private static ParameterBinder Bind(Func<QueueMessage, object> read) =>
        (input, _) => ValueTask.FromResult<object?>(read((QueueMessage)input));
}
