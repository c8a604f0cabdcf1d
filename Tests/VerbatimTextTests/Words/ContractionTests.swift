import Testing
import VerbatimCore

@testable import VerbatimText

@Suite("Contractions that were cut apart")
struct ContractionTests {
  private let fixture = TokenizedFixture(
    words: ["do", "not", "don't", "won't", "can't", "it's", "they're", "it", "work", "the", "s"]
  )

  /// Each word's bytes and its form, `-` for a word that is in no lexicon.
  private func words(_ text: String) -> [String] {
    let read = fixture.read(text)
    return read.words.map { word in
      let form = fixture.vocabulary.form(of: word.id)
      return "\(read.cut(word.range))=\(form.isEmpty ? "-" : form)"
    }
  }

  @Test(
    "are one word when the whole is known",
    arguments: [
      ("they do n't work", ["they=they", "do n't=don't", "work=work"]),
      ("wo n't", ["wo n't=won't"]), ("CA N'T", ["CA N'T=can't"]),
      ("do n\u{2019}t", ["do n\u{2019}t=don't"]), ("it 's", ["it 's=it's"]),
      ("they 're", ["they 're=they're"]), ("don't", ["don't=don't"]),
    ]
  )
  func joined(text: String, expected: [String]) {
    #expect(words(text) == expected)
  }

  @Test(
    "stay two words when the whole is not, or when something else stands between",
    arguments: [
      ("the n't", ["the=the", "n't=-"]), ("do  n't", ["do=do", "n't=-"]),
      ("do, n't", ["do=do", "n't=-"]), ("do\nn't", ["do=do", "n't=-"]), ("n't", ["n't=-"]),
      ("the 's", ["the=the", "s=s"]), ("it 'so", ["it=it", "so=-"]), ("'s", ["s=s"]),
      ("it. 's", ["it=it", "s=s"]),
    ]
  )
  func apart(text: String, expected: [String]) {
    #expect(words(text) == expected)
  }
}
