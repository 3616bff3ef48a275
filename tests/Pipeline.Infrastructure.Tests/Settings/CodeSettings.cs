using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.Azure.Functions.Worker;
using Pipeline.Functions;
using Pipeline.Processing;
using Pipeline.Storage;
using Pipeline.Text;

namespace Pipeline.Infrastructure.Tests.Settings;

/// <summary>The settings that the code reads, found in the code.</summary>
internal static partial class CodeSettings
{
    private static readonly Assembly[] Assemblies =
        [typeof(FunctionAppServices).Assembly, typeof(PipelineServices).Assembly, typeof(ArticleStorageClients).Assembly, typeof(ArticleAnalyzer).Assembly];

    /// <summary>Gets the functions, by their names.</summary>
    public static IReadOnlyDictionary<string, MethodInfo> Functions { get; } = typeof(FunctionAppServices).Assembly.GetTypes()
        .SelectMany(type => type.GetMethods())
        .Select(method => (Method: method, Function: method.GetCustomAttribute<FunctionAttribute>()))
        .Where(one => one.Function is not null)
        .ToDictionary(one => one.Function!.Name, one => one.Method);

    /// <summary>Gets the settings that triggers name between percent signs.</summary>
    public static IReadOnlySet<string> OfTriggers { get; } = Triggers<TimerTriggerAttribute>()
        .SelectMany(timer => Percent().Matches(timer.Schedule))
        .Select(match => match.Groups["name"].Value)
        .ToHashSet();

    /// <summary>Gets the connections that triggers name.</summary>
    public static IReadOnlySet<string> Connections { get; } = Triggers<QueueTriggerAttribute>().Select(queue => queue.Connection)
        .Concat(Triggers<BlobTriggerAttribute>().Select(blob => blob.Connection))
        .Select(connection => connection ?? "AzureWebJobsStorage")
        .ToHashSet();

    /// <summary>Gets the settings that <c>Program.cs</c> reads. It is compiled with the real worker only, so its text is read.</summary>
    public static IReadOnlySet<string> OfProgram { get; } = Indexed()
        .Matches(Repository.Read("src/Pipeline.Functions/Program.cs"))
        .Select(match => match.Groups["name"].Value)
        .ToHashSet();

    /// <summary>Gets the settings of the options classes, as app settings are written.</summary>
    public static IReadOnlySet<string> OfOptions { get; } = Assemblies
        .SelectMany(assembly => assembly.GetTypes())
        .Select(type => (Type: type, Section: type.GetField("SectionName", BindingFlags.Public | BindingFlags.Static)))
        .Where(one => one.Section is { IsLiteral: true })
        .SelectMany(one => one.Type.GetProperties(BindingFlags.Public | BindingFlags.Instance), (one, property) => $"{one.Section!.GetRawConstantValue()}__{property.Name}")
        .ToHashSet();

    /// <summary>Returns the triggers of a kind.</summary>
    public static IEnumerable<T> Triggers<T>()
        where T : Attribute =>
        Functions.Values.SelectMany(method => method.GetParameters()).Select(parameter => parameter.GetCustomAttribute<T>()).OfType<T>();

    [GeneratedRegex("%(?<name>[A-Za-z]+)%", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Percent();

    [GeneratedRegex("""Configuration\["(?<name>\w+)"\]""", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Indexed();
}
