var builder = WebApplication.CreateBuilder(args);

builder.Services.AddHttpClient<AttioApi>(client =>
{
    client.BaseAddress = new Uri("https://api.attio.com/v2/");
    client.DefaultRequestHeaders.Add("Authorization", $"Bearer {builder.Configuration["ATTIO_API_KEY"]}");
});
var app = builder.Build();
app.MapGet("/notes", () => "x");
app.MapPost("/objects/{slug}/records", async (AttioApi api) => await api.Lists());
app.Run();
