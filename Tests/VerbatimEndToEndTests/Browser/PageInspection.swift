import Foundation

/// What a page must be for everybody who reads it, measured in the browser itself.
extension Page {
  /// What is wrong with the page as it is shown now, in words; nothing for a good page.
  ///
  /// Nothing reaches over the side; there is one first heading and no level is passed over; each
  /// field has a label and each control a name; text stands out from what is behind it by 4.5 to 1
  /// (WCAG 2.2, 1.4.3); the text of a chart is not cut and covers no other.
  func faults() async throws -> [String] { try await evaluate(Self.inspection) }

  /// What is wrong when somebody goes through the page with the Tab key: controls that are never
  /// reached, an order that goes back, a focus that cannot be seen.
  func tabFaults() async throws -> [String] {
    try await run("document.activeElement?.blur(), scrollTo(0, 0), \(Self.stops)")
    let count: Int = try await evaluate("stops.length")
    var reached = Set<Int>()
    var faults: [String] = []
    var last = -1
    // A field for a day has several stops of its own.
    for _ in 0..<(count * 5 + 5) {
      try await press("Tab")
      let stop: Stop = try await evaluate(Self.currentStop)
      if stop.isOut { break }
      guard let index = stop.index else { continue }
      if index < last { faults.append("the focus goes back to \(stop.name)") }
      if !stop.isSeen { faults.append("the focus cannot be seen on \(stop.name)") }
      last = index
      reached.insert(index)
      // Behind the last one it begins again.
      if reached.count == count { break }
    }
    let missed = Set(0..<count).subtracting(reached)
    if !missed.isEmpty {
      let names: [String] = try await evaluate("\(missed.sorted()).map(i => nameOf(stops[i]))")
      faults += names.map { "Tab never reaches \($0)" }
    }
    return faults
  }

  private struct Stop: Decodable {
    var isOut: Bool
    var index: Int?
    var isSeen: Bool
    var name: String
  }

  private static let stops = """
    globalThis.nameOf = e => e ? e.tagName + ' ' + (e.innerText || e.name || e.id).slice(0, 40) : '',
    globalThis.stops = (() => {
      const groups = new Set();
      return [...document.querySelectorAll(
        'a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex="0"]'
      )].filter(e => {
        if (!e.checkVisibility({checkVisibilityCSS: true}) || e.disabled) return false;
        if (e.type !== 'radio') return true;
        const group = e.name + '|' + (e.form?.action ?? '');
        return !groups.has(group) && groups.add(group);
      });
    })(), 0
    """

  private static let currentStop = """
    (() => {
      const e = document.activeElement, style = getComputedStyle(e);
      const isOut = e === document.body || e === document.documentElement;
      let index = stops.indexOf(e);
      if (index < 0 && e.type === 'radio') {
        index = stops.findIndex(s => s.type === 'radio' && s.name === e.name && s.form === e.form);
      }
      const isSeen = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 1;
      return {isOut, index: index < 0 ? null : index, isSeen, name: nameOf(e)};
    })()
    """

  private static let inspection = """
    (() => {
      const faults = [];
      const told = e => e.tagName.toLowerCase() + (e.id ? '#' + e.id : '')
        + ' “' + (e.textContent || e.name || '').trim().slice(0, 40) + '”';
      const isShown = e => e.checkVisibility({checkVisibilityCSS: true, checkOpacity: true});
      const isClipped = e => {
        for (let p = e; p; p = p.parentElement) {
          if (getComputedStyle(p).clipPath !== 'none') return true;
        }
        return false;
      };
      const all = (selector, root = document) => [...root.querySelectorAll(selector)];

      // The sides.
      if (document.documentElement.scrollWidth > innerWidth) {
        const wide = all('body *').filter(e => isShown(e) && !e.closest('.scroll, .menu ul')
          && e.getBoundingClientRect().right > innerWidth + 1);
        faults.push('reaches over the side by '
          + (document.documentElement.scrollWidth - innerWidth) + ': ' + wide.slice(-1).map(told));
      }

      // Headings.
      const headings = all('h1, h2, h3, h4, h5, h6').filter(isShown);
      let level = 0;
      for (const heading of headings) {
        const next = Number(heading.tagName[1]);
        if (next > level + 1) faults.push('h' + next + ' follows h' + level + ': ' + told(heading));
        level = next;
      }
      const firsts = headings.filter(e => e.tagName === 'H1').length;
      if (firsts !== 1) faults.push('there are ' + firsts + ' first headings');

      // Names.
      for (const field of all('input:not([type=hidden]), select, textarea')) {
        if (!field.labels?.length && !field.ariaLabel) faults.push('no label: ' + told(field));
      }
      for (const control of all('a[href], button, summary')) {
        if (!(control.textContent.trim() || control.ariaLabel)) {
          faults.push('no name: ' + control.outerHTML.slice(0, 80));
        }
      }
      for (const image of all('img:not([alt])')) faults.push('no words for ' + image.src);

      // Contrast, as WCAG 2 defines it.
      const parts = color => (color.match(/[0-9.]+/g) ?? []).map(Number);
      const over = (top, below) => {
        const a = top[3] ?? 1;
        return [0, 1, 2].map(i => top[i] * a + below[i] * (1 - a));
      };
      const luminance = rgb => {
        const [r, g, b] = rgb.map(v => v / 255)
          .map(v => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
        return 0.2126 * r + 0.7152 * g + 0.0722 * b;
      };
      const ground = e => {
        const layers = [];
        for (let p = e; p; p = p.parentElement) {
          const color = parts(getComputedStyle(p).backgroundColor);
          if ((color[3] ?? 1) > 0) layers.push(color);
          if ((color[3] ?? 1) === 1) break;
        }
        return layers.reverse().reduce((below, top) => over(top, below), [255, 255, 255]);
      };
      const ratio = (color, e) => {
        const behind = ground(e);
        const [a, b] = [over(parts(color), behind), behind].map(luminance).sort((x, y) => y - x);
        return (a + 0.05) / (b + 0.05);
      };
      const seen = new Set();
      const judge = (color, e, what) => {
        const value = ratio(color, e);
        const key = color + '|' + ground(e);
        if (value >= 4.5 || seen.has(key)) return;
        seen.add(key);
        faults.push('contrast ' + value.toFixed(2) + ' of ' + color + ': ' + what + told(e));
      };
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      while (walker.nextNode()) {
        const e = walker.currentNode.parentElement;
        if (!walker.currentNode.data.trim() || e.closest('script, style, option, select')) continue;
        if (!isShown(e) || isClipped(e)) continue;
        const style = getComputedStyle(e);
        judge(e instanceof SVGElement ? style.fill : style.color, e, '');
      }
      for (const field of all('input:not([type=hidden]), select, textarea').filter(isShown)) {
        judge(getComputedStyle(field).color, field, 'field ');
        if (field.placeholder) {
          judge(getComputedStyle(field, '::placeholder').color, field, 'placeholder ');
        }
      }

      // Charts.
      for (const svg of all('svg').filter(isShown)) {
        const box = svg.getBoundingClientRect();
        if (!svg.closest('.scroll') && box.right > innerWidth + 1) {
          faults.push('a chart is cut: ' + svg.ariaLabel);
        }
        const texts = all('text', svg).map(e => [e.textContent, e.getBoundingClientRect()]);
        for (const [text, rect] of texts) {
          if (rect.left < box.left - 1 || rect.right > box.right + 1
            || rect.top < box.top - 2 || rect.bottom > box.bottom + 2) {
            faults.push('cut in a chart: ' + text);
          }
        }
        texts.forEach(([text, a], i) => texts.slice(0, i).forEach(([other, b]) => {
          const width = Math.min(a.right, b.right) - Math.max(a.left, b.left);
          const height = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
          if (width > 1 && height > 4) faults.push(text + ' covers ' + other + ' in a chart');
        }));
      }
      return [...new Set(faults)];
    })()
    """
}
