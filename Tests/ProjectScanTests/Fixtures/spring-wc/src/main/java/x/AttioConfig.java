package x;

@Configuration
public class AttioConfig {
    @Bean
    public WebClient attioWebClient(@Value("${attio.api-url:https://api.attio.com/v2}") String url, @Value("${ATTIO_API_KEY}") String key) {
        return WebClient.builder().baseUrl(url).defaultHeader(HttpHeaders.AUTHORIZATION, "Bearer " + key).build();
    }
}
