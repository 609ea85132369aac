using OpenGov.Api;
using OpenGov.Api.Commitments;
using OpenGov.Api.Metrics;
using OpenGov.Api.Organizations;
using OpenGov.Api.Plans;
using OpenGov.Api.Secretariats;
using OpenGov.Api.States;
using OpenGov.Api.Stats;
using OpenGov.Api.Vocabularies;

var builder = WebApplication.CreateBuilder(args);
builder.AddOpenGov();
var app = builder.Build();
app.UseOpenGov();

var api = app.MapApi();
api.MapStates();
api.MapSecretariats();
api.MapOrganizations();
api.MapPlans();
api.MapCommitments();
api.MapMetrics();
api.MapStats();
api.MapTerms();

await app.PrepareAsync();
await app.RunAsync();
