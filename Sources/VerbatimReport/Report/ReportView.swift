/// The report as its template sees it.
public struct ReportView: ViewValue {
  let page: PageView
  let ledger: LedgerView
  let ledgerNote: String
  let coverage: BarsView
  let coverageNote: String
  let terms: [TermView]
  let hazards: [HazardCardView]
  let otherHazards: OtherClustersView?
  let noHazards: StateView?
  let rule: String
  let axis: Drawing?
  let rows: [ClusterRowView]
  let otherAlerts: OtherClustersView?
  let watchNote: String?
  let noClusters: StateView?
  let falseAlerts: String?
  let nearNote: String
  let nearMisses: NearMissTableView?
  let moreNear: MoreNear?
  let noNearMisses: StateView?
  let index: IndexTableView?
  let noIndex: StateView?
  let map: HeatMapView?
  let noMap: StateView?
  let suppliers: SupplierTableView?
  let noSuppliers: StateView?
  let praise: PraiseTableView?
  let noPraise: StateView?
  let sources: SourceTableView?
  let conversations: ResidualsView?
  let noConversations: StateView?
  let details: [ClusterDetailView]
  let imports: ImportTableView
  let rejects: [RejectView]
  let rejectsNote: String
  let method: MethodView

  /// Near misses that are folded.
  struct MoreNear: ViewValue {
    let summary: String
    let table: NearMissTableView
  }
}
