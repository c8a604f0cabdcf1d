internal import Foundation
public import VerbatimCore

/// What a file of signals of one cycle holds (`signals.manifest.v1`).
public struct SignalsManifest: Hashable, Sendable {
  /// The name of the file of signals.
  public static let signalsName = "signals.ndjson"
  /// The name of the manifest beside it.
  public static let name = "manifest.json"

  /// The week.
  public var cycle: SignalCycle
  /// Signals that hold.
  public var signals = 0
  /// Signals that are retracted.
  public var retracted = 0
  /// The place in the store of the latest of them.
  public var lastPlace: Int64 = 0
  /// The size of the file.
  public var bytes = 0
  /// The SHA-256 of the file.
  public var sha256 = ""
  /// The engines that made the signals, each as a JSON object, in byte order.
  public var engines: [[UInt8]] = []

  /// The manifest of an empty file.
  public init(cycle: SignalCycle) { self.cycle = cycle }

  /// Writes the manifest as `signals.manifest.v1`.
  public func write(to json: inout JSONWriter) {
    json.object { json in
      json.field("type", "signals.manifest.v1")
      json.object("cycle") { json in
        json.field("id", cycle.description)
        json.field("start", cycle.start?.description)
        json.field("end", cycle.end?.description)
      }
      json.field("file", Self.signalsName)
      json.field("signal_type", CloudEvent.type)
      json.field("lines", signals + retracted)
      json.field("signals", signals)
      json.field("retracted", retracted)
      json.field("last_place", Int(lastPlace))
      json.field("bytes", bytes)
      json.field("sha256", sha256)
      json.array("engines", engines) { $0.raw($1) }
    }
  }
}

/// What is read back of a manifest.
struct WrittenManifest: Decodable {
  struct Cycle: Decodable {
    var start: String?
  }

  var type: String
  var cycle: Cycle
  var signals: Int
  var retracted: Int
  var last_place: Int64
  var bytes: Int
  var sha256: String

  /// The manifest in a folder; nil when there is none that can be read.
  static func read(in folder: URL) -> WrittenManifest? {
    guard let data = try? Data(contentsOf: folder.appendingPathComponent(SignalsManifest.name)),
      let manifest = try? JSONDecoder().decode(WrittenManifest.self, from: data),
      manifest.type == "signals.manifest.v1"
    else { return nil }
    return manifest
  }
}
