internal import Foundation
internal import VerbatimPipeline

/// Under which name and time something that a person decides is stored.
extension Services {
  /// The name: that of the token where tokens are in use, else the one told.
  ///
  /// - Throws: A problem when there is none, or when it is longer than 200 characters.
  func name(_ told: String?, _ principal: Principal) throws -> String {
    let name = principal.name ?? told ?? ""
    guard name.contains(where: { !$0.isWhitespace }), name.unicodeScalars.count <= 200 else {
      throw Problem(.refused, "a decision has somebody's name, of at most 200 characters")
    }
    return name
  }

  /// The time: as told, else by the clock, which is read for nothing else.
  var now: Instant {
    settings.stamp ?? Instant(seconds: Int64(Date().timeIntervalSince1970.rounded(.down)))
  }
}
