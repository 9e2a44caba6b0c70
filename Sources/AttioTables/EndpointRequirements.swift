/// The endpoint-to-scope table of Attio's REST API.
///
/// Gathered from Attio's OpenAPI document of February 2026, its documentation pages and newer
/// generated clients. Left out are the calls whose exact path is not known: those that configure
/// activities (`activity_configuration`) and the query of activity records (`activity_record`).
package enum EndpointRequirements {
  /// Every call whose method and path are known.
  package static let all: [EndpointRequirement] =
    objects + attributes + records + lists + collaboration + content + workspace
}
