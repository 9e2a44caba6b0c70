/// A repository that starts a program of its maker's choice as soon as plain git is asked about it.
///
/// `script` makes it with the real git, in the current folder, for `sh -e`; the program is `$PAYLOAD`,
/// which leaves a mark. `plain` is a command that starts it, to see that it would.
package enum HostileRepository: String, CaseIterable, Sendable {
  /// A bare repository among the tracked files, which shows signatures.
  case embeddedBare
  /// The same, with a work tree, so that it does not call itself bare.
  case embeddedWithWorkTree
  /// The same, looked at from a folder inside of it, where its parts lie elsewhere.
  case embeddedInPieces
  /// A `.git` file that leads to a folder beside it.
  case plantedFile
  /// A `.git` file that leads to a folder inside of the same project.
  case plantedInside
  /// A `.git` link that leads to a folder inside of a repository.
  case plantedLink
  /// Signatures in the history, checked by a program of the repository's.
  case signature
  /// A filter that reads every file before it is compared.
  case cleanFilter
  /// A filter that is named by a file outside of the tree.
  case attributesFile
  /// A watcher of the file system.
  case fsmonitor
  /// The same, from an included file.
  case includedConfiguration
  /// A hook that runs when the index was written.
  case hooksPath
  /// The same, in git's own folder.
  case ownHook
  /// Objects that are missing and fetched by a program for connections.
  case lazyFetchBySSH
  /// The same, by a protocol that is a command, allowed by name.
  case lazyFetchByCommand
  /// A program that shows differences.
  case externalDiff
  /// A program that turns files into text.
  case textconv
  /// A submodule whose own configuration names a watcher.
  case submodule

  /// The folder to look at, relative to where the script ran.
  package var folder: String {
    switch self {
    case .embeddedBare, .embeddedWithWorkTree: "vendor/data"
    case .embeddedInPieces: "vendor/data/src"
    case .plantedFile, .plantedLink: "app"
    default: "."
    }
  }

  /// Whether git must not be asked here at all.
  package var isRefused: Bool {
    switch self {
    case .embeddedBare, .embeddedWithWorkTree, .embeddedInPieces, .plantedFile, .plantedInside,
      .plantedLink:
      true
    default: false
    }
  }

  /// A command that starts the program in `folder`.
  package var plain: String {
    switch self {
    case .embeddedBare, .embeddedWithWorkTree, .embeddedInPieces, .signature: "git log --all"
    case .plantedFile, .plantedInside, .plantedLink, .fsmonitor, .includedConfiguration, .submodule:
      "git status"
    case .cleanFilter, .attributesFile: "touch -d @1 package.json; git status"
    case .hooksPath, .ownHook: "git rm --cached package.json"
    case .lazyFetchBySSH, .lazyFetchByCommand: "git log --all --patch"
    case .externalDiff: "git diff"
    case .textconv: "git log --all --patch"
    }
  }

  /// The commands that make it.
  package var script: String {
    switch self {
    case .embeddedBare: Self.base + Self.signed + Self.embedded(inTree: "git config core.bare true")
    case .embeddedWithWorkTree:
      Self.base + Self.signed
        + Self.embedded(inTree: "git config core.bare false; git config core.worktree .")
    case .embeddedInPieces:
      Self.base + Self.signed + Self.embedded(inTree: "git config core.bare true")
        + """
        mkdir vendor/data/src vendor/parts
        mv vendor/data/objects vendor/data/refs vendor/data/config vendor/parts/
        echo ../parts > vendor/data/commondir
        """
    case .plantedFile:
      "mkdir app; cd app\n" + Self.base + Self.watching
        + "mv .git ../planted; echo 'gitdir: ../planted' > .git\n"
    case .plantedInside:
      Self.base + Self.watching + "mv .git planted; echo 'gitdir: planted' > .git\n"
    case .plantedLink:
      "git init -q; mkdir app; cd app\n" + Self.base + Self.watching
        + "mv .git ../planted; ln -s ../planted .git\n"
    case .signature: Self.base + Self.signed
    case .cleanFilter: Self.base + Self.filtering("echo '* filter=x' > .gitattributes")
    case .attributesFile:
      Self.base
        + Self.filtering("echo '* filter=x' > .git/a; git config core.attributesFile .git/a")
    case .fsmonitor: Self.base + Self.watching
    case .includedConfiguration:
      Self.base
        + """
        printf '[core]\\n\\tfsmonitor = "%s"\\n' "$PAYLOAD" > settings
        git config include.path ../settings

        """
    case .hooksPath:
      Self.base
        + """
        mkdir hooks; cp "$PAYLOAD" hooks/post-index-change
        git config core.hooksPath hooks

        """
    case .ownHook: Self.base + "mkdir -p .git/hooks; cp \"$PAYLOAD\" .git/hooks/post-index-change\n"
    case .lazyFetchBySSH:
      Self.base + Self.lacking("ssh://host.invalid/x", "core.sshCommand \"$PAYLOAD\"")
    case .lazyFetchByCommand:
      Self.base + Self.lacking("ext::$PAYLOAD", "protocol.ext.allow always")
    case .externalDiff: Self.base + "git config diff.external \"$PAYLOAD\"; echo >> package.json\n"
    case .textconv:
      Self.base + "echo '* diff=x' > .gitattributes; git config diff.x.textconv \"$PAYLOAD\"\n"
    case .submodule:
      """
      mkdir ../inner; cd ../inner; git init -q; echo A=1 > file; git add .; git commit -q -m A
      cd "$OLDPWD"

      """ + Self.base
        + """
        git -c protocol.file.allow=always submodule --quiet add ../inner sub
        git -C sub config core.fsmonitor "$PAYLOAD"

        """
    }
  }

  /// A repository with a commit that holds an env file, which has changed since.
  private static let base = """
    git init -q
    echo A=1 > .env; echo '{}' > package.json
    git add --all; git commit -q -m All
    echo B=22 >> .env

    """

  /// A commit with a signature, which is checked by the payload.
  private static let signed = """
    tree=$(git rev-parse HEAD^{tree})
    commit=$(printf 'tree %s\\nauthor A <a@b> 1 +0000\\ncommitter A <a@b> 1 +0000\\ngpgsig %s\\n \\n x\\n %s\\n\\nS\\n' \
      "$tree" '-----BEGIN PGP SIGNATURE-----' '-----END PGP SIGNATURE-----' \
      | git hash-object -t commit -w --stdin)
    git update-ref HEAD "$commit"
    git config log.showSignature true; git config gpg.program "$PAYLOAD"

    """

  private static let watching = "git config core.fsmonitor \"$PAYLOAD\"\n"

  /// Moves the repository into a folder of files, and begins another one around it.
  private static func embedded(inTree settings: String) -> String {
    """
    \(settings)
    mkdir vendor; mv .git vendor/data; rm vendor/data/index
    git init -q; git add --all; git commit -q -m Vendor

    """
  }

  private static func filtering(_ attributes: String) -> String {
    "\(attributes); git config filter.x.clean \"$PAYLOAD\"\n"
  }

  /// Takes away the blob of the env file, which is to be had elsewhere.
  private static func lacking(_ url: String, _ setting: String) -> String {
    """
    blob=$(git rev-parse HEAD:.env)
    rm -f .git/objects/$(echo $blob | cut -c1-2)/$(echo $blob | cut -c3-)
    git config extensions.partialClone origin; git config core.repositoryFormatVersion 1
    git config remote.origin.promisor true; git config remote.origin.url "\(url)"
    git config \(setting)

    """
  }
}
