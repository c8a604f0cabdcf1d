internal import Foundation

/// Does work over a value and has another thread free it: a million reports hold eight million
/// counted references, and to let them go one by one takes a second that nobody needs to wait for.
///
/// - Parameters:
///   - value: The value; nobody else holds what it holds, or there is nothing to free.
///   - work: The work, which may change it.
/// - Returns: What comes of the work.
/// - Throws: What the work throws.
func freeingAside<Value: Sendable, Result, Failure: Error>(
  _ value: consuming Value,
  _ work: (inout Value) throws(Failure) -> Result
) throws(Failure) -> Result {
  var held = [value]
  defer {
    let last = held
    held = []
    DispatchQueue.global(qos: .utility).async { _ = last }
  }
  return try work(&held[0])
}
