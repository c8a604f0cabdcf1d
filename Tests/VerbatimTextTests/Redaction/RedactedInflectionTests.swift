import Testing

@testable import VerbatimText

@Suite("Names of the list in other cases")
struct RedactedInflectionTests {
  private func kind(_ text: String) -> NameWords.Kind? {
    let names = NameWords([("кирилл", .sure), ("юлия", .sure), ("игорь", .sure), ("вера", .weak)])
    let bytes = Array(text.utf8)
    return names.inflectedKind(bytes.span, 0..<bytes.count)
  }

  @Test(
    "are found by their endings",
    arguments: ["Кириллу", "Кирилла", "Кириллом", "Юлии", "Юлию", "Юлией", "Игорю", "Игорем"]
  )
  func found(form: String) { #expect(kind(form) == .sure) }

  @Test("keep their kind")
  func weak() { #expect(kind("Вере") == .weak) }

  @Test("are not found in other words", arguments: ["Кирилловка", "Июль", "Ом", "у", ""])
  func others(word: String) { #expect(kind(word) == nil) }
}
