import VerbatimCore
import VerbatimStatistics
import VerbatimTestSupport

/// Reports to count.
enum SampleReports {
  /// An issue of a tier; the code alone is what is counted.
  static func issue(
    _ code: String,
    tier: Issue.Tier = .t2,
    modality: Issue.Modality = .actual,
    confidence: Double = 0.9,
    quote: String? = nil
  ) -> Issue {
    Issue(
      code: code,
      tier: tier,
      confidence: confidence,
      modality: modality,
      intent: .complaint,
      attribution: .supplier,
      evidence: quote.map {
        Issue.Evidence(part: .text, range: ByteRange(3, 3 + $0.utf8.count), quote: $0)
      }
    )
  }

  /// A report by someone of their own, in words of their own, unless told otherwise.
  static func report(
    _ id: String,
    sku: String? = "K-1",
    supplier: String? = nil,
    lot: String? = nil,
    day: Int? = nil,
    customer: String? = nil,
    text: String? = nil,
    _ issues: Issue...
  ) -> ComplaintReport {
    ComplaintReport(
      signalID: id,
      eventTime: day.flatMap { Instant(year: 2026, month: 6, day: $0, precision: .day) },
      sku: sku,
      supplier: supplier,
      lot: lot,
      customerKey: customer,
      textKey: text ?? "words of \(id)",
      issues: issues
    )
  }

  /// `count` reports of other articles with other complaints, for a baseline.
  static func background(_ count: Int) -> [ComplaintReport] {
    (0..<count).map { index in
      report("background-\(index)", sku: "K-\(2 + index % 9)", issue("DEL.LATE"))
    }
  }

  /// Reports in which no issue goes with an article, supplier or lot more than chance has it.
  static func null(
    reports count: Int,
    articles: Int,
    issues: Int,
    random: inout SeededGenerator
  ) -> [ComplaintReport] {
    (0..<count).map { index in
      // Few articles sell much, few issues are frequent.
      let article = Int(Double(articles) * random.unit() * random.unit())
      var found: [Issue] = []
      for _ in 0..<Int.random(in: 0...2, using: &random) {
        found.append(issue("A.\(Int(Double(issues) * random.unit() * random.unit()))"))
      }
      return ComplaintReport(
        signalID: "s\(index)",
        eventTime: Instant(seconds: Int64.random(in: 0...10_000_000, using: &random)),
        sku: "K-\(article)",
        supplier: nil,
        lot: nil,
        customerKey: nil,
        textKey: "words \(index)",
        issues: found
      )
    }
  }
}
