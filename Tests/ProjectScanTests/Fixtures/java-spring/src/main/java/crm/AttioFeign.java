package crm;

@FeignClient(name = "attio", url = "https://api.attio.com/v2")
interface AttioFeign {
    @GetMapping("/lists/{id}")
    String list(@PathVariable String id); //=> GET /v2/lists/{list}

    @PostMapping("/objects/{slug}/records/query")
    String query(@PathVariable String slug, @RequestBody Object body); //=> POST /v2/objects/{object}/records/query
}
