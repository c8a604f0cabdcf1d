internal import Foundation
internal import Synchronization

/// A piece of work that is done once: ahead, by another thread, or by whoever needs its value first.
final class Piece<Value: Sendable>: PieceOfWork {
  private let work: @Sendable () -> Value
  private let result = Mutex<Value?>(nil)

  /// A piece of work.
  init(_ work: @escaping @Sendable () -> Value) { self.work = work }

  /// What comes of it; while another thread is at it, this one waits.
  var value: Value {
    result.withLock { result in
      if let result { return result }
      let value = work()
      result = value
      return value
    }
  }

  func finish() { _ = value }
}

/// Work whose value is asked for later.
protocol PieceOfWork: Sendable {
  /// Does the work, unless it is done.
  func finish()
}

/// Has pieces of work done by another thread, one after the other, as soon as one is free.
///
/// What comes of them depends neither on when that is nor on whether it ever happens: a value that
/// is asked for before is made by whoever asks.
func start(_ pieces: any PieceOfWork...) {
  DispatchQueue.global().async {
    for piece in pieces { piece.finish() }
  }
}
