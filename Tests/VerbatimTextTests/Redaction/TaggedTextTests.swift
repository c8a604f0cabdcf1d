import Testing

@testable import VerbatimText

@Suite("The units of a text that is tagged")
struct TaggedTextTests {
  private func cut(_ text: String) -> [(text: String, shape: TaggedText.Shape)] {
    let bytes = Array(text.utf8)
    return TaggedText(bytes.span).units.map {
      (String(decoding: bytes[$0.range], as: UTF8.self), $0.shape)
    }
  }

  @Test(
    "are words, numbers, marks and single characters of scripts without blanks",
    arguments: [
      ("O'Neil, McDonald\niPhone 12", ["O'Neil", ",", "McDonald", "\n", "iPhone", "12"]),
      ("李娜です김ขอ", ["李", "娜", "で", "す", "김", "ข", "อ"]),
      ("Smith-Jones [phone***] x", ["Smith", "-", "Jones", "[phone***]", "x"]),
      ("[no mask]", ["[", "no", "mask", "]"]), ("", []), (" \t", []),
    ]
  )
  func units(text: String, wanted: [String]) { #expect(cut(text).map(\.text) == wanted) }

  @Test("have the shape of their letters")
  func shapes() {
    #expect(
      cut("Ana ANA ana A McD iPad علي 7").map(\.shape)
        == [.capital, .capitals, .small, .letter, .mixed, .inner, .caseless, .digits]
    )
  }

  @Test("of the same letters have the same hash, whatever the case and accents")
  func hashes() {
    let bytes = Array("José JOSE jose Josef".utf8)
    let words = TaggedText(bytes.span).units.map(\.word)
    #expect(words[0] == words[1] && words[1] == words[2] && words[2] != words[3])
  }
}
