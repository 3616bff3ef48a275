using System.Reflection;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Pipeline.LocalHost.Triggers.Blobs;

namespace Pipeline.LocalHost.Invocation;

/// <summary>The arguments that a blob function may take.</summary>
internal static class BlobBinders
{
    public static ParameterBinder Create(ParameterInfo parameter, bool isTrigger, BlobPathPattern path)
    {
        if (isTrigger)
        {
            return CreateForBlob(parameter.ParameterType);
        }

        var name = parameter.Name!;
        return parameter.ParameterType == typeof(string) && path.ParameterNames.Contains(name)
            ? (input, _) => ValueTask.FromResult<object?>(((BlobInput)input).PathValues[name])
            : throw new FunctionHostException(
                $"beside the blob a function takes a CancellationToken and the path's placeholders as strings ({path})");
    }

    private static ParameterBinder CreateForBlob(Type type)
    {
        if (type == typeof(BlobClient))
        {
            return (input, _) => ValueTask.FromResult<object?>(((BlobInput)input).Blob);
        }

        if (type == typeof(Stream))
        {
            return async (input, token) => await ((BlobInput)input).Blob.OpenReadAsync(
                new BlobOpenReadOptions(allowModifications: false), token);
        }

        if (type == typeof(string))
        {
            return async (input, token) => (await DownloadAsync(input, token)).ToString();
        }

        if (type == typeof(byte[]))
        {
            return async (input, token) => (await DownloadAsync(input, token)).ToArray();
        }

        throw new FunctionHostException(type == typeof(BinaryData)
            ? "on the platform a blob taken as BinaryData fails when called, since it is read as JSON: take BlobClient or Stream"
            : "a blob is taken as BlobClient, Stream, string or byte[]");
    }

    private static async Task<BinaryData> DownloadAsync(object input, CancellationToken cancellationToken)
    {
        BlobDownloadResult result = await ((BlobInput)input).Blob.DownloadContentAsync(cancellationToken);
        return result.Content;
    }
}
