// swift-tools-version: 6.0
import PackageDescription

let package = Package(
  name: "Attio",
  platforms: [.macOS(.v12)],
  products: [.library(name: "Attio", targets: ["Attio"])],
  targets: [
    .target(name: "Attio"),
    .executableTarget(name: "attio-objects", dependencies: ["Attio"]),
  ]
)
