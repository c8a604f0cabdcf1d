internal import Foundation

#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// The right to deliver the signals of a store, which one process has at a time.
///
/// It is a lock on an empty file beside the store, `shop.db-deliver`: the system lets go of it when
/// the process ends, however it ends. (A lock on the store itself would undo SQLite's when it is
/// closed.)
public final class OutboxLock: Sendable {
  private let descriptor: Int32

  /// Takes the right; nil when another process has it.
  ///
  /// - Throws: ``StoreFailure/unusable(path:reason:hint:)`` when the file cannot be made.
  public init?(forStoreAt path: String) throws(StoreFailure) {
    // Safety: the path lives for the call.
    descriptor = unsafe open(path + "-deliver", O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else {
      throw .unusable(
        path: path + "-deliver",
        reason: "the file that keeps deliveries apart cannot be made",
        hint: "check that you may write to the folder of the store"
      )
    }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      close(descriptor)
      return nil
    }
  }

  deinit { close(descriptor) }
}
