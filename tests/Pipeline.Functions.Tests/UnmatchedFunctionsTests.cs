using System.Text.Json.Nodes;
using Pipeline.Functions.Http;
using Pipeline.Functions.Http.Cors;
using Pipeline.Functions.Http.Routes;
using Pipeline.Text.Summarization;
using Xunit;

namespace Pipeline.Functions.Tests;

public sealed class UnmatchedFunctionsTests
{
    private readonly UnmatchedFunctions _functions =
        new(new ApiRoutes(new SummaryOptions()), new CorsPolicy(new HttpOptions { AllowedOrigins = "https://a.example" }));

    [Theory]
    [InlineData("POST", "summaries", 405, "method-not-allowed")]
    [InlineData("DELETE", "articles/abc/text", 405, "method-not-allowed")]
    [InlineData("BREW", "issues/trade/summary/", 405, "method-not-allowed")]
    [InlineData("GET", null, 404, "unknown-route")]
    [InlineData("POST", "summary", 404, "unknown-route")]
    [InlineData("GET", "summaries/a/b", 404, "unknown-route")]
    [InlineData("OPTIONS", "nothing", 404, "unknown-route")]
    public async Task Answer_WhatNoRouteTakes_IsAProblem(string method, string? path, int status, string type)
    {
        var request = TestRequests.Make(method, "/api/" + path);

        var (response, body) = await request.SendAsync(Task.FromResult(_functions.Answer(request, path)));

        Assert.Equal(status, response.StatusCode);
        Assert.Equal($"urn:news-issue-pipeline:problem:{type}", (string?)JsonNode.Parse(body)!["type"]);
        Assert.Equal(status == 405 ? "GET, HEAD, OPTIONS" : "", response.Headers.Allow.ToString());
    }

    [Fact]
    public async Task Answer_Preflight_AllowsThePageOfAnAllowedOrigin()
    {
        var request = TestRequests.Make("OPTIONS", "/api/summaries", "Origin: https://a.example", "Access-Control-Request-Method: GET", "Access-Control-Request-Headers: if-none-match");

        var (response, body) = await request.SendAsync(Task.FromResult(_functions.Answer(request, "summaries")));

        Assert.Equal(204, response.StatusCode);
        Assert.Empty(body);
        Assert.Equal("https://a.example", response.Headers.AccessControlAllowOrigin);
        Assert.Equal("GET, HEAD", response.Headers.AccessControlAllowMethods);
        Assert.Contains("If-None-Match", response.Headers.AccessControlAllowHeaders.ToString(), StringComparison.Ordinal);
        Assert.Equal("GET, HEAD, OPTIONS", response.Headers.Allow);
    }
}
