import Foundation
import Testing
import VerbatimCore
import VerbatimDelivery
import VerbatimStore
import VerbatimTestSupport

@Suite("Events")
struct CloudEventTests {
  private static func change(
    _ id: String = "a1",
    revision: Int = 2,
    time: Instant? = Instant(seconds: 1_800_000_000)
  ) -> StoredChange {
    StoredChange(
      seq: 42,
      signalID: id,
      revision: revision,
      orderKey: "cafe",
      eventTime: time,
      body: Array(#"{"signal_id":"\#(id)"}"#.utf8)
    )
  }

  private func written(_ change: StoredChange) -> String {
    var json = JSONWriter()
    CloudEvent(change, source: "urn:shop").write(to: &json)
    return json.text
  }

  @Test("hold the signal and say what it is, of whom and when")
  func whole() {
    #expect(
      written(Self.change()) == """
        {"specversion":"1.0","id":"a1.2","source":"urn:shop","type":"feedback.signal.v1",\
        "subject":"a1","time":"2027-01-15T08:00:00Z","datacontenttype":"application/json",\
        "dataschema":"https://verbatim.example/schema/feedback.signal.v1.json",\
        "partitionkey":"cafe","sequence":"00000000000000000042","data":{"signal_id":"a1"}}
        """
    )
  }

  @Test("have no time where only a day is known, or nothing")
  func noTime() {
    let day = Instant(seconds: 1_800_000_000, precision: .day)
    #expect(!written(Self.change(time: day)).contains(#""time""#))
    #expect(!written(Self.change(time: nil)).contains(#""time""#))
  }

  @Test("stand alone in structured mode, under their id as the key")
  func structured() {
    let post = EventPost([Self.change()], mode: .structured, source: "urn:shop")
    #expect(post.contentType == "application/cloudevents+json")
    #expect(post.idempotencyKey == "a1.2")
    #expect(String(decoding: post.body, as: UTF8.self) == written(Self.change()))
  }

  @Test("stand in an array in batched mode, under a key that only the same events share")
  func batched() {
    func post(_ revisions: [Int]) -> EventPost {
      EventPost(
        revisions.map { Self.change(revision: $0) },
        mode: .batched,
        source: "urn:shop"
      )
    }
    let pair = post([1, 2])
    #expect(pair.contentType == "application/cloudevents-batch+json")
    #expect(
      String(decoding: pair.body, as: UTF8.self)
        == "[\(written(Self.change(revision: 1))),\(written(Self.change()))]"
    )
    #expect(pair.idempotencyKey == post([1, 2]).idempotencyKey)
    #expect(Set([[1, 2], [2, 1], [1], [12]].map { post($0).idempotencyKey }).count == 4)
  }

  // Key and text are those of RFC 4231, test case 2; the digits are what OpenSSL gives:
  // printf '7.what do ya want for nothing?' | openssl dgst -sha256 -hmac Jefe
  @Test("are signed by HMAC-SHA-256 over the time, a dot and the body")
  func signature() {
    let signature = RequestSignature.of(
      Array("what do ya want for nothing?".utf8),
      at: 7,
      secret: Array("Jefe".utf8)
    )
    #expect(signature == "239f4b39fd23f4376db46b239fae471e7c6824b3931bc60f4c0b745bef8de34f")
  }

  @Test("are signed only with a secret, and then with the time")
  func headers() {
    let post = EventPost([Self.change()], mode: .structured, source: "urn:shop")
    #expect(post.headers(secret: nil, at: 7).map(\.name) == ["Content-Type", "Idempotency-Key"])
    let headers = post.headers(secret: Array("s".utf8), at: 7)
    let signature = RequestSignature.of(post.body, at: 7, secret: Array("s".utf8))
    #expect(headers.map(\.value).suffix(2) == ["7", "v1=\(signature)"])
    #expect(headers[1].value == #""a1.2""#)
  }
}
