using Xunit;

namespace Pipeline.Infrastructure.Tests.Bicep;

/// <summary>The Bicep files are in one form, and the tool has nothing to say of them. A misspelt property is only a warning to it, so any word is a failure.</summary>
public sealed class TemplateTests
{
    private static readonly Dictionary<string, string> None = [];

    public static TheoryData<string> Templates => ["main.bicep", "events.bicep"];

    [Fact]
    public async Task Format_EveryFile_ChangesNothing()
    {
        using var copy = InfrastructureCopy.Make();

        foreach (var pattern in (string[])["**/*.bicep", "*.bicepparam"])
        {
            var result = await BicepCommand.RunAsync(copy.Folder, None, "format", "--pattern", pattern);
            Assert.Equal(("", 0), (result.Errors, result.ExitCode));
        }

        Assert.True(Repository.BicepFiles().Count > 10);
        Assert.All(Repository.BicepFiles(), file => Assert.Equal(Repository.Read(Path.Combine("infra", file)), File.ReadAllText(Path.Combine(copy.Folder, file)), ignoreLineEndingDifferences: true));
    }

    [Theory]
    [MemberData(nameof(Templates))]
    public async Task Lint_Template_SaysNothing(string file)
    {
        var result = await BicepCommand.RunAsync(Repository.Infrastructure, None, "lint", file);

        Assert.Equal(("", "", 0), (result.Output, result.Errors, result.ExitCode));
    }

    [Fact]
    public async Task Snapshot_PrivateApiWithoutNetwork_IsRefused()
    {
        using var copy = InfrastructureCopy.Make();
        var development = DeploymentCase.Named("development");
        var variables = new Dictionary<string, string>(development.Variables) { ["PIPELINE_API_ACCESS"] = "private" };

        var result = await BicepCommand.RunAsync(
            copy.Folder, variables, "snapshot", development.ParameterFile, "--mode", "overwrite", "--subscription-id", Guid.Empty.ToString(), "--location", "westeurope");

        Assert.NotEqual(0, result.ExitCode);
        Assert.Contains("A private API needs a network", result.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lint_MisspeltProperty_IsSeen()
    {
        using var copy = InfrastructureCopy.Make();
        var file = Path.Combine(copy.Folder, "modules", "storage.bicep");
        await File.WriteAllTextAsync(
            file,
            (await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken)).Replace("allowSharedKeyAccess", "allowSharedKeysAccess", StringComparison.Ordinal),
            TestContext.Current.CancellationToken);

        var result = await BicepCommand.RunAsync(copy.Folder, None, "lint", "main.bicep");

        Assert.Contains("allowSharedKeysAccess", result.Output + result.Errors, StringComparison.Ordinal);
    }
}
