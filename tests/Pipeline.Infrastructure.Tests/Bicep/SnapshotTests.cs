using Xunit;

namespace Pipeline.Infrastructure.Tests.Bicep;

/// <summary>
/// What a deployment would make is committed, so that a change of it is read before it is merged. To write the snapshots anew after a
/// wanted change, run these tests with <c>UPDATE_EXPECTED=1</c>; not possible in CI.
/// </summary>
public sealed class SnapshotTests
{
    public static TheoryData<string> Cases => [.. DeploymentCase.All.Select(deployment => deployment.Name)];

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Snapshot_Case_IsWhatIsCommitted(string name)
    {
        var deployment = DeploymentCase.Named(name);
        using var copy = InfrastructureCopy.Make();

        var result = await BicepCommand.RunAsync(
            copy.Folder,
            deployment.Variables,
            ["snapshot", deployment.ParameterFile, "--mode", "overwrite", "--subscription-id", Guid.Empty.ToString(), "--location", "westeurope", .. ResourceGroup(deployment)]);

        Assert.Equal(("", "", 0), (result.Output, result.Errors, result.ExitCode));
        var predicted = Snapshot.Normalize(await File.ReadAllTextAsync(
            Path.Combine(copy.Folder, Path.ChangeExtension(deployment.ParameterFile, ".snapshot.json")), TestContext.Current.CancellationToken));
        var committed = Snapshot.PathOf(deployment);
        if (Environment.GetEnvironmentVariable("UPDATE_EXPECTED") == "1" && Environment.GetEnvironmentVariable("CI") != "true")
        {
            await File.WriteAllTextAsync(committed, predicted, TestContext.Current.CancellationToken);
        }

        Assert.Equal(await File.ReadAllTextAsync(committed, TestContext.Current.CancellationToken), predicted, ignoreLineEndingDifferences: true);
    }

    private static string[] ResourceGroup(DeploymentCase deployment) =>
        DeploymentCase.OfEvents.Contains(deployment) ? ["--resource-group", "rg-example"] : [];
}
