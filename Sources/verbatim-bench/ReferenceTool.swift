import Foundation

/// vaderSentiment in Python, timed on the same texts in the same run.
struct ReferenceTool {
  /// What it measured.
  struct Figures {
    /// The version of vaderSentiment.
    let version: String
    /// The cpu seconds of the best round.
    let seconds: Double
    /// How many texts have a compound other than 0.
    let answer: Int
  }

  /// A Python interpreter that has vaderSentiment.
  let python: String

  /// Reads the texts from a file, one a line, and scores each; the best of so many rounds counts.
  private static let script = """
    import sys, time
    from importlib.metadata import version
    from vaderSentiment.vaderSentiment import SentimentIntensityAnalyzer
    analyzer = SentimentIntensityAnalyzer()
    with open(sys.argv[1], encoding="utf-8", newline="\\n") as file:
        lines = file.read().split("\\n")
    best = None
    for _ in range(int(sys.argv[2])):
        start = time.process_time()
        answer = sum(analyzer.polarity_scores(line)["compound"] != 0 for line in lines)
        seconds = time.process_time() - start
        best = seconds if best is None else min(best, seconds)
    print(version("vaderSentiment"), best, answer)
    """

  /// Runs it; nil when the interpreter or the library is missing, which it says itself.
  func measure(_ lines: [String], rounds: Int) throws -> Figures? {
    let file = FileManager.default.temporaryDirectory
      .appendingPathComponent("verbatim-bench-\(ProcessInfo.processInfo.processIdentifier).txt")
    try Data(lines.joined(separator: "\n").utf8).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = [python, "-c", Self.script, file.path, String(rounds)]
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let printed = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    let fields = printed.split(whereSeparator: \.isWhitespace).map(String.init)
    guard process.terminationStatus == 0, fields.count == 3, let seconds = Double(fields[1]),
      let answer = Int(fields[2])
    else { return nil }
    return Figures(version: fields[0], seconds: seconds, answer: answer)
  }
}
