using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;

namespace Pipeline.LocalHost.Tests.Hosting;

#pragma warning disable CA1822 // Instance methods, as in an app.

public sealed class Counter
{
    private int _value;

    public int Next() => Interlocked.Increment(ref _value);
}

public sealed class ScopedThing(Counter counter)
{
    public int Number { get; } = counter.Next();
}

public sealed class BlobFunctions(Recorder recorder)
{
    [Function("RecordBlob")]
    public async Task RunAsync(
        [BlobTrigger("%Container%/{name}")] BlobClient blob, string name, CancellationToken cancellationToken)
    {
        var content = await blob.DownloadContentAsync(cancellationToken);
        await recorder.RunAsync($"{name}={content.Value.Content}", cancellationToken);
    }
}

public sealed class BlobStreamFunctions(Recorder recorder)
{
    [Function("RecordStream")]
    public async Task RunAsync(
        [BlobTrigger("%Container%/in/{name}.txt")] Stream blob, string name, CancellationToken cancellationToken)
    {
        using var reader = new StreamReader(blob);
        await recorder.RunAsync($"{name}={await reader.ReadToEndAsync(cancellationToken)}", cancellationToken);
    }

    [Function("RecordText")]
    public Task RunOnText([BlobTrigger("%Container%/text/{name}")] string blob, CancellationToken cancellationToken) =>
        recorder.RunAsync("text=" + blob, cancellationToken);

    [Function("RecordBytes")]
    public Task RunOnBytes([BlobTrigger("%Container%/bytes/{name}")] byte[] blob, CancellationToken cancellationToken) =>
        recorder.RunAsync("bytes=" + blob.Length, cancellationToken);

    [Function("RecordEvent")]
    public Task RunOnEvent(
        [BlobTrigger("%Container%/{name}", Source = BlobTriggerSource.EventGrid)] Stream blob,
        CancellationToken cancellationToken) =>
        recorder.RunAsync("event", cancellationToken);
}

public sealed class QueueFunctions(Recorder recorder, ScopedThing scoped)
{
    [Function("First")]
    public Task RunAsync([QueueTrigger("%Queue%-first")] QueueMessage message, CancellationToken cancellationToken) =>
        recorder.RunAsync($"{message.Body}#{message.DequeueCount}#{scoped.Number}", cancellationToken);
}

public sealed class PoisonQueueFunctions(Recorder recorder)
{
    [Function("Poison")]
    public Task RunAsync([QueueTrigger("%Queue%-first-poison")] byte[] message, CancellationToken cancellationToken) =>
        recorder.RunAsync($"poison={message.Length}", cancellationToken);
}

public sealed class BodyFunctions(Recorder recorder)
{
    [Function("AsText")]
    public Task RunOnText([QueueTrigger("%Queue%-first")] string message, CancellationToken cancellationToken) =>
        recorder.RunAsync("text=" + message, cancellationToken);

    [Function("AsData")]
    public Task RunOnData([QueueTrigger("%Queue%-second")] BinaryData message, CancellationToken cancellationToken) =>
        recorder.RunAsync("data=" + message, cancellationToken);
}

public sealed class ForwardFunctions([FromKeyedServices("second")] QueueClient second, Recorder recorder)
{
    [Function("Forward")]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post")] HttpRequest request, CancellationToken cancellationToken)
    {
        await second.SendMessageAsync(TestApp.Base64("forwarded"), cancellationToken);
        return Results.Accepted();
    }

    [Function("Second")]
    public Task OnSecond([QueueTrigger("%Queue%-second")] string message, CancellationToken cancellationToken) =>
        recorder.RunAsync(message, cancellationToken);
}

public sealed class TimerFunctions(Recorder recorder)
{
    [Function("OnStartup")]
    public Task RunAsync(
        [TimerTrigger("0 0 0 1 1 *", RunOnStartup = true)] TimerInfo timer, CancellationToken cancellationToken) =>
        recorder.RunAsync($"late={timer.IsPastDue}", cancellationToken);
}

public sealed class TickFunctions(Recorder recorder)
{
    [Function("Tick")]
    public Task RunAsync([TimerTrigger("0 */5 * * * *")] TimerInfo timer, CancellationToken cancellationToken) =>
        recorder.RunAsync($"late={timer.IsPastDue}", cancellationToken);
}

public sealed class HttpFunctions(Recorder recorder, ScopedThing scoped)
{
    [Function("Item")]
    public IResult GetItem(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "items/{id:int}/{day?}")] HttpRequest request,
        int id,
        DateOnly? day) => Results.Text($"{id} {day:O} {request.Query["q"]}");

    [Function("Number")]
    public IResult GetNumber(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "numbers/{number}")] HttpRequest request, long number) =>
        Results.Text($"{number}");

    [Function("Files")]
    public IActionResult GetFile(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "files/{*path}")] HttpRequest request, string? path) =>
        new ObjectResult(new { Path = path }) { StatusCode = StatusCodes.Status202Accepted };

    [Function("PageByNumber")]
    public IResult GetPage([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "pages/{number}")] HttpRequest request, string number) =>
        Results.Text($"page {number}");

    // Narrower, but behind the other by its name: never called.
    [Function("PageNew")]
    public IResult GetNewPage([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "pages/new")] HttpRequest request) => Results.Text("new page");

    [Function("PageOther")]
    public IResult GetOther([HttpTrigger(AuthorizationLevel.Anonymous, Route = "pages/{*path}")] HttpRequest request) =>
        Results.Text($"other {request.Method}");

    [Function("Echo")]
    public async Task<IResult> EchoAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", "put")] HttpRequest request, CancellationToken cancellationToken)
    {
        using var reader = new StreamReader(request.Body);
        return Results.Text(await reader.ReadToEndAsync(cancellationToken));
    }

    [Function("Guarded")]
    public IResult GetGuarded([HttpTrigger(AuthorizationLevel.Function, "get")] HttpRequest request) => Results.Text("in");

    [Function("Scope")]
    public IResult GetScope([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest request) =>
        Results.Text($"{scoped.Number}");

    [Function("Throws")]
    public IResult Throw([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest request) =>
        throw new InvalidOperationException("The function's own reason.");

    [Function("BadAnswer")]
    public IResult GiveBadAnswer([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest request) =>
        Results.File("/no/such/file", "text/plain");

    [Function("PlainObject")]
    public object GetPlainObject([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest request) => "never sent";

    [Function("Slow")]
    public async Task<IResult> WaitAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest request, CancellationToken cancellationToken)
    {
        await recorder.RunAsync("slow", cancellationToken);
        return Results.Ok();
    }
}
