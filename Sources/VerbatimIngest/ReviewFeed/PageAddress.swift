/// Addresses as pages write them: made absolute, and their hosts compared.
enum PageAddress {
  /// `address` as seen from the page at `base`; as it stands when there is no absolute base.
  static func absolute(_ address: String, from base: String?) -> String {
    guard !address.isEmpty, scheme(of: address) == nil, let base, let scheme = scheme(of: base),
      let authority = authority(of: base)
    else { return address }
    if address.hasPrefix("//") { return scheme + ":" + address }
    let origin = scheme + "://" + authority
    if address.hasPrefix("/") { return origin + address }
    var path = base.dropFirst(origin.count)
    if let fragment = path.firstIndex(of: "#") { path = path[..<fragment] }
    if address.hasPrefix("#") { return origin + path + address }
    if let query = path.firstIndex(of: "?") { path = path[..<query] }
    if address.hasPrefix("?") { return origin + path + address }
    guard let slash = path.lastIndex(of: "/") else { return origin + "/" + address }
    return origin + path[...slash] + address
  }

  /// Whether an address says where it is without a page around it.
  static func isAbsolute(_ address: String) -> Bool { scheme(of: address) != nil }

  /// The host in small letters, without "www."; nil for an address without one.
  static func host(of address: String?) -> String? {
    guard let address, let authority = authority(of: address) else { return nil }
    let host = authority.split(separator: "@").last ?? authority
    let name = host.prefix { $0 != ":" }.lowercased()
    guard !name.isEmpty else { return nil }
    return name.hasPrefix("www.") ? String(name.dropFirst(4)) : name
  }

  private static func scheme(of address: String) -> String? {
    guard let colon = address.firstIndex(of: ":"), colon > address.startIndex else { return nil }
    let scheme = address[..<colon]
    let isScheme = scheme.utf8.allSatisfy { byte in
      byte | 0x20 >= UInt8(ascii: "a") && byte | 0x20 <= UInt8(ascii: "z")
        || byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9") || byte == UInt8(ascii: "+")
        || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")
    }
    return isScheme ? String(scheme) : nil
  }

  private static func authority(of address: String) -> Substring? {
    guard let scheme = scheme(of: address) else {
      guard address.hasPrefix("//") else { return nil }
      return address.dropFirst(2).prefix { $0 != "/" && $0 != "?" && $0 != "#" }
    }
    let rest = address.dropFirst(scheme.count + 1)
    guard rest.hasPrefix("//") else { return nil }
    return rest.dropFirst(2).prefix { $0 != "/" && $0 != "?" && $0 != "#" }
  }
}
