/// The script of our own: the pages work without it.
enum PageScript {
  /// Sends a filter when a choice is made with the mouse, leads `/` to the search, and sends a
  /// decision once though its button is pressed twice.
  ///
  /// With the keyboard a choice passes over others on its way, and the filter waits for its button.
  static let text = """
    "use strict";
    for (const select of document.querySelectorAll("form[data-filter] select")) {
      let isByKey = false;
      select.addEventListener("keydown", () => { isByKey = true; });
      select.addEventListener("pointerdown", () => { isByKey = false; });
      select.addEventListener("change", () => { if (!isByKey) select.form.requestSubmit(); });
    }
    document.addEventListener("keydown", (event) => {
      const isTyping = event.target.closest("input, textarea, select");
      if (event.key === "/" && !isTyping && !event.ctrlKey && !event.metaKey && !event.altKey) {
        const find = document.getElementById("find");
        if (find) {
          event.preventDefault();
          find.focus();
        }
      }
    });
    for (const form of document.querySelectorAll("form[method=post]")) {
      form.addEventListener("submit", (event) => {
        if (form.dataset.sent) event.preventDefault();
        form.dataset.sent = "yes";
      });
    }
    // Who comes back to the page may send its forms again.
    addEventListener("pageshow", () => {
      for (const form of document.querySelectorAll("form[data-sent]")) delete form.dataset.sent;
    });

    """
}
