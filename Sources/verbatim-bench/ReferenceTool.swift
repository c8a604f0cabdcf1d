import Foundation

/// A program of others that is timed on the same data in the same run.
struct ReferenceTool {
  /// What it measured.
  struct Figures {
    /// The tool and its version.
    let name: String
    /// The cpu seconds of the best round.
    let seconds: Double
    /// What it counted, to be held against our answer.
    let answer: Int
  }

  /// The program and its arguments.
  let command: [String]

  /// vaderSentiment in Python over the lines of a file: how many have a compound other than 0.
  static func vader(python: String, texts: String, rounds: Int) -> ReferenceTool {
    ReferenceTool(command: [python, "-c", vaderScript, texts, String(rounds)])
  }

  /// pandas and the csv module over a delimited file: its cells.
  static func tables(python: String, path: String, rounds: Int) -> ReferenceTool {
    ReferenceTool(command: [python, "-c", tableScript, path, String(rounds)])
  }

  /// openpyxl over a workbook: its cells.
  static func workbook(python: String, path: String, rounds: Int) -> ReferenceTool {
    ReferenceTool(command: [python, "-c", workbookScript, path, String(rounds)])
  }

  /// Makes a workbook of a delimited file, numbers as numbers.
  static func makeWorkbook(python: String, from path: String, to workbook: String) -> ReferenceTool
  {
    ReferenceTool(command: [python, "-c", workbookMaker, path, workbook])
  }

  /// A scan in C that knows quotes, commas and line ends, and keeps nothing; nil without a
  /// compiler.
  ///
  /// It is the bound of any reader that looks at a byte at a time.
  ///
  /// - Parameters:
  ///   - path: The delimited file.
  ///   - rounds: How often it runs; the best counts.
  ///   - folder: Where the program is made.
  /// - Returns: The tool.
  /// - Throws: When the source cannot be written.
  static func scan(path: String, rounds: Int, in folder: URL) throws -> ReferenceTool? {
    let source = folder.appendingPathComponent("scan.c")
    let program = folder.appendingPathComponent("scan").path
    try Data(scanSource.utf8).write(to: source)
    let compiler = ReferenceTool(command: ["cc", "-O2", "-o", program, source.path])
    guard try compiler.output() != nil else { return nil }
    return ReferenceTool(command: [program, path, String(rounds)])
  }

  /// Runs it; nil when the program or its library is missing, which it says itself.
  ///
  /// It prints a line for each thing it measured: name, seconds, answer, divided by tabs.
  func measure() throws -> [Figures]? {
    try output()?.split(separator: "\n").compactMap { line in
      let fields = line.split(separator: "\t").map(String.init)
      guard fields.count == 3, let seconds = Double(fields[1]), let answer = Int(fields[2]) else {
        return nil
      }
      return Figures(name: fields[0], seconds: seconds, answer: answer)
    }
  }

  /// What it prints; nil when it fails.
  func output() throws -> String? {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = command
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let printed = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return process.terminationStatus == 0 ? String(decoding: printed, as: UTF8.self) : nil
  }

  /// The best of so many rounds, for the scripts below.
  static let timing = """
    import sys, time
    from importlib.metadata import version
    def best(name, work):
        seconds = None
        for _ in range(int(sys.argv[2])):
            start = time.process_time()
            answer = work()
            spent = time.process_time() - start
            seconds = spent if seconds is None else min(seconds, spent)
        print(name, seconds, answer, sep="\\t")

    """

  private static let vaderScript =
    timing + """
      from vaderSentiment.vaderSentiment import SentimentIntensityAnalyzer
      analyzer = SentimentIntensityAnalyzer()
      with open(sys.argv[1], encoding="utf-8", newline="\\n") as file:
          lines = file.read().split("\\n")
      best(
          "vaderSentiment " + version("vaderSentiment"),
          lambda: sum(analyzer.polarity_scores(line)["compound"] != 0 for line in lines),
      )
      """

  private static let tableScript =
    timing + """
      import csv, pandas
      def cells():
          frame = pandas.read_csv(sys.argv[1])
          return (len(frame) + 1) * len(frame.columns)
      def rows():
          with open(sys.argv[1], encoding="utf-8", newline="") as file:
              return sum(len(row) for row in csv.reader(file))
      best("pandas " + pandas.__version__, cells)
      best("csv of Python %d.%d" % sys.version_info[:2], rows)
      """

  private static let workbookScript =
    timing + """
      import openpyxl
      def cells():
          book = openpyxl.load_workbook(sys.argv[1], read_only=True)
          count = sum(len(row) for row in book.active.iter_rows(values_only=True))
          book.close()
          return count
      best("openpyxl " + openpyxl.__version__, cells)
      """

  private static let workbookMaker = """
    import csv, openpyxl, sys
    def value(cell):
        try:
            return int(cell)
        except ValueError:
            return cell
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("Answers")
    with open(sys.argv[1], encoding="utf-8", newline="") as file:
        for row in csv.reader(file):
            sheet.append([value(cell) for cell in row])
    book.save(sys.argv[2])
    """

  private static let scanSource = """
    #include <stdio.h>
    #include <stdlib.h>
    #include <time.h>
    static long scan(const unsigned char *bytes, long count) {
      long fields = 0;
      int quoted = 0;
      for (long at = 0; at < count; at++) {
        unsigned char byte = bytes[at];
        if (byte == '"') quoted = !quoted;
        else if (!quoted && (byte == ',' || byte == '\\n')) fields++;
      }
      return fields;
    }
    int main(int argc, char **argv) {
      FILE *file = argc == 3 ? fopen(argv[1], "rb") : NULL;
      if (!file) return 1;
      fseek(file, 0, SEEK_END);
      long count = ftell(file);
      rewind(file);
      unsigned char *bytes = malloc(count + 1);
      if (!bytes || fread(bytes, 1, count, file) != (size_t)count) return 1;
      double best = 0;
      long fields = 0;
      for (int round = 0; round < atoi(argv[2]); round++) {
        clock_t start = clock();
        fields = scan(bytes, count);
        double spent = (double)(clock() - start) / CLOCKS_PER_SEC;
        if (round == 0 || spent < best) best = spent;
      }
      printf("a scan in C\\t%.9f\\t%ld\\n", best, fields);
      return 0;
    }
    """
}
