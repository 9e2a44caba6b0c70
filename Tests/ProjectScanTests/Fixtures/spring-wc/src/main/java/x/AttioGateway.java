package x;

@Component
@RequiredArgsConstructor
public class AttioGateway {
    private final WebClient attioWebClient;

    public Mono<Record> upsert(String object, Map<String, Object> values) {
        return attioWebClient.put()
            .uri(b -> b.path("/objects/{object}/records").queryParam("matching_attribute", "domains").build(object)) //=> PUT /v2/objects/{object}/records
            .bodyValue(Map.of("data", Map.of("values", values)))
            .retrieve()
            .bodyToMono(Record.class);
    }

    public Flux<Task> tasks() {
        return attioWebClient.get().uri("/tasks?limit={limit}", 50).retrieve().bodyToFlux(Task.class); //=> GET /v2/tasks
    }

    public Mono<Void> remove(String id) {
        return attioWebClient.method(HttpMethod.DELETE).uri("/notes/{id}", id).retrieve().bodyToMono(Void.class); //=> DELETE /v2/notes/{note_id}
    }
}
