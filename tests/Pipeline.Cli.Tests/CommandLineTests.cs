using Xunit;

namespace Pipeline.Cli.Tests;

public sealed class CommandLineTests
{
    [Theory]
    [InlineData("bogus", "pipeline: Unrecognized command or argument 'bogus'.", "`pipeline --help` tells what there is.")]
    [InlineData("run extra", "pipeline: Unrecognized command or argument 'extra'.", "`pipeline run --help` tells what there is.")]
    [InlineData("inspect", "pipeline: Required argument 'FILES' missing for command: 'inspect'.", "`pipeline inspect --help` tells what there is.")]
    public async Task Run_WrongArguments_SaysWhatAndWhereHelpIs(string arguments, params string[] expected)
    {
        var invocation = await Invocation.RunAsync(arguments.Split(' '));

        Assert.Equal(1, await invocation.Command);
        Assert.Equal(expected, invocation.Error.Lines);
        Assert.Empty(invocation.Out.Text);
    }

    [Fact]
    public async Task Run_NoArguments_ShowsTheHelp()
    {
        var invocation = await Invocation.RunAsync();

        Assert.Equal(1, await invocation.Command);
        Assert.Contains("inspect <FILES>", invocation.Out.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_ArgumentWithAnEscapeSequence_IsQuotedWithoutIt()
    {
        var invocation = await Invocation.RunAsync("inspect", "no\u001B[31msuch.txt");

        Assert.Equal(["pipeline: There is no file or folder no [31msuch.txt."], invocation.Error.Lines);
    }
}
