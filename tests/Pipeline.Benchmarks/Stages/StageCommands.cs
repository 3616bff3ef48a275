using System.CommandLine;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Running;

namespace Pipeline.Benchmarks.Stages;

/// <summary>The command that times each stage by itself.</summary>
internal static class StageCommands
{
    // Each run builds this program and all that it refers to once more; a busy machine does not do so in the two minutes that are the default.
    private static readonly TimeSpan BuildTimeout = TimeSpan.FromMinutes(15);

    private static readonly Type[] Benchmarks =
    [
        typeof(ReaderBenchmarks),
        typeof(StageBenchmarks),
        typeof(DigestBenchmarks),
        typeof(KeyBenchmarks),
        typeof(SerializationBenchmarks),
    ];

    public static Command CreateStages()
    {
        var command = new Command(
            "stages",
            "Time each stage with BenchmarkDotNet: readers by format, tokenising, tagging, summarising, digests, keys and serialisation. All options are BenchmarkDotNet's, as --filter '*KeyBenchmarks*' or --job short; all benchmarks without any.")
        {
            TreatUnmatchedTokensAsErrors = false,
        };
        command.SetAction(result => BenchmarkSwitcher.FromTypes(Benchmarks)
            .Run(result.UnmatchedTokens.Count > 0 ? [.. result.UnmatchedTokens] : ["--filter", "*"], ManualConfig.Create(DefaultConfig.Instance).WithBuildTimeout(BuildTimeout))
            .SelectMany(summary => summary.Reports)
            .All(report => report.Success) ? 0 : 1);
        return command;
    }
}
