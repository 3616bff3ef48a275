using Microsoft.Extensions.Configuration;
using Pipeline.LocalHost.Configuration;
using Xunit;

namespace Pipeline.LocalHost.Tests.Configuration;

public sealed class HostConfigurationTests : IDisposable
{
    private readonly string _file = Path.GetTempFileName();
    private readonly string _variable = "PIPELINE_TEST_" + Guid.NewGuid().ToString("N");

    public void Dispose()
    {
        File.Delete(_file);
        Environment.SetEnvironmentVariable(_variable, null);
    }

    [Fact]
    public void AddTo_SameKeyEverywhere_SettingsStandAboveEnvironmentAboveFile()
    {
        var key = _variable;
        var fromFile = Build(Values(key, "file"), []);
        Environment.SetEnvironmentVariable(_variable, "environment");

        var fromEnvironment = Build(Values(key, "file"), []);
        var fromSettings = Build(Values(key, "file"), new() { [key] = "settings" });

        Assert.Equal("file", fromFile[key]);
        Assert.Equal("environment", fromEnvironment[key]);
        Assert.Equal("settings", fromSettings[key]);
    }

    [Fact]
    public void AddTo_KeysWithColonsAndUnderscores_NestAlike()
    {
        var configuration = Build(
            """{ "Values": { "A:B": "1", "C__D": "2", "N": 3, "T": true }, "ConnectionStrings": { "S": "4" } }""",
            new() { ["E__F"] = "5" });

        Assert.Equal("1", configuration.GetSection("A")["B"]);
        Assert.Equal("2", configuration["C:D"]);
        Assert.Equal("3", configuration["N"]);
        Assert.Equal("true", configuration["T"]);
        Assert.Equal("4", configuration.GetConnectionString("S"));
        Assert.Equal("5", configuration["E:F"]);
    }

    [Theory]
    [InlineData("""{ "IsEncrypted": true, "Values": {} }""", "encrypted")]
    [InlineData("""{ "Values": { "A": { "B": "1" } } }""", "Values.A")]
    [InlineData("""{ "Values": [] }""", "Values")]
    [InlineData("nonsense", "not JSON")]
    public void AddTo_BadFile_SaysWhatIsWrong(string json, string wanted)
    {
        var exception = Assert.Throws<FunctionHostException>(() => Build(json, []));

        Assert.Contains(wanted, exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("AzureWebJobs.F.Disabled", "true", true)]
    [InlineData("AzureWebJobs.F.Disabled", "True", true)]
    [InlineData("AzureWebJobs.F.Disabled", "1", true)]
    [InlineData("AzureWebJobs_F_Disabled", "1", true)]
    [InlineData("AzureWebJobs.F.Disabled", "false", false)]
    [InlineData("AzureWebJobs.F.Disabled", "0", false)]
    [InlineData("AzureWebJobs.G.Disabled", "true", false)]
    public void IsDisabled_Setting_IsRead(string key, string value, bool expected)
    {
        var configuration = Build("""{ "Values": {} }""", new() { [key] = value });

        Assert.Equal(expected, HostConfiguration.IsDisabled(configuration, "F"));
    }

    [Fact]
    public void Resolve_References_AreFilledIn()
    {
        var configuration = Build("""{ "Values": { "Q": "tag", "A:B": "x" } }""", []);

        Assert.Equal("a-tag-x/{name}", SettingReferences.Resolve("a-%Q%-%A__B%/{name}", configuration));
        Assert.Equal("100%", SettingReferences.Resolve("100%", configuration));
        var exception = Assert.Throws<FunctionHostException>(() => SettingReferences.Resolve("%Nope%", configuration));
        Assert.Contains("Nope", exception.Message, StringComparison.Ordinal);
    }

    private static string Values(string key, string value) => $$"""{ "Values": { "{{key}}": "{{value}}" } }""";

    private IConfigurationRoot Build(string json, Dictionary<string, string?> settings)
    {
        File.WriteAllText(_file, json);
        var builder = new ConfigurationBuilder();
        HostConfiguration.AddTo(builder, _file, settings);
        return builder.Build();
    }
}
