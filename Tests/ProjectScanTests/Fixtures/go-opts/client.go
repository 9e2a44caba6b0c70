package attio

import (
	"net/http"
	"os"
)

type Option func(*Client)

type Client struct {
	baseURL string
	apiKey  string
	hc      *http.Client
	Notes   *NotesService
}

type service struct{ client *Client }

type NotesService service

func WithBaseURL(u string) Option { return func(c *Client) { c.baseURL = u } }

func NewClient(opts ...Option) *Client {
	c := &Client{
		baseURL: "https://api.attio.com/v2",
		apiKey:  os.Getenv("ATTIO_API_KEY"),
		hc:      http.DefaultClient,
	}
	for _, o := range opts {
		o(c)
	}
	c.Notes = &NotesService{client: c}
	return c
}

func (c *Client) newRequest(method, path string, body interface{}) (*http.Request, error) {
	url := c.baseURL + "/" + path
	return http.NewRequest(method, url, nil)
}

func (s *NotesService) List() error {
	req, err := s.client.newRequest(http.MethodGet, "notes", nil) //=> GET /v2/notes
	if err != nil {
		return err
	}
	return s.client.send(req)
}

func (s *NotesService) Delete(id string) error {
	req, err := s.client.newRequest("DELETE", "notes/"+id, nil) //=> DELETE /v2/notes/{note_id}
	if err != nil {
		return err
	}
	return s.client.send(req)
}

func (c *Client) send(req *http.Request) error {
	_, err := c.hc.Do(req)
	return err
}
