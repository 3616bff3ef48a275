using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Pipeline.Functions;
using Pipeline.Infrastructure.Tests.Bicep;
using Pipeline.Infrastructure.Tests.Policies;
using Pipeline.Processing.Reconciliation;
using Pipeline.Storage;
using Xunit;

namespace Pipeline.Infrastructure.Tests.Settings;

/// <summary>What the templates set is what the code reads, in both directions.</summary>
public sealed class AppSettingsTests
{
    private const string Disabled = ".Disabled";
    private const string DisabledPrefix = "AzureWebJobs.";

    // What the platform reads itself: its own storage, and how its telemetry is let in.
    private static readonly string[] OfPlatform = ["APPLICATIONINSIGHTS_AUTHENTICATION_STRING"];

    public static TheoryData<string> Cases => [.. DeploymentCase.OfResources.Select(deployment => deployment.Name)];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Settings_EachOne_IsRead(string deployment)
    {
        var read = CodeSettings.OfTriggers
            .Concat(CodeSettings.OfProgram)
            .Concat(CodeSettings.OfOptions)
            .Concat(CodeSettings.Connections.Append("AzureWebJobsStorage").SelectMany(_ => OfConnection(deployment), (connection, name) => $"{connection}__{name}"))
            .Concat(CodeSettings.Functions.Keys.Select(function => $"{DisabledPrefix}{function}{Disabled}"))
            .Concat(OfPlatform);

        Assert.Empty(SettingsOf(deployment).Keys.Except(read));
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Settings_WhatTheCodeCannotDoWithout_IsSet(string deployment)
    {
        var needed = CodeSettings.OfTriggers
            .Concat(CodeSettings.OfProgram)
            .Concat(CodeSettings.Connections.SelectMany(_ => OfConnection(deployment), (connection, name) => $"{connection}__{name}"))
            .ToList();

        Assert.Equal(6, CodeSettings.OfTriggers.Count);
        Assert.Equal(["APPLICATIONINSIGHTS_CONNECTION_STRING", "AZURE_CLIENT_ID"], CodeSettings.OfProgram.Order(StringComparer.Ordinal));
        Assert.Equal([SettingNames.ArticleStorage], CodeSettings.Connections);
        Assert.Empty(needed.Except(SettingsOf(deployment).Keys));
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Settings_AllOfThem_LetTheAppStart(string deployment)
    {
        using var provider = Provide(SettingsOf(deployment));

        provider.GetRequiredService<IStartupValidator>().Validate();
        Assert.NotNull(provider.GetRequiredService<ArticleStorageClients>());
    }

    [Theory]
    [InlineData("blobServiceUri")]
    [InlineData("queueServiceUri")]
    [InlineData("tableServiceUri")]
    public void Settings_OneAddressLess_DoNotLetTheAppStart(string name)
    {
        var settings = SettingsOf("development").Where(setting => setting.Key != $"ArticleStorage__{name}").ToDictionary();
        using var provider = Provide(settings);

        Assert.Throws<InvalidOperationException>(() => provider.GetRequiredService<ArticleStorageClients>());
    }

    [Fact]
    public void Settings_OwnOnes_WinAndReachTheOptions()
    {
        var settings = SettingsOf("production");
        using var provider = Provide(settings);

        Assert.Equal("0 * * * * *", settings["ReconcileSchedule"]);
        Assert.Equal(365, provider.GetRequiredService<ReconcileOptions>().ArticleDays);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Disabled_Names_AreFunctions_AndOneWayOfHearingOfFilesIsLeft(string deployment)
    {
        var disabled = SettingsOf(deployment)
            .Where(setting => setting.Key.EndsWith(Disabled, StringComparison.Ordinal) && setting.Value == "true")
            .Select(setting => setting.Key[DisabledPrefix.Length..^Disabled.Length])
            .ToList();

        Assert.Equal([nameof(ParseArticleOnBlobFunction)], disabled);
        Assert.All(disabled, name => Assert.Contains(name, CodeSettings.Functions.Keys));
        var left = CodeSettings.Functions
            .Where(function => !disabled.Contains(function.Key))
            .SelectMany(function => function.Value.GetParameters())
            .SelectMany(parameter => parameter.GetCustomAttributes(typeof(BlobTriggerAttribute), inherit: false).Cast<BlobTriggerAttribute>());
        Assert.Equal(BlobTriggerSource.EventGrid, Assert.Single(left).Source);
    }

    /// <summary>Returns what the code asks a connection for when it makes the clients of one by identity.</summary>
    private static IEnumerable<string> OfConnection(string deployment)
    {
        var settings = new RecordingSettings(Handed(SettingsOf(deployment)));
        ArticleStorageClients.FromConfiguration(new ConfigurationBuilder().Add(settings).Build());
        var prefix = SettingNames.ArticleStorage + ":";
        return settings.Asked.Where(name => name.StartsWith(prefix, StringComparison.Ordinal)).Select(name => name[prefix.Length..]);
    }

    private static Dictionary<string, string> SettingsOf(string deployment) =>
        Assert.Single(AppPolicies.SettingsOf(Snapshot.Read(DeploymentCase.Named(deployment)))).ToDictionary(setting => setting.Key, setting => setting.Value!.ToString());

    /// <summary>Makes the app's services of settings.</summary>
    private static ServiceProvider Provide(Dictionary<string, string> settings) => new ServiceCollection()
        .AddLogging()
        .AddFunctionApp(new ConfigurationBuilder()
            .AddInMemoryCollection(Handed(settings))
            .Build())
        .BuildServiceProvider();

    /// <summary>Returns settings as the platform hands them over; what is known after the deployment only gets an address of its form.</summary>
    private static IEnumerable<KeyValuePair<string, string?>> Handed(Dictionary<string, string> settings) => settings.Select(setting => KeyValuePair.Create(
        setting.Key.Replace("__", ":", StringComparison.Ordinal),
        (string?)(setting.Value.StartsWith('[') ? "https://example.blob.core.windows.net/" : setting.Value)));
}
