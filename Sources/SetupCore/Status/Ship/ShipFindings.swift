/// What in the folder becomes an image or a package that others get.
package struct ShipFindings: Equatable, Sendable {
  /// The builds of container images.
  package var images: [ImageBuild]
  /// The package for npm; nil where there is none, or one that npm refuses to publish.
  package var package: NodePackage?

  /// Collects what was found.
  package init(images: [ImageBuild] = [], package: NodePackage? = nil) {
    self.images = images
    self.package = package
  }
}
