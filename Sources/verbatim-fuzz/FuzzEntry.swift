internal import Foundation

/// The entry that libFuzzer calls for each input.
///
/// `VERBATIM_FUZZ_TARGET` names the target; a process has one.
///
/// - Parameters:
///   - data: The bytes; nil for none.
///   - size: How many there are.
/// - Returns: 0, as libFuzzer wants it.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOneInput(_ data: UnsafePointer<UInt8>?, _ size: Int) -> CInt {
  // Safety: libFuzzer gives `size` bytes that live until this returns; they are copied here.
  let bytes = unsafe Array(UnsafeBufferPointer(start: data, count: size))
  FuzzCheck.run(FuzzEntry.target, bytes)
  return 0
}

enum FuzzEntry {
  /// The target of the process.
  static let target: FuzzTarget = {
    let name = ProcessInfo.processInfo.environment["VERBATIM_FUZZ_TARGET"] ?? ""
    guard let target = FuzzTarget(rawValue: name) else {
      let names = FuzzTarget.allCases.map(\.rawValue).joined(separator: ", ")
      fatalError("VERBATIM_FUZZ_TARGET is `\(name)`; it is one of \(names)")
    }
    return target
  }()
}
