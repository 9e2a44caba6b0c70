package org.example;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;

/** Calls https://api.attio.com/v2/tasks, says the documentation. */
public class AttioGateway {
    private static final String BASE_URL = "https://api.attio.com/v2";
    private final HttpClient client = HttpClient.newHttpClient();
    private final OkHttpClient ok = new OkHttpClient();
    private final String token = System.getenv("ATTIO_API_KEY");

    public String listObjects() throws Exception {
        HttpRequest request = HttpRequest.newBuilder()
            .uri(URI.create(BASE_URL + "/objects")) //=> GET /v2/objects
            .header("Authorization", "Bearer " + token)
            .GET()
            .build();
        return client.send(request, HttpResponse.BodyHandlers.ofString()).body();
    }

    public void patch(String slug, String id, String json) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(String.format("%s/objects/%s/records/%s", BASE_URL, slug, id))) //=> PATCH /v2/objects/{object}/records/{record_id}
            .method("PATCH", HttpRequest.BodyPublishers.ofString(json))
            .build();
        client.send(request, HttpResponse.BodyHandlers.discarding());
    }

    public void note(String json) throws Exception {
        Request request = new Request.Builder()
            .url(BASE_URL + "/notes") //=> POST /v2/notes
            .post(RequestBody.create(json, null))
            .addHeader("Authorization", "Bearer " + token)
            .build();
        ok.newCall(request).execute();
    }

    private String send(String method, String path, String body) throws Exception {
        HttpRequest.Builder builder = HttpRequest.newBuilder().uri(URI.create(BASE_URL + path));
        builder.method(method, HttpRequest.BodyPublishers.ofString(body));
        return client.send(builder.build(), HttpResponse.BodyHandlers.ofString()).body();
    }

    public void deleteTask(String id) throws Exception {
        send("DELETE", "/tasks/" + id, ""); //=> DELETE /v2/tasks/{task_id}
    }
}
