internal import CICU

/// A time zone by the data of the linked ICU: how far local clocks are from UTC, and since when.
///
/// Read once into a table from 1970 to 2100, so that it is a plain value and the same on every thread
/// and machine with the same data.
public struct ICUTimeZone: Hashable, Sendable {
  /// The version of the time zone data, such as `2026a`; empty when ICU does not say.
  public static let dataVersion: String = {
    var buffer = [CChar](repeating: 0, count: 24)
    // Safety: at most as many bytes are written as the buffer has, NUL included.
    _ = unsafe buffer.withUnsafeMutableBufferPointer {
      unsafe vicu_zone_version($0.baseAddress, 24)
    }
    return String(decoding: buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }()

  /// 2100-01-01, from where on the last offset holds.
  private static let end: Int64 = 4_102_444_800
  /// More changes than any zone has in 130 years, of which two a year are daylight saving's.
  private static let capacity = 1024

  /// The IANA name.
  public let name: String
  /// Where an offset begins, in seconds since 1970, ascending; the first holds before, too.
  private let starts: [Int64]
  /// Seconds east of UTC from each start on.
  private let offsets: [Int32]

  /// Reads a zone by its IANA name; nil when ICU knows none of that name.
  public init?(named name: String) {
    var starts = [Int64](repeating: 0, count: Self.capacity)
    var offsets = [Int32](repeating: 0, count: Self.capacity)
    var status: Int32 = 0
    // Safety: at most `capacity` numbers are written to each, and their number comes back.
    let found = unsafe starts.withUnsafeMutableBufferPointer { starts in
      unsafe offsets.withUnsafeMutableBufferPointer { offsets in
        unsafe vicu_zone_offsets(
          name,
          0,
          Self.end,
          starts.baseAddress,
          offsets.baseAddress,
          Int32(Self.capacity),
          &status
        )
      }
    }
    guard ICUFailure(status) == nil, found > 0 else { return nil }
    self.name = name
    self.starts = Array(starts.prefix(Int(found)))
    self.offsets = Array(offsets.prefix(Int(found)))
  }

  /// Seconds east of UTC at an instant, in seconds since 1970.
  ///
  /// - Complexity: O(log *n*) in the zone's changes.
  public func offset(at instant: Int64) -> Int { Int(offsets[place(of: instant)]) }

  /// The instant at which local clocks show a time, in seconds since 1970.
  ///
  /// - Parameters:
  ///   - clock: What clocks show, as seconds since 1970-01-01T00:00 of the local calendar.
  ///   - last: Of an hour that clocks show twice, whether the second is meant.
  /// - Returns: The instant; for an hour that clocks leap over, the moment of the leap.
  public func instant(ofClock clock: Int64, last: Bool) -> Int64 {
    // No zone is further than a day from UTC.
    let first = place(of: clock - 86_400)
    let final = place(of: clock + 86_400)
    var found: Int64?
    for index in first...final {
      let instant = clock - Int64(offsets[index])
      let begins = index == 0 ? .min : starts[index]
      let ends = index + 1 < starts.count ? starts[index + 1] : .max
      guard instant >= begins, instant < ends else { continue }
      found = instant
      if !last { break }
    }
    if let found { return found }
    // Clocks leapt over it: at the last change before which they showed less.
    for index in stride(from: final, to: first, by: -1)
    where starts[index] + Int64(offsets[index - 1]) <= clock {
      return starts[index]
    }
    return clock - Int64(offsets[first])
  }

  /// The offset that holds at an instant.
  private func place(of instant: Int64) -> Int {
    var low = 0
    var high = starts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= instant { low = middle } else { high = middle }
    }
    return low
  }
}
