using Pipeline.Text.Parsing;
using SharpFuzz;

namespace Pipeline.Benchmarks.Robustness;

/// <summary>
/// Parses what afl-fuzz hands over: files changed towards branches that no other file has taken, which the instrumented library
/// reports. What is thrown, what ends the process and what takes too long is kept by afl-fuzz.
/// </summary>
internal static class FuzzRun
{
    /// <summary>Runs until afl-fuzz ends it; without that, parses standard input once.</summary>
    public static int Run()
    {
        // Instrumented code may run only inside.
        var parser = new Lazy<ArticleParser>(() => ArticleParser.CreateDefault());
        Fuzzer.OutOfProcess.Run(stream =>
        {
            using var content = new MemoryStream();
            stream.CopyTo(content);
            parser.Value.Parse(new SourceFile("drop.bin", content.ToArray()), CancellationToken.None);
        });
        return 0;
    }
}
