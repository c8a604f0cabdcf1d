internal import Foundation
public import VerbatimCore
public import VerbatimStore

/// What a file of signals or alerts of one cycle holds (`signals.manifest.v1`).
public struct SignalsManifest: Hashable, Sendable {
  /// The name of the file of signals or alerts.
  public static func fileName(_ kind: StoredChange.Kind) -> String {
    switch kind {
    case .signal: "signals.ndjson"
    case .alert: "alerts.ndjson"
    }
  }

  /// The name of the manifest beside it.
  public static func name(_ kind: StoredChange.Kind) -> String {
    switch kind {
    case .signal: "manifest.json"
    case .alert: "alerts.manifest.json"
    }
  }

  /// What the file holds.
  public var kind: StoredChange.Kind
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
  /// The engines that made the signals, each as a JSON object, in byte order; none of alerts, which
  /// rest on many signals.
  public var engines: [[UInt8]] = []

  /// The manifest of an empty file.
  public init(cycle: SignalCycle, kind: StoredChange.Kind = .signal) {
    self.cycle = cycle
    self.kind = kind
  }

  /// Writes the manifest as `signals.manifest.v1`.
  public func write(to json: inout JSONWriter) {
    json.object { json in
      json.field("type", "signals.manifest.v1")
      json.object("cycle") { json in
        json.field("id", cycle.description)
        json.field("start", cycle.start?.description)
        json.field("end", cycle.end?.description)
      }
      json.field("file", Self.fileName(kind))
      json.field("signal_type", kind.rawValue)
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
  static func read(_ kind: StoredChange.Kind, in folder: URL) -> WrittenManifest? {
    let place = folder.appendingPathComponent(SignalsManifest.name(kind))
    guard let data = try? Data(contentsOf: place),
      let manifest = try? JSONDecoder().decode(WrittenManifest.self, from: data),
      manifest.type == "signals.manifest.v1"
    else { return nil }
    return manifest
  }
}
