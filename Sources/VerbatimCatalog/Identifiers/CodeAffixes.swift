internal import VerbatimCore

/// What sales channels put around a shop's codes: `AMZ-K-204`, `K-204-FBA`.
///
/// Some marks are known; a shop's own are learnt from its order and receipt files, where a piece
/// counts when nearly every code that has it is one of the catalog without it.
struct CodeAffixes: Sendable {
  /// Marks of fulfilment and of channels, as marketplaces' sellers write them.
  static let known: Set<String> = [
    "FBA", "FBM", "MFN", "AFN", "AMZ", "AMZN", "AMAZON", "EBAY", "ETSY", "WALMART", "SHOPIFY",
    "WEB", "RET", "RETURN", "RTN", "REFURB", "USED", "OPENBOX",
  ]
  /// The fewest codes from which a mark is learnt, and the share that must be in the catalog.
  private static let fewest = 20
  private static let share = 0.95

  private var fronts = CodeAffixes.known
  private var backs = CodeAffixes.known

  /// The known marks, and those that a shop's files show.
  init(_ codes: some Sequence<String>, in catalog: Catalog) {
    var front: [String: (seen: Int, found: Int)] = [:]
    var back: [String: (seen: Int, found: Int)] = [:]
    var seen: Set<String> = []
    for code in codes where catalog.only(code: code) == nil {
      guard seen.insert(code).inserted, seen.count <= 100_000, let key = Self.key(code) else {
        continue
      }
      if let (mark, rest) = Self.front(of: key) {
        let isFound = catalog.only(code: rest) != nil
        front[mark, default: (0, 0)].seen += 1
        front[mark]?.found += isFound ? 1 : 0
      }
      if let (mark, rest) = Self.back(of: key) {
        let isFound = catalog.only(code: rest) != nil
        back[mark, default: (0, 0)].seen += 1
        back[mark]?.found += isFound ? 1 : 0
      }
    }
    func learnt(_ counts: [String: (seen: Int, found: Int)]) -> Set<String> {
      Set(
        counts.filter {
          $0.value.found >= Self.fewest
            && Double($0.value.found) >= Self.share * Double($0.value.seen)
        }.keys
      )
    }
    fronts.formUnion(learnt(front))
    backs.formUnion(learnt(back))
  }

  /// The article of a code without the marks around it; nil when none is left or several are.
  func place(of code: String, in catalog: Catalog) -> Int? {
    guard var key = Self.key(code) else { return nil }
    for _ in 0..<3 {
      if let (mark, rest) = Self.front(of: key), fronts.contains(mark) {
        key = rest
      } else if let (mark, rest) = Self.back(of: key), backs.contains(mark) {
        key = rest
      } else {
        return nil
      }
      if key.utf8.count >= 3, let place = catalog.only(code: key) { return place }
    }
    return nil
  }

  private static func key(_ code: String) -> String? {
    code.utf8.count <= 128 ? code.trimmed.uppercased() : nil
  }

  private static let dividers: Set<Character> = ["-", "_", ".", ":", "/", " ", "#", "|"]

  private static func front(of key: String) -> (mark: String, rest: String)? {
    guard let end = key.firstIndex(where: dividers.contains), end > key.startIndex else {
      return nil
    }
    let rest = key[key.index(after: end)...]
    return rest.isEmpty ? nil : (String(key[..<end]), String(rest))
  }

  private static func back(of key: String) -> (mark: String, rest: String)? {
    guard let start = key.lastIndex(where: dividers.contains), start > key.startIndex else {
      return nil
    }
    let mark = key[key.index(after: start)...]
    return mark.isEmpty ? nil : (String(mark), String(key[..<start]))
  }
}
