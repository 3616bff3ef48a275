using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Pipeline.Text.Parsing;
using Xunit;

namespace Pipeline.Processing.Tests;

public sealed class PipelineServicesTests
{
    [Fact]
    public void AddPipeline_EveryService_Resolves()
    {
        var services = new ServiceCollection().AddLogging().AddPipeline(Configuration());

        using var provider = services.BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });

        var own = services.Where(service => service.ServiceType.Namespace?.StartsWith("Pipeline", StringComparison.Ordinal) == true).ToList();
        Assert.True(own.Count > 20);
        Assert.All(own, service => Assert.NotNull(provider.GetRequiredService(service.ServiceType)));
    }

    [Fact]
    public void AddPipeline_Settings_SetTheOptions()
    {
        using var provider = new ServiceCollection().AddLogging().AddPipeline(Configuration(("Parsing:MaxFileBytes", "1000"))).BuildServiceProvider();

        Assert.Equal(1_000, provider.GetRequiredService<ParsingOptions>().MaxFileBytes);
    }

    [Theory]
    [InlineData("Parsing:MaxFileBytes", "0")]
    [InlineData("Summary:MaxSentences", "21")]
    [InlineData("Summary:MaxCandidates", "0")]
    public void AddPipeline_SettingOutOfRange_IsRefused(string name, string value)
    {
        using var provider = new ServiceCollection().AddLogging().AddPipeline(Configuration((name, value))).BuildServiceProvider();

        Assert.Throws<OptionsValidationException>(() => provider.GetRequiredService<IStartupValidator>().Validate());
    }

    private static IConfigurationRoot Configuration(params (string Name, string? Value)[] settings) =>
        new ConfigurationBuilder()
            .AddInMemoryCollection([.. settings.Select(setting => KeyValuePair.Create(setting.Name, setting.Value)), KeyValuePair.Create("ArticleStorage", (string?)"UseDevelopmentStorage=true")])
            .Build();
}
