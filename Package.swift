// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
  .enableUpcomingFeature("InferIsolatedConformances"),
  .treatAllWarnings(as: .error),
]

let argumentParser = Target.Dependency.product(
  name: "ArgumentParser",
  package: "swift-argument-parser"
)
let subprocess = Target.Dependency.product(name: "Subprocess", package: "swift-subprocess")
let systemPackage = Target.Dependency.product(name: "SystemPackage", package: "swift-system")

let package = Package(
  name: "attio-setup",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "attio-setup", targets: ["attio-setup"])
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
    // Without the trait SubprocessFoundation nothing links the full Foundation.
    .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.2", traits: []),
    .package(url: "https://github.com/apple/swift-system", from: "1.8.1"),
  ],
  targets: [
    .target(name: "Ground", swiftSettings: strict + [.strictMemorySafety()]),
    .target(name: "AttioTables", swiftSettings: strict),
    .target(name: "ProjectScan", dependencies: ["AttioTables"], swiftSettings: strict),
    .target(
      name: "SetupCore",
      dependencies: ["AttioTables", "Ground"],
      // The starter clients, each a file that its language's own tools read.
      resources: [.embedInCode("Clients/Templates")],
      swiftSettings: strict + [.strictMemorySafety()]
    ),
    .target(name: "AttioAPI", dependencies: ["Ground"], swiftSettings: strict),
    .target(
      name: "LocalHTTP",
      dependencies: [
        "Ground",
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOPosix", package: "swift-nio"),
        .product(name: "NIOHTTP1", package: "swift-nio"),
      ],
      swiftSettings: strict
    ),
    .target(
      name: "AttioSandbox",
      dependencies: ["AttioTables", "Ground", "LocalHTTP"],
      swiftSettings: strict
    ),
    .target(name: "CCurl", linkerSettings: [.linkedLibrary("dl", .when(platforms: [.linux]))]),
    .target(name: "CCrypto", linkerSettings: [.linkedLibrary("dl", .when(platforms: [.linux]))]),
    .target(name: "CProcess"),
    .target(name: "CNcurses", linkerSettings: [.linkedLibrary("ncursesw")]),
    .target(
      name: "SetupRuntime",
      dependencies: [
        "AttioAPI", "CCrypto", "CCurl", "CProcess", "Ground", "LocalHTTP", "ProjectScan",
        "SetupCore", subprocess, systemPackage,
      ],
      swiftSettings: strict
    ),
    .target(
      name: "TerminalUI",
      dependencies: ["CNcurses", "Ground", "SetupCore"],
      swiftSettings: strict
    ),
    .executableTarget(
      name: "attio-setup",
      dependencies: [
        "AttioAPI", "AttioSandbox", "AttioTables", "Ground", "SetupCore", "SetupRuntime",
        "TerminalUI", argumentParser,
      ],
      swiftSettings: strict
    ),
    // A tool of the build that makes the manual page; it is not installed.
    .executableTarget(name: "manual-page", swiftSettings: strict),
    // A tool for developers that compares the tables with a document of Attio's; it is not installed.
    .executableTarget(
      name: "attio-spec",
      dependencies: ["AttioSandbox", "AttioTables", "Ground"],
      swiftSettings: strict
    ),
    .target(
      name: "TestSupport",
      dependencies: [subprocess, systemPackage],
      path: "Tests/TestSupport",
      swiftSettings: strict
    ),
    .testTarget(
      name: "GroundTests",
      dependencies: ["Ground", "TestSupport"],
      swiftSettings: strict
    ),
    .testTarget(
      name: "SetupCoreTests",
      dependencies: ["AttioTables", "Ground", "SetupCore", "TestSupport"],
      exclude: ["Golden"],
      swiftSettings: strict
    ),
    .testTarget(
      name: "ProjectScanTests",
      dependencies: ["ProjectScan", "TestSupport"],
      exclude: ["Fixtures"],
      swiftSettings: strict
    ),
    .testTarget(
      name: "AttioAPITests",
      dependencies: ["AttioAPI", "Ground", "TestSupport"],
      swiftSettings: strict
    ),
    .testTarget(
      name: "AttioSandboxTests",
      dependencies: ["AttioSandbox", "AttioTables", "Ground", "LocalHTTP", "TestSupport"],
      exclude: ["Fixtures"],
      swiftSettings: strict
    ),
    .testTarget(
      name: "SetupRuntimeTests",
      dependencies: [
        "AttioAPI", "AttioSandbox", "Ground", "LocalHTTP", "SetupCore", "SetupRuntime",
        "TestSupport", "store-probe", systemPackage,
      ],
      swiftSettings: strict
    ),
    // A small program that saves tokens, of which a test runs two at once.
    .executableTarget(
      name: "store-probe",
      dependencies: ["Ground", "SetupCore", "SetupRuntime"],
      path: "Tests/StoreProbe",
      swiftSettings: strict
    ),
    // A small program that the tests of the terminal run in a pseudo-terminal, and let crash there.
    .executableTarget(
      name: "terminal-probe",
      dependencies: ["Ground", "SetupCore", "TerminalUI"],
      path: "Tests/TerminalProbe",
      swiftSettings: strict
    ),
    // What must hold for random bytes; the fuzzer searches, the tests replay what it found.
    .target(
      name: "FuzzChecks",
      dependencies: ["AttioAPI", "Ground", "LocalHTTP", "SetupCore", "SetupRuntime", "TerminalUI"],
      path: "Tests/FuzzChecks",
      swiftSettings: strict
    ),
    .executableTarget(
      name: "fuzz",
      dependencies: ["FuzzChecks"],
      path: "Tests/Fuzz",
      swiftSettings: strict
    ),
    .testTarget(
      name: "FuzzTests",
      dependencies: ["FuzzChecks", "TestSupport"],
      exclude: ["Corpus"],
      swiftSettings: strict
    ),
    .testTarget(
      name: "TerminalUITests",
      dependencies: [
        "CNcurses", "Ground", "SetupCore", "TerminalUI", "TestSupport", "terminal-probe",
      ],
      swiftSettings: strict
    ),
    .testTarget(
      name: "EndToEndTests",
      dependencies: [
        "AttioSandbox", "Ground", "SetupCore", "SetupRuntime", "TestSupport", "attio-setup",
        "attio-spec", "manual-page",
      ],
      exclude: ["RealClients", "StarterLives"],
      swiftSettings: strict
    ),
  ]
)
