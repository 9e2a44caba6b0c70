package attio

import (
	"crypto/rand"
	"crypto/subtle"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"net/http"
	"net/url"
	"os"
	"strings"
	"sync"
	"time"
)

const stateCookie = "attio_state"

// OAuth lets customers install your app (OAuth 2.0, authorization code). Give Connect a path of
// your server, and Callback that of your redirect URI.
type OAuth struct {
	// SaveToken keeps the token of one workspace in your database: one row a workspace, the token
	// encrypted. Attio's tokens do not expire, and connecting again gives a new one.
	SaveToken func(workspaceID, token string) error

	mutex sync.Mutex
	// States that were sent out; with several processes, keep them where all of them look.
	pending map[string]time.Time
}

// Connect sends the person to Attio; only an admin of a workspace can install an app.
func (o *OAuth) Connect(w http.ResponseWriter, r *http.Request) {
	server, err := authorizationServer()
	if err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	random := make([]byte, 32)
	if _, err := rand.Read(random); err != nil {
		http.Error(w, "No random numbers.", http.StatusInternalServerError)
		return
	}
	state := base64.RawURLEncoding.EncodeToString(random)
	o.remember(state)
	query := url.Values{
		"client_id":     {os.Getenv("ATTIO_CLIENT_ID")},
		"redirect_uri":  {os.Getenv("ATTIO_REDIRECT_URI")},
		"response_type": {"code"},
		"state":         {state},
	}
	setCookie(w, state, 600)
	http.Redirect(w, r, server+"/authorize?"+query.Encode(), http.StatusFound)
}

// Callback takes the person back: checks the state, exchanges the code, and keeps the token.
func (o *OAuth) Callback(w http.ResponseWriter, r *http.Request) {
	state := r.FormValue("state")
	// The cookie binds the answer to this browser; taking the state makes it good for one time.
	cookie, err := r.Cookie(stateCookie)
	isOurs := err == nil && subtle.ConstantTimeCompare([]byte(cookie.Value), []byte(state)) == 1
	setCookie(w, "", -1)
	if !isOurs || !o.take(state) {
		http.Error(w, "This link is not valid any more. Start again.", http.StatusBadRequest)
		return
	}
	code := r.FormValue("code")
	if code == "" {
		http.Error(w, "Attio was not connected.", http.StatusBadRequest)
		return
	}
	workspace, err := o.finish(code)
	if err != nil {
		http.Error(w, "Attio could not be connected: "+err.Error(), http.StatusBadGateway)
		return
	}
	fmt.Fprintf(w, "Connected: %s", workspace)
}

func (o *OAuth) finish(code string) (string, error) {
	token, err := exchange(code)
	if err != nil {
		return "", err
	}
	var workspace struct {
		ID   string `json:"workspace_id"`
		Name string `json:"workspace_name"`
	}
	if err := CallWithToken(token, "GET", "/self", nil, &workspace); err != nil {
		return "", err
	}
	return workspace.Name, o.SaveToken(workspace.ID, token)
}

func exchange(code string) (string, error) {
	server, err := authorizationServer()
	if err != nil {
		return "", err
	}
	response, err := client.PostForm(server+"/oauth/token", url.Values{
		"grant_type":    {"authorization_code"},
		"code":          {code},
		"client_id":     {os.Getenv("ATTIO_CLIENT_ID")},
		"client_secret": {os.Getenv("ATTIO_CLIENT_SECRET")},
		"redirect_uri":  {os.Getenv("ATTIO_REDIRECT_URI")},
	})
	if err != nil {
		return "", err
	}
	defer response.Body.Close()
	var answer struct {
		Token string `json:"access_token"`
		Error string `json:"error"`
	}
	err = json.NewDecoder(response.Body).Decode(&answer)
	if err != nil || response.StatusCode != http.StatusOK || answer.Token == "" {
		return "", fmt.Errorf("no token: %d %s", response.StatusCode, answer.Error)
	}
	return answer.Token, nil
}

func (o *OAuth) remember(state string) {
	o.mutex.Lock()
	defer o.mutex.Unlock()
	if o.pending == nil {
		o.pending = map[string]time.Time{}
	}
	for old, deadline := range o.pending {
		if time.Now().After(deadline) {
			delete(o.pending, old)
		}
	}
	o.pending[state] = time.Now().Add(10 * time.Minute)
}

func (o *OAuth) take(state string) bool {
	o.mutex.Lock()
	defer o.mutex.Unlock()
	deadline, isKnown := o.pending[state]
	delete(o.pending, state)
	return isKnown && time.Now().Before(deadline)
}

func authorizationServer() (string, error) {
	return address("ATTIO_APP_URL", "https://app.attio.com")
}

func setCookie(w http.ResponseWriter, value string, seconds int) {
	http.SetCookie(w, &http.Cookie{
		Name: stateCookie, Value: value, MaxAge: seconds, Path: "/", HttpOnly: true,
		SameSite: http.SameSiteLaxMode,
		Secure:   strings.HasPrefix(os.Getenv("ATTIO_REDIRECT_URI"), "https:"),
	})
}
