import Testing
import VerbatimReport
import VerbatimStatistics

@Suite("Links")
struct LinksTests {
  @Test("lead to anchors of a file and to routes of the dashboard")
  func places() {
    let id = "sku:HK-1187:DUR.BREAKS"
    #expect(Links(.file).cluster(id) == "#c-sku_3AHK-1187_3ADUR_2EBREAKS")
    #expect(Links(.dashboard).cluster(id) == "/clusters/sku%3AHK-1187%3ADUR.BREAKS")
    #expect(Links(.file).signal("ab") == nil)
    #expect(Links(.dashboard).signal("ab") == "/signals/ab")
  }

  @Test(
    "never let an id out of its path or attribute",
    arguments: [
      "../../etc", "\"><b>", "a/b?c#d", "javascript:x", "ü\u{202E}",
    ]
  )
  func hostile(id: String) {
    #expect(Links(.dashboard).cluster(id).wholeMatch(of: /\/clusters\/[A-Za-z0-9%._~-]+/) != nil)
    #expect(Links.anchor(id).wholeMatch(of: /c-[A-Za-z0-9_-]+/) != nil)
  }

  @Test("give no two ids one anchor: seeded")
  func distinct() {
    var random = SplitMix64(seed: 3)
    let letters = Array("aA1_-:.% ü").map(String.init)
    let ids = Set(
      (0..<2000).map { _ in
        (0..<Int(random.next() % 5 + 1)).map { _ in letters[Int(random.next() % 10)] }.joined()
      }
    )
    #expect(Set(ids.map(Links.anchor)).count == ids.count)
  }
}
