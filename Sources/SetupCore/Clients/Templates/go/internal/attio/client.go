// Package attio calls Attio's REST API without dependencies; Go 1.18 or newer.
package attio

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"mime/multipart"
	"net/http"
	"os"
	"regexp"
	"strconv"
	"strings"
	"time"
)

// longestWait is the longest time that a Retry-After may ask for.
const longestWait = 30 * time.Second

// Error is Attio's answer to a call that failed; its message is Attio's own.
type Error struct {
	Status  int    `json:"-"`
	Type    string `json:"type"`
	Code    string `json:"code"`
	Message string `json:"message"`
}

func (e *Error) Error() string {
	return fmt.Sprintf("%d %s %s: %s", e.Status, e.Type, e.Code, e.Message)
}

// client follows no redirects, so the token goes to Attio and nowhere else.
var client = &http.Client{
	Timeout: 30 * time.Second,
	CheckRedirect: func(*http.Request, []*http.Request) error {
		return http.ErrUseLastResponse
	},
}

// bearer is what a token may consist of (RFC 6750, section 2.1).
var bearer = regexp.MustCompile(`^[A-Za-z0-9._~+/=-]+$`)

// here is plain http to this machine.
var here = regexp.MustCompile(`^http://(localhost|127(\.[0-9]+){3}|\[::1\])(:[0-9]+)?(/.*)?$`)

// address reads an address from the environment; plain http goes to this machine only.
func address(variable, standard string) (string, error) {
	url := strings.TrimSuffix(os.Getenv(variable), "/")
	if url == "" {
		url = standard
	}
	if strings.HasPrefix(url, "https://") || here.MatchString(url) {
		return url, nil
	}
	return "", errors.New(variable + " is neither https nor on this machine")
}

// repeatable says whether twice is as good as once, so that a lost answer does no harm.
func repeatable(method string) bool {
	return method == "GET" || method == "PUT" || method == "DELETE"
}

// Call makes a call with the project's token, such as Call("GET", "/objects", nil, &answer). An
// answer of nil is for those that say nothing, as that to a deletion. A download gives an object
// with the member location; get the file from there without the token.
func Call(method, path string, body, answer any) error {
	token := os.Getenv("ATTIO_API_KEY")
	if token == "" {
		return errors.New("ATTIO_API_KEY is not set")
	}
	return CallWithToken(token, method, path, body, answer)
}

// CallWithToken makes a call with the token of one workspace.
func CallWithToken(token, method, path string, body, answer any) error {
	var content []byte
	if body != nil {
		var err error
		if content, err = json.Marshal(body); err != nil {
			return err
		}
	}
	return deliver(token, method, path, "application/json", content, answer)
}

// Upload puts a file on a record.
func Upload(object, recordID, name string, content []byte, answer any) error {
	var body bytes.Buffer
	form := multipart.NewWriter(&body)
	_ = form.WriteField("object", object) // A buffer takes everything.
	_ = form.WriteField("record_id", recordID)
	part, err := form.CreateFormFile("file", name)
	if err != nil {
		return err
	}
	_, _ = part.Write(content)
	form.Close()
	token := os.Getenv("ATTIO_API_KEY")
	return deliver(token, "POST", "/files/upload", form.FormDataContentType(), body.Bytes(), answer)
}

func deliver(token, method, path, kind string, content []byte, answer any) error {
	if !bearer.MatchString(token) {
		return errors.New("ATTIO_API_KEY holds no bearer token")
	}
	base, err := address("ATTIO_BASE_URL", "https://api.attio.com/v2")
	if err != nil {
		return err
	}
	for isLast := false; ; isLast = true {
		request, err := http.NewRequest(method, base+path, bytes.NewReader(content))
		if err != nil {
			return err
		}
		request.Header.Set("Authorization", "Bearer "+token)
		request.Header.Set("Content-Type", kind)
		response, text, err := send(request)
		if err != nil {
			if isLast || !repeatable(method) {
				return err
			}
			time.Sleep(time.Second)
			continue
		}
		if response.StatusCode < 300 && len(text) == 0 {
			return nil
		}
		location := response.Header.Get("Location")
		if response.StatusCode == http.StatusFound && strings.HasSuffix(path, "/download") {
			if text, err = json.Marshal(map[string]string{"location": location}); err != nil {
				return err
			}
			response.StatusCode = http.StatusOK
		}
		if response.StatusCode < 300 && isObject(text) {
			if answer == nil {
				return nil
			}
			return json.Unmarshal(text, answer)
		}
		failure := errorFrom(response.StatusCode, text)
		wait := waitFor(response.Header.Get("Retry-After"))
		if failure.Code == "concurrent_write_conflict" {
			wait = time.Second
		} else if response.StatusCode != http.StatusTooManyRequests {
			return failure
		}
		if isLast || wait > longestWait {
			return failure
		}
		time.Sleep(wait)
	}
}

// send gives the answer with its body.
func send(request *http.Request) (*http.Response, []byte, error) {
	response, err := client.Do(request)
	if err != nil {
		return nil, nil, err
	}
	defer response.Body.Close()
	text, err := io.ReadAll(response.Body)
	return response, text, err
}

func isObject(text []byte) bool {
	var object map[string]json.RawMessage
	return json.Unmarshal(text, &object) == nil && object != nil
}

func errorFrom(status int, text []byte) *Error {
	failure := Error{Type: "unknown", Code: "unknown", Message: "The answer is not Attio's JSON."}
	told := failure
	if json.Unmarshal(text, &told) == nil {
		failure = told
	}
	failure.Status = status
	return &failure
}

// waitFor reads a Retry-After, which holds seconds or an HTTP date (RFC 9110, section 10.2.3).
func waitFor(header string) time.Duration {
	if seconds, err := strconv.ParseUint(header, 10, 31); err == nil {
		return time.Duration(seconds) * time.Second
	}
	if date, err := http.ParseTime(header); err == nil {
		return time.Until(date)
	}
	return time.Second
}

// Objects gives the slugs of the workspace's objects.
func Objects() ([]string, error) {
	var answer struct {
		Data []struct {
			Slug string `json:"api_slug"`
		} `json:"data"`
	}
	if err := Call("GET", "/objects", nil, &answer); err != nil {
		return nil, err
	}
	slugs := make([]string, 0, len(answer.Data))
	for _, object := range answer.Data {
		if object.Slug != "" {
			slugs = append(slugs, object.Slug)
		}
	}
	return slugs, nil
}
