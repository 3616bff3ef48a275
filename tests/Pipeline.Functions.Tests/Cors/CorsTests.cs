using System.ComponentModel.DataAnnotations;
using Pipeline.Functions.Http;
using Pipeline.Functions.Http.Answers;
using Pipeline.Functions.Http.Cors;
using Xunit;

namespace Pipeline.Functions.Tests.Cors;

public sealed class CorsTests
{
    [Theory]
    [InlineData("", "https://a.example", "", "")]
    [InlineData("https://a.example", "https://a.example", "https://a.example", "Origin")]
    [InlineData("https://a.example/, https://b.example:8443", "https://b.example:8443", "https://b.example:8443", "Origin")]
    [InlineData("https://a.example", "https://a.example.evil", "", "Origin")]
    [InlineData("https://a.example", "http://a.example", "", "Origin")]
    [InlineData("https://a.example", "null", "", "Origin")]
    [InlineData("*", "https://any.example", "*", "")]
    public void Open_Origin_IsAllowedOnlyWhereTheSettingSaysSo(string setting, string origin, string allowed, string vary)
    {
        var answer = new CorsPolicy(new HttpOptions { AllowedOrigins = setting }).Open(new ApiAnswer(200), TestRequests.Get("/", $"Origin: {origin}"));

        Assert.Equal(allowed, answer.Headers.AccessControlAllowOrigin.ToString());
        Assert.Equal(vary, answer.Headers.Vary.ToString());
        Assert.Equal(allowed.Length > 0 ? "ETag, Link, Retry-After" : "", answer.Headers.AccessControlExposeHeaders.ToString());
    }

    [Fact]
    public void Open_AnswerThatVaries_KeepsWhatItVariesBy()
    {
        var answer = new ApiAnswer(200);
        answer.Headers.Vary = "Accept";

        new CorsPolicy(new HttpOptions { AllowedOrigins = "https://a.example" }).Open(answer, TestRequests.Get("/"));

        Assert.Equal("Accept, Origin", answer.Headers.Vary);
    }

    [Theory]
    [InlineData("", true)]
    [InlineData("*", true)]
    [InlineData("https://a.example, http://localhost:3000", true)]
    [InlineData("a.example", false)]
    [InlineData("https://a.example/path", false)]
    [InlineData("https://user@a.example", false)]
    [InlineData("ftp://a.example", false)]
    [InlineData("https://*.example", false)]
    public void Validate_AllowedOrigins_RefusesWhatIsNoOrigin(string setting, bool valid)
    {
        var options = new HttpOptions { AllowedOrigins = setting };

        Assert.Equal(valid, !options.Validate(new ValidationContext(options)).Any());
    }
}
