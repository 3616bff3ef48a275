using Pipeline.Testing;
using Xunit;

[assembly: AssemblyFixture(typeof(AzuriteFixture))]
