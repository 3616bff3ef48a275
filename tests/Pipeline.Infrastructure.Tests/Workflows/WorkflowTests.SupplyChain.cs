using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Xunit;
using YamlDotNet.RepresentationModel;

namespace Pipeline.Infrastructure.Tests.Workflows;

/// <summary>Advisories fail a workflow of their own, and a release says what it is made of.</summary>
public sealed partial class WorkflowTests
{
    private const string BillCommand = "dotnet-CycloneDX";

    // The bill comes after the publish, whose packages it lists, and before the pack, which restores those of the other build.
    private static readonly string[] BuildOrder = ["dotnet publish ", "dotnet tool restore", "dotnet pack ", "actions/attest-build-provenance@", "actions/upload-artifact@"];

    public static TheoryData<string> ProjectFiles =>
        [.. ((string[])["", "src", "tests"])
            .Select(Repository.PathOf)
            .SelectMany(folder => Directory.GetDirectories(folder).Append(folder))
            .Distinct()
            .SelectMany(folder => Directory.GetFiles(folder))
            .Where(file => Path.GetExtension(file) is ".props" or ".targets" or ".csproj")
            .Select(file => Path.GetRelativePath(Repository.Root, file))
            .Order(StringComparer.Ordinal)];

    [Fact]
    public void Audit_OfBothBuilds_RunsEachNightAndOnChanges()
    {
        var workflow = Parse(".github/workflows/dependencies.yml");
        var audit = (YamlMappingNode)workflow["jobs"]["audit"];
        var triggers = ((YamlMappingNode)workflow["on"]).Children.Keys.Select(trigger => trigger.ToString()).ToList();

        Assert.Contains("pull_request", triggers);
        Assert.Contains("schedule", triggers);
        Assert.Equal(["Contracts", "Package"], ((YamlSequenceNode)audit["strategy"]["matrix"]["worker"]).Select(worker => worker.ToString()));
        Assert.Equal("${{ matrix.worker }}", audit["env"]["FunctionsWorker"].ToString());
        Assert.All(
            Steps("dependencies.yml", "audit").Cast<YamlMappingNode>().Append(audit),
            part => Assert.False(part.Children.ContainsKey("if") || part.Children.ContainsKey("continue-on-error")));
    }

    [Fact]
    public void Audit_AdvisoryOfAPackage_FailsTheRestore()
    {
        var restore = Assert.Single(Steps("dependencies.yml", "audit").Cast<YamlMappingNode>(), step => TextOf(step, "run").Contains("dotnet", StringComparison.Ordinal));

        Assert.Matches(FailingRestore(), TextOf(restore, "run"));

        // An advisory is a warning: this makes it an error.
        Assert.Equal("true", XElement.Load(Repository.PathOf("Directory.Build.props")).Descendants("TreatWarningsAsErrors").Single().Value);
    }

    [Theory]
    [InlineData("dotnet restore")]
    [InlineData("dotnet restore -p:NuGetAuditLevel=moderate -p:WarningsNotAsErrors=NU1603")]
    [InlineData("dotnet restore -p:NuGetAuditMode=direct -p:NuGetAuditLevel=moderate -p:WarningsNotAsErrors=NU1603")]
    [InlineData("dotnet restore -p:NuGetAuditMode=all -p:NuGetAuditLevel=critical -p:WarningsNotAsErrors=NU1603")]
    [InlineData("dotnet restore -p:NuGetAuditMode=all -p:NuGetAuditLevel=moderate")]
    [InlineData("dotnet restore -p:NuGetAuditMode=all -p:NuGetAuditLevel=moderate -p:WarningsNotAsErrors=NU1603%3BNU1903")]
    [InlineData("dotnet restore -p:NuGetAuditMode=all -p:NuGetAuditLevel=moderate -p:WarningsNotAsErrors=NU1603 || true")]
    public void FailingRestore_OneThatLetsAdvisoriesPass_IsSeen(string script) => Assert.DoesNotMatch(FailingRestore(), script);

    [Fact]
    public void Audit_Npm_FailsWhereThePackageIs()
    {
        var npm = Assert.Single(Steps("dependencies.yml", "audit").Cast<YamlMappingNode>(), step => TextOf(step, "run").Contains("npm", StringComparison.Ordinal));

        Assert.Equal("npm audit --audit-level=high", TextOf(npm, "run"));
        Assert.True(File.Exists(Repository.PathOf(TextOf(npm, "working-directory") + "/package-lock.json")));
    }

    // WarningsNotAsErrors is for builds, and no exemption: the audit's restore sets it anew.
    [Theory]
    [MemberData(nameof(ProjectFiles))]
    public void Advisories_InAProject_AreNotExempt(string file) => Assert.Empty(Exemptions(XElement.Load(Repository.PathOf(file))));

    [Theory]
    [InlineData("<Project><PropertyGroup><NoWarn>$(NoWarn);NU1903</NoWarn></PropertyGroup></Project>")]
    [InlineData("<Project><PropertyGroup><NuGetAudit>false</NuGetAudit></PropertyGroup></Project>")]
    [InlineData("<Project><PropertyGroup><TreatWarningsAsErrors>false</TreatWarningsAsErrors></PropertyGroup></Project>")]
    [InlineData("<Project><ItemGroup><NuGetAuditSuppress Include=\"https://github.com/advisories/GHSA-0000\" /></ItemGroup></Project>")]
    [InlineData("<Project><ItemGroup><PackageReference Include=\"AngleSharp\" NoWarn=\"NU1902\" /></ItemGroup></Project>")]
    [InlineData("<Project TreatAsLocalProperty=\"WarningsNotAsErrors\" />")]
    public void Exemptions_OfAProject_AreSeen(string project) => Assert.Single(Exemptions(XElement.Parse(project)));

    [Theory]
    [MemberData(nameof(Files))]
    public void Advisories_InAWorkflow_AreNotExempt(string file) => Assert.DoesNotMatch(ExemptingWorkflow(), Repository.Read($".github/workflows/{file}"));

    [Theory]
    [InlineData("      - run: dotnet restore -p:NoWarn=NU1903")]
    [InlineData("      - run: dotnet restore -p:NuGetAudit=false")]
    [InlineData("      NuGetAudit: false")]
    [InlineData("          allow-ghsas: GHSA-0000")]
    public void ExemptingWorkflow_Exemption_IsSeen(string line) => Assert.Matches(ExemptingWorkflow(), line);

    [Fact]
    public void Release_BillOfMaterials_IsMadeBetweenThePublishAndTheAttestation()
    {
        var steps = Steps("release.yml", "build").Cast<YamlMappingNode>().Select(step => TextOf(step, "run") + TextOf(step, "uses")).ToList();

        var order = BuildOrder.Select(start => steps.FindIndex(step => step.StartsWith(start, StringComparison.Ordinal))).ToList();

        Assert.DoesNotContain(-1, order);
        Assert.Equal(order.Order(), order);
    }

    [Fact]
    public void Release_BillOfMaterials_IsAttestedAndReleased()
    {
        var steps = Steps("release.yml", "build").Cast<YamlMappingNode>().ToList();
        var bill = steps.SelectMany(step => TextOf(step, "run").Split('\n')).Single(line => line.StartsWith($"dotnet {BillCommand} ", StringComparison.Ordinal)).Split(' ');
        var attest = steps.Single(step => TextOf(step, "uses").StartsWith("actions/attest-build-provenance@", StringComparison.Ordinal));
        var upload = steps.Single(step => TextOf(step, "uses").StartsWith("actions/upload-artifact@", StringComparison.Ordinal));
        var name = upload["with"]["name"].ToString();
        var publish = Steps("release.yml", "publish").Cast<YamlMappingNode>().Select(step => TextOf(step, "run")).ToList();

        Assert.True(File.Exists(Repository.PathOf(bill[2])));
        Assert.Equal("Json", ValueOf(bill, "--output-format"));
        Assert.EndsWith(".cdx.json", ValueOf(bill, "--filename"), StringComparison.Ordinal);
        Assert.Equal(ValueOf(bill, "--output"), upload["with"]["path"].ToString());
        Assert.Equal($"{ValueOf(bill, "--output")}/*", attest["with"]["subject-path"].ToString());
        Assert.Contains(publish, script => script.EndsWith($" --name {name} --dir release", StringComparison.Ordinal));
        Assert.Contains(publish, script => script.StartsWith("gh release create ", StringComparison.Ordinal) && script.Contains(" release/* ", StringComparison.Ordinal));
    }

    [Fact]
    public void Tools_BillOfMaterials_IsOfOneVersion()
    {
        var tool = JsonNode.Parse(Repository.Read(".config/dotnet-tools.json"))!["tools"]!["cyclonedx"]!;

        Assert.Equal([BillCommand], tool["commands"]!.AsArray().Select(command => (string)command!));
        Assert.Matches(ExactVersion(), (string)tool["version"]!);
        Assert.False((bool?)tool["rollForward"]);
    }

    private static string TextOf(YamlMappingNode step, string key) => step.Children.TryGetValue(key, out var value) ? value.ToString() : "";

    private static string? ValueOf(string[] words, string option) => words.SkipWhile(word => word != option).ElementAtOrDefault(1);

    /// <summary>Returns what a project says that lets advisories pass, the audit's own settings included: only its command has those.</summary>
    private static List<string> Exemptions(XElement project) =>
        [.. project.DescendantsAndSelf()
            .SelectMany(element => element.Attributes().Select(attribute => (Name: attribute.Name.LocalName, attribute.Value)).Append((Name: element.Name.LocalName, element.Value)))
            .Where(said => IsExemption(said.Name, said.Value))
            .Select(said => $"{said.Name}: {said.Value}")];

    private static bool IsExemption(string name, string value) => name switch
    {
        "NoWarn" or "MSBuildWarningsAsMessages" => value.Contains("NU19", StringComparison.OrdinalIgnoreCase),
        "TreatWarningsAsErrors" => value != "true",
        "TreatAsLocalProperty" => true,
        _ => name.StartsWith("NuGetAudit", StringComparison.OrdinalIgnoreCase),
    };

    [GeneratedRegex(@"^dotnet restore -p:NuGetAuditMode=all -p:NuGetAuditLevel=(low|moderate) -p:WarningsNotAsErrors=NU1603$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex FailingRestore();

    [GeneratedRegex(@"NU19[0-9]{2}|\bNuGetAudit(Suppress)?\s*[=:]|\ballow-ghsas\b", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex ExemptingWorkflow();

    [GeneratedRegex(@"^[0-9]+\.[0-9]+\.[0-9]+$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex ExactVersion();
}
