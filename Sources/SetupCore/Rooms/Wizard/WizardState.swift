import Ground

/// The wizard: what is true everywhere, and the room in which the user is.
package struct WizardState: Equatable, Sendable {
  /// Where the user is; a room that has nothing to keep is there only while he is in it.
  enum Place: Equatable, Sendable {
    case project
    case token
    case app
    case scopes
    case review(ReviewRoom)
    case write(WriteRoom)
    case connect(ConnectRoom)
    case done(DoneRoom)
  }

  /// What is true everywhere.
  package internal(set) var hall: WizardHall
  /// Where the user is.
  private(set) var place = Place.project
  /// The first step.
  private(set) var project = ProjectRoom()
  /// The second step, for one workspace; what was entered stays.
  private(set) var token = TokenRoom()
  /// The second step, for many workspaces.
  private(set) var app = AppRoom()
  /// The third step.
  private(set) var scopes = ScopesRoom()

  /// Starts at the first step.
  package init(options: WizardOptions) {
    hall = WizardHall(options: options)
    project.startsByItself = options.isConnecting
  }

  /// The step on the screen.
  var step: WizardStep {
    switch place {
    case .project: .project
    case .token, .app: .token
    case .scopes: .scopes
    case .review: .review
    case .write, .connect: .apply
    case .done: .done
    }
  }

  /// The step's name as the first row shows it.
  var stepTitle: String { step.title(hall.method) }

  /// Whether a workspace is being connected, or its app's settings are mended for that.
  var isConnecting: Bool {
    if case .connect = place { return true }
    return app.mending != nil
  }

  /// The room in which the user is.
  var room: any WizardRoom {
    switch place {
    case .project: project
    case .token: token
    case .app: app
    case .scopes: scopes
    case .review(let room): room
    case .write(let room): room
    case .connect(let room): room
    case .done(let room): room
    }
  }

  private mutating func keep(_ room: any WizardRoom) {
    switch room {
    case let room as ProjectRoom: project = room
    case let room as TokenRoom: token = room
    case let room as AppRoom: app = room
    case let room as ScopesRoom: scopes = room
    case let room as ReviewRoom: place = .review(room)
    case let room as WriteRoom: place = .write(room)
    case let room as ConnectRoom: place = .connect(room)
    case let room as DoneRoom: place = .done(room)
    default: break
    }
  }

  /// Lets the room in which the user is do something, and goes where that leads.
  mutating func inRoom(_ body: (inout any WizardRoom, inout WizardHall) -> Void) {
    var room = room
    body(&room, &hall)
    keep(room)
    passDoor()
  }

  /// Lets a room do something where the user is in it: an answer to a question that was asked there.
  mutating func inRoom<R: WizardRoom>(
    _: R.Type,
    _ body: (inout R, inout WizardHall) -> Void
  ) {
    guard var room = room as? R else { return }
    body(&room, &hall)
    keep(room)
    passDoor()
  }
}

// MARK: - Doors

extension WizardState {
  /// Goes on to where the room leads, and from there to where that one leads.
  mutating func passDoor() {
    while let door = hall.takeDoor() { pass(door) }
  }

  private mutating func pass(_ door: Door) {
    switch door {
    case .project: place = .project
    case .folder(let directory): enterFolder(directory)
    case .token: enterToken()
    case .anotherToken:
      hall.token = KnownToken()
      token = TokenRoom()
      enterToken()
    case .app(let page, let problem):
      place = .app
      app.show(page, hall)
      app.problem = problem
      usePaste()
    case .mending(let page, let redirectURI, let room):
      place = .app
      app.mend(page, redirectURI, from: room, hall)
    case .scopes:
      place = .scopes
      scopes.prepare(&hall)
    case .review(let room): place = .review(room)
    case .write(let room):
      room.begin(&hall)
      place = .write(room)
    case .connect(var room):
      room.begin(&hall)
      place = .connect(room)
    case .done(let room): place = .done(room)
    }
    // The room that asks for it was passed over.
    if step.rawValue > WizardStep.token.rawValue { hall.keptPaste = nil }
  }

  private mutating func enterToken() {
    switch hall.method {
    case .accessToken: place = .token
    case .manyWorkspaces:
      place = .app
      app.show(app.view, hall)
    }
    usePaste()
  }

  /// Pastes what was kept, where it is asked for.
  private mutating func usePaste() {
    guard let content = hall.keptPaste else { return }
    hall.keptPaste = nil
    inRoom { $0.paste(content, &$1) }
  }

  /// Takes another folder: nothing that was entered, allowed or done in the former one counts there.
  private mutating func enterFolder(_ directory: String) {
    hall.enterFolder(directory)
    token = TokenRoom()
    app = AppRoom()
    scopes = ScopesRoom()
    place = .project
    hall.inspectAnew()
  }
}

extension WizardHall {
  fileprivate mutating func enterFolder(_ directory: String) {
    endConnect(.replaced)
    if !folder.run.written.isEmpty { formerFolders.append(folder) }
    // Whoever comes back to a folder goes on with what was done there.
    if let index = formerFolders.firstIndex(where: { $0.directory == directory }) {
      folder = formerFolders.remove(at: index)
    } else {
      folder = Folder(directory)
    }
    token = KnownToken()
    enteredApp = AppSettings()
    wanted = ScopeSelection()
    isWantedTouched = false
    lastWrite = nil
    proof = nil
    isAppWritten = false
    client = nil
  }
}
