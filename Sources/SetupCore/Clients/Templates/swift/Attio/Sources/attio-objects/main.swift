import Attio
import Foundation

do {
  for slug in try await AttioClient().objects() { print(slug) }
} catch {
  FileHandle.standardError.write(Data("\(error.localizedDescription)\n".utf8))
  exit(1)
}
