import Testing
import VerbatimCatalog
import VerbatimCore
import VerbatimTestSupport

/// How often a generated shop's articles are found: 20,000 articles, the truth known.
@Suite("Resolution on a generated shop")
struct ResolutionTests {
  /// What became of feedback of one kind.
  private struct Tally {
    var right = 0
    var wrong = 0
    var open = 0
    var count: Int { right + wrong + open }
    var rightShare: Double { Double(right) / Double(max(count, 1)) }
    var wrongShare: Double { Double(wrong) / Double(max(count, 1)) }
  }

  private static let shop = GeneratedShop(articles: 20_000, seed: 7)
  private static let feedback = shop.identified(2_200, seed: 11)
  private static let fixture = Result { try ShopFixture(shop, orders: book(feedback.orders)) }

  private static func book(_ lines: [GeneratedShop.OrderLine]) -> OrderBook {
    var book = OrderBook()
    var row = LedgerRow()
    for (index, line) in lines.enumerated() {
      row.clear()
      row[.order] = line.order
      row[.sku] = line.sku
      book.add(row, at: SourceLocation(file: "orders.csv", line: index + 2))
    }
    return book
  }

  /// Resolves feedback and counts; prints a line for each kind.
  private func tally(
    _ feedback: [GeneratedShop.Feedback],
    _ fixture: ShopFixture,
    by key: (GeneratedShop.Feedback, ProductResolution) -> String
  ) -> Tally {
    var all = Tally()
    var kinds: [String: Tally] = [:]
    for item in feedback {
      let found = fixture.product(item)
      var outcome = Tally()
      if let truth = item.truth {
        let article = fixture.shop.articles[truth]
        if found.sku == article.sku
          || found.sku == nil && found.family == article.family
            && !article.family.isEmpty
        {
          outcome.right = 1
        } else if found.sku == nil || found.confidence <= 0.5 {
          outcome.open = 1
        } else {
          outcome.wrong = 1
        }
      } else if found.method == .none || found.confidence <= 0.5 {
        outcome.right = 1
      } else {
        outcome.wrong = 1
      }
      func add(_ tally: inout Tally) {
        tally.right += outcome.right
        tally.wrong += outcome.wrong
        tally.open += outcome.open
      }
      add(&all)
      add(&kinds[key(item, found), default: Tally()])
    }
    for (kind, tally) in kinds.sorted(by: { $0.key < $1.key }) {
      print(
        "  \(kind): n \(tally.count), right \(tally.right), wrong \(tally.wrong), open \(tally.open)"
      )
    }
    print("  all: n \(all.count), right \(all.rightShare), wrong \(all.wrongShare)")
    return all
  }

  @Test("is right where an identifier survives, and hardly ever wrong")
  func identified() throws {
    let fixture = try Self.fixture.get()
    let found = tally(Self.feedback.feedback, fixture) { item, _ in item.kind }
    #expect(found.rightShare >= 0.99)
    #expect(found.wrongShare <= 0.001)
    let lost = tally(Self.shop.unidentified(800, seed: 12), fixture) { item, _ in item.kind }
    #expect(lost.wrongShare <= 0.001)
  }

  @Test("is right for names in texts, and seldom wrong")
  func named() throws {
    let fixture = try Self.fixture.get()
    let feedback = Self.shop.named(1_500, seed: 13)
    let found = tally(feedback, fixture) { item, _ in item.kind }
    #expect(found.rightShare >= 0.9)
    #expect(found.wrongShare <= 0.02)
    _ = tally(feedback, fixture) { _, found in "\(found.method.rawValue) \(found.confidence)" }
  }
}
