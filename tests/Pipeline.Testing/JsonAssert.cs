using System.Text.Json;
using Pipeline.Text;
using Xunit;

namespace Pipeline.Testing;

/// <summary>Compares values by all they hold, as the pipeline writes them.</summary>
public static class JsonAssert
{
    public static void Same<T>(T expected, T actual) =>
        Assert.Equal(JsonSerializer.Serialize(expected, PipelineJson.Options), JsonSerializer.Serialize(actual, PipelineJson.Options));
}
