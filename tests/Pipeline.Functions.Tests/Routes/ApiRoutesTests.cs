using System.Reflection;
using Microsoft.Azure.Functions.Worker;
using Pipeline.Functions.Http.Routes;
using Pipeline.Text.Summarization;
using Xunit;

namespace Pipeline.Functions.Tests.Routes;

public sealed class ApiRoutesTests
{
    private const string CatchAll = "{*path}";
    private const string Page = "page/{*path}";

    private static readonly IReadOnlyList<ApiRoute> Routes = new ApiRoutes(new SummaryOptions()).All;

    private static readonly IReadOnlyList<(string Name, HttpTriggerAttribute Trigger)> Functions =
    [
        .. from type in typeof(FunctionAppServices).Assembly.GetTypes()
           from method in type.GetMethods()
           let function = method.GetCustomAttribute<FunctionAttribute>()
           from parameter in method.GetParameters()
           let trigger = parameter.GetCustomAttribute<HttpTriggerAttribute>()
           where function is not null && trigger is not null
           select (function.Name, trigger),
    ];

    [Fact]
    public void All_OfTheTable_AreTheFunctionsOfTheApp()
    {
        var served = Functions.Where(function => function.Trigger.Route is not (CatchAll or Page)).Select(function =>
            Line(function.Name, function.Trigger.Route!, function.Trigger.Methods!.Select(method => method.ToUpperInvariant()), function.Trigger.AuthLevel));

        Assert.Equal(
            Routes.Select(route => Line(route.Function, route.Template, route.Methods, route.Level)).Order(StringComparer.Ordinal),
            served.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void All_ThatChangeSomething_WantAKey()
    {
        var commands = Routes.Where(route => route.Methods.Any(method => method is not ("GET" or "HEAD"))).ToList();

        Assert.NotEmpty(commands);
        Assert.All(commands, route => Assert.True(route is { IsCommand: true, Level: AuthorizationLevel.Function }, route.Function));
    }

    [Fact]
    public void All_ParametersInThePath_AreThoseOfTheTemplate()
    {
        Assert.All(Routes, route => Assert.Equal(
            route.Template.Split('/').Where(ApiRoute.IsParameter).Select(segment => segment.Trim('{', '}')),
            route.Parameters.Where(parameter => parameter.InPath).Select(parameter => parameter.Name)));
    }

    [Fact]
    public void All_RoutesThatMatchTheSamePath_HaveTheNarrowerFirstByTheNamesOfTheirFunctions()
    {
        var overlapping =
            from narrow in Routes
            from wide in Routes
            where narrow.Template != wide.Template && wide.Matches(narrow.Template.Replace('{', 'x').Replace('}', 'x')) && !narrow.Matches(wide.Template)
            select (narrow.Function, wide.Function);

        Assert.All(overlapping, pair => Assert.True(string.Compare(pair.Item1, pair.Item2, StringComparison.OrdinalIgnoreCase) < 0, pair.ToString()));
        Assert.Equal(Functions.Select(function => function.Name).Max(StringComparer.OrdinalIgnoreCase), Functions.Single(function => function.Trigger.Route == CatchAll).Name);
    }

    [Theory]
    [InlineData("summaries", true)]
    [InlineData("Summaries/", true)]
    [InlineData("summaries/abc", false)]
    [InlineData("summaries//", false)]
    [InlineData("//summaries", false)]
    [InlineData("", false)]
    public void Matches_Path_ComparesItsParts(string path, bool expected)
    {
        Assert.Equal(expected, Routes.Single(route => route.Template == "summaries").Matches(path));
    }

    private static string Line(string name, string template, IEnumerable<string> methods, AuthorizationLevel level) =>
        $"{name} {template} {string.Join(' ', methods.Order(StringComparer.Ordinal))} {level}";
}
