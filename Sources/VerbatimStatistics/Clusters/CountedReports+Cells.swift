extension CountedReports {
  /// The customer's repeats of an occurrence, and copies of the text, which are not counted.
  func others(than occurrence: Occurrence) -> ArraySlice<Int32> {
    others[Int(occurrence.number)]
  }

  /// How many reports an occurrence leaves out.
  func othersCount(_ occurrence: Occurrence) -> Int { others.range(Int(occurrence.number)).count }

  /// Where the occurrences of each key and issue stand.
  var cells: [Range<Int>] {
    var cells: [Range<Int>] = []
    var start = 0
    for place in occurrences.indices.dropFirst() {
      let (last, next) = (occurrences[place - 1], occurrences[place])
      guard next.issue != last.issue || units[Int(next.unit)].key != units[Int(last.unit)].key
      else { continue }
      cells.append(start..<place)
      start = place
    }
    if !occurrences.isEmpty { cells.append(start..<occurrences.count) }
    return cells
  }
}
