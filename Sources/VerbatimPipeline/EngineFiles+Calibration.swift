internal import VerbatimCore
internal import VerbatimSentiment
internal import VerbatimText

/// The calibration among the lexicon files.
extension EngineFiles {
  /// Where it stands in the lexicon folder; the only file that may be missing.
  static let calibrationName = "en/calibration.tsv"

  /// The calibration, named by the hash of its file; nil when there is none.
  func calibration() throws(Diagnostic) -> SentimentCalibration? {
    guard let file = files[Self.calibrationName] else { return nil }
    return try SentimentCalibration(
      id: Fingerprint.hex32(files: [file.bytes]),
      TableFile(path: file.path, bytes: file.bytes, columns: SentimentCalibration.columns)
    )
  }
}
