import Testing
import VerbatimTestSupport

@testable import VerbatimText

@Suite("Form table")
struct FormTableTests {
  private func key(_ form: [UInt8]) -> WordKey { WordKey(form.span, count: form.count) }

  private func lookup(_ form: [UInt8], in table: FormTable) -> WordID {
    table.lookup(key(form), in: form.span, at: 0, folding: 0)
  }

  @Test("finds what a dictionary finds while it grows", arguments: SeededGenerator.seeds(3))
  func dictionary(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    // Few letters and lengths around whole blocks, so that forms share heads and tails.
    func form() -> [UInt8] {
      let count = Int.random(in: 1...FormTable.longest, using: &generator)
      let rest = UInt8.random(in: 97...98, using: &generator)
      return (0..<count).map { at in
        at == count - 1 || at % 8 == 7 ? UInt8.random(in: 0...255, using: &generator) : rest
      }
    }
    var table = FormTable(minimumCapacity: 0)
    #expect(table.isEmpty)
    var twin: [[UInt8]: WordID] = [:]
    for number in 1...3000 {
      let form = form()
      guard twin[form] == nil else { continue }
      twin[form] = WordID(number)
      table.insert(key(form), form.span, WordID(number))
    }
    #expect(!table.isEmpty)
    #expect(twin.allSatisfy { lookup($0.key, in: table) == $0.value })
    for _ in 0..<3000 {
      let form = form()
      #expect(lookup(form, in: table) == twin[form, default: 0])
    }
  }

  @Test("compares small letters where they stand in a longer text")
  func folding() {
    var table = FormTable(minimumCapacity: 4)
    let form = Array("disappointed".utf8)
    table.insert(key(form), form.span, 7)
    let text = Array("So DISAPPOINTED!".utf8)
    let found = table.lookup(key(form), in: text.span, at: 3, folding: ByteBlock.smallBit)
    #expect(found == 7)
    #expect(table.lookup(key(form), in: text.span, at: 3, folding: 0) == 0)
  }
}
