/// The texts of the starter clients, one file a language; `StarterClient` puts them together.
///
/// The paths of Attio's API, its errors and the two forms of Retry-After are those of Attio's
/// documentation; the texts stand alone and need nothing of this program.
enum ClientTemplate {}
