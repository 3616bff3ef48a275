using Azure;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;
using Pipeline.Cli.Upload;
using Pipeline.Functions;
using Pipeline.LocalHost;
using Pipeline.Storage;

namespace Pipeline.Cli.Run;

/// <summary>Starts the function app in this process.</summary>
internal static class FunctionApp
{
    private const string PagePath = "api/page/";

    /// <summary>Starts it on a storage.</summary>
    /// <param name="storage">The storage, for the articles and for the host's own notes.</param>
    /// <param name="port">The port of the API.</param>
    /// <param name="verbose">Whether it tells each step.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="FunctionHostException">It cannot start; the message says why.</exception>
    /// <exception cref="CommandException">The storage does not let the app make its containers, queues and tables.</exception>
    public static async Task<LocalFunctionHost> StartAsync(LocalStorage storage, int port, bool verbose, CancellationToken cancellationToken)
    {
        try
        {
            return await LocalFunctionHost.StartAsync(Describe(storage, port, verbose), cancellationToken);
        }
        catch (Exception ex) when (!cancellationToken.IsCancellationRequested && FindStorageProblem(ex) is { } problem)
        {
            throw new CommandException(
                $"The app cannot start on this storage: {NamedStorage.FirstLine(problem)} " +
                "The connection string must lead to blobs, queues and tables.",
                ex);
        }
    }

    private static LocalFunctionHostOptions Describe(LocalStorage storage, int port, bool verbose) => new()
    {
        FunctionsAssembly = typeof(TagIssuesFunction).Assembly,
        ConfigureServices = (services, configuration) => services.AddFunctionApp(configuration).AddTelemetryExport(configuration),
        ConfigureLogging = logging => ConfigureLogging(logging, verbose),
        Port = port,
        HomePath = PagePath,
        BlobWrites = storage.Writes,
        Settings = new Dictionary<string, string?>
        {
            ["AzureWebJobsStorage"] = storage.ConnectionString,
            [SettingNames.ArticleStorage] = storage.ConnectionString,
        },
    };

    // The client throws an AggregateException of its tries where the storage never answered.
    private static string? FindStorageProblem(Exception exception) => exception switch
    {
        RequestFailedException failed => failed.Message,
        AggregateException { InnerException: RequestFailedException failed } => failed.Message,
        _ => null,
    };

    private static void ConfigureLogging(ILoggingBuilder logging, bool verbose)
    {
        logging.SetMinimumLevel(verbose ? LogLevel.Information : LogLevel.Warning);

        // Each request to storage, twice: of no use even here.
        logging.AddFilter("Azure", LogLevel.Warning);

        // What keeps the host from starting is thrown, and told by the command.
        logging.AddFilter("Microsoft.Extensions.Hosting", LogLevel.None);
        logging.AddSimpleConsole(console => console.SingleLine = true);
        logging.Services.Configure<ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
    }
}
