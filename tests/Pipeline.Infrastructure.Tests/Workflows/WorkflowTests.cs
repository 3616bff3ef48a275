using System.Text.RegularExpressions;
using Xunit;
using YamlDotNet.RepresentationModel;

namespace Pipeline.Infrastructure.Tests.Workflows;

/// <summary>The workflows run what they name, with as few rights as they need; azd finds what it deploys.</summary>
public sealed partial class WorkflowTests
{
    private static readonly string[] TestProjectsAndScripts = [".ci/run", "infra/smoke-test.sh", "infra/deploy-events.sh", "infra/deploy-events.ps1", "infra/events.bicepparam", "src/Pipeline.Functions", "src/Pipeline.Cli", "tests/Pipeline.Infrastructure.Tests"];

    // What jobs may do beyond what their workflow may; a job that is not here says nothing of it.
    private static readonly Dictionary<string, string[]> JobPermissions = new()
    {
        ["codeql.yml analyze"] = ["contents: read", "security-events: write"],
        ["infrastructure.yml preview"] = ["contents: read", "id-token: write"],
        ["release.yml build"] = ["attestations: write", "contents: read", "id-token: write"],
        ["release.yml publish"] = ["actions: read", "contents: write"],
        ["release.yml deploy"] = ["actions: read", "contents: read", "id-token: write"],
    };

    public static TheoryData<string> Files =>
        [.. Directory.GetFiles(Repository.PathOf(".github/workflows")).Select(file => Path.GetFileName(file)!).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Files))]
    public void Uses_EveryAction_IsPinnedToACommitWithItsVersionBeside(string file)
    {
        var uses = Repository.Read($".github/workflows/{file}").Split('\n').Where(line => Uses().IsMatch(line)).ToList();

        Assert.NotEmpty(uses);
        Assert.All(uses, line => Assert.Matches(Pinned(), line));
    }

    [Theory]
    [InlineData("      - uses: actions/checkout@v7")]
    [InlineData("      - uses: actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1")]
    [InlineData("      - uses: actions/checkout@3d3c42e # v7.0.1")]
    public void Pinned_Tag_IsSeen(string line)
    {
        Assert.Matches(Uses(), line);
        Assert.DoesNotMatch(Pinned(), line);
    }

    [Fact]
    public void Uses_OneAction_IsOfOneCommitEverywhere()
    {
        var commits = Directory.GetFiles(Repository.PathOf(".github/workflows"))
            .SelectMany(File.ReadLines)
            .Select(line => Pinned().Match(line))
            .Where(match => match.Success)
            .GroupBy(match => match.Groups["action"].Value, match => match.Groups["commit"].Value)
            .Where(action => action.Distinct().Count() > 1);

        Assert.Empty(commits.Select(action => action.Key));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Permissions_Workflow_ReadsUnlessAJobSaysMore(string file)
    {
        var workflow = Parse($".github/workflows/{file}");

        var permissions = Assert.IsType<YamlMappingNode>(workflow["permissions"]);

        Assert.Equal([("contents", "read")], permissions.Select(one => (one.Key.ToString(), one.Value.ToString())));
        Assert.All(Jobs(workflow), job => Assert.True(job.Children.ContainsKey("timeout-minutes")));
    }

    [Fact]
    public void Permissions_Jobs_AreThoseListed()
    {
        var said = Files
            .SelectMany(file => ((YamlMappingNode)Parse($".github/workflows/{file.Data}")["jobs"]).Children, (file, job) => (Name: $"{file.Data} {job.Key}", Job: (YamlMappingNode)job.Value))
            .Where(job => job.Job.Children.ContainsKey("permissions"))
            .ToDictionary(job => job.Name, job => Permissions(job.Job["permissions"]));

        Assert.Equal(JobPermissions.Keys.Order(StringComparer.Ordinal), said.Keys.Order(StringComparer.Ordinal));
        Assert.All(said, job => Assert.Equal(JobPermissions[job.Key], job.Value));
    }

    [Fact]
    public void Permissions_WriteAll_IsSeen() => Assert.Equal(["write-all"], Permissions(new YamlScalarNode("write-all")));

    [Theory]
    [MemberData(nameof(Files))]
    public void Checkout_Token_IsNotLeftBehind(string file) => Assert.All(
        Jobs(Parse($".github/workflows/{file}"))
            .Where(job => job.Children.ContainsKey("steps"))
            .SelectMany(job => ((YamlSequenceNode)job["steps"]).Cast<YamlMappingNode>())
            .Where(step => step.Children.TryGetValue("uses", out var uses) && uses.ToString().StartsWith("actions/checkout@", StringComparison.Ordinal)),
        step => Assert.Equal("false", step["with"]["persist-credentials"].ToString()));

    [Theory]
    [MemberData(nameof(Files))]
    public void Run_WhatOthersWrote_IsNeverPartOfAScript(string file) => Assert.All(
        Scripts(Parse($".github/workflows/{file}")),
        script => Assert.DoesNotContain("${{", script, StringComparison.Ordinal));

    [Fact]
    public void Scripts_OfSeveralLines_AreWhole()
    {
        var workflow = ParseText("jobs:\n  one:\n    steps:\n      - run: |\n          first\n          echo ${{ github.head_ref }}\n");

        Assert.Equal(["first\necho ${{ github.head_ref }}\n"], Scripts(workflow));
    }

    [Fact]
    public void Paths_OfWorkflowsAndAzd_AreThere()
    {
        Assert.All(TestProjectsAndScripts, path => Assert.True(Path.Exists(Repository.PathOf(path)), path));
        Assert.Equal("src/Pipeline.Functions", Parse("azure.yaml")["services"]["api"]["project"].ToString());
        Assert.Equal(".ci/run", Steps("ci.yml", "test").Last()["run"].ToString());
    }

    [Fact]
    public void Azd_Hooks_DeployTheEventsAfterTheCode()
    {
        var hooks = Parse("azure.yaml")["hooks"]["postdeploy"];

        Assert.All((string[])["posix", "windows"], system => Assert.Contains("infra/events.bicepparam", Repository.Read(hooks[system]["run"].ToString()), StringComparison.Ordinal));
    }

    [Fact]
    public void Dependabot_Npm_LooksWhereThePackageIs()
    {
        var npm = ((YamlSequenceNode)Parse(".github/dependabot.yml")["updates"]).Single(update => update["package-ecosystem"].ToString() == "npm");

        Assert.True(File.Exists(Repository.PathOf(npm["directory"].ToString()[1..] + "/package-lock.json")));
    }

    private static IEnumerable<YamlNode> Steps(string file, string job) => (YamlSequenceNode)Parse($".github/workflows/{file}")["jobs"][job]["steps"];

    private static IEnumerable<YamlMappingNode> Jobs(YamlNode workflow) => ((YamlMappingNode)workflow["jobs"]).Children.Values.Cast<YamlMappingNode>();

    private static IEnumerable<string> Scripts(YamlNode workflow) => Jobs(workflow)
        .Where(job => job.Children.ContainsKey("steps"))
        .SelectMany(job => ((YamlSequenceNode)job["steps"]).Cast<YamlMappingNode>())
        .Where(step => step.Children.ContainsKey("run"))
        .Select(step => step["run"].ToString());

    private static string[] Permissions(YamlNode said) => said is YamlMappingNode rights
        ? [.. rights.Select(right => $"{right.Key}: {right.Value}").Order(StringComparer.Ordinal)]
        : [said.ToString()];

    private static YamlNode Parse(string path) => ParseText(Repository.Read(path));

    private static YamlNode ParseText(string text)
    {
        var yaml = new YamlStream();
        using var reader = new StringReader(text);
        yaml.Load(reader);
        return yaml.Documents[0].RootNode;
    }

    [GeneratedRegex(@"^\s*(-\s+)?uses:\s", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Uses();

    [GeneratedRegex(@"^\s*(-\s+)?uses: (?<action>[\w./-]+)@(?<commit>[0-9a-f]{40}) # v[0-9]+\.[0-9]+\.[0-9]+$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Pinned();
}
