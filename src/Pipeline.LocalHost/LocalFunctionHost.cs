using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Pipeline.LocalHost.Configuration;
using Pipeline.LocalHost.Discovery;
using Pipeline.LocalHost.Http;
using Pipeline.LocalHost.Invocation;
using Pipeline.LocalHost.Triggers;

namespace Pipeline.LocalHost;

/// <summary>
/// Runs the functions of an app in this process: on blobs, queue messages, schedules and HTTP requests, by the platform's
/// rules where a user would notice. For development; production scale is Azure Functions' own.
/// </summary>
public sealed partial class LocalFunctionHost : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ListenerGroup _listeners;
    private readonly TimeSpan _stopGrace;
    private readonly SemaphoreSlim _stopLock = new(1);
    private bool _isStopped;

    private LocalFunctionHost(
        WebApplication app, ListenerGroup listeners, IReadOnlyList<FunctionDescriptor> functions, TimeSpan stopGrace)
    {
        _app = app;
        _listeners = listeners;
        _stopGrace = stopGrace;
        Functions = functions;
    }

    /// <summary>Gets the address that HTTP functions answer at, without the route prefix.</summary>
    public Uri Address { get; private set; } = new("http://127.0.0.1");

    /// <summary>Gets the functions of the app, the disabled ones too, in the order of their names.</summary>
    public IReadOnlyList<FunctionDescriptor> Functions { get; }

    /// <summary>Gets the function app's services.</summary>
    public IServiceProvider Services => _app.Services;

    /// <summary>
    /// Starts the functions, and returns when HTTP answers and every listener has first looked, so that what comes from
    /// then on is seen. A storage that is away does not fail it: the listeners wait for it.
    /// </summary>
    /// <param name="options">What to run, and how.</param>
    /// <param name="cancellationToken">Gives up the start.</param>
    /// <returns>The running host.</returns>
    /// <exception cref="FunctionHostException">
    /// A function, a setting or the port does not allow it; the message says which, and why.
    /// </exception>
    public static async Task<LocalFunctionHost> StartAsync(
        LocalFunctionHostOptions options, CancellationToken cancellationToken = default)
    {
        var host = Build(options);
        try
        {
            await host.StartAsync(options.Port, cancellationToken);
            return host;
        }
        catch
        {
            await host.DisposeAsync();
            throw;
        }
    }

    /// <summary>
    /// Stops: starts nothing new, lets functions that run end within the grace, then cancels them and returns their
    /// messages, then stops HTTP. Takes at most the grace and some 15 seconds.
    /// </summary>
    /// <param name="cancellationToken">Ends the grace at once.</param>
    /// <returns>A task that ends when nothing runs any more.</returns>
    public async Task StopAsync(CancellationToken cancellationToken = default)
    {
        await _stopLock.WaitAsync(CancellationToken.None);
        try
        {
            if (!_isStopped)
            {
                _isStopped = true;
                await _listeners.StopAsync(_stopGrace, cancellationToken);
                await _app.StopAsync(CancellationToken.None);
            }
        }
        finally
        {
            _stopLock.Release();
        }
    }

    /// <summary>Stops if need be, and frees everything.</summary>
    /// <returns>A task that ends when it is done.</returns>
    public async ValueTask DisposeAsync()
    {
        await StopAsync(CancellationToken.None);
        _listeners.Dispose();
        await _app.DisposeAsync();
    }

    private static LocalFunctionHost Build(LocalFunctionHostOptions options)
    {
        var hostJson = HostJson.Load(options.HostJsonPath ?? FileBeside(options, "host.json"));
        var builder = CreateBuilder(options);
        var functions = FunctionDiscovery.Discover(
            options.FunctionClasses ?? options.FunctionsAssembly.GetTypes(), builder.Configuration);
        var bindings = Bind(functions.Where(function => !function.IsDisabled));

        options.ConfigureServices(builder.Services, builder.Configuration);
        var app = builder.Build();
        var wake = new WakeSignal();
        var loggers = app.Services.GetRequiredService<ILoggerFactory>();
        var executor = new FunctionExecutor(
            app.Services.GetRequiredService<IServiceScopeFactory>(),
            hostJson.FunctionTimeout,
            wake,
            options.Executed,
            options.TimeProvider,
            loggers.CreateLogger<FunctionExecutor>());

        MapHttp(app, bindings, hostJson, options, executor);
        var factory = new ListenerFactory(
            options,
            hostJson,
            app.Configuration,
            executor,
            wake,
            blobParallelism: new SemaphoreSlim(hostJson.Blobs.MaxDegreeOfParallelism),
            loggers);
        var listeners = Collect(bindings, factory.Create).OfType<TriggerListener>().ToList();
        return new LocalFunctionHost(
            app,
            new ListenerGroup(listeners, options.TimeProvider, loggers.CreateLogger<ListenerGroup>()),
            functions,
            options.StopGrace);
    }

    private static WebApplicationBuilder CreateBuilder(LocalFunctionHostOptions options)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions
        {
            ApplicationName = options.FunctionsAssembly.GetName().Name,
            ContentRootPath = Folder(options),
            EnvironmentName = Environments.Development,
        });

        var settings = options.LocalSettingsPath ?? FileBeside(options, "local.settings.json");
        HostConfiguration.AddTo(
            builder.Configuration,
            options.LocalSettingsPath is not null || File.Exists(settings) ? settings : null,
            options.Settings);

        (options.ConfigureLogging ?? (logging => logging.AddSimpleConsole()))(builder.Logging);
        builder.Services.AddRouting();
        builder.Services.AddMvcCore();
        builder.Services.AddSingleton<IHostLifetime, CallerLifetime>();
        builder.Host.UseDefaultServiceProvider(provider =>
        {
            provider.ValidateScopes = true;
            provider.ValidateOnBuild = true;
        });
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Listen(IPAddress.Loopback, options.Port);
        });
        return builder;
    }

    private static List<FunctionBinding> Bind(IEnumerable<FunctionDescriptor> functions) =>
        Collect(functions, FunctionBinding.Create);

    /// <summary>Maps the HTTP functions, in the order that the platform tries them in: of their names; the first that matches is called.</summary>
    private static void MapHttp(
        WebApplication app,
        IReadOnlyList<FunctionBinding> bindings,
        HostJson hostJson,
        LocalFunctionHostOptions options,
        FunctionExecutor executor)
    {
        app.Use(new HostNameCheck(app.Configuration).HandleAsync);
        var keys = new FunctionKeyCheck(options.FunctionKey);
        var logger = app.Services.GetRequiredService<ILogger<HttpFunctionEndpoint>>();
        foreach (var (order, binding) in bindings.OrderBy(binding => binding.Function.Name, StringComparer.OrdinalIgnoreCase).Index())
        {
            if (binding.Function.Trigger is HttpTrigger trigger)
            {
                new HttpFunctionEndpoint(binding, trigger, keys, executor, logger).Map(app, hostJson.RoutePrefix, order);
            }
        }

        if (options.HomePath is { } home)
        {
            app.MapGet("/", () => Results.Redirect($"/{home}"));
        }

        // Without it, a method that no function takes would be a 405; on the platform it is not found.
        app.MapFallback("{*path}", context => HostProblems.WriteAsync(context, StatusCodes.Status404NotFound, "No function answers here."));
    }

    /// <summary>Makes something of each, and tells all that is wrong at once.</summary>
    private static List<TResult> Collect<T, TResult>(IEnumerable<T> items, Func<T, TResult> make)
    {
        var results = new List<TResult>();
        var problems = new List<string>();
        foreach (var item in items)
        {
            try
            {
                results.Add(make(item));
            }
            catch (FunctionHostException exception)
            {
                problems.Add(exception.Message);
            }
        }

        return problems.Count == 0 ? results : throw FunctionHostException.Of(problems);
    }

    private static string Folder(LocalFunctionHostOptions options) =>
        Path.GetDirectoryName(options.FunctionsAssembly.Location) is { Length: > 0 } folder ? folder : AppContext.BaseDirectory;

    private static string FileBeside(LocalFunctionHostOptions options, string file) => Path.Combine(Folder(options), file);

    private async Task StartAsync(int port, CancellationToken cancellationToken)
    {
        try
        {
            await _app.StartAsync(cancellationToken);
        }
        catch (IOException exception)
        {
            throw new FunctionHostException(
                $"Port {port} of 127.0.0.1 cannot be used: {exception.Message} Stop what uses it, or choose another port.",
                exception);
        }

        var addresses = _app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses;
        Address = new Uri(addresses.First());
        await _listeners.StartAsync(cancellationToken);
    }
}
