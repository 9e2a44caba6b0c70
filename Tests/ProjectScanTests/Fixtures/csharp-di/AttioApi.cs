public sealed class AttioApi(HttpClient http)
{
    public async Task<string> Lists() => await http.GetStringAsync("lists"); //=> GET /v2/lists

    public async Task Assert(string slug, object body)
    {
        var res = await http.PutAsJsonAsync($"objects/{slug}/records?matching_attribute=domains", body); //=> PUT /v2/objects/{object}/records
        res.EnsureSuccessStatusCode();
    }
}

public interface IAttio
{
    [Get("/objects/{slug}")]
    Task<string> Object(string slug); //=> GET /v2/objects/{object}

    [Post("/webhooks")]
    Task<string> Hook([Body] object body); //=> POST /v2/webhooks
}
