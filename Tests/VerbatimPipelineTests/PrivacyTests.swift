import Testing
import VerbatimPipeline

@Suite("Privacy")
struct PrivacyTests {
  @Test("personal data is masked before anything is stored")
  func masked() async throws {
    let shop = try ImportShop()
    let path = try shop.folder.write(
      "in/a.csv",
      """
      Date,Rating,Title,Review Text
      2026-03-01,2,Mail ann@shop.example,"It broke, call 07911 123456 or pay 4111 1111 1111 1111"
      2026-03-02,2,Late,"Pay it back to DE89 3704 0044 0532 0130 00, it is late"

      """
    )
    let report = try await shop.ingest(path)
    #expect(report.counts == ImportCounts(signals: 2))
    let ids = try shop.values("signal_id").compactMap { $0?.string }
    let verbatim = try #require(try shop.store.verbatim(ofSignal: ids[0]))
    #expect(verbatim.title?.hasPrefix("Mail [email") == true)
    #expect(verbatim.text?.hasPrefix("It broke, call [phone") == true)
    #expect(verbatim.text?.contains("[card") == true)
    #expect(
      try shop.values("redactions") == [
        .object([("card", .number(1)), ("email", .number(1)), ("phone", .number(1))]),
        .object([("iban", .number(1))]),
      ]
    )
    for secret in [
      "ann@shop.example", "07911 123456", "4111 1111 1111 1111", "DE89 3704 0044 0532 0130 00",
    ] {
      #expect(try !shop.folder.holds(secret, in: "verbatim.db"))
    }
    #expect(try shop.folder.holds("It broke", in: "verbatim.db"))
  }

  @Test("masks keep every place in the text")
  func offsets() throws {
    let text = "Mail zoë@shop.example: the plug got hot"
    let signal = try SmallLexicons.engine().read(text)
    let evidence = try #require(signal.issues.first?.evidence)
    #expect(evidence.quote == "got hot")
    #expect(evidence.range.cut(text) == "got hot")
  }

  @Test("a customer, an order and a writer are keyed hashes and never names")
  func keyed() async throws {
    let shop = try ImportShop { $0.customerKey = Array("one".utf8) }
    let path = try shop.folder.write(
      "in/a.csv",
      """
      Date,Rating,Review Text,Customer,Order,Reviewer name
      2026-03-01,2,It broke,Ann Example,O-778899,Zelda Q.
      2026-03-02,2,It got hot,Ann Example,O-778900,Zelda Q.
      2026-03-02,2,It was late,,,zelda_q_1977

      """
    )
    _ = try await shop.ingest(path)
    let keys = try shop.values("customer_key").map { $0?.string }
    let first = try #require(keys[0])
    #expect(keys[1] == first)
    #expect(keys[2] != nil && keys[2] != first)
    #expect(first.utf8.count == 32)
    #expect(first == shop.engine.customerKey(of: "Ann Example"))
    #expect(first != Fingerprint.hex32("Ann Example"))
    let orders = try shop.values("order_key").compactMap { $0?.string }
    #expect(Set(orders).count == 2)
    for name in ["Ann Example", "O-778899", "Zelda", "zelda_q_1977", "one"] {
      #expect(try shop.signals().allSatisfy { !$0.contains("\"\(name)") })
      guard name != "one" else { continue }
      #expect(try !shop.folder.holds(name, in: "verbatim.db"), "\(name)")
    }
    let other = try SmallLexicons.engine { $0.customerKey = Array("two".utf8) }
    #expect(other.customerKey(of: "Ann Example") != first)
  }

  @Test("a customer's name as the speaker of a conversation is not kept")
  func speaker() async throws {
    let shop = try ImportShop()
    let path = try shop.folder.write(
      "in/chat.json",
      """
      [{"id": "1", "turns": [
        {"speaker": "Ann Example", "role": "customer", "text": "It broke and it got hot"},
        {"speaker": "Maya", "role": "agent", "text": "Sorry to hear"},
        {"speaker": "Ann Example", "role": "customer", "text": "Good, they replaced it"}]}]
      """
    )
    let report = try await shop.ingest(path)
    #expect(report.counts == ImportCounts(signals: 1))
    #expect(try shop.signals().allSatisfy { !$0.contains("Ann Example") })
    #expect(try !shop.folder.holds("Ann Example", in: "verbatim.db"))
  }
}
