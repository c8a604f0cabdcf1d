import Synchronization
import Testing

@testable import VerbatimPipeline

@Suite("Pieces of work")
struct PieceTests {
  @Test("are done once, whoever asks first")
  func once() async {
    let count = Mutex(0)
    let piece = Piece {
      count.withLock { count in
        count += 1
        return count
      }
    }
    await withTaskGroup(of: Int.self) { group in
      for _ in 0..<8 { group.addTask { piece.value } }
      for await value in group { #expect(value == 1) }
    }
    start(piece, piece)
    #expect(piece.value == 1)
  }

  @Test("have their values whether another thread came to them or not")
  func ahead() {
    let pieces = (0..<50).map { number in Piece { number * number } }
    for piece in pieces { start(piece) }
    #expect(pieces.map(\.value) == (0..<50).map { $0 * $0 })
  }
}
