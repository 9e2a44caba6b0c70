// Command attio-objects makes a first call to Attio and prints the slugs of your objects.
package main

import (
	"fmt"
	"os"

	"example.com/app/internal/attio"
)

func main() {
	slugs, err := attio.Objects()
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	for _, slug := range slugs {
		fmt.Println(slug)
	}
}
