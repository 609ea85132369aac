using OpenGov.Api;
using OpenGov.Api.Agents;
using OpenGov.Api.Assessments;
using OpenGov.Api.Changes;
using OpenGov.Api.Commands;
using OpenGov.Api.Commitments;
using OpenGov.Api.Dialogues;
using OpenGov.Api.Embedding;
using OpenGov.Api.Files;
using OpenGov.Api.Instruments;
using OpenGov.Api.Keys;
using OpenGov.Api.Learnings;
using OpenGov.Api.Lists;
using OpenGov.Api.Measures;
using OpenGov.Api.Metrics;
using OpenGov.Api.Organizations;
using OpenGov.Api.Plans;
using OpenGov.Api.Practices;
using OpenGov.Api.Search;
using OpenGov.Api.Secretariats;
using OpenGov.Api.Sources;
using OpenGov.Api.States;
using OpenGov.Api.Stats;
using OpenGov.Api.Timeline;
using OpenGov.Api.Trainings;
using OpenGov.Api.Vocabularies;
using OpenGov.Api.Webhooks;
using OpenGov.Api.Writing;

try
{
    var arguments = Arguments.Read(args);
    if (arguments.Command.Length > 0)
    {
        return await CommandLine.RunAsync(arguments);
    }

    var builder = ContentRoot.CreateBuilder(arguments.Settings);
    builder.AddOpenGov();
    await using var app = builder.Build();
    app.UseOpenGov();

    var api = app.MapApi();
    api.MapResources();
    api.MapStates();
    api.MapSecretariats();
    api.MapOrganizations();
    api.MapPlans();
    api.MapCommitments();
    api.MapAssessments();
    api.MapMetrics();
    api.MapDialogues();
    api.MapPractices();
    api.MapInstruments();
    api.MapTrainings();
    api.MapLearnings();
    api.MapTimeline();
    api.MapMeasures();
    api.MapStats();
    api.MapTerms();
    api.MapSources();
    api.MapSearch();
    api.MapChanges();
    api.MapWriting();
    api.MapFiles();
    api.MapEvidenceFiles();
    api.MapKeys();
    api.MapWebhooks();
    app.MapEmbedding();
    app.MapAgents();
    app.MapFullText();

    await app.ServeAsync();
    return ExitCode.Done;
}
catch (Exception error) when (error is not HostAbortedException)
{
    return await Failures.TellAsync(error);
}
