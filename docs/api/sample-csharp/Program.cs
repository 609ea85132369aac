// What is stated, what is documented, and the story of one commitment, with types generated from the API
// description. Run it with the address of a service: dotnet run -- http://localhost:5080
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Serialization;
using OpenGov.Client;

var client = new HttpClient { BaseAddress = new Uri(args.Length > 0 ? args[0] : "http://localhost:5080") };
var json = new JsonSerializerOptions(JsonSerializerDefaults.Web)
{
    Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower) },
};

var summary = await client.GetFromJsonAsync<Summary>("/api/v1/stats/summary", json);
foreach (var figure in summary!.Figures)
{
    Console.WriteLine($"{figure.Label_en}: {figure.Stated} stated, {(object?)figure.Documented ?? "no data"} documented");
}

var commitment = await client.GetFromJsonAsync<CommitmentDetail>("/api/v1/commitments/MX-DUR-PAL1-C2", json);
Console.WriteLine($"{commitment!.Title_en}: {commitment.Problem_en}");
