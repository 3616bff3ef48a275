using Pipeline.LocalHost.Azurite;
using Xunit;

namespace Pipeline.LocalHost.Tests.Azurite;

public sealed class AzuritePackageTests
{
    [Fact]
    public void Runner_LoadsEveryChangeToAzuriteBeforeIt()
    {
        using var folder = new TemporaryFolder();
        AzuritePackage.WriteTo(folder.Path);

        var runner = File.ReadAllText(Path.Combine(folder.Path, AzuritePackage.Runner));
        var changes = Directory.GetFiles(folder.Path, "*.cjs").Select(file => Path.GetFileName(file)).Where(name => name != AzuritePackage.Runner).ToList();
        var azurite = runner.IndexOf("require(\"azurite/", StringComparison.Ordinal);

        Assert.NotEmpty(changes);
        Assert.All(changes, name => Assert.InRange(runner.IndexOf($"require(\"./{name}\")", StringComparison.Ordinal), 0, azurite));
    }
}
