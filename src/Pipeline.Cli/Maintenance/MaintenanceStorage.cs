using System.CommandLine;
using Azure;
using Azure.Identity;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Pipeline.Cli.Upload;
using Pipeline.Processing;
using Pipeline.Storage;

namespace Pipeline.Cli.Maintenance;

/// <summary>The pipeline's own parts over a storage, for the verbs that look after what it holds. Nothing of it runs by itself.</summary>
internal static class MaintenanceStorage
{
    /// <summary>Returns the option that names the storage.</summary>
    public static Option<string?> CreateOption() => new("--storage")
    {
        Description = "The storage: a connection string, or the name of a storage account (then you are who `az login` signed in). Where nothing is said, the environment variable ArticleStorage, else the emulator on this machine.",
        HelpName = "CONNECTION",
    };

    /// <summary>Does something with the pipeline's parts, and says in plain words what is wrong with the storage.</summary>
    /// <param name="connection">The option's value.</param>
    /// <param name="work">What is done.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    /// <exception cref="CommandException">The storage cannot be used.</exception>
    public static async Task<int> UseAsync(string? connection, Func<IServiceProvider, Task<int>> work, CancellationToken cancellationToken)
    {
        try
        {
            var configuration = Configure(connection);
            await using var services = new ServiceCollection().AddLogging(logging => logging.SetMinimumLevel(LogLevel.None)).AddPipeline(configuration).BuildServiceProvider();
            await services.GetRequiredService<StorageProvisioner>().EnsureCreatedAsync(cancellationToken);
            return await work(services);
        }
        catch (Exception exception) when (exception is FormatException or InvalidOperationException)
        {
            // Not the text itself: it may hold a key.
            throw new CommandException("The storage connection cannot be read: it is a connection string, or the name of a storage account.", exception);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested && exception.IsStorageFailure())
        {
            throw new CommandException($"The storage does not answer, or does not let you in: {NamedStorage.FirstLine(Innermost(exception).Message)}", exception);
        }
    }

    private static IConfiguration Configure(string? connection)
    {
        var configuration = new ConfigurationBuilder().AddEnvironmentVariables();
        var setting = SettingNames.ArticleStorage;
        if (connection is null && !configuration.Build().GetSection(setting).Exists())
        {
            connection = NamedStorage.Emulator;
        }

        if (connection is not null)
        {
            var name = connection.Contains('=', StringComparison.Ordinal) ? setting : $"{setting}:accountName";
            configuration.AddInMemoryCollection(new Dictionary<string, string?> { [setting] = null, [name] = connection });
        }

        return configuration.Build();
    }

    private static Exception Innermost(Exception exception) =>
        exception is AggregateException { InnerException: { } inner } && exception is not (RequestFailedException or AuthenticationFailedException) ? Innermost(inner) : exception;
}
