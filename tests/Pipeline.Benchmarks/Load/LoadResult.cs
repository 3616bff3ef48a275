using System.Reflection;
using System.Runtime.InteropServices;
using System.Text.Json;
using Pipeline.Text;

namespace Pipeline.Benchmarks.Load;

/// <summary>What a load run came to, for programs.</summary>
/// <param name="Build">The version of the program, with the commit where the build knew it.</param>
/// <param name="Runtime">The version of .NET.</param>
/// <param name="Processors">How many processors the process may use.</param>
/// <param name="Configuration">What was asked for.</param>
/// <param name="Runs">The runs, in their order.</param>
/// <param name="Medians">The median of each figure of the runs.</param>
internal sealed record LoadResult(
    string Build, string Runtime, int Processors, LoadOptions Configuration, IReadOnlyList<LoadMeasurement> Runs, IReadOnlyDictionary<string, double> Medians)
{
    private static readonly JsonSerializerOptions Json = new(PipelineJson.Options) { DictionaryKeyPolicy = JsonNamingPolicy.CamelCase, WriteIndented = true };

    public static LoadResult Of(LoadOptions options, IReadOnlyList<LoadMeasurement> runs) => new(
        typeof(LoadResult).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion,
        RuntimeInformation.FrameworkDescription,
        Environment.ProcessorCount,
        options,
        runs,
        LoadFigure.All.ToDictionary(figure => figure.Key, figure => figure.Median(runs), StringComparer.Ordinal));

    /// <summary>Reads what <see cref="WriteAsync"/> wrote.</summary>
    /// <exception cref="JsonException">The file is no result, or that of a build which measured other things.</exception>
    public static async Task<LoadResult> ReadAsync(string file, CancellationToken cancellationToken)
    {
        await using var stream = File.OpenRead(file);
        return await JsonSerializer.DeserializeAsync<LoadResult>(stream, Json, cancellationToken) ?? throw new JsonException("The result is null.");
    }

    public async Task WriteAsync(string file, CancellationToken cancellationToken)
    {
        await using var stream = File.Create(file);
        await JsonSerializer.SerializeAsync(stream, this, Json, cancellationToken);
    }
}
