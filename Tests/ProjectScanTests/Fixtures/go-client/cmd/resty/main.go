package main

import (
	"os"

	"github.com/go-resty/resty/v2"
	"github.com/joho/godotenv"
)

func main() {
	_ = godotenv.Load(".env.crm")
	client := resty.New().SetBaseURL("https://api.attio.com/v2").SetAuthToken(os.Getenv("ATTIO_API_KEY"))
	client.R().SetBody(map[string]any{}).Put("/objects/people/records") //=> PUT /v2/objects/{object}/records
	resp, err := client.R().SetQueryParam("limit", "10").Get("/tasks") //=> GET /v2/tasks
	_, _ = resp, err
}
