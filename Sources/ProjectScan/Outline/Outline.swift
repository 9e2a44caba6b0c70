/// What a file defines and calls, by a walk over its tokens.
struct Outline: Sendable {
  /// A function, method or closure.
  struct Function: Sendable {
    var name: String
    var parameters: [FunctionParameter]
    /// The tokens of its body.
    var body: Range<Int>
    /// Whether the body is one expression.
    var isExpression: Bool
    var line: Int
    /// The class it belongs to, or -1.
    var owner = -1
    /// The function it stands in, or -1.
    var outer = -1
    /// Whether it is called through an object only.
    var isMethod = false
    /// The name of Go's receiver, which means the object itself.
    var receiver: String?
    /// The token of the name.
    var token: Int
  }

  /// One parameter.
  struct FunctionParameter: Sendable {
    var name: String
    var label: String
    /// The members it is taken apart into, with their defaults.
    var members: [Member] = []
    /// The tokens of its default value.
    var fallback: Range<Int>?
    var typeName: String?
  }

  /// A member that a parameter is taken apart into.
  struct Member: Sendable {
    var key: String
    var name: String
    var fallback: Range<Int>?
  }

  /// A class, module, interface or implementation.
  struct Class: Sendable {
    var name: String
    var parents: [String]
    var body: Range<Int>
  }

  /// A value given to a name.
  struct Assignment: Sendable {
    var name: String
    var token: Int
    /// Where the value begins.
    var value: Int
    /// Whether it is a member: `this.x = …`, `@x = …`.
    var isMember: Bool
    /// Whether it stands in a list of `key: value`.
    var isKey: Bool
    /// The function it stands in, or -1.
    var function: Int
    /// Whether the name takes one element after the other.
    var isEach = false
  }

  /// A call.
  struct Call: Sendable {
    var name: String
    var token: Int
    /// Its bracket, or the first argument's token minus one for a call without brackets.
    var open: Int
    var arguments: Range<Int>
    /// Whether brackets are left out.
    var isCommand: Bool
  }

  var functions: [Function] = []
  var classes: [Class] = []
  var assignments: [Assignment] = []
  var calls: [Call] = []
  /// The names that come from other files, as they are called here, with the name there.
  var imports: [String: ImportedName] = [:]
  var assignmentsByName: [String: [Int]] = [:]
  var functionsByName: [String: [Int]] = [:]
  /// The type that is written beside a name.
  var types: [String: [String]] = [:]
  /// The innermost function of each token, or -1.
  var functionOfToken: [Int32] = []
  var classOfToken: [Int32] = []

  /// Assignments that take one member of their value.
  var destructured: [Int: String] = [:]

  /// A name from another file.
  struct ImportedName: Sendable {
    var original: String
    var module: String
  }
}
