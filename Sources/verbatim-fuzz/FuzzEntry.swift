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

/// libFuzzer's own driver: reads the options, and calls back for each input.
@_silgen_name("LLVMFuzzerRunDriver")
private func runDriver(
  _ count: UnsafeMutablePointer<CInt>,
  _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?>,
  _ callback: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
) -> CInt

/// The entry of the program, under the name that the package manager gives that of an executable.
///
/// - Parameters:
///   - count: How many arguments there are.
///   - arguments: The arguments.
/// - Returns: What the process ends with.
@_cdecl("verbatim_fuzz_main")
public func fuzzMain(
  _ count: CInt,
  _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?
) -> CInt {
  var count = count
  var arguments = unsafe arguments
  // A wrong name is told before the driver reads its seeds.
  _ = FuzzEntry.target
  // Safety: both live until the driver returns, which is when the process ends.
  return unsafe runDriver(&count, &arguments, fuzzOneInput)
}

enum FuzzEntry {
  /// The target of the process.
  static let target: FuzzTarget = {
    let name = ProcessInfo.processInfo.environment["VERBATIM_FUZZ_TARGET"] ?? ""
    guard let target = FuzzTarget(rawValue: name) else {
      let names = FuzzTarget.allCases.map(\.rawValue).joined(separator: ", ")
      let said = name.isEmpty ? "VERBATIM_FUZZ_TARGET is not set" : "`\(name)` is no target"
      let words = "error: \(said)\n  hint: VERBATIM_FUZZ_TARGET is one of \(names)\n"
      FileHandle.standardError.write(Data(words.utf8))
      // 64, wrong usage, as the command's own.
      exit(64)
    }
    return target
  }()
}
