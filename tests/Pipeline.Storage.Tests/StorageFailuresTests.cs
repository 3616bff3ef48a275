using Azure;
using Azure.Identity;
using Xunit;

namespace Pipeline.Storage.Tests;

public sealed class StorageFailuresTests
{
    public static TheoryData<Exception, bool> Failures => new()
    {
        { new RequestFailedException(0, "No connection."), true },
        { new RequestFailedException(403, "Not allowed."), true },
        { new AuthenticationFailedException("No token."), true },
        { new TaskCanceledException("It took too long."), true },
        { new AggregateException(new RequestFailedException(0, "No connection."), new TaskCanceledException("It took too long.")), true },
        { new AggregateException(new RequestFailedException(0, "No connection."), new FormatException("Something else.")), false },
        { new AggregateException(), false },
        { new FormatException("Something else."), false },
    };

    [Theory]
    [MemberData(nameof(Failures))]
    public void IsStorageFailure_Exception_IsToldByItsKind(Exception exception, bool expected)
    {
        Assert.Equal(expected, exception.IsStorageFailure());
    }

    [Fact]
    public void Describe_AnyException_LeavesItsMessageOut()
    {
        Assert.Equal("RequestFailedException: status 503 ServerBusy", StorageFailures.Describe(new RequestFailedException(503, "The server account.example is busy.", "ServerBusy", innerException: null)));
        Assert.Equal("IOException", StorageFailures.Describe(new IOException("/secret/path")));
    }
}
