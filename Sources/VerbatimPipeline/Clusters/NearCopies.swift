internal import VerbatimStatistics

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
  static func originals(_ shingles: [[UInt64]]) -> [Int: Int] {
    var originals: [Int: Int] = [:]
    var numbers = PairTable()
    // The texts that hold a run, the last first, as a chain of places.
    var last: [Int32] = []
    var chain: [(text: Int32, before: Int32)] = []
    var shared = [Int32](repeating: 0, count: shingles.count)
    var sharing: [Int] = []
    var held: [Int] = []
    for (place, runs) in shingles.enumerated() where runs.count >= fewest {
      held.removeAll(keepingCapacity: true)
      for run in runs {
        let (number, isNew) = numbers.number(
          of: Int32(truncatingIfNeeded: run >> 32),
          Int32(truncatingIfNeeded: run)
        )
        if isNew { last.append(-1) }
        held.append(number)
        var holder = Int(last[number])
        while holder >= 0 {
          let text = Int(chain[holder].text)
          if shared[text] == 0 { sharing.append(text) }
          shared[text] += 1
          holder = Int(chain[holder].before)
        }
      }
      var original: Int?
      for other in sharing {
        let count = Int(shared[other])
        shared[other] = 0
        if other < original ?? .max, areCopies(count, of: runs.count, shingles[other].count) {
          original = other
        }
      }
      sharing.removeAll(keepingCapacity: true)
      if let original {
        originals[place] = original
        continue
      }
      for number in held {
        chain.append((Int32(place), last[number]))
        last[number] = Int32(chain.count - 1)
      }
    }
    return originals
  }

  /// Whether texts of so many runs that share so many are copies.
  private static func areCopies(_ shared: Int, of one: Int, _ other: Int) -> Bool {
    Double(shared) >= resemblance * Double(one + other - shared)
      || Double(shared) >= containment * Double(min(one, other))
  }
}
