import Foundation
import Testing
import VerbatimCore
import VerbatimTestSupport
import VerbatimText

@testable import VerbatimIngest

/// Every sample of a table, against what another reader makes of it.
@Suite("Samples of tables", .enabled(if: Shared.has("samples/csv-torture")))
struct SampleTableTests {
  /// What pandas 3.1 counts below the header, and what is made of it.
  ///
  /// The file, its rows with all columns as texts, how many of them are no customer's or say
  /// nothing, and how the first text begins. No rows where the file holds no feedback.
  static let samples: [(file: String, rows: Int?, rejects: Int, text: String?)] = [
    ("qualtrics/qualtrics_3hdr_german_labels.csv", 1, 0, "Hello World!"),
    // Their status is 2: answers made up by the tool to try the form.
    ("qualtrics/qualtrics_importid_single_quotes.csv", 5, 5, nil),
    ("qualtrics/qualtrics_legacy_2hdr_bom.csv", 1, 0, "Hello World!"),
    ("qualtrics/qualtrics_matrix_multi.csv", 5, 5, nil),
    ("qualtrics/qualtrics_mc_2hdr.csv", 5, 5, nil),
    ("qualtrics/qualtrics_side_by_side.csv", 25, 25, nil),
    ("qualtrics/qualtrics_text_entry.csv", 15, 15, nil),
    // One answer a row, in the words of its choice.
    ("qualtrics/warehouse_question_response.csv", 5, 0, "example a"),
    ("qualtrics/warehouse_question.csv", nil, 0, nil),
    ("qualtrics/warehouse_question_option.csv", nil, 0, nil),
    ("qualtrics/warehouse_sub_question.csv", nil, 0, nil),
    ("qualtrics/warehouse_survey_embedded_data.csv", nil, 0, nil),
    // A form, in spite of its ending.
    ("limesurvey/colors.txt", nil, 0, nil),
    (
      "shop-reviews/spryker_product_review.csv", 25, 0,
      "YOu really feel there is tech on your wrist with this watch"
    ),
    // pandas leaves 79 texts empty; each has its stars.
    ("amazon-reviews/amazon_alexa_broken_bom.tsv", 3150, 0, "Love my Echo!"),
  ]

  @Test("give as many rows as pandas, each a record or a reject", arguments: samples)
  func sample(file: String, rows: Int?, rejects: Int, text: String?) throws {
    guard let path = Shared.url("samples/\(file)")?.path else { return }
    do {
      let reading = try SurveyReading(TextSource(path: path))
      #expect(reading.records.count + reading.rejects.count == rows)
      #expect(reading.rejects.count == rejects)
      #expect(reading.records.first?.text?.hasPrefix(text ?? "-") ?? false == (text != nil))
    } catch let diagnostic as Diagnostic {
      #expect(rows == nil, "\(diagnostic)")
      #expect(diagnostic.code == .noFeedbackColumn)
    }
  }

  @Test("that their suite calls bad are refused, or read with a word about it")
  func bad() throws {
    let files = Shared.files(in: "samples/csv-torture", ending: ".csv")
      .filter { $0.lastPathComponent.contains("_bad-") }
    #expect(files.count >= 7)
    for file in files {
      do {
        let reading = try SurveyReading(TextSource(path: file.path))
        #expect(!(reading.rejects + reading.warnings).isEmpty, "\(file.lastPathComponent)")
      } catch let diagnostic as Diagnostic {
        #expect(diagnostic.severity == .error)
      }
    }
  }

  @Test("are all read or refused, whatever they are")
  func everything() throws {
    for folder in ["qualtrics", "limesurvey", "shop-reviews", "amazon-reviews", "csv-torture"] {
      for file in Shared.files(in: "samples/\(folder)")
      where ["csv", "tsv", "txt"].contains(file.pathExtension) {
        do {
          let reading = try SurveyReading(TextSource(path: file.path))
          #expect(!reading.items.isEmpty)
        } catch let diagnostic as Diagnostic {
          #expect(!diagnostic.message.isEmpty)
        }
      }
    }
  }
}
