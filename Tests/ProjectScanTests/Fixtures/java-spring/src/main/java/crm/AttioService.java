package crm;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Service;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestTemplate;

@Service
public class AttioService {
    private final RestClient rest;
    private final RestTemplate template = new RestTemplate();

    @Value("${attio.base-url}")
    private String baseUrl;

    public AttioService(RestClient.Builder builder, @Value("${attio.base-url}") String url, @Value("${ATTIO_API_KEY}") String key) {
        this.rest = builder.baseUrl("https://api.attio.com").defaultHeader("Authorization", "Bearer " + key).build();
    }

    public String record(String object, String id) {
        return rest.get()
            .uri("/v2/objects/{object}/records/{id}", object, id) //=> GET /v2/objects/{object}/records/{record_id}
            .retrieve()
            .body(String.class);
    }

    public void create(Object body) {
        rest.post().uri("/v2/tasks").body(body).retrieve().toBodilessEntity(); //=> POST /v2/tasks
    }

    public String members() {
        return template.getForObject(baseUrl + "/workspace_members", String.class); //=> GET /v2/workspace_members
    }

    public void put(Object body) {
        template.exchange(baseUrl + "/objects/people/records?matching_attribute=email_addresses", HttpMethod.PUT, null, Void.class); //=> PUT /v2/objects/{object}/records
    }
}
