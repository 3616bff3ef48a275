using System.Text.Json.Nodes;
using Xunit;

namespace Pipeline.Cli.Tests;

public sealed class RuntimeSettingsTests
{
    [Theory]
    [InlineData("System.Runtime.TieredPGO", "false")]
    [InlineData("System.Threading.ThreadPool.UnfairSemaphoreSpinLimit", "0")]
    public async Task Command_Runtime_IsSetForWorkThatMostlyWaits(string setting, string value)
    {
        var file = await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "pipeline.runtimeconfig.json"), TestContext.Current.CancellationToken);

        Assert.Equal(value, JsonNode.Parse(file)!["runtimeOptions"]!["configProperties"]![setting]?.ToJsonString());
    }
}
