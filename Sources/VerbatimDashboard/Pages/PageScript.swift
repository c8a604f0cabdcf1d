/// The script of our own: the pages work without it.
enum PageScript {
  /// Sends a filter when a choice is made, leads `/` to the search, and asks once before a decision
  /// that is sent twice.
  static let text = """
    "use strict";
    for (const select of document.querySelectorAll("form[data-filter] select")) {
      select.addEventListener("change", () => select.form.requestSubmit());
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

    """
}
