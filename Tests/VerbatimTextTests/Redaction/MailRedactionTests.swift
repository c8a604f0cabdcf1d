import Testing

@testable import VerbatimText

@Suite("Mail addresses")
struct MailRedactionTests {
  @Test(
    "are found as people write them",
    arguments: [
      "«anna@example.com»", "<«Anna.B+x%y@mail.example.co.uk»>.", "«me@web.de».", "«me@web.de»,you",
      "«müller@büro.example»", "mailto:«anna@example.org»", "'«anna@example.com»'",
      "(«USER@EXAMPLE.COM»)", "«o'brien@example.ie», please", "«иван@почта.рф»",
      "我的邮箱是«anna@example.com»谢谢", "メール：«anna＠example.com»まで",
      "«anna@xn--bcher-kva.example»", "write to «anna@example.com».Thanks",
      "«\"anna b\"@example.com»", "«a@example.com»/«b@example.org»", "«anna@example dot com»",
      "«anna @ example.com» is my mail", "email: «anna at gmail.com»",
    ]
  )
  func found(text: String) { #expect(Redacting.outcome(text) == Redacting.wanted(text, .email)) }

  @Test(
    "are found spelled out",
    arguments: [
      "«anna (at) example dot com»", "«anna[at]example.com»", "«anna at example dot co dot uk»",
      "«anna.schmidt(at)web.de»", "«anna(a)example.com»", "«anna AT example DOT com»",
      "«anna{at}example{dot}com»", "«anna [dot] b [at] example [dot] com»",
      "«anna [@] example.com»",
      "«ana arroba ejemplo punto com»", "«anna arobase exemple point fr»",
      "«anna ät beispiel punkt de»", "«luca chiocciola esempio punto it»",
      "«kasia małpa przyklad kropka pl»",
    ]
  )
  func spelled(text: String) { #expect(Redacting.outcome(text) == Redacting.wanted(text, .email)) }

  @Test(
    "are not what only has an @ or an at in it",
    arguments: [
      "@anna.b", "3 @ 4.99", "5@3.99", "a@b", "a@b.", "@", "@@@@@@@", "x@.", "write me @ home.",
      "bought it @ target", "look at amazon.com", "at one point in time", "all at once . the end",
      "see you at home dot", "at (12)", "a) b) c)", "anna@", "@example.com",
    ]
  )
  func others(text: String) { #expect(Redacting.redact(text).text == text) }
}
