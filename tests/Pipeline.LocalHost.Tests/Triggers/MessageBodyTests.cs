using Azure.Storage.Queues.Models;
using FsCheck.Xunit;
using Pipeline.LocalHost.Triggers.Queues;
using Xunit;

namespace Pipeline.LocalHost.Tests.Triggers;

public sealed class MessageBodyTests
{
    [Property]
    public void TryDecode_Base64OfAnyBytes_GivesThem(byte[] bytes)
    {
        var message = MessageBody.TryDecode(Raw(Convert.ToBase64String(bytes)), base64: true);

        Assert.NotNull(message);
        Assert.Equal(bytes, message.Body.ToArray());
        Assert.Equal(("id", "receipt", 3), (message.MessageId, message.PopReceipt, message.DequeueCount));
    }

    [Theory]
    [InlineData("not base64")]
    [InlineData("{\"a\":1}")]
    [InlineData("YWJ")]
    [InlineData("ü")]
    public void TryDecode_OtherText_GivesNothing(string text) =>
        Assert.Null(MessageBody.TryDecode(Raw(text), base64: true));

    [Fact]
    public void TryDecode_NoEncoding_GivesTheTextAsItIs() =>
        Assert.Equal("YWJj", MessageBody.TryDecode(Raw("YWJj"), base64: false)!.Body.ToString());

    private static QueueMessage Raw(string text) =>
        QueuesModelFactory.QueueMessage("id", "receipt", BinaryData.FromString(text), dequeueCount: 3);
}
