import VerbatimTestSupport

/// Every row of bytes out of a list, from the empty one up to a length.
func everyRow(
  of pool: [UInt8],
  upTo longest: Int,
  _ body: ([UInt8]) throws -> Void
) rethrows {
  var rows: [[UInt8]] = [[]]
  for length in 0...longest {
    for row in rows { try body(row) }
    if length < longest { rows = rows.flatMap { row in pool.map { row + [$0] } } }
  }
}

extension SeededGenerator {
  /// Up to `longest` bytes out of a list.
  mutating func bytes(of pool: [UInt8], longest: Int) -> [UInt8] {
    (0..<Int.random(in: 0...longest, using: &self)).map { _ in
      pool[Int.random(in: 0..<pool.count, using: &self)]
    }
  }
}
