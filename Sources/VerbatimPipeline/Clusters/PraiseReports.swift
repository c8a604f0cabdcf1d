internal import VerbatimCore
internal import VerbatimIngest
internal import VerbatimStatistics
internal import VerbatimStore

/// What customers praise, in the form in which complaints are counted.
///
/// The taxonomy knows what goes wrong and nothing of what goes right, so praise is counted by the
/// words that the sentiment engine found and gave a part of the score: `sturdy`, `quick`. Words that
/// every article is praised with cancel out, as common complaints do. The verdict on the whole text
/// is counted beside them, under `positive`.
struct PraiseReports {
  /// Under which name a text that is positive as a whole is counted.
  static let verdict = "positive"
  /// The least valence of a word that praises: below lie words such as `ok` and `fine`.
  ///
  /// Hutto and Gilbert (2014) rated words from −4 to 4; 1 is "slightly positive".
  private static let least = 1.0

  private let store: SignalStore

  init(_ store: SignalStore) { self.store = store }

  /// What each signal praises, each word once, by signal.
  ///
  /// - Complexity: Reads every signal's JSON.
  func issues() throws(StoreFailure) -> [String: [Issue]] {
    var found: [String: [Issue]] = [:]
    let reader = JSONReader()
    do {
      try store.forEachSignal { _, json in
        let signal = try reader.parse(json)
        guard let id = signal["signal_id"]?.string else { return }
        var issues = (signal["explain"]?.elements ?? []).compactMap(issue)
        var seen = Set<String>()
        issues.removeAll { !seen.insert($0.code).inserted }
        if signal["sentiment"]?["label"]?.string == Sentiment.Label.positive.rawValue {
          // Shown by its strongest word.
          issues.append(Self.praise(Self.verdict, issues.first?.evidence))
        }
        if !issues.isEmpty { found[id] = issues }
      }
    } catch let failure as StoreFailure {
      throw failure
    } catch {
      throw .corrupt(path: store.path, reason: "a signal is no JSON: \(error)")
    }
    return found
  }

  /// The cluster with the customers' words in place of the lexicon's.
  func quoted(_ cluster: ComplaintCluster) throws(StoreFailure) -> ComplaintCluster {
    var cluster = cluster
    for index in cluster.evidence.indices {
      let evidence = cluster.evidence[index]
      guard let verbatim = try store.verbatim(ofSignal: evidence.signalID),
        let text = verbatim.part(evidence.part), evidence.range.end <= text.utf8.count
      else { continue }
      cluster.evidence[index].quote = evidence.range.cut(text)
    }
    return cluster
  }

  private func issue(_ item: JSONValue) -> Issue? {
    guard let term = item["term"]?.string, Self.isWord(term),
      case .number(let valence)? = item["valence"], valence >= Self.least,
      case .number(let share)? = item["contribution"], share > 0,
      case .number(let start)? = item["start"], case .number(let end)? = item["end"],
      let part = item["part"]?.string.flatMap(TextPart.init(_:))
    else { return nil }
    let range = ByteRange(Int(start), Int(end))
    return Self.praise(term, Issue.Evidence(part: part, range: range, quote: term))
  }

  private static func praise(_ name: String, _ evidence: Issue.Evidence?) -> Issue {
    Issue(
      code: name,
      tier: .t4,
      confidence: 1,
      modality: .actual,
      intent: .praise,
      attribution: .unknown,
      evidence: evidence
    )
  }

  /// Whether an entry is plain words: no pattern, emoji or emoticon.
  private static func isWord(_ term: String) -> Bool {
    term.unicodeScalars.allSatisfy {
      $0.properties.isAlphabetic || " -'’".unicodeScalars.contains($0)
    }
  }
}

extension StoredVerbatim {
  /// The text of a part by its printed name; nil when there is none.
  func part(_ name: String) -> String? {
    switch TextPart(name) {
    case .title: title
    case .text: text
    case .turn(let index): turns.indices.contains(index) ? turns[index].text : nil
    case nil: nil
    }
  }
}
