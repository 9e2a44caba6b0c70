import SetupCore
import TestSupport
import Testing

struct JSONLayoutTests {
  @Test(arguments: [
    (
      #"{"a":1,"b":[1.50,"x"]}"#,
      ["{", #"  "a": 1,"#, #"  "b": ["#, "    1.50,", #"    "x""#, "  ]", "}"]
    ),
    (#"{ "a" : { } , "b" : [ ] }"#, ["{", #"  "a": {},"#, #"  "b": []"#, "}"]),
    (#"["a,{\"b\":[1]}\\"]"#, ["[", #"  "a,{\"b\":[1]}\\""#, "]"]),
    ("[]", ["[]"]), ("{\"a\":", ["{", #"  "a": "#]), ("]]", ["]", "]"]), ("", []),
  ])
  func `keeps order, numbers and strings`(text: String, lines: [String]) {
    #expect(JSONLayout.lines(Array(text.utf8), limit: 100) == lines)
  }

  @Test func `counts what is left out`() {
    let lines = JSONLayout.lines(Array("[1,2,3,4]".utf8), limit: 3)
    #expect(lines == ["[", "  1,", "  2,", "… 3 more lines"])
  }
}
