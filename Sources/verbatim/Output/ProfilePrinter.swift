import VerbatimPipeline

/// Prints what a site profile finds, and decides whether it can be used.
struct ProfilePrinter {
  let profile: SiteProfile
  let counts: ProfileTally.Counts

  /// A line for each selector: its pages, its reviews and their share, the first value.
  var text: String {
    var table = AlignedTable(["selector", "pages", "reviews", "share"])
    table.add(["review", "\(counts.pagesWithReviews)", "\(counts.reviews)", ""])
    var examples = ["", profile.review.text]
    for field in profile.fields {
      let count = counts.parts[field.part]
      table.add([
        field.part.rawValue, "\(count?.pages ?? 0)", "\(count?.reviews ?? 0)",
        share(of: field.part),
      ])
      examples.append((count?.example).map { "\"\($0)\"" } ?? "")
    }
    for (place, selector) in profile.without.enumerated() {
      let count = counts.without[place]
      table.add(["without", "\(count?.pages ?? 0)", "\(count?.reviews ?? 0)", ""])
      examples.append(selector.text)
    }
    let head =
      "\(profile.path): \(counts.pages) page\(counts.pages == 1 ? "" : "s"), "
      + "\(counts.pagesWithReviews) with reviews"
    let width = table.lines.map(\.count).max() ?? 0
    let lines = zip(table.lines, examples).map { line, example in
      guard !example.isEmpty else { return line }
      return line + String(repeating: " ", count: width - line.count) + "  " + example
    }
    return ([head] + lines).joined(separator: "\n") + "\n"
  }

  /// What is wrong: errors make the profile unusable, warnings name what found nothing.
  var diagnostics: [Diagnostic] {
    guard counts.reviews > 0 else {
      return [
        Diagnostic(
          .profileUnmatched,
          at: profile.review.location,
          counts.pages == 0
            ? "no page was read with the profile"
            : "`review`, \(profile.review.text), finds nothing on any of \(counts.pages) pages",
          hint: counts.pages == 0
            ? "give pages of its hosts, saved as HTML, MHTML or WARC"
            : "look at a saved page itself; what a script adds later may not be in it"
        )
      ]
    }
    let late = profile.outOfDate(counts)
    var found: [Diagnostic] = []
    for field in profile.fields {
      let count = counts.parts[field.part]?.reviews ?? 0
      let here = field.selector?.location ?? profile.review.location
      if late.contains(field.part) {
        found.append(
          Diagnostic(
            .profileOutOfDate,
            at: here,
            "`\(field.part.rawValue)` is found in \(count) of \(counts.reviews) reviews, "
              + "fewer than nine in ten",
            hint: "the shop may have changed its pages"
          )
        )
      } else if count == 0 {
        found.append(
          Diagnostic(
            .profileUnmatched,
            .warning,
            at: here,
            "`\(field.part.rawValue)` is found in none of \(counts.reviews) reviews",
            hint: "take it out, or check it with pages that have it"
          )
        )
      }
    }
    return found
  }

  private func share(of part: SiteProfile.Part) -> String {
    guard let share = counts.share(of: part) else { return "" }
    return "\(Int((share * 100).rounded())) %"
  }
}
