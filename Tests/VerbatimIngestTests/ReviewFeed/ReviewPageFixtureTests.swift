import Foundation
import Testing
import VerbatimCore
import VerbatimTestSupport

@testable import VerbatimIngest

/// The synthetic pages in `corpora/formats/review-pages`, opened as any input is.
@Suite("Synthetic review pages")
struct ReviewPageFixtureTests {
  private func read(_ name: String) throws -> (records: [FeedbackRecord], codes: [DiagnosticCode]) {
    let root = try #require(PackageRoot.url())
    let path = root.appendingPathComponent("corpora/formats/review-pages/\(name)").path
    var input = try OpenedInput(path: path)
    #expect(input.decision.format == .schemaOrg)
    var records: [FeedbackRecord] = []
    var codes: [DiagnosticCode] = []
    while let item = try input.reader.next() {
      switch item {
      case .record(let record): records.append(record)
      case .reject(let diagnostic), .warning(let diagnostic): codes.append(diagnostic.code)
      }
    }
    return (records, codes)
  }

  @Test("in microformats2")
  func microformats() throws {
    let (records, codes) = try read("microformats.html")
    #expect(codes.isEmpty)
    #expect(
      records.map(\.text) == [
        "After a fortnight the front wheel wobbles.\nThe brake does not hold.",
        "Der Griff ist gebrochen.",
      ]
    )
    #expect(records.map(\.author) == ["Priya N.", "Jonas"])
    #expect(records.map(\.occurredAt?.description) == ["2026-09-29", "2026-10-02T18:05:00Z"])
    #expect(records.map { $0.ratings.first?.value } == [2, 1])
    #expect(records.allSatisfy { $0.product.sku == "P-613" && $0.product.brand == "Hilltop" })
    #expect(records.allSatisfy { $0.product.gtin == "4006381333931" })
    #expect(records.first?.answers.map(\.value) == ["We are sorry, a new wheel is on its way."])
    #expect(records.last?.dims == ["translated_from": "en"])
    #expect(records.first?.source.url == "https://garden.example/p-613")
  }

  @Test("in classic microformats and the vocabulary of their time")
  func classic() throws {
    let (records, codes) = try read("classic.html")
    #expect(codes.isEmpty)
    // RDFa comes before microformats.
    #expect(records.map(\.author) == ["Tom", "Ida"])
    #expect(
      records.map(\.text) == [
        "The switch smells burnt after a month.", "The lid came off while pouring.",
      ]
    )
    #expect(records.map { $0.ratings.first?.value } == [2, 1])
    #expect(records.map(\.product.name) == ["Two-litre kettle", "Two-litre kettle"])
    #expect(records.last?.product.mpn == "K-200")
    #expect(records.last?.title == "Lid")
  }

  @Test("in RDFa 1.1")
  func rdfa() throws {
    let (records, codes) = try read("rdfa.html")
    #expect(codes.isEmpty)
    #expect(
      records.map(\.text) == ["Goes off in the middle of the news.", "The arm will not stay up."]
    )
    #expect(records.map(\.author) == ["Ana", nil])
    #expect(records.map { $0.ratings.first?.value } == [1.5, 2])
    #expect(records.map(\.product.sku) == ["L-325", "L-325"])
    #expect(
      records.map(\.source.nativeID) == ["https://lamps.example/#r1", "https://lamps.example/#r2"]
    )
  }

  @Test("that mean harm")
  func hostile() throws {
    let (records, codes) = try read("hostile.html")
    #expect(records.allSatisfy { !$0.isEmpty && $0.text?.contains("hostname") != true })
    #expect(codes.contains(.jsonLDBroken) || codes.contains(.jsonLDRepaired))
  }
}
