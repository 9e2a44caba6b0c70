/// Two deletions with a starter client, of which Attio answers one with `{}` and one with nothing.
enum DeletionScript {
  /// The last line that has to be printed.
  static let expected = "deleted"

  static let python = """
    python3 -c 'from attio_client.client import attio
    for _ in "12": assert attio("DELETE", "/tasks/1") == {}
    print("deleted")'
    """

  static let ruby = """
    ruby -r ./lib/attio/client -e '2.times { Attio.call("DELETE", "/tasks/1").fetch("id", 0) }
    puts "deleted"'
    """

  static let elixir = """
    elixir -r lib/attio/client.ex -e '
    for _ <- 1..2, do: %{} = Attio.Client.call(:delete, "/tasks/1")
    IO.puts("deleted")'
    """

  static let php = """
    php -r 'require "src/Attio/Client.php";
    foreach ([1, 2] as $n) count((new App\\Attio\\Client())->call("DELETE", "/tasks/1"));
    echo "deleted";'
    """

  static let curl = """
    sh scripts/attio.sh DELETE /tasks/1 && sh scripts/attio.sh DELETE /tasks/1 && echo && echo deleted
    """

  static func node(_ ending: String) -> String {
    """
    node --input-type=module -e 'import { attio } from "./src/attio/client.\(ending)";
    for (const n of [1, 2]) (await attio("DELETE", "/tasks/1")).id;
    console.log("deleted");'
    """
  }

  static let go = """
    package main

    import (
    	"fmt"

    	"example.com/shop/internal/attio"
    )

    func main() {
    	for n := 0; n < 2; n++ {
    		if err := attio.Call("DELETE", "/tasks/1", nil, nil); err != nil {
    			panic(err)
    		}
    	}
    	fmt.Println("deleted")
    }

    """

  static let swift = """
    import Attio

    struct Nothing: Decodable {}

    let client = try AttioClient()
    _ = try await client.call("DELETE", "/tasks/1", as: Nothing.self)
    try await client.data("DELETE", "/tasks/1")
    print("deleted")

    """
}
