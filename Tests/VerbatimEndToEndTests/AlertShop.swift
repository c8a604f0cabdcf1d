import Foundation
import VerbatimTestSupport

/// A shop with one mug whose handle breaks, to deliver alerts of.
enum AlertShop {
  static let cluster = "sku:MUG-1:DUR.BREAKS"

  /// A folder with the store `shop.db` and the catalog.
  static func make() throws -> Workspace {
    let shop = try Workspace()
    try shop.write(
      "catalog.csv",
      """
      sku,name,category,supplier_id,supplier_name
      MUG-1,Harbour Mug,Kitchen,S-1,Tidewater
      MUG-2,Lantern Mug,Kitchen,S-2,Ironside
      PAN-1,Skillet 28,Kitchen,S-3,Glowworks

      """
    )
    try shop.write("spring.ndjson", feedback)
    let run = try ingest("spring.ndjson", in: shop)
    guard run.status == 0 else { throw VerbatimRun.Failure(description: run.errors) }
    return shop
  }

  /// Imports a file.
  static func ingest(_ file: String, in shop: Workspace) throws -> VerbatimRun {
    try shop.run("ingest \(file) --catalog catalog.csv --db shop.db --quiet")
  }

  /// A line of feedback.
  static func line(_ id: String, _ sku: String, _ day: Int, _ text: String) -> String {
    #"{"id":"\#(id)","kind":"review","sku":"\#(sku)","date":"2026-03-\#(10 + day)","#
      + #""text":"\#(text)","customer":"c-\#(id)"}"#
  }

  private static let feedback: String = {
    let breaks = [
      "The handle broke off after two days", "Handle snapped in the first week",
      "The handle broke last Sunday", "It broke, the handle came off",
      "Handle broke off, very disappointed", "The handle snapped off, poor work",
      "Handle broke at once, poor quality", "The handle broke after a month",
    ]
    let good = (0..<40).map { index in
      line("g\(index)", index.isMultiple(of: 2) ? "MUG-2" : "PAN-1", index % 15, "Lovely \(index)")
    }
    let bad = breaks.enumerated().map { line("b\($0)", "MUG-1", $0, $1) }
    return (bad + good).joined(separator: "\n") + "\n"
  }()
}
