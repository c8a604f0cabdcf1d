extension MarkupName {
  /// How an element stands in the flow of text.
  enum Flow: UInt8 {
    /// In the line.
    case inline
    /// On lines of its own.
    case block
    /// Its text is for no reader.
    case hidden
  }

  /// How the element stands in the flow of text; elements without a rule stand in the line.
  ///
  /// Source: the rendering section of the HTML standard (flow content, hidden elements).
  var flow: Flow {
    switch first {
    case UInt8(ascii: "a"): block(self.is("article") || self.is("address") || self.is("aside"))
    case UInt8(ascii: "b"): block(self.is("br") || self.is("blockquote") || self.is("body"))
    case UInt8(ascii: "c"): block(self.is("center") || self.is("caption"))
    case UInt8(ascii: "d"):
      block(self.is("div") || self.is("dd") || self.is("dt") || self.is("dl") || self.is("details"))
    case UInt8(ascii: "f"):
      block(
        self.is("figure") || self.is("figcaption") || self.is("footer") || self.is("form")
          || self.is("fieldset")
      )
    case UInt8(ascii: "h"):
      self.is("head")
        ? .hidden
        : block(
          self.is("h1") || self.is("h2") || self.is("h3") || self.is("h4") || self.is("h5")
            || self.is("h6") || self.is("hr") || self.is("header") || self.is("hgroup")
        )
    case UInt8(ascii: "l"): block(self.is("li") || self.is("legend"))
    case UInt8(ascii: "m"): block(self.is("main") || self.is("menu"))
    case UInt8(ascii: "n"): block(self.is("nav"))
    case UInt8(ascii: "o"): block(self.is("ol") || self.is("option") || self.is("optgroup"))
    case UInt8(ascii: "p"): block(self.is("p") || self.is("pre"))
    case UInt8(ascii: "s"):
      self.is("script") || self.is("style")
        ? .hidden : block(self.is("section") || self.is("summary"))
    case UInt8(ascii: "t"):
      self.is("template")
        ? .hidden
        : block(
          self.is("tr") || self.is("td") || self.is("th") || self.is("table") || self.is("thead")
            || self.is("tbody") || self.is("tfoot")
        )
    case UInt8(ascii: "u"): block(self.is("ul"))
    default: .inline
    }
  }

  /// How the element stands on a page whose scripts run, which no mail's do: what stands in for them
  /// is hidden.
  var flowBesideScripts: Flow { self.is("noscript") ? .hidden : flow }

  private func block(_ isBlock: Bool) -> Flow { isBlock ? .block : .inline }
}
