using Xunit;

namespace Pipeline.Testing;

/// <summary>The Azurite that tests of the storage tier share.</summary>
public sealed class AzuriteFixture : IAsyncLifetime
{
    public string ConnectionString { get; } = Environment.GetEnvironmentVariable("AZURITE_TEST_CONNECTION") ?? "";

    public string? SkipReason => ConnectionString.Length == 0 ? "AZURITE_TEST_CONNECTION is not set." : null;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    public void RequireAzurite() => Assert.SkipWhen(SkipReason is not null, SkipReason ?? "");
}
