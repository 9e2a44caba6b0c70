/// What `attio-setup --experimental-dump-help` says of the program.
struct HelpTree: Decodable {
  /// The program itself, with its commands below it.
  var command: Command

  /// A command, as its help describes it.
  struct Command: Decodable {
    var commandName: String
    var superCommands: [String]?
    var shouldDisplay: Bool
    var abstract: String?
    var discussion: String?
    var subcommands: [Command]?
    var arguments: [Argument]?

    /// The words that a user types, the program's name first.
    var words: [String] { (superCommands ?? []) + [commandName] }

    /// The commands below, the library's own `help` left out.
    var children: [Command] {
      (subcommands ?? []).filter { $0.shouldDisplay && $0.commandName != "help" }
    }

    /// The commands below and below those, in the order of the help.
    var descendants: [Command] { children.flatMap { [$0] + $0.descendants } }

    /// What it takes, without what every command takes of the library.
    var ownArguments: [Argument] {
      (arguments ?? []).filter { argument in
        argument.shouldDisplay && !["--help", "--version"].contains(argument.name)
      }
    }
  }

  /// An option, a flag or a word that a command takes.
  struct Argument: Decodable, Equatable {
    enum Kind: String, Decodable { case positional, option, flag }

    /// One of its names.
    struct Name: Decodable, Equatable {
      var kind: String
      var name: String
    }

    var kind: Kind
    var shouldDisplay: Bool
    var isOptional: Bool
    var isRepeating: Bool
    var parsingStrategy: String
    var preferredName: Name?
    var valueName: String?
    var defaultValue: String?
    var allValues: [String]?
    var abstract: String?

    /// The name as it is typed; nil for a word that stands by its place.
    var name: String? {
      preferredName.map { ($0.kind == "long" ? "--" : "-") + $0.name }
    }
  }
}
