using Pipeline.Functions.Http.Routes;
using Pipeline.Processing.Queries;
using Xunit;

namespace Pipeline.Functions.Tests.Routes;

public sealed class ParameterValuesTests
{
    private static readonly ApiRoute<string> Route = new("GetThings", "things/{id}", "Things.")
    {
        Parameters = [new ApiParameter("id", "", "") { InPath = true }, new ApiParameter("limit", "", "") { MaxLength = 5 }],
    };

    [Theory]
    [InlineData("", null)]
    [InlineData("limit=12", "12")]
    [InlineData("LIMIT=12", "12")]
    [InlineData("limit=", "")]
    [InlineData("limit=a%20b&code=key&code=key", "a b")]
    public void Read_ParametersOfTheRoute_AreRead(string query, string? expected)
    {
        var values = ParameterValues.Read(TestRequests.Get("/api/things/1?" + query).Query, Route);

        Assert.Equal(expected, values.Value!["limit"]);
    }

    [Theory]
    [InlineData("limit=1&limit=1", "'limit' must be given once")]
    [InlineData("limit=1&Limit=2", "'limit' must be given once")]
    [InlineData("limit=123456", "'limit' must not be longer than 5 characters")]
    [InlineData("limit=1%00", "'limit' must not have control characters")]
    [InlineData("limit=1%0d%0a", "'limit' must not have control characters")]
    [InlineData("id=1", "'id' is not known: this route takes limit")]
    [InlineData("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa=1", "'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa…' is not known")]
    public void Read_AnyOther_IsAProblem(string query, string detail)
    {
        var values = ParameterValues.Read(TestRequests.Get("/api/things/1?" + query).Query, Route);

        Assert.Equal(QueryProblemKind.InvalidParameter, values.Problem!.Kind);
        Assert.Contains(detail, values.Problem.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void Item_ParameterThatTheRouteDoesNotHave_Throws()
    {
        var values = ParameterValues.Read(TestRequests.Get("/api/things/1").Query, Route).Value!;

        Assert.Throws<ArgumentOutOfRangeException>(() => values["cursor"]);
    }
}
