import VerbatimPipeline

/// Who else said something: the articles, then the customers' words.
struct SimilarPrinter {
  /// The names of issues by code.
  var issueNames: [String: String]
  /// How many quotes are shown.
  var quotes: Int

  /// The findings as text.
  func text(_ outcome: SimilarRun.Outcome) -> String {
    let issues = outcome.issues.map { "\($0) (\(issueNames[$0] ?? $0))" }
    var lines = [
      "Read as: " + (issues.isEmpty ? "no issue" : issues.joined(separator: ", "))
        + "; searched for: " + outcome.words.joined(separator: ", ")
    ]
    guard !outcome.matches.isEmpty else {
      return (lines + ["Nobody else said so."]).joined(separator: "\n") + "\n"
    }
    let signals = outcome.matches.count == 1 ? "1 signal" : "\(outcome.matches.count) signals"
    lines.append("Said by \(signals).")
    var table = AlignedTable(["SKU", "said so", "issue", "observed", "expected", "EB05", "stands"])
    for article in outcome.articles {
      let name = Console.shown(article.sku ?? "not known")
      guard let first = article.standings.first else {
        table.add([name, String(article.count), "", "", "", "", ""])
        continue
      }
      table.add([name, String(article.count)] + cells(first.issue, first.standing))
      for (issue, standing) in article.standings.dropFirst() {
        table.add(["", ""] + cells(issue, standing))
      }
    }
    lines += [""] + table.lines
    if quotes > 0 { lines.append("") }
    for match in outcome.matches.prefix(quotes) {
      let date = match.hit.eventTime.map { String($0.description.prefix(10)) } ?? "no date"
      lines.append(
        "\(date)  \(Console.shown(match.hit.sku ?? "-"))  “\(Console.shown(passage(match.hit)))”  "
          + match.hit.signalID
      )
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// The findings as `similar.report.v1`.
  func json(_ outcome: SimilarRun.Outcome) -> [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.field("type", "similar.report.v1")
      json.array("issues", outcome.issues) { $0.value($1) }
      json.array("words", outcome.words) { $0.value($1) }
      json.field("count", outcome.matches.count)
      json.array("articles", outcome.articles) { json, article in
        json.object { json in
          json.field("sku", article.sku)
          json.field("count", article.count)
          json.array("issues", article.standings) { json, item in
            json.object { json in
              json.field("issue", item.issue)
              json.field("observed", item.standing.observed)
              json.field("expected", rounded(item.standing.expected))
              json.field("eb05", rounded(item.standing.shrunkRatio.lower))
              json.field("standing", item.standing.standing.rawValue)
            }
          }
        }
      }
      json.array("matches", outcome.matches.prefix(quotes)) { json, match in
        json.object { json in
          json.field("signal_id", match.hit.signalID)
          json.field("event_time", match.hit.eventTime?.description)
          json.field("sku", match.hit.sku)
          json.field("supplier", match.hit.supplier)
          json.field("share", rounded(match.share))
          json.array("issues", match.issues) { $0.value($1) }
          json.array("passages", match.hit.passages) { json, passage in
            json.object { json in
              json.field("part", passage.part.description)
              json.field("text", passage.text)
              json.array("ranges", passage.ranges) { json, range in
                json.object { json in
                  json.field("start", range.start)
                  json.field("end", range.end)
                }
              }
            }
          }
        }
      }
    }
    json.endLine()
    return json.bytes
  }

  private func cells(_ issue: String, _ standing: ComplaintCluster.Sibling) -> [String] {
    [
      issue, String(standing.observed), String(rounded(standing.expected)),
      String(rounded(standing.shrunkRatio.lower)), standing.standing.rawValue,
    ]
  }

  /// The sentence around the first words that were found, those in a row together.
  private func passage(_ hit: SearchHit) -> String {
    guard let passage = hit.passages.first, var range = passage.ranges.first else { return "" }
    for next in passage.ranges.dropFirst() where next.start <= range.end + 2 {
      range.end = next.end
    }
    return ClusterRun.passage(of: passage.text, around: range)
  }

  private func rounded(_ value: Double) -> Double { (value * 1000).rounded() / 1000 }
}
