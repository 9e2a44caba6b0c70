package main

import (
	"fmt"
	"io"
	"net/http"

	"example.com/shop/internal/attio"
)

type object = map[string]any

func must(err error) {
	if err != nil {
		panic(err)
	}
}

func check(right bool) {
	if !right {
		panic("wrong")
	}
}

func call(method, path string, body any) object {
	var answer object
	must(attio.Call(method, path, body, &answer))
	return answer
}

func id(answer object, name string) string {
	return answer["data"].(object)["id"].(object)[name].(string)
}

func values(fields object) object { return object{"data": object{"values": fields}} }

func main() {
	people := "/objects/people/records"
	email := []string{"life@go.example"}
	record := id(call("POST", people, values(object{"email_addresses": email})), "record_id")
	again := call("PUT", people+"?matching_attribute=email_addresses",
		values(object{"email_addresses": email, "job_title": "Author"}))
	check(id(again, "record_id") == record)
	seen := map[string]bool{}
	for _, offset := range []int{0, 6} {
		page := call("POST", people+"/query", object{"limit": 6, "offset": offset})
		for _, row := range page["data"].([]any) {
			seen[row.(object)["id"].(object)["record_id"].(string)] = true
		}
	}
	check(len(seen) == 11)
	changed := call("PATCH", people+"/"+record, values(object{"job_title": "Editor"}))
	titles := changed["data"].(object)["values"].(object)["job_title"].([]any)
	check(titles[0].(object)["value"] == "Editor")
	note := call("POST", "/notes", object{"data": object{"parent_object": "people",
		"parent_record_id": record, "title": "Plan", "format": "plaintext", "content": "Write"}})
	must(attio.Call("DELETE", "/notes/"+id(note, "note_id"), nil, nil))
	task := call("POST", "/tasks", object{"data": object{"content": "Write", "format": "plaintext",
		"deadline_at": nil, "is_completed": false, "linked_records": []any{}, "assignees": []any{}}})
	done := call("PATCH", "/tasks/"+id(task, "task_id"), object{"data": object{"is_completed": true}})
	check(done["data"].(object)["is_completed"] == true)
	var file object
	must(attio.Upload("people", record, `a "b".txt`, []byte("A draft\r\n"), &file))
	address := call("GET", "/files/"+id(file, "file_id")+"/download", nil)["location"].(string)
	response, err := http.Get(address)
	must(err)
	text, err := io.ReadAll(response.Body)
	must(err)
	check(string(text) == "A draft\r\n")
	must(attio.Call("DELETE", people+"/"+record, nil, nil))
	fmt.Println("lived")
}
