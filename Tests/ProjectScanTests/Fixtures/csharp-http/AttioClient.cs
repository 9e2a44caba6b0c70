using System.Net.Http.Json;

namespace Crm;

public class AttioClient
{
    private const string BaseUrl = "https://api.attio.com/v2/";
    private readonly HttpClient _http;

    public AttioClient(IConfiguration configuration)
    {
        _http = new HttpClient { BaseAddress = new Uri(BaseUrl) };
        _http.DefaultRequestHeaders.Authorization = new("Bearer", Environment.GetEnvironmentVariable("ATTIO_API_KEY"));
    }

    public Task<Person?> GetAsync(string slug, string id) =>
        _http.GetFromJsonAsync<Person>($"objects/{slug}/records/{id}"); //=> GET /v2/objects/{object}/records/{record_id}

    public async Task CreateTask(object body)
    {
        var response = await _http.PostAsJsonAsync("tasks", body); //=> POST /v2/tasks
        response.EnsureSuccessStatusCode();
    }

    public async Task Patch(string list, string entry)
    {
        using var request = new HttpRequestMessage(HttpMethod.Patch, string.Format("lists/{0}/entries/{1}", list, entry)); //=> PATCH /v2/lists/{list}/entries/{entry_id}
        await _http.SendAsync(request);
    }

    public async Task Delete(string id)
    {
        await _http.DeleteAsync("notes/" + id); //=> DELETE /v2/notes/{note_id}
        var client = new RestClient("https://api.attio.com/v2");
        var req = new RestRequest("/lists", Method.Get); //=> GET /v2/lists
        await client.ExecuteAsync(req);
    }
}
