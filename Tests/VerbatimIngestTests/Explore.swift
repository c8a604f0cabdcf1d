import Foundation
import Testing
import VerbatimCore
import VerbatimTestSupport
import VerbatimText

@testable import VerbatimIngest

@Suite("Explore") struct ExploreTests {
  @Test func formats() throws {
    for folder in ["qualtrics","schema-org","webvtt","dialogue","csv-torture","amazon-reviews","shop-reviews","eml","mbox","srt","spss-sav","xlsx","limesurvey","zendesk","whatsapp","intercom","slack","feeds","catalogue","transcribe-call-analytics"] {
      for file in Shared.files(in: "samples/" + folder) {
        let source = try TextSource(path: file.path)
        let d = try FormatDetector().detect(source)
        print("FMT", folder, file.lastPathComponent, d?.format.rawValue ?? "nil", "|", d?.rule ?? "")
      }
    }
  }
  @Test func surveys() throws {
    for file in Shared.files(in: "samples/qualtrics", ending: ".csv") + Shared.files(in: "samples/shop-reviews") + Shared.files(in: "samples/amazon-reviews") {
      do {
        let r = try SurveyReading(TextSource(path: file.path))
        print("SRV", file.lastPathComponent, r.schema.dialect, r.schema.headerRecords, "rec", r.records.count, "rej", r.rejects.map(\.code).count, "warn", r.warnings.count)
        for c in r.schema.columns { print("   COL", c.name, c.role, c.evidence) }
        for w in (r.rejects + r.warnings).prefix(3) { print("   DIAG", w.description) }
        if let f = r.records.first { print("   REC", f.text ?? "", f.title ?? "", f.ratings.map(\.value), f.occurredAt?.description ?? "", f.language ?? "", f.product) }
      } catch { print("SRV", file.lastPathComponent, "ERR", "\(error)") }
    }
  }
}
