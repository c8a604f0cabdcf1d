public import VerbatimCore

/// For how many conversations a grain holds.
public struct RecoveryShare: Hashable, Sendable {
  /// The grain.
  public var grain: RecoveryGrain
  /// The share of the conversations that are compared within it, 0 to 1.
  public var share: Double

  /// The shares of conversations that were compared within these grains, the finest first; none of
  /// a grain that does not occur.
  static func shares(of grains: [RecoveryGrain]) -> [RecoveryShare] {
    RecoveryGrain.allCases.compactMap { grain in
      let count = grains.count { $0 == grain }
      guard count > 0 else { return nil }
      return RecoveryShare(grain: grain, share: Double(count) / Double(grains.count))
    }
  }

  /// Writes the share as an object.
  public func write(to json: inout JSONWriter) {
    json.object { json in
      json.field("within", grain.rawValue)
      // Six digits, as all figures of an audit.
      json.field("share", (share * 1_000_000).rounded() / 1_000_000)
    }
  }
}
