import Testing

@testable import VerbatimDelivery

@Suite("Answers")
struct AnswerTests {
  @Test("of success are taken", arguments: [200, 201, 202, 204, 299])
  func taken(status: Int) {
    #expect(Answer(status: status, retryAfter: nil, now: 0) == .taken)
  }

  @Test("that may change are asked for again", arguments: [408, 425, 429, 500, 502, 503, 504, 599])
  func later(status: Int) {
    let answer = Answer(status: status, retryAfter: "7", now: 0)
    #expect(answer == .later(reason: "\(status)", retryAfter: 7))
  }

  @Test("that will not change are final", arguments: [400, 401, 403, 404, 409, 410, 413, 422, 499])
  func refused(status: Int) {
    #expect(Answer(status: status, retryAfter: "7", now: 0) == .refused(reason: "\(status)"))
  }

  @Test("that lead elsewhere are final", arguments: [301, 302, 307, 308])
  func redirected(status: Int) {
    let answer = Answer(status: status, retryAfter: nil, now: 0)
    #expect(answer == .refused(reason: "\(status), a redirect, which is not followed"))
  }

  // The moment and its three forms are the example of RFC 9110, 5.6.7: 784111777 seconds.
  @Test(
    "state the wait in seconds or as a date",
    arguments: [
      ("120", 120), (" 0 ", 0), ("Sun, 06 Nov 1994 08:49:37 GMT", 37),
      ("Sunday, 06-Nov-94 08:49:37 GMT", 37), ("Sun Nov  6 08:49:37 1994", 37),
      ("Sun, 06 Nov 1994 08:48:37 GMT", 0), ("", nil), ("soon", nil), ("-5", nil), ("1.5", nil),
    ] as [(String, Int?)]
  )
  func retryAfter(header: String, seconds: Int?) {
    #expect(RetryAfter.seconds(header, now: 784_111_740) == seconds)
  }
}

@Suite("Waits between tries")
struct BackOffTests {
  @Test("span twice the one before, up to the longest")
  func spans() {
    let backOff = BackOff(first: 0.5, longest: 10)
    #expect([1, 2, 3, 4, 5, 6, 99].map { backOff.span(after: $0) } == [0.5, 1, 2, 4, 8, 10, 10])
  }

  @Test("are drawn from the whole span")
  func jitter() {
    let backOff = BackOff(first: 2, longest: 100)
    #expect(backOff.wait(after: 3, draw: 0) == 0)
    #expect(backOff.wait(after: 3, draw: 0.25) == 2)
    #expect(backOff.wait(after: 3, draw: 0.75) == 6)
  }
}
