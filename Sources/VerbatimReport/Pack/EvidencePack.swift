internal import VerbatimCore
internal import VerbatimStatistics

/// A supplier's evidence in the order of an 8D report: what was reported, how much of it, whose words,
/// which lots, and the test by which a fix will be judged.
///
/// The cause is left to people: Verbatim states what was reported, not why.
public struct EvidencePack: Sendable {
  /// One file of the pack.
  public struct File: Hashable, Sendable {
    /// Its name.
    public let name: String
    /// What it holds.
    public let bytes: [UInt8]

    /// A file by its name.
    public init(name: String, bytes: [UInt8]) {
      self.name = name
      self.bytes = bytes
    }
  }

  /// How many quotes the printed pages show.
  public static let quoteLimit = 6

  private let material: PackMaterial

  /// A pack of some material.
  public init(_ material: PackMaterial) { self.material = material }

  /// The files, by name.
  ///
  /// - Parameters:
  ///   - renderer: What turns the pages into HTML.
  ///   - replay: The replay file; nil when there is none.
  /// - Returns: `README.txt`, `pack.html`, `reports.csv`, `lots.csv`, `cluster.json`, `chart.svg`
  ///   when there are weeks enough, and `replay.ndjson`.
  public func files(_ renderer: Renderer, replay: [UInt8]? = nil) -> [File] {
    var files = [
      File(name: "README.txt", bytes: Array(readme(replay != nil).utf8)),
      File(name: "pack.html", bytes: Array(renderer.html(view(replay != nil), by: "pack").utf8)),
      File(name: "reports.csv", bytes: PackTables.reports(material)),
      File(name: "lots.csv", bytes: PackTables.lots(material)),
      File(name: "cluster.json", bytes: clusterJSON),
    ]
    if let chart {
      let file = ChartFileView(drawing: ControlChartDrawing.wide(chart))
      files.append(
        File(name: "chart.svg", bytes: Array(renderer.html(file, by: "chart-file").utf8))
      )
    }
    if let replay { files.append(File(name: "replay.ndjson", bytes: replay)) }
    return files.sorted { $0.name < $1.name }
  }

  private var chart: ControlChart? {
    material.period.flatMap { ClusterWeeks.chart(material.cluster, period: $0) }
  }

  private var clusterJSON: [UInt8] {
    var json = JSONWriter()
    material.cluster.write(to: &json)
    json.endLine()
    return json.bytes
  }

  private func readme(_ hasReplay: Bool) -> String {
    let cluster = material.cluster
    var text = """
      Evidence pack \(cluster.id)
      \(PlainText.visible(material.names.title(cluster)))

      pack.html      three pages A4: problem, containment, proof of effect, method
      reports.csv    every report that was counted, redacted, with the bytes that made it count
      lots.csv       lots stated and inferred
      cluster.json   the numbers, as cluster.alert.v1
      chart.svg      reports week by week

      """
    if hasReplay {
      text += """
        replay.ndjson  the texts with the engine's version and the scores it gave

        To check it without us: verbatim explain --replay replay.ndjson

        """
    }
    return text
  }

  private func view(_ hasReplay: Bool) -> PackView {
    PackView(material, chart: chart, hasReplay: hasReplay)
  }
}

/// A chart as a file of its own.
struct ChartFileView: ViewValue {
  let drawing: Drawing
}
