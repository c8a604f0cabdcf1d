internal import GRDB

extension SignalStore {
  /// How far the delivery to each destination has come, by the order in which they were first
  /// named.
  ///
  /// - Throws: ``StoreFailure`` when the store cannot be read.
  /// - Complexity: O(*n*) in what is not delivered yet, counted in an index that holds no texts.
  public func deliveryStandings() throws(StoreFailure) -> [DeliveryStanding] {
    try reading { db in
      try Row.fetchAll(
        db,
        sql: "SELECT id, address, cursor, taken_at FROM destinations ORDER BY id"
      ).map { row in
        let id = try row.decode(Int64.self, atIndex: 0)
        let cursor = try row.decode(Int64.self, atIndex: 2)
        let counts = try Row.fetchOne(
          db,
          sql: """
            SELECT
              (SELECT count(*) FROM signals INDEXED BY signals_by_place WHERE seq > :cursor)
                + (SELECT count(*) FROM retractions WHERE seq > :cursor)
                + (SELECT count(*) FROM alerts WHERE seq > :cursor),
              count(*) FILTER (WHERE seq > :cursor AND state <> 'waiting'),
              count(*) FILTER (WHERE seq <= :cursor AND state = 'waiting'),
              count(*) FILTER (WHERE state = 'dead')
            FROM deliveries WHERE destination_id = :id
            """,
          arguments: ["cursor": cursor, "id": id]
        )
        func count(_ index: Int) throws -> Int {
          try counts?.decode(Int.self, atIndex: index) ?? 0
        }
        return try DeliveryStanding(
          address: row.text(at: 1),
          backlog: max(0, count(0) - count(1)) + count(2),
          dead: count(3),
          takenAt: row.decode(Int64?.self, atIndex: 3)
        )
      }
    }
  }
}
