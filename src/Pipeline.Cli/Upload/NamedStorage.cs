using Azure;
using Azure.Core;
using Azure.Identity;
using Azure.Storage.Blobs;
using Pipeline.Storage;

namespace Pipeline.Cli.Upload;

/// <summary>The storage that <c>--to</c> means, and plain words for what can be wrong with it.</summary>
internal static class NamedStorage
{
    /// <summary>The emulator on its usual ports.</summary>
    public const string Emulator = "UseDevelopmentStorage=true";

    /// <summary>How the verbs describe a connection.</summary>
    public const string Description =
        $"a connection string, {Emulator}, or the https address of a blob service (then you are who `az login` signed in)";

    private static readonly TimeSpan FirstAnswerTimeout = TimeSpan.FromSeconds(20);

    /// <summary>Returns the client of a storage.</summary>
    /// <param name="connection">A connection string, an address, or null for the environment variable <c>ArticleStorage</c>, else the emulator.</param>
    /// <exception cref="CommandException">It is neither.</exception>
    public static BlobServiceClient Open(string? connection)
    {
        connection ??= Environment.GetEnvironmentVariable(SettingNames.ArticleStorage) is { Length: > 0 } setting ? setting : Emulator;
        try
        {
            if (!connection.Contains("://", StringComparison.Ordinal) || connection.Contains(';', StringComparison.Ordinal))
            {
                return new BlobServiceClient(connection, Options());
            }

            var address = new Uri(connection);
            if (address.Scheme != Uri.UriSchemeHttps)
            {
                throw new CommandException("The address of a storage account begins with https://. For the emulator, give its connection string.");
            }

            // An address with a shared access signature says itself who may do what.
            return address.Query.Contains("sig=", StringComparison.Ordinal)
                ? new BlobServiceClient(address, Options())
                : new BlobServiceClient(address, new DefaultAzureCredential(), Options());
        }
        catch (Exception ex) when (ex is FormatException or ArgumentException)
        {
            // Not the text itself: it may hold a key.
            throw new CommandException($"The storage connection cannot be read: it is {Description}.", ex);
        }
    }

    /// <summary>Makes the container of the articles where it is missing: the first call to a storage, which tells whether it is there.</summary>
    /// <param name="service">The storage.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    /// <exception cref="CommandException">The storage does not answer or does not let in.</exception>
    public static async Task EnsureContainerAsync(BlobServiceClient service, CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(FirstAnswerTimeout);
        try
        {
            await service.GetBlobContainerClient(ContainerNames.Articles).CreateIfNotExistsAsync(cancellationToken: patience.Token);
        }
        catch (Exception ex) when (!cancellationToken.IsCancellationRequested && CanExplain(ex))
        {
            throw Explain(service, ex);
        }
    }

    /// <summary>Tells whether an exception comes from a storage or its client.</summary>
    public static bool CanExplain(Exception exception) =>
        exception is RequestFailedException or AggregateException or TaskCanceledException or AuthenticationFailedException;

    /// <summary>Says what is wrong with a storage.</summary>
    /// <param name="service">The storage.</param>
    /// <param name="exception">What it or its client threw; <see cref="CanExplain"/> is true of it.</param>
    public static CommandException Explain(BlobServiceClient service, Exception exception)
    {
        var where = service.Uri.GetLeftPart(UriPartial.Path);
        return exception switch
        {
            AuthenticationFailedException => new CommandException(
                $"Azure does not know who you are: {FirstLine(exception.Message)} Run `az login`, or give a connection string.", exception),
            RequestFailedException { Status: 401 or 403 } denied => new CommandException(
                $"The storage at {where} does not let you write ({denied.ErrorCode}). With `az login` you need the role Storage Blob Data Contributor.",
                exception),
            RequestFailedException { Status: > 0 } failed => new CommandException(
                $"The storage at {where} refused ({failed.ErrorCode ?? $"status {failed.Status}"}): {FirstLine(failed.Message)}", exception),
            _ => new CommandException(
                service.Uri.IsLoopback
                    ? $"No storage answers at {where}. `pipeline run` starts one; --to names another."
                    : $"No storage answers at {where}. Is the address right, and the network up?",
                exception),
        };
    }

    /// <summary>Returns the first line of a message of the storage client, which goes on with headers and ids.</summary>
    public static string FirstLine(string message) => message.AsSpan().Trim().ToString().Split('\n')[0].Trim();

    private static BlobClientOptions Options()
    {
        // A person waits: two more tries, then say so.
        var options = new BlobClientOptions
        {
            Retry =
            {
                Mode = RetryMode.Exponential,
                MaxRetries = 2,
                Delay = TimeSpan.FromMilliseconds(300),
                MaxDelay = TimeSpan.FromSeconds(3),
                NetworkTimeout = TimeSpan.FromSeconds(100),
            },
        };
        options.Diagnostics.IsLoggingContentEnabled = false;
        return options;
    }
}
