internal import Crypto
internal import VerbatimIngest

/// A hash over the cells of a table, record by record, in constant memory.
struct ContentHash {
  private var hash = SHA256()
  private var waiting: [UInt8] = []

  /// Takes in a record: its cells, each after its length, so that any byte may stand in them.
  mutating func add(_ record: TableRecord) {
    let (bytes, ends) = record.content
    for end in ends {
      for shift in stride(from: 0, to: 32, by: 8) {
        waiting.append(UInt8(truncatingIfNeeded: end >> shift))
      }
    }
    waiting.append(0xFF)
    waiting.append(contentsOf: bytes)
    guard waiting.count > 1 << 16 else { return }
    hash.update(data: waiting)
    waiting.removeAll(keepingCapacity: true)
  }

  /// 32 hexadecimal digits of the SHA-256 over all records.
  var value: String {
    var whole = hash
    whole.update(data: waiting)
    return whole.finalize().prefix(16).map { byte in
      let digits = String(byte, radix: 16)
      return digits.utf8.count == 1 ? "0" + digits : digits
    }.joined()
  }
}
