using Pipeline.Storage.Messages;
using Xunit;

namespace Pipeline.Storage.Tests.Messages;

public sealed class MessageSerializerTests
{
    private const string Id = "aaaaaaaaaaaaaaaaaaaaaaaaaa";

    [Fact]
    public void Write_Messages_AreReadBack()
    {
        var parse = new ParseArticleMessage("a folder/ä #1?%.txt");
        var tag = new TagIssuesMessage(Id, Id);

        Assert.Equal(parse, MessageSerializer.ReadParseArticle(MessageSerializer.Write(parse)));
        Assert.Equal(tag, MessageSerializer.ReadTagIssues(MessageSerializer.Write(tag)));
    }

    [Theory]
    [InlineData("""{"eventType":"Microsoft.Storage.BlobDeleted","subject":"/blobServices/default/containers/articles/blobs/a folder/ä.txt","data":{"api":"DeleteBlob"},"dataVersion":"","metadataVersion":"1"}""")]
    [InlineData("""[{"eventType":"Microsoft.Storage.BlobDeleted","subject":"/blobServices/default/containers/articles/blobs/a folder/ä.txt"}]""")]
    [InlineData("""{"specversion":"1.0","type":"Microsoft.Storage.BlobDeleted","subject":"/blobServices/default/containers/articles/blobs/a folder/ä.txt","data":{}}""")]
    [InlineData("""{"specversion":"1.0","type":"Microsoft.Storage.BlobRenamed","subject":"/blobServices/default/containers/articles/blobs/a folder/ä.txt"}""")]
    public void ReadParseArticle_EventOfABlob_NamesTheBlob(string body) =>
        Assert.Equal("a folder/ä.txt", MessageSerializer.ReadParseArticle(BinaryData.FromString(body))!.BlobName);

    [Theory]
    [InlineData("""{"eventType":"Microsoft.Storage.BlobDeleted","subject":"/blobServices/default/containers/parsed/blobs/x.json"}""")]
    [InlineData("""{"specversion":"1.0","type":"Microsoft.Storage.BlobCreated","subject":"/blobServices/default/containers/articles2/blobs/a.txt"}""")]
    [InlineData("""{"eventType":"Microsoft.Storage.BlobDeleted","subject":"/blobServices/default/containers/articles/blobs/"}""")]
    [InlineData("""[{"eventType":"Microsoft.Storage.DirectoryDeleted","subject":"/blobServices/default/containers/articles/blobs/a folder"}]""")]
    public void ReadParseArticle_EventOfSomethingElseInTheAccount_IsNull(string body) =>
        Assert.Null(MessageSerializer.ReadParseArticle(BinaryData.FromString(body)));

    [Theory]
    [InlineData("""{"eventType":"Microsoft.Resources.ResourceDeleteSuccess","subject":"/blobServices/default/containers/articles/blobs/a.txt"}""")]
    [InlineData("""{"eventType":7,"subject":"/blobServices/default/containers/articles/blobs/a.txt"}""")]
    [InlineData("""[{},{}]""")]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"blobName":"","version":1}""")]
    [InlineData("""{"blobName":"a.txt","version":2}""")]
    [InlineData("""{"blobName":7}""")]
    [InlineData("""{"blobName":"\ud800"}""")]
    public void ReadParseArticle_AnythingElse_SaysSo(string body)
    {
        Assert.Throws<MessageFormatException>(() => MessageSerializer.ReadParseArticle(BinaryData.FromString(body)));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"articleId":"aaaaaaaaaaaaaaaaaaaaaaaaaa"}""")]
    [InlineData("""{"articleId":"aaaaaaaaaaaaaaaaaaaaaaaaaa","fileId":"' or PartitionKey ne '"}""")]
    [InlineData("""{"articleId":"aaaaaaaaaaaaaaaaaaaaaaaaaa","fileId":"aaaaaaaaaaaaaaaaaaaaaaaaaa","version":9}""")]
    public void ReadTagIssues_AnythingElse_SaysSo(string body)
    {
        Assert.Throws<MessageFormatException>(() => MessageSerializer.ReadTagIssues(BinaryData.FromString(body)));
    }
}
