/// Texts that say the same with small changes: an edited repeat, a copy with a line cut off.
///
/// Two texts are near copies when they share half of all their runs of three words, or when the
/// shorter one stands nearly whole in the longer one (Broder, Glassman, Manasse and Zweig 1997,
/// "Syntactic clustering of the Web", whose resemblance and containment these are, with their
/// threshold of one half for the first). Texts of fewer than eight words are no near copies: people
/// say short things alike.
struct NearCopies {
  /// The least resemblance: shared runs by all runs.
  static let resemblance = 0.5
  /// The least containment: shared runs by the runs of the shorter text (authored).
  static let containment = 0.8
  /// The fewest runs of three words, those of eight words (authored).
  static let fewest = 6

  /// The text that each near copy repeats, by place; the earlier of two is the one repeated.
  ///
  /// - Parameter shingles: The runs of each text, each run once, in the order of time.
  /// - Returns: The place of the original by that of its copy.
  /// - Complexity: O(the runs, and the pairs of texts that share one).
  static func originals(_ shingles: [some Collection<UInt64>]) -> [Int: Int] {
    var holders: [UInt64: [Int]] = [:]
    var originals: [Int: Int] = [:]
    for (place, runs) in shingles.enumerated() where runs.count >= fewest {
      var shared: [Int: Int] = [:]
      for run in runs {
        for holder in holders[run] ?? [] { shared[holder, default: 0] += 1 }
      }
      let original = shared.filter { other, count in
        let both = runs.count + shingles[other].count - count
        let shorter = min(runs.count, shingles[other].count)
        return Double(count) >= resemblance * Double(both)
          || Double(count) >= containment * Double(shorter)
      }.keys.min()
      if let original {
        originals[place] = original
      } else {
        for run in runs { holders[run, default: []].append(place) }
      }
    }
    return originals
  }
}
