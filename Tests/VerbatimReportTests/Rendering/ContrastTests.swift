import Foundation
import Testing
import VerbatimReport

/// WCAG 2's contrast of the sheet's tokens, computed from the sheet itself.
@Suite("Contrast")
struct ContrastTests {
  /// A colour scheme by its tokens.
  struct Scheme: Sendable, CustomTestStringConvertible {
    let name: String
    let tokens: [String: String]

    var testDescription: String { name }
  }

  /// Light, dark and paper, each over the light one.
  static func schemes() throws -> [Scheme] {
    let sheet = try SharedRenderer.get().styleSheet
    let blocks = sheet.matches(of: /:root \{([^}]*)\}/).map { match in
      Dictionary(
        match.output.1.matches(of: /--([a-z0-9-]+): (#[0-9a-f]{6})/).map {
          (String($0.output.1), String($0.output.2))
        },
        uniquingKeysWith: { $1 }
      )
    }
    let light = try #require(blocks.first)
    return zip(["light", "dark", "paper"], blocks).map { name, tokens in
      Scheme(name: name, tokens: light.merging(tokens) { $1 })
    }
  }

  /// The relative luminance of `#rrggbb` (WCAG 2.1).
  static func luminance(_ colour: String) throws -> Double {
    let number = try #require(Int(colour.dropFirst(), radix: 16))
    let parts = [16, 8, 0].map { shift -> Double in
      let share = Double(number >> shift & 255) / 255
      return share <= 0.03928 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
  }

  static func ratio(_ first: String, _ second: String) throws -> Double {
    let lights = try [luminance(first), luminance(second)].sorted()
    return (lights[1] + 0.05) / (lights[0] + 0.05)
  }

  @Test("is right for black on white and for a published pair")
  func known() throws {
    #expect(try abs(Self.ratio("#000000", "#ffffff") - 21) < 1e-9)
    // #767676 on white is the lightest grey that passes 4.5.
    #expect(try abs(Self.ratio("#767676", "#ffffff") - 4.54) < 0.005)
  }

  @Test("of every text is 4.5 or more on every ground, in light, dark and on paper")
  func texts() throws {
    let schemes = try Self.schemes()
    #expect(schemes.count == 3)
    for scheme in schemes {
      func token(_ name: String) throws -> String { try #require(scheme.tokens[name], "\(name)") }
      for text in ["ink", "ink-2", "ink-3", "link", "neg", "pos", "hazard"] {
        for ground in ["paper", "ground", "sunk"] {
          let ratio = try Self.ratio(token(text), token(ground))
          #expect(ratio >= 4.5, "\(scheme.name): \(text) on \(ground) has \(ratio)")
        }
      }
      let pairs = [
        ("ink", "neg-soft"), ("ink", "pos-soft"), ("on-hazard", "hazard"), ("ink", "heat-1"),
        ("ink", "heat-2"), ("ink", "heat-3"), ("on-heat-4", "heat-4"),
      ]
      for (text, ground) in pairs {
        let ratio = try Self.ratio(token(text), token(ground))
        #expect(ratio >= 4.5, "\(scheme.name): \(text) on \(ground) has \(ratio)")
      }
    }
  }

  @Test("of borders of controls and of axes is 3 or more")
  func marks() throws {
    for scheme in try Self.schemes() {
      for ground in ["paper", "ground", "sunk"] {
        let edge = try #require(scheme.tokens["edge"])
        let ratio = try Self.ratio(edge, #require(scheme.tokens[ground]))
        #expect(ratio >= 3, "\(scheme.name): edge on \(ground) has \(ratio)")
      }
    }
  }

  @Test("rests on tokens: no other colour stands in the sheet")
  func tokensOnly() throws {
    let sheet = try SharedRenderer.get().styleSheet
    let outside = sheet.replacing(/:root \{[^}]*\}/, with: "")
    #expect(outside.firstMatch(of: /#[0-9a-fA-F]{3,8}\b/) == nil)
    #expect(outside.firstMatch(of: /rgba?\(|hsla?\(/) == nil)
  }
}
