internal import Crypto
internal import Foundation
internal import VerbatimCore
public import VerbatimStore

/// Signals and alerts as files, a folder for each week: `2026-W47/signals.ndjson` with
/// `manifest.json`, `alerts.ndjson` with `alerts.manifest.json`.
///
/// A file holds where the signals of its week stand now, retractions among them, in the order of
/// the store; an alert is in the week of its latest report. It is written beside its place and
/// renamed, the manifest after it; whoever reads the manifest first and finds its hash has a whole
/// file. What has not changed is not written again, and a file that is damaged or gone is.
public struct SignalFolder: Sendable {
  private let store: SignalStore
  private let folder: URL
  private let kind: StoredChange.Kind

  /// The folder at a path, which need not be there.
  ///
  /// - Parameters:
  ///   - path: The folder.
  ///   - kind: What is written there: signals or alerts.
  ///   - store: Whose.
  public init(_ path: String, of kind: StoredChange.Kind = .signal, in store: SignalStore) {
    self.store = store
    self.kind = kind
    folder = URL(fileURLWithPath: path, isDirectory: true)
  }

  /// What an update did.
  public struct Report: Hashable, Sendable {
    /// What is in the folder that was not before.
    public var counts = DeliveryCounts()
    /// The files that were written, by week.
    public var written: [SignalsManifest] = []
    /// How many weeks were as they should be.
    public var unchanged = 0

    /// Nothing yet.
    public init() {}
  }

  /// What the store has of a week.
  private struct Standing: Equatable {
    var signals = 0
    var retracted = 0
    var lastPlace: Int64 = 0
  }

  /// Brings the folder up to date.
  ///
  /// - Throws: ``Diagnostic`` `V6001` when a file cannot be written, and ``StoreFailure``.
  /// - Complexity: Two walks over the store, the first without the signals' bodies; memory for a
  ///   piece of each week.
  public func update() throws -> Report {
    var report = Report()
    var standings = try standings()
    var there: [SignalCycle: WrittenManifest] = [:]
    for name in (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? [] {
      let week = folder.appendingPathComponent(name)
      guard let manifest = WrittenManifest.read(kind, in: week) else { continue }
      let cycle = SignalCycle(of: manifest.cycle.start.flatMap { Instant(iso8601: $0) })
      guard cycle.description == name else { continue }
      there[cycle] = manifest
      // A week whose signals have moved to another is emptied.
      if standings[cycle] == nil { standings[cycle] = Standing() }
    }
    let lastPlace = there.values.map(\.last_place).max() ?? 0
    var files: [SignalCycle: CycleFile] = [:]
    for (cycle, standing) in standings {
      let week = folder.appendingPathComponent(cycle.description)
      if let manifest = there[cycle], isCurrent(manifest, standing, in: week) {
        report.unchanged += 1
      } else {
        files[cycle] = try CycleFile(kind, of: cycle, in: week)
      }
    }
    guard !files.isEmpty else { return report }
    var counts = DeliveryCounts()
    try store.forEachChange { change in
      guard change.kind == kind else { return }
      if change.seq > lastPlace {
        if there.isEmpty, !change.isRetraction { counts.new += 1 } else { counts.count(change) }
      }
      try files[SignalCycle(of: change.eventTime)]?.add(change)
    }
    report.counts = counts
    for cycle in files.keys.sorted() {
      if let file = files[cycle] { report.written.append(try file.finish()) }
    }
    return report
  }

  private func standings() throws(StoreFailure) -> [SignalCycle: Standing] {
    var standings: [SignalCycle: Standing] = [:]
    try store.forEachChangeMark { mark in
      guard mark.kind == kind else { return }
      let cycle = SignalCycle(of: mark.eventTime)
      var standing = standings[cycle] ?? Standing()
      if mark.isRetraction { standing.retracted += 1 } else { standing.signals += 1 }
      standing.lastPlace = max(standing.lastPlace, mark.seq)
      standings[cycle] = standing
    }
    return standings
  }

  /// Whether a file is whole and holds what the store has.
  private func isCurrent(
    _ manifest: WrittenManifest,
    _ standing: Standing,
    in week: URL
  ) -> Bool {
    let written = Standing(
      signals: manifest.signals,
      retracted: manifest.retracted,
      lastPlace: manifest.last_place
    )
    guard written == standing else { return false }
    let place = week.appendingPathComponent(SignalsManifest.fileName(kind))
    guard let handle = try? FileHandle(forReadingFrom: place) else { return false }
    var hash = SHA256()
    while let piece = try? handle.read(upToCount: 1 << 20), !piece.isEmpty {
      hash.update(data: piece)
    }
    try? handle.close()
    return Hexadecimal.text(hash.finalize()) == manifest.sha256
  }
}
