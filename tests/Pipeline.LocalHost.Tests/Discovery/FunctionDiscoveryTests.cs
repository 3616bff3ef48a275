using Microsoft.Extensions.Configuration;
using Pipeline.LocalHost.Discovery;
using Pipeline.LocalHost.Invocation;
using Xunit;

namespace Pipeline.LocalHost.Tests.Discovery;

public sealed class FunctionDiscoveryTests
{
    private static readonly IConfiguration Configuration = new ConfigurationBuilder()
        .AddInMemoryCollection([new("Container", "articles"), new("AzureWebJobs.OnEvent.Disabled", "true")])
        .Build();

    [Fact]
    public void Discover_GoodClass_DescribesEachFunction()
    {
        var functions = FunctionDiscovery.Discover([typeof(GoodFunctions), typeof(string)], Configuration);

        Assert.Equal(["OnBlob", "OnEvent", "OnMessage", "OnRequest", "OnTime", "Plain"], functions.Select(f => f.Name));
        Assert.Equal(new BlobTrigger("articles/in/{name}.txt", "Data", FromEventGrid: false), functions[0].Trigger);
        Assert.Equal(new BlobTrigger("articles/{name}", "AzureWebJobsStorage", FromEventGrid: true), functions[1].Trigger);
        Assert.Equal(new QueueTrigger("tag-issues", "AzureWebJobsStorage"), functions[2].Trigger);
        Assert.Equal(new TimerTrigger("0 */5 * * * *", RunOnStartup: true), functions[4].Trigger);
        var http = Assert.IsType<HttpTrigger>(functions[3].Trigger);
        Assert.Equal(["GET", "POST"], http.Methods);
        Assert.Equal(("articles/{id}/{day?}", true), (http.Route, http.NeedsKey));
        var plain = Assert.IsType<HttpTrigger>(functions[5].Trigger);
        Assert.Empty(plain.Methods);
        Assert.Equal(("Plain", false), (plain.Route, plain.NeedsKey));
        Assert.Equal(["OnEvent"], functions.Where(f => f.IsDisabled).Select(f => f.Name));
    }

    [Fact]
    public void Create_GoodClass_BindsEachFunction()
    {
        var functions = FunctionDiscovery.Discover([typeof(GoodFunctions)], Configuration);

        Assert.All(functions, function => FunctionBinding.Create(function));
    }

    [Theory]
    [InlineData(typeof(Outer.NestedFunctions), "Nested", "nested in another")]
    [InlineData(typeof(AbstractFunctions), "Abstract", "abstract")]
    [InlineData(typeof(GenericFunctions<>), "Generic", "generic")]
    [InlineData(typeof(NonPublicFunctions), "NonPublic", "not public")]
    [InlineData(typeof(AsyncVoidFunctions), "AsyncVoid", "return a Task")]
    [InlineData(typeof(ValueTaskFunctions), "ReturnsValueTask", "return a Task")]
    [InlineData(typeof(NoTriggerFunctions), "NoTrigger", "must have a trigger")]
    [InlineData(typeof(TwoTriggersFunctions), "TwoTriggers", "only one")]
    [InlineData(typeof(BadNameFunctions), "1st function", "starts with a letter")]
    [InlineData(typeof(SameNameFunctions), "same", "of that name too")]
    [InlineData(typeof(BadQueueNameFunctions), "BadQueueName", "\"qq\"")]
    [InlineData(typeof(MissingSettingFunctions), "MissingSetting", "NoSuchSetting")]
    public void Discover_FunctionThatWouldFail_IsRefusedByNameAndReason(Type type, string name, string reason)
    {
        var exception = Assert.Throws<FunctionHostException>(() => FunctionDiscovery.Discover([type], Configuration));

        Assert.Contains($"Function {name} (", exception.Message, StringComparison.Ordinal);
        Assert.Contains(reason, exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Discover_SeveralBadFunctions_AreToldTogether()
    {
        var exception = Assert.Throws<FunctionHostException>(
            () => FunctionDiscovery.Discover([typeof(AbstractFunctions), typeof(NonPublicFunctions)], Configuration));

        Assert.Equal(2, exception.Message.Split(Environment.NewLine).Length);
    }

    [Theory]
    [InlineData("BlobAsBinaryData", "'blob'", "read as JSON")]
    [InlineData("BlobNameTypo", "'nmae'", "articles/{name}")]
    [InlineData("BlobPathTwice", "{name}", "twice")]
    [InlineData("MessageAsObject", "'message'", "QueueMessage, BinaryData, string or byte[]")]
    [InlineData("MessageAndMore", "'client'", "CancellationToken")]
    [InlineData("TimerAsString", "'timer'", "TimerInfo")]
    [InlineData("RequestContext", "'context'", "null")]
    [InlineData("NoSuchRouteValue", "'key'", "a/{id}")]
    [InlineData("RouteValueType", "'id'", "route value")]
    [InlineData("BadRoute", "BadRoute", "incomplete")]
    public void Create_ParameterThatCannotBeBound_IsRefusedByNameAndReason(string name, string parameter, string reason)
    {
        var function = FunctionDiscovery.Discover([typeof(UnboundFunctions)], Configuration).Single(f => f.Name == name);

        var exception = Assert.Throws<FunctionHostException>(() => FunctionBinding.Create(function));

        Assert.Contains($"Function {name}", exception.Message, StringComparison.Ordinal);
        Assert.Contains(parameter, exception.Message, StringComparison.Ordinal);
        Assert.Contains(reason, exception.Message, StringComparison.Ordinal);
    }
}
