using System.Reflection;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Pipeline.LocalHost;

/// <summary>What a <see cref="LocalFunctionHost"/> runs, and how.</summary>
public sealed record LocalFunctionHostOptions
{
    /// <summary>Gets the assembly with the function classes.</summary>
    public required Assembly FunctionsAssembly { get; init; }

    /// <summary>Gets what registers the function app's own services, as its <c>Program.cs</c> does.</summary>
    public required Action<IServiceCollection, IConfiguration> ConfigureServices { get; init; }

    /// <summary>Gets the path of <c>host.json</c>.</summary>
    /// <value>The default is the one beside the functions' assembly.</value>
    public string? HostJsonPath { get; init; }

    /// <summary>Gets the path of <c>local.settings.json</c>.</summary>
    /// <value>The default is the one beside the functions' assembly, if there is one.</value>
    public string? LocalSettingsPath { get; init; }

    /// <summary>
    /// Gets settings that stand above the environment's, which stand above those of <c>local.settings.json</c>. In keys,
    /// <c>:</c> and <c>__</c> both nest.
    /// </summary>
    /// <value>The default is empty.</value>
    public IReadOnlyDictionary<string, string?> Settings { get; init; } = new Dictionary<string, string?>();

    /// <summary>Gets the port on 127.0.0.1; 0 takes any that is free.</summary>
    /// <value>The default is 7071, that of the platform's own local host.</value>
    public int Port { get; init; } = 7071;

    /// <summary>Gets the key that HTTP functions above the level <c>Anonymous</c> want.</summary>
    /// <value>The default is null: they want none, as on the platform's own local host.</value>
    public string? FunctionKey { get; init; }

    /// <summary>Gets the path that the root leads to, as <c>api/page/</c>.</summary>
    /// <value>The default is null: nothing is at the root.</value>
    public string? HomePath { get; init; }

    /// <summary>Gets the shortest pause between two looks at a container; large containers are looked at less often.</summary>
    /// <value>The default is 200 ms.</value>
    public TimeSpan BlobScanInterval { get; init; } = TimeSpan.FromMilliseconds(200);

    /// <summary>
    /// Gets what tells of the blobs of a service as they are written, as <see cref="Azurite.AzuriteServer.Writes"/> does. Containers of that service are
    /// looked at seldom then, for what was missed; those of others as ever.
    /// </summary>
    /// <value>The default is null: blobs are looked for.</value>
    public BlobWrites? BlobWrites { get; init; }

    /// <summary>Gets how long functions that run may go on when the host stops, before their token is cancelled.</summary>
    /// <value>The default is 10 seconds.</value>
    public TimeSpan StopGrace { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Gets what is told of each invocation that ended. It is called on any thread, and should be quick.</summary>
    /// <value>The default is null.</value>
    public Action<FunctionExecution>? Executed { get; init; }

    /// <summary>Gets what sets up logging.</summary>
    /// <value>The default writes to the console.</value>
    public Action<ILoggingBuilder>? ConfigureLogging { get; init; }

    /// <summary>Gets the clock of schedules, pauses and timeouts.</summary>
    /// <value>The default is the system's.</value>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>Gets the classes to look at; null for all of the assembly.</summary>
    internal IReadOnlyCollection<Type>? FunctionClasses { get; init; }

    /// <summary>Gets how long a message stays hidden after the host that took it is gone.</summary>
    /// <value>The default is 1 minute. (The platform's 10 minutes would be a long wait on a developer's machine.)</value>
    internal TimeSpan InFlightVisibility { get; init; } = TimeSpan.FromMinutes(1);
}
