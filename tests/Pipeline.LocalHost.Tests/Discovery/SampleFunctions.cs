using Azure.Storage.Blobs;
using Azure.Storage.Queues.Models;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Pipeline.LocalHost.Tests.Discovery;

// Classes that are looked at and, but for those of Good, refused. None is run.
#pragma warning disable CA1822 // Instance methods, as in an app.

public sealed class GoodFunctions
{
    [Function("OnBlob")]
    public Task OnBlob(
        [BlobTrigger("%Container%/in/{name}.txt", Connection = "Data")] BlobClient blob, string name, CancellationToken token) =>
        Task.CompletedTask;

    [Function("OnEvent")]
    public Task OnEvent([BlobTrigger("articles/{name}", Source = BlobTriggerSource.EventGrid)] Stream blob) => Task.CompletedTask;

    [Function("OnMessage")]
    public Task OnMessage([QueueTrigger("tag-issues")] QueueMessage message) => Task.CompletedTask;

    [Function("OnTime")]
    public void OnTime([TimerTrigger("0 */5 * * * *", RunOnStartup = true)] TimerInfo timer)
    {
    }

    [Function("OnRequest")]
    public static IResult OnRequest(
        [HttpTrigger(AuthorizationLevel.Function, "get", "post", Route = "articles/{id}/{day?}")] HttpRequest request,
        Guid id,
        DateOnly? day) => Results.Ok((id, day));

    [Function("Plain")]
    public IResult Plain([HttpTrigger(AuthorizationLevel.Anonymous)] HttpRequest request) => Results.Ok();

    public void NoFunction()
    {
    }
}

public static class Outer
{
    public sealed class NestedFunctions
    {
        [Function("Nested")]
        public void Run([QueueTrigger("some-queue")] string message)
        {
        }
    }
}

public abstract class AbstractFunctions
{
    [Function("Abstract")]
    public void Run([QueueTrigger("some-queue")] string message)
    {
    }
}

public sealed class GenericFunctions<T>
{
    [Function("Generic")]
    public void Run([QueueTrigger("some-queue")] string message)
    {
    }
}

public sealed class NonPublicFunctions
{
    [Function("NonPublic")]
    internal void Run([QueueTrigger("some-queue")] string message)
    {
    }
}

public sealed class AsyncVoidFunctions
{
    [Function("AsyncVoid")]
    public async void Run([QueueTrigger("some-queue")] string message) => await Task.Yield();
}

public sealed class ValueTaskFunctions
{
    [Function("ReturnsValueTask")]
    public ValueTask Run([QueueTrigger("some-queue")] string message) => ValueTask.CompletedTask;
}

public sealed class NoTriggerFunctions
{
    [Function("NoTrigger")]
    public void Run(string message)
    {
    }
}

public sealed class TwoTriggersFunctions
{
    [Function("TwoTriggers")]
    public void Run([QueueTrigger("some-queue")] string message, [TimerTrigger("0 * * * * *")] TimerInfo timer)
    {
    }
}

public sealed class BadNameFunctions
{
    [Function("1st function")]
    public void Run([QueueTrigger("some-queue")] string message)
    {
    }
}

public sealed class SameNameFunctions
{
    [Function("Same")]
    public void Run([QueueTrigger("some-queue")] string message)
    {
    }

    [Function("same")]
    public void RunAgain([QueueTrigger("some-queue")] string message)
    {
    }
}

public sealed class BadQueueNameFunctions
{
    [Function("BadQueueName")]
    public void Run([QueueTrigger("qq")] string message)
    {
    }
}

public sealed class MissingSettingFunctions
{
    [Function("MissingSetting")]
    public void Run([QueueTrigger("%NoSuchSetting%")] string message)
    {
    }
}

public sealed class UnboundFunctions
{
    [Function("BlobAsBinaryData")]
    public void BlobAsBinaryData([BlobTrigger("articles/{name}")] BinaryData blob)
    {
    }

    [Function("BlobNameTypo")]
    public void BlobNameTypo([BlobTrigger("articles/{name}")] Stream blob, string nmae)
    {
    }

    [Function("BlobPathTwice")]
    public void BlobPathTwice([BlobTrigger("articles/{name}/{name}")] Stream blob)
    {
    }

    [Function("MessageAsObject")]
    public void MessageAsObject([QueueTrigger("some-queue")] Version message)
    {
    }

    [Function("MessageAndMore")]
    public void MessageAndMore([QueueTrigger("some-queue")] string message, HttpClient client)
    {
    }

    [Function("TimerAsString")]
    public void TimerAsString([TimerTrigger("0 * * * * *")] string timer)
    {
    }

    [Function("RequestContext")]
    public void RequestContext([HttpTrigger(AuthorizationLevel.Anonymous)] HttpRequest request, HttpContext context)
    {
    }

    [Function("NoSuchRouteValue")]
    public void NoSuchRouteValue([HttpTrigger(AuthorizationLevel.Anonymous, Route = "a/{id}")] HttpRequest request, string key)
    {
    }

    [Function("RouteValueType")]
    public void RouteValueType([HttpTrigger(AuthorizationLevel.Anonymous, Route = "a/{id}")] HttpRequest request, Version id)
    {
    }

    [Function("BadRoute")]
    public void BadRoute([HttpTrigger(AuthorizationLevel.Anonymous, Route = "a/{id")] HttpRequest request)
    {
    }
}
