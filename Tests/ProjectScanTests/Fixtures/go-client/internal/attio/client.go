package attio

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"os"
)

const defaultBaseURL = "https://api.attio.com/v2"

// Client talks to https://api.attio.com/v2/tasks and others.
type Client struct {
	BaseURL string
	token   string
	http    *http.Client
}

func New() *Client {
	return &Client{BaseURL: defaultBaseURL, token: os.Getenv("ATTIO_API_KEY"), http: http.DefaultClient}
}

func (c *Client) do(ctx context.Context, method, path string, body any, out any) error {
	buf := &bytes.Buffer{}
	if body != nil {
		_ = json.NewEncoder(buf).Encode(body)
	}
	req, err := http.NewRequestWithContext(ctx, method, c.BaseURL+path, buf)
	if err != nil {
		return err
	}
	req.Header.Set("Authorization", "Bearer "+c.token)
	res, err := c.http.Do(req)
	if err != nil {
		return fmt.Errorf("attio %s /v2/notes: %w", method, err)
	}
	defer res.Body.Close()
	return json.NewDecoder(res.Body).Decode(out)
}

func (c *Client) CreateNote(ctx context.Context, note Note) error {
	return c.do(ctx, http.MethodPost, "/notes", note, nil) //=> POST /v2/notes
}

func (c *Client) Record(ctx context.Context, object, id string) error {
	path := fmt.Sprintf("/objects/%s/records/%s", object, id) //=> GET /v2/objects/{object}/records/{record_id}
	return c.do(ctx, "GET", path, nil, nil)
}
