internal import Crypto
internal import Foundation
internal import VerbatimCore
internal import VerbatimStore

#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// The file of a cycle while it is written: beside its place, in pieces, then renamed.
final class CycleFile {
  /// So much is held of each cycle before it is written.
  private static let piece = 1 << 16

  private(set) var manifest: SignalsManifest
  private let folder: URL
  private let partial: URL
  private var waiting: [UInt8] = []
  private var hash = SHA256()
  private var engines: Set<[UInt8]> = []

  /// Begins the file of a cycle in its folder, which is made.
  init(_ kind: StoredChange.Kind, of cycle: SignalCycle, in folder: URL) throws(Diagnostic) {
    manifest = SignalsManifest(cycle: cycle, kind: kind)
    self.folder = folder
    partial = folder.appendingPathComponent(".\(SignalsManifest.fileName(kind)).partial")
    do {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      try Data().write(to: partial)
    } catch {
      throw Self.unwritable(partial)
    }
  }

  /// Adds a signal as a line.
  func add(_ change: StoredChange) throws(Diagnostic) {
    if change.isRetraction { manifest.retracted += 1 } else { manifest.signals += 1 }
    manifest.lastPlace = max(manifest.lastPlace, change.seq)
    if change.kind == .signal, let engine = Self.engine(in: change.body) { engines.insert(engine) }
    waiting += change.body
    waiting.append(0x0A)
    if waiting.count >= Self.piece { try flush() }
  }

  /// Puts the file and then its manifest in their places.
  func finish() throws(Diagnostic) -> SignalsManifest {
    try flush()
    manifest.sha256 = Hexadecimal.text(hash.finalize())
    manifest.engines = engines.sorted { $0.lexicographicallyPrecedes($1) }
    let place = folder.appendingPathComponent(SignalsManifest.fileName(manifest.kind))
    // Safety: both paths live for the call.
    guard unsafe rename(partial.path, place.path) == 0 else { throw Self.unwritable(place) }
    var json = JSONWriter()
    manifest.write(to: &json)
    json.endLine()
    let manifestPlace = folder.appendingPathComponent(SignalsManifest.name(manifest.kind))
    do {
      try Data(json.bytes).write(to: manifestPlace, options: .atomic)
    } catch {
      throw Self.unwritable(manifestPlace)
    }
    return manifest
  }

  private func flush() throws(Diagnostic) {
    guard !waiting.isEmpty else { return }
    hash.update(data: waiting)
    manifest.bytes += waiting.count
    do {
      // Opened for each piece: years of weeks are more files than a process may hold open.
      let handle = try FileHandle(forWritingTo: partial)
      try handle.seekToEnd()
      try handle.write(contentsOf: Data(waiting))
      try handle.close()
    } catch {
      throw Self.unwritable(partial)
    }
    waiting.removeAll(keepingCapacity: true)
  }

  private static let engineKey = Array(#""engine":"#.utf8)

  /// The engine in a signal's JSON: its keys have a fixed order, and nothing a customer wrote
  /// stands before this one.
  static func engine(in body: [UInt8]) -> [UInt8]? {
    guard let key = body.firstRange(of: engineKey),
      let end = body[key.upperBound...].firstIndex(of: UInt8(ascii: "}"))
    else { return nil }
    return Array(body[key.upperBound...end])
  }

  static func unwritable(_ place: URL) -> Diagnostic {
    Diagnostic(
      .outputUnwritable,
      at: SourceLocation(file: place.path),
      "the file cannot be written",
      hint: "check the folder and your permission"
    )
  }
}
