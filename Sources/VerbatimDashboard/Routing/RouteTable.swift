internal import HTTPTypes

/// Every route of the server: what is asked, checked, answered and described.
struct RouteTable: Sendable {
  /// The routes, in the order of the OpenAPI document; pages last.
  let routes: [Route]

  /// The routes over a store.
  init(_ services: Services) {
    routes =
      FeedbackRoutes(services: services).routes + SignalRoutes(services: services).routes
      + ClusterRoutes(services: services).routes + PackRoutes(services: services).routes
      + DecisionRoutes(services: services).routes
      + ConversationRoutes(services: services).routes + IndexRoutes(services: services).routes
      + ImportRoutes(services: services).routes
      + ServiceRoutes(services: services).routes + Self.pages(services)
  }

  private static func pages(_ services: Services) -> [Route] {
    OverviewRoutes(services: services).routes + ClusterPages(services: services).routes
      + PackRoutes(services: services).pages
      + TrendPages(services: services).routes
      + SearchPages(services: services).routes
      + ConversationPages(services: services).routes
      + ProductPages(services: services).routes + SignalPages(services: services).routes
      + ImportPages(services: services).routes + LoginPages(services: services).routes
      + AssetRoutes(services: services).routes
  }

  /// The routes by their paths, each path once, in the order in which they were named.
  var byPath: [(path: String, routes: [Route])] {
    var groups: [(path: String, routes: [Route])] = []
    for route in routes {
      if let index = groups.firstIndex(where: { $0.path == route.path }) {
        groups[index].routes.append(route)
      } else {
        groups.append((route.path, [route]))
      }
    }
    return groups
  }
}
