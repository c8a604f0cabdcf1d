import Foundation
import Testing
import VerbatimCore
import VerbatimTestSupport
import VerbatimText

@testable import VerbatimIngest

/// Exports of real tools, where they are at hand.
@Suite("Survey samples", .enabled(if: Shared.has("samples/qualtrics")))
struct SurveySampleTests {
  private func read(_ path: String) throws -> SurveyReading {
    let file = try #require(Shared.url("samples/\(path)"))
    return try SurveyReading(TextSource(path: file.path))
  }

  private func role(_ name: String, in reading: SurveyReading) -> ColumnRole? {
    reading.schema.columns.first { $0.name == name }?.role
  }

  @Test("three header records with German labels")
  func german() throws {
    let reading = try read("qualtrics/qualtrics_3hdr_german_labels.csv")
    #expect(reading.schema.dialect == .qualtrics)
    #expect(reading.schema.headerRecords == 3)
    #expect(role("Q2 - Topics", in: reading) == .derived)
    let record = try #require(reading.records.first)
    #expect(reading.items.count == 1)
    #expect(record.text == "Hello World!")
    #expect(record.occurredAt?.description == "2017-07-18T08:28:48Z")
    #expect(record.language == "de")
    #expect(record.source.nativeID == "R_2YPOQ602ER1jkf1")
    #expect(record.answers.last?.question == "This is a free text question.")
  }

  @Test("two header records behind a byte order mark, a delimiter at each end")
  func legacy() throws {
    let reading = try read("qualtrics/qualtrics_legacy_2hdr_bom.csv")
    #expect(reading.schema.dialect == .qualtricsLegacy)
    #expect(reading.schema.headerRecords == 2)
    #expect(reading.warnings.isEmpty)
    let record = try #require(reading.records.first)
    #expect(record.text == "Hello World!")
    #expect(record.occurredAt?.description == "2017-07-18T08:28:48Z")
    #expect(record.source.nativeID == "R_2YPOQ602ER1jkf1")
    #expect(record.source.line == 3)
    #expect(record.source.byte == 319)
  }

  @Test(
    "test responses are rejected, each with its line",
    arguments: [
      ("qualtrics_importid_single_quotes", SurveySchema.Dialect.qualtrics, 5),
      ("qualtrics_mc_2hdr", .qualtricsLegacy, 5), ("qualtrics_text_entry", .qualtrics, 15),
      ("qualtrics_side_by_side", .qualtrics, 25),
    ]
  )
  func tests(name: String, dialect: SurveySchema.Dialect, count: Int) throws {
    let reading = try read("qualtrics/\(name).csv")
    #expect(reading.schema.dialect == dialect)
    #expect(reading.records.isEmpty)
    #expect(reading.rejects.count == count)
    #expect(reading.rejects.allSatisfy { $0.code == .rowNotCustomer })
    #expect(reading.warnings.isEmpty)
    #expect(!reading.schema.columns(.text).isEmpty)
    // Exports of that time have no recorded date: the end is the next best.
    #expect(role("EndDate", in: reading) == .date)
    #expect(role("StartDate", in: reading) == .metadata)
  }

  @Test("a table of questions is no feedback")
  func questions() {
    #expect(throws: Diagnostic.self) { try read("qualtrics/warehouse_question.csv") }
  }

  @Test("reviews of a shop, all of them", .enabled(if: Shared.has("samples/shop-reviews")))
  func shop() throws {
    let reading = try read("shop-reviews/spryker_product_review.csv")
    #expect(
      reading.roles == [.customer, .sku, .language, .author, .title, .text, .stars, .status]
    )
    #expect(reading.records.count == reading.items.count)
    let record = try #require(reading.records.first)
    #expect(record.customer == "DE--1")
    #expect(record.product.sku == "086")
    #expect(record.language == "en-US")
    #expect(record.author == "Spencor")
    #expect(record.title == "To heavy, uncomfortable")
    #expect(record.text?.hasSuffix("Battery dies really fast.") == true)
    #expect(record.ratings == [try #require(Rating(.stars, 1, min: 1, max: 5))])
    #expect(record.source.kind == .review)
    // A review over two lines is one record.
    #expect(reading.records[5].text?.contains("speed.\nI was going") == true)
    #expect(reading.records[6].source.line == 9)
  }

  @Test(
    "3,150 reviews whose first name a byte order mark broke",
    .enabled(if: Shared.has("samples/amazon-reviews"))
  )
  func amazon() throws {
    let reading = try read("amazon-reviews/amazon_alexa_broken_bom.tsv")
    #expect(reading.schema.columns.map(\.name).first == "ating")
    #expect(reading.roles.prefix(4) == [.stars, .date, .product, .text])
    let count = reading.items.filter { if case .warning = $0 { false } else { true } }.count
    #expect(count == 3150)
    #expect(reading.records.count == 3150)
    #expect(reading.records.allSatisfy { $0.ratings.count == 1 && $0.occurredAt != nil })
    #expect(reading.records.first?.text == "Love my Echo!")
    #expect(reading.records.first?.occurredAt?.description == "2018-07-31")
    #expect(reading.records.first?.product.name == "Charcoal Fabric")
    let stars = reading.records.reduce(into: [:]) { $0[$1.ratings[0].value, default: 0] += 1 }
    #expect(stars == [1: 161, 2: 96, 3: 152, 4: 455, 5: 2286])
    #expect(reading.records.compactMap(\.occurredAt).min()?.description == "2018-05-16")
  }
}
