using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Pipeline.Functions.Http.Cors;
using Xunit;

namespace Pipeline.Functions.Tests;

public sealed class FunctionAppServicesTests
{
    [Fact]
    public void AddFunctionApp_EveryFunctionClass_CanBeMade()
    {
        using var provider = Provide();

        var classes = typeof(FunctionAppServices).Assembly.GetTypes()
            .Where(type => type.GetMethods().Any(method => method.IsDefined(typeof(Microsoft.Azure.Functions.Worker.FunctionAttribute), inherit: false)))
            .ToList();

        Assert.True(classes.Count > 8);
        Assert.All(classes, type => Assert.NotNull(ActivatorUtilities.CreateInstance(provider, type)));
    }

    [Fact]
    public void AddFunctionApp_AllowedOrigins_ReachThePolicy()
    {
        using var provider = Provide(("Http:AllowedOrigins", "https://a.example"));
        var answer = new Http.Answers.ApiAnswer(StatusCodes.Status200OK);

        provider.GetRequiredService<CorsPolicy>().Open(answer, TestRequests.Get("/", "Origin: https://a.example"));

        Assert.Equal("https://a.example", answer.Headers.AccessControlAllowOrigin);
    }

    [Fact]
    public void AddFunctionApp_WrongOrigin_IsRefusedAtTheStart()
    {
        using var provider = Provide(("Http:AllowedOrigins", "a.example"));

        var refusal = Assert.Throws<OptionsValidationException>(() => provider.GetRequiredService<IStartupValidator>().Validate());

        Assert.Contains("'a.example'", refusal.Message, StringComparison.Ordinal);
    }

    private static ServiceProvider Provide(params (string Name, string Value)[] settings) => new ServiceCollection()
        .AddLogging()
        .AddFunctionApp(new ConfigurationBuilder()
            .AddInMemoryCollection([.. settings.Select(setting => KeyValuePair.Create(setting.Name, (string?)setting.Value)), KeyValuePair.Create("ArticleStorage", (string?)"UseDevelopmentStorage=true")])
            .Build())
        .BuildServiceProvider();
}
