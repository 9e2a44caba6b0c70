package crm

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"os"
	"strings"
)

const apiHost = "https://api.attio.com"

type API struct {
	client *http.Client
	key    string
}

func NewAPI() *API { return &API{client: &http.Client{}, key: os.Getenv("ATTIO_API_KEY")} }

func call[T any](ctx context.Context, a *API, method string, path string, body io.Reader) (T, error) {
	var out T
	u, err := url.JoinPath(apiHost, "v2", path)
	if err != nil {
		return out, err
	}
	req, err := http.NewRequestWithContext(ctx, method, u, body)
	if err != nil {
		return out, fmt.Errorf("new request: %w", err)
	}
	req.Header.Add("Authorization", fmt.Sprintf("Bearer %s", a.key))
	resp, err := a.client.Do(req)
	if err != nil {
		return out, err
	}
	defer resp.Body.Close()
	return out, json.NewDecoder(resp.Body).Decode(&out)
}

func (a *API) Lists(ctx context.Context) ([]List, error) {
	return call[[]List](ctx, a, http.MethodGet, "lists", nil) //=> GET /v2/lists
}

func (a *API) Update(ctx context.Context, id string, body string) error {
	_, err := call[any](ctx, a, http.MethodPut, fmt.Sprintf("objects/people/records/%s", id), strings.NewReader(body)) //=> PUT /v2/objects/{object}/records/{record_id}
	return err
}

func (a *API) Notes(id string) (*http.Response, error) {
	q := url.Values{}
	q.Set("parent_record_id", id)
	return http.Get(apiHost + "/v2/notes?" + q.Encode()) //=> GET /v2/notes
}

func (a *API) Post(body string) {
	resp, _ := http.Post(fmt.Sprintf("%s/v2/tasks", apiHost), "application/json", strings.NewReader(body)) //=> POST /v2/tasks
	_ = resp
}
