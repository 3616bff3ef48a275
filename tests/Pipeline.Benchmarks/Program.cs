using System.CommandLine;
using Pipeline.Benchmarks.Compute;
using Pipeline.Benchmarks.Load;
using Pipeline.Benchmarks.Page;
using Pipeline.Benchmarks.Parsing;
using Pipeline.Benchmarks.Reading;
using Pipeline.Benchmarks.Robustness;
using Pipeline.Benchmarks.Running;
using Pipeline.Benchmarks.Stages;
using Pipeline.Benchmarks.Summaries;
using Pipeline.Benchmarks.Tagging;

// What breaks a run off is told as it is: the parser's own handler says nothing where a request took too long.
return await new RootCommand("Timings of the pipeline, and its robustness.")
{
    LoadCommands.CreateLoad(),
    LoadCommands.CreateCompare(),
    RunningCommands.CreateLatency(),
    RunningCommands.CreatePack(),
    RunningCommands.CreateSoak(),
    RunningCommands.CreateMemory(),
    RunningCommands.CreateStartup(),
    ReadingCommands.CreateReading(),
    ReadingCommands.CreateRequests(),
    PageCommands.CreatePage(),
    PageCommands.CreateScreenshots(),
    StageCommands.CreateStages(),
    ParsingCommands.CreateParsing(),
    ParsingCommands.CreateGrowth(),
    ParsingCommands.CreateExtractionSpeed(),
    TaggingCommands.CreateTagging(),
    TaggingCommands.CreateTaxonomy(),
    SummaryCommands.CreateSummaries(),
    SummaryCommands.CreateDigests(),
    ComputeCommands.CreateInspect(),
    ComputeCommands.CreatePeers(),
    ScheduleCommand.Create(),
    CrashCommand.Create(),
    FileCommands.CreateMutate(),
    FileCommands.CreateHostile(),
    FileCommands.CreateHostileDrop(),
    FileCommands.CreateFuzz(),
    RequestCommands.CreateOddRequests(),
    RequestCommands.CreateRoughClients(),
}.Parse(args).InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
