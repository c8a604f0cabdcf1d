internal import Foundation
internal import GRDB
internal import VerbatimCore

/// The parts of a signal's JSON that are in no column: the engine that made it and the format it is
/// from.
struct StoredOrigin: Decodable {
  private struct Engine: Decodable {
    var version: String
    var lexiconHash: String
    var taxonomyVersion: String
    var configHash: String
    var icuVersion: String
  }

  private struct Source: Decodable {
    var format: String
  }

  private enum CodingKeys: String, CodingKey { case engine, source }

  /// The engine.
  let engine: FeedbackSignal.Engine
  /// The input format.
  let format: String

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    let engine = try container.decode(Engine.self, forKey: .engine)
    self.engine = FeedbackSignal.Engine(
      version: engine.version,
      lexiconHash: engine.lexiconHash,
      taxonomyVersion: engine.taxonomyVersion,
      configHash: engine.configHash,
      icuVersion: engine.icuVersion
    )
    format = try container.decode(Source.self, forKey: .source).format
  }

  /// Reads a signal's JSON.
  static func read(_ body: Data) throws -> StoredOrigin {
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    return try decoder.decode(StoredOrigin.self, from: body)
  }

  /// Of the signal that was stored last; nil in an empty store.
  static func latest(in db: Database) throws -> StoredOrigin? {
    try Data.fetchOne(db, sql: "SELECT body FROM signals ORDER BY seq DESC LIMIT 1").map(read)
  }
}
