using System.CommandLine;
using Pipeline.Cli.Files;
using Pipeline.Cli.Terminal;

namespace Pipeline.Cli.Upload;

/// <summary>The verb <c>upload</c>.</summary>
internal static class UploadCommand
{
    public static Command Create(CommandTerminal terminal)
    {
        var files = new Argument<string[]>("FILES")
        {
            Description = InputFiles.Description,
            Arity = ArgumentArity.OneOrMore,
        };
        var to = new Option<string?>("--to")
        {
            Description = $"The storage: {NamedStorage.Description}. Where nothing is said, the environment variable ArticleStorage, else the emulator on this machine.",
            HelpName = "CONNECTION",
        };
        var prefix = new Option<string?>("--prefix")
        {
            Description = "A folder in the container to put the files under.",
            HelpName = "FOLDER",
        };
        var json = new Option<bool>("--json")
        {
            Description = "Write one JSON object a line for each file: {\"file\",\"blob\",\"state\",\"etag\",\"detail\"}, with the state uploaded, unchanged or failed.",
        };
        var command = new Command(
            "upload",
            "Put files into the container of the articles, where the pipeline takes them up. A file from a folder or pattern keeps its path below it. " +
            "What is there with the same bytes is left alone.")
        {
            files,
            to,
            prefix,
            json,
        };
        command.SetAction((result, cancellationToken) =>
        {
            var named = BlobNames.Assign(InputFiles.Expand(result.GetValue(files)!), result.GetValue(prefix));
            var uploader = new Uploader(NamedStorage.Open(result.GetValue(to)));
            return new UploadRun(uploader, terminal, result.GetValue(json)).RunAsync(named, cancellationToken);
        });
        return command;
    }
}
