/// The known name that somebody most likely meant.
enum NearestName {
  /// The name with the fewest changes of one character from what was typed; nil when even that one
  /// needs more than a third of it changed.
  static func find(_ typed: String, in known: [String]) -> String? {
    let wanted = Array(typed.lowercased())
    let best = known.map { (name: $0, distance: distance(wanted, Array($0.lowercased()))) }
      .min { ($0.distance, $0.name) < ($1.distance, $1.name) }
    guard let best, best.distance * 3 <= wanted.count else { return nil }
    return best.name
  }

  /// How many characters are to be put in, taken out or changed (Levenshtein 1966).
  private static func distance(_ left: [Character], _ right: [Character]) -> Int {
    var row = Array(0...right.count)
    for (i, character) in left.enumerated() {
      var diagonal = row[0]
      row[0] = i + 1
      for (j, other) in right.enumerated() {
        let changed = diagonal + (character == other ? 0 : 1)
        diagonal = row[j + 1]
        row[j + 1] = min(changed, row[j] + 1, diagonal + 1)
      }
    }
    return row[right.count]
  }
}
