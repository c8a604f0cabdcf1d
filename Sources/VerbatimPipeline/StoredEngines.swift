public import VerbatimCore
internal import VerbatimIngest
public import VerbatimStore

/// What made the signals of a store, as they state it.
public enum StoredEngines {
  /// The engines of the first and the last signal, each once: an engine that changed in between
  /// changed for good, since signals are stored in the order in which they were made.
  public static func read(_ store: SignalStore) throws -> [FeedbackSignal.Engine] {
    var engines: [FeedbackSignal.Engine] = []
    let reader = JSONReader()
    var bodies: [[UInt8]] = []
    try store.forEachSignal(SignalFilter(limit: 1)) { _, json in bodies.append(json) }
    if let last = try store.lastSignalJSON() { bodies.append(last) }
    for body in bodies {
      guard let engine = try reader.parse(body)["engine"],
        let version = engine["version"]?.string,
        let lexicon = engine["lexicon_hash"]?.string,
        let taxonomy = engine["taxonomy_version"]?.scalarText,
        let configuration = engine["config_hash"]?.string,
        let icu = engine["icu_version"]?.scalarText
      else { continue }
      let pin = FeedbackSignal.Engine(
        version: version,
        lexiconHash: lexicon,
        taxonomyVersion: taxonomy,
        configHash: configuration,
        icuVersion: icu
      )
      if !engines.contains(pin) { engines.append(pin) }
    }
    return engines
  }
}
