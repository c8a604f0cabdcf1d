import Testing
import VerbatimTestSupport

@testable import VerbatimText

@Suite("Vocabulary")
struct VocabularyTests {
  @Test("finds every form and no other, as a dictionary does", arguments: SeededGenerator.seeds(3))
  func dictionary(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    var builder = Vocabulary.Builder()
    var twin: [String: WordID] = [:]
    let letters = Array("abcé'1")
    func word() -> String {
      String(
        (0..<Int.random(in: 1...5, using: &generator)).map { _ in
          letters.randomElement(using: &generator) ?? "a"
        }
      )
    }
    for _ in 0..<3000 {
      let form = word()
      let id = builder.intern(form)
      #expect(twin[form, default: id] == id)
      twin[form] = id
    }
    let vocabulary = builder.freeze()
    #expect(vocabulary.count == twin.count + 1)
    #expect(Set(twin.values) == Set(1...WordID(twin.count)))
    for (form, id) in twin {
      #expect(vocabulary.id(of: form) == id)
      #expect(vocabulary.form(of: id) == form)
    }
    for _ in 0..<3000 {
      let form = word()
      #expect(vocabulary.id(of: form) == twin[form, default: 0])
    }
  }

  @Test("keeps forms in the form in which texts are compared")
  func matchingForm() {
    var builder = Vocabulary.Builder()
    let id = builder.intern("Straße")
    #expect(builder.intern("STRASSE") == id)
    #expect(builder.intern("stra\u{AD}sse") == id)
    let vocabulary = builder.freeze()
    #expect(vocabulary.form(of: id) == "strasse")
    #expect(vocabulary.id(of: "strasse") == id)
    #expect(vocabulary.id(of: "Straße") == 0)
  }

  @Test("gives an alias the number of its form")
  func aliases() {
    var builder = Vocabulary.Builder()
    builder.alias("Dont", of: "don't")
    builder.alias("donot", of: "dont")
    let form = builder.intern("don't")
    #expect(builder.intern("dont") == form)
    #expect(builder.intern("donot") == form)
    let own = builder.intern("cant")
    builder.alias("cant", of: "can't")
    let vocabulary = builder.freeze()
    #expect(vocabulary.id(of: "dont") == form)
    #expect(vocabulary.form(of: form) == "don't")
    #expect(vocabulary.id(of: "cant") == own)
    #expect(vocabulary.id(of: "can't") != own)
  }

  @Test("keeps emoticons apart from words of the same letters")
  func emoticons() {
    var builder = Vocabulary.Builder()
    let face = builder.intern(emoticon: "XD")
    let word = builder.intern("XD")
    #expect(face != word)
    #expect(builder.intern(emoticon: "XD") == face)
    let vocabulary = builder.freeze()
    #expect(vocabulary.form(of: face) == "XD")
    #expect(vocabulary.id(of: "xd") == word)
  }

  @Test("knows no form longer than the longest")
  func longest() {
    var builder = Vocabulary.Builder()
    let longest = String(repeating: "a", count: Vocabulary.longestForm)
    let id = builder.intern(longest)
    _ = builder.intern(longest + "a")
    let vocabulary = builder.freeze()
    #expect(vocabulary.id(of: longest) == id)
    #expect(vocabulary.id(of: longest + "a") == 0)
  }

  @Test("has no form for the unknown word")
  func unknown() {
    let vocabulary = Vocabulary.Builder().freeze()
    #expect(vocabulary.count == 1)
    #expect(vocabulary.form(of: 0).isEmpty)
    #expect(vocabulary.id(of: "a") == 0)
    #expect(vocabulary.id(of: "") == 0)
  }
}
