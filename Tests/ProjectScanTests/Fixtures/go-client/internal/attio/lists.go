package attio

import "context"

func (c *Client) Entries(ctx context.Context, list string) error {
	return c.do(ctx, "POST", "/lists/"+list+"/entries/query", nil, nil) //=> POST /v2/lists/{list}/entries/query
}
