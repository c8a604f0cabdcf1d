import Foundation
import Testing
import VerbatimTestSupport

/// Every page as people have it before them: a desk and a phone, light and dark, keyboard, paper.
@Suite("Journey pages in a browser", .serialized, .inChromium)
struct PageJourneyTests {
  /// One server for all pages that are only looked at.
  private static let shop = Result { () throws -> ServedShop in
    _ = atexit { PageJourneyTests.stop() }
    return try ServedShop()
  }

  private static func stop() { try? shop.get().stop() }

  /// The pages of the demo shop that are always there.
  private static let paths = [
    "/", "/clusters", "/clusters?by=supplier", "/clusters/sku:HK-1187:DUR.BREAKS",
    "/clusters/sku:K-204:SAF.BURN_FIRE", "/products", "/products/HK-1187", "/suppliers/S-05",
    "/search", "/search?q=handle", "/search?q=nosuchword", "/conversations", "/trends",
    "/trends?by=category", "/imports", "/imports/1", "/nowhere",
  ]

  /// What is wrong with a page as it stands, on a desk, on a phone, light and dark, and on paper.
  private func faults(_ page: Page) async throws -> [String] {
    try await page.resize(width: 1280)
    try await page.show()
    var faults = try await page.tabFaults()
    for (width, name) in [(1280, "desk"), (390, "phone")] {
      try await page.resize(width: width)
      for isDark in [false, true] {
        try await page.show(dark: isDark)
        faults += try await page.faults().map { "\(name)\(isDark ? ", dark" : ""): \($0)" }
        try await take(page, "\(width)-\(isDark ? "dark" : "light")")
      }
    }
    // The width of A4 within the margins of the sheet: 178 mm at 96 points an inch.
    try await page.resize(width: 673)
    try await page.show(onPaper: true)
    faults += try await page.faults().map { "paper: \($0)" }
    return faults
  }

  /// Where pictures of all pages are put, for somebody who wants to look at them.
  private static let album = ProcessInfo.processInfo.environment["VERBATIM_PICTURES"]

  private func take(_ page: Page, _ name: String) async throws {
    guard let album = Self.album else { return }
    let place: String = try await page.evaluate("location.pathname + location.search")
    let words = place.split { !$0.isLetter && !$0.isNumber }.suffix(4).joined(separator: "-")
    try await page.picture()
      .write(to: URL(fileURLWithPath: album).appendingPathComponent("\(words)-\(name).png"))
  }

  @Test("are opened by a real browser, which says what it is")
  func browser() async throws {
    #expect(try await Browser.shared().version.contains(#/Chrom(?:e|ium)\/\d+/#))
  }

  @Test("are whole, legible and reachable, and ask nobody else for anything", arguments: paths)
  func whole(path: String) async throws {
    let shop = try Self.shop.get()
    let page = try await Browser.shared().page()
    try await page.open(shop.address + path)
    let found = try await faults(page)
    #expect(found == [])
    let log = page.log.soFar
    #expect(log.requests.allSatisfy(shop.isOwn), "\(log.requests)")
    #expect(log.complaints.filter { !$0.hasSuffix("/nowhere") } == [])
    #expect(log.exceptions == [])
    await page.close()
  }

  @Test("of one conversation and one signal, found by following links")
  func found() async throws {
    let shop = try Self.shop.get()
    let page = try await Browser.shared().page()
    for (list, part, words) in [
      ("/conversations", "tbody", nil), ("/clusters/sku:HK-1187:DUR.BREAKS", ".quote", "Why"),
    ] as [(String, String, String?)] {
      try await page.open(shop.address + list)
      let link = try #require(try await page.texts("\(part) a").first)
      try await page.follow(words ?? link, in: part)
      #expect(try await page.text.contains("Why this score"))
      #expect(try await faults(page) == [])
    }
    #expect(page.log.soFar.complaints == [])
    await page.close()
  }

  @Test("of the report and of an empty store are as good")
  func files() async throws {
    let workspace = try Workspace()
    let file = workspace.url("report.html")
    _ = try DemoShop.shared().ask("report --out \(file.path)")
    let page = try await Browser.shared().page()
    try await page.goOffline()
    try await page.open(file.absoluteString)
    #expect(try await faults(page) == [])
    #expect(Page.pages(of: try await page.printed()) >= 5)
    #expect(page.log.soFar.complaints == [])
    await page.close()
    let empty = try ServedShop(workspace, [])
    let start = try await Browser.shared().page()
    for path in ["/", "/clusters", "/products", "/conversations", "/trends", "/imports"] {
      try await start.open(empty.address + path)
      let found = try await faults(start)
      #expect(found == [], "\(path)")
      #expect(try await start.texts(".state").count >= 1, "\(path)")
    }
    await start.close()
  }

  @Test("behind a token let in who has one, and nobody else")
  func login() async throws {
    let workspace = try Workspace()
    let secret = String(repeating: "k", count: 32)
    let tokens = try workspace.write("tokens", "Ada read,review \(secret)\n")
    try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: tokens.path)
    let shop = try ServedShop(workspace, ["--token-file", workspace.url("tokens").path])
    let page = try await Browser.shared().page()
    try await page.open(shop.address + "/clusters")
    #expect(try await page.address == shop.address + "/login")
    #expect(try await faults(page) == [])
    try await page.show()
    try await page.write("not the token", into: "Token")
    try await page.follow("Open the dashboard")
    #expect(try await page.text.contains("Nobody has this token"))
    try await page.write(secret, into: "Token")
    try await page.follow("Open the dashboard")
    #expect(try await page.address == shop.address + "/")
    let cookies: String = try await page.evaluate("document.cookie")
    #expect(cookies == "")
    #expect(page.log.soFar.requests.allSatisfy(shop.isOwn))
    await page.close()
  }
}
