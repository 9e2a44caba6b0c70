package crm;

@RestController
@RequestMapping("/notes")
class NotesController {
    @PostMapping("/tasks")
    String attio() { return "x"; }
}
