using System.CommandLine;
using Pipeline.Benchmarks.Compute;
using Pipeline.Benchmarks.Load;
using Pipeline.Benchmarks.Page;
using Pipeline.Benchmarks.Parsing;
using Pipeline.Benchmarks.Reading;
using Pipeline.Benchmarks.Reporting;
using Pipeline.Benchmarks.Robustness;
using Pipeline.Benchmarks.Running;
using Pipeline.Benchmarks.Stages;
using Pipeline.Benchmarks.Summaries;
using Pipeline.Benchmarks.Tagging;

var articles = new Option<int>("--articles") { Description = "How many articles are dropped.", DefaultValueFactory = _ => 100 };
var size = new Option<int>("--size") { Description = "The length of each article, in bytes.", DefaultValueFactory = _ => 4_000 };

var latency = new Command("latency", "Drop articles one by one; time each from its upload's end until its summary is served.") { articles, size };
latency.SetAction((result, cancellationToken) =>
    LatencyRun.RunAsync(result.GetValue(articles), result.GetValue(size), cancellationToken));

var pack = new Command("pack", "Drop one ZIP of all articles; time its parsing, and until the last summary is served.") { articles, size };
pack.SetAction((result, cancellationToken) => PackRun.RunAsync(result.GetValue(articles), result.GetValue(size), cancellationToken));

var format = new Option<string?>("--format") { Description = "One format; all where it is not given." };
var count = new Option<int>("--count") { Description = "How many damaged files of each format.", DefaultValueFactory = _ => 100_000 };
var seed = new Option<int>("--seed") { Description = "Other files for each.", DefaultValueFactory = _ => 1 };
var first = new Option<int>("--first") { Description = "The number of the first file: with --count 1, that file alone.", DefaultValueFactory = _ => 0 };
var maxSeconds = new Option<double>("--max-seconds") { Description = "A file that takes more time of the processor fails the run.", DefaultValueFactory = _ => 10 };
var maxMegabytes = new Option<double>("--max-megabytes") { Description = "A file for which more is allocated fails the run.", DefaultValueFactory = _ => 256 };
var mutate = new Command("mutate", "Parse damaged files of each format: nothing may crash, hang or take more memory than it should. Those that fail are kept in the folder mutations.")
{
    format, count, first, seed, maxSeconds, maxMegabytes,
};
mutate.SetAction((result, cancellationToken) => Task.FromResult(
    new MutationRun(result.GetValue(seed), new MutationLimits(result.GetValue(maxSeconds), result.GetValue(maxMegabytes)))
        .Run(result.GetValue(format), result.GetValue(first), result.GetValue(count), cancellationToken)));

var only = new Option<string?>("--only") { Description = "Those whose name holds this; all where it is not given." };
var here = new Option<string?>("--here") { Description = "The one of that name, in this process." };
var megabytes = new Option<double>("--megabytes") { Description = "How long each file is.", DefaultValueFactory = _ => 15.9 };
var limit = new Option<int>("--limit") { Description = "The limit of the parser's time, in seconds.", DefaultValueFactory = _ => 60 };
var markdown = MarkdownOption.Create();
var hostile = new Command("hostile", "Parse files as long as they may be, made to cost as much as they can: each ends within the limit of time and a second.")
{
    only, here, megabytes, limit, markdown,
};
hostile.SetAction((result, cancellationToken) => result.GetValue(here) is { } file
    ? Task.FromResult(HostileRun.RunHere(file, result.GetValue(megabytes), result.GetValue(limit)))
    : HostileRun.RunAsync(result.GetValue(only), result.GetValue(megabytes), result.GetValue(limit), result.GetValue(markdown), cancellationToken));

var good = new Option<int>("--good") { Description = "How many good articles are dropped with them.", DefaultValueFactory = _ => 100 };
var hostileDrop = new Command("hostile-drop", "Drop all hostile files together with good articles into the whole pipeline: the good ones are served meanwhile, and the others end with a reason.") { good, megabytes };
hostileDrop.SetAction((result, cancellationToken) => HostileDropRun.RunAsync(result.GetValue(good), result.GetValue(megabytes), cancellationToken));

var seconds = new Option<int>("--seconds") { Description = "For how long.", DefaultValueFactory = _ => 30 };
var roughClients = new Command("rough-clients", "Ask for a summary while other clients send odd requests, a byte at a time, nothing at all, and headers and bodies of 10 MB.") { seconds };
roughClients.SetAction((result, cancellationToken) => RoughClientsRun.RunAsync(result.GetValue(seconds), cancellationToken));

var minutes = new Option<int>("--minutes") { Description = "For how long.", DefaultValueFactory = _ => 20 };
var soak = new Command("soak", "Drop articles at half the rate that the machine takes, and watch memory, handles and latency.") { minutes, size };
soak.SetAction((result, cancellationToken) => SoakRun.RunAsync(result.GetValue(minutes), result.GetValue(size), cancellationToken));

var startups = new Option<int>("--runs") { Description = "How many processes are started.", DefaultValueFactory = _ => 9 };
var startupHere = new Option<bool>("--here") { Description = "Go through the steps in this process." };
var startup = new Command("startup", "Time what the function app does before its first article, step by step.") { startups, startupHere, markdown };
startup.SetAction((result, cancellationToken) => result.GetValue(startupHere)
    ? Task.FromResult(StartupRun.RunHere())
    : StartupRun.RunAsync(result.GetValue(startups), result.GetValue(markdown), cancellationToken));

var atOnce = new Option<int>("--articles") { Description = "How many articles are dropped at once.", DefaultValueFactory = _ => 2_000 };
var memoryRuns = new Option<int>("--runs") { Description = "How many runs there are, each on a storage of its own.", DefaultValueFactory = _ => 5 };
var memory = new Command("memory", "Let `pipeline run` drop articles, in a process of its own, and tell the most memory that it takes until the last one is served; who uploads them and follows what becomes of them is part of it.") { atOnce, size, memoryRuns, markdown };
memory.SetAction((result, cancellationToken) => MemoryRun.RunAsync(
    result.GetValue(atOnce), result.GetValue(size), result.GetValue(memoryRuns), result.GetValue(markdown), cancellationToken));

var times = new Option<int[]>("--times") { Description = "How many times as many terms as the built-in taxonomy.", AllowMultipleArgumentsPerToken = true, DefaultValueFactory = _ => [1, 10] };
var terms = new Option<int[]>("--terms") { Description = "How many made-up terms, without the built-in taxonomy.", AllowMultipleArgumentsPerToken = true, DefaultValueFactory = _ => [100, 1_000, 10_000, 100_000] };
var tagging = new Command("tagging", "Tag ever longer articles with the built-in taxonomy, then articles with ever more terms beside it, then with ever more made-up ones alone.") { times, terms, markdown };
tagging.SetAction(result =>
    TaggingGrowthRun.RunLengths(result.GetValue(markdown)) + TaggingGrowthRun.RunTimes(result.GetValue(times)!, result.GetValue(markdown)) + TaggingGrowthRun.RunTerms(result.GetValue(terms)!, result.GetValue(markdown)));
var runs = new Option<int>("--runs") { Description = "How many times each step is done.", DefaultValueFactory = _ => 9 };
var taxonomy = new Command("taxonomy", "Time the loading of the taxonomy and the making of the tagger.") { runs, markdown };
taxonomy.SetAction(result => TaxonomyLoadRun.Run(result.GetValue(runs), result.GetValue(markdown)));
var fuzz = new Command("fuzz", "Parse what afl-fuzz hands over, in a copy of this folder whose Pipeline.Text.dll is instrumented by sharpfuzz.");
fuzz.SetAction(_ => FuzzRun.Run());

// What breaks a run off is told as it is: the parser's own handler says nothing where a request took too long.
return await new RootCommand("Timings of the pipeline, and its robustness.")
{
    latency,
    LoadCommands.CreateLoad(),
    LoadCommands.CreateCompare(),
    pack,
    StageCommands.CreateStages(),
    ParsingCommands.CreateParsing(),
    ParsingCommands.CreateGrowth(),
    ParsingCommands.CreateExtractionSpeed(),
    ComputeCommands.CreateInspect(),
    ComputeCommands.CreatePeers(),
    tagging,
    SummaryCommands.CreateSummaries(),
    SummaryCommands.CreateDigests(),
    mutate,
    hostile,
    hostileDrop,
    roughClients,
    soak,
    startup,
    memory,
    RequestCommands.CreateOddRequests(),
    ScheduleCommand.Create(),
    CrashCommand.Create(),
    ReadingCommands.CreateReading(),
    ReadingCommands.CreateRequests(),
    PageCommands.CreateScreenshots(),
    PageCommands.CreatePage(),
    taxonomy,
    fuzz,
}.Parse(args).InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
