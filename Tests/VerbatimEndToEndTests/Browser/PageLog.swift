import Foundation
import Synchronization

/// What happened in a page since it was opened.
final class PageLog: Sendable {
  /// The record so far.
  struct Entries: Sendable {
    /// How many documents were loaded.
    var loads = 0
    /// The addresses that were asked for, in order.
    var requests: [String] = []
    /// Warnings and errors of the console, the browser's own among them, such as what a policy
    /// stopped.
    var complaints: [String] = []
    /// Errors that no script caught.
    var exceptions: [String] = []
    /// Windows that a script opened over the page.
    var dialogs: [String] = []
  }

  private let entries = Mutex(Entries())

  /// The record so far.
  var soFar: Entries { entries.withLock { $0 } }

  /// Adds an event of the protocol.
  func take(_ method: String, _ parameters: DevToolsValue) {
    entries.withLock { entries in
      switch method {
      case "Page.loadEventFired":
        entries.loads += 1
      case "Network.requestWillBeSent":
        let address = parameters["request"]["url"].text ?? ""
        // The browser's own icon in a field for a day is data, and asks nobody.
        if !address.hasPrefix("data:") { entries.requests.append(address) }
      case "Runtime.consoleAPICalled":
        let kind = parameters["type"].text ?? ""
        guard ["error", "warning", "assert"].contains(kind) else { return }
        entries.complaints.append("\(kind): \(parameters["args"])")
      case "Log.entryAdded":
        let entry = parameters["entry"]
        let level = entry["level"].text ?? ""
        guard ["error", "warning"].contains(level) else { return }
        entries.complaints.append(
          "\(level): \(entry["text"].text ?? "") \(entry["url"].text ?? "")"
        )
      case "Runtime.exceptionThrown":
        let details = parameters["exceptionDetails"]
        entries.exceptions.append(
          details["exception"]["description"].text ?? details["text"].text ?? ""
        )
      case "Page.javascriptDialogOpening":
        entries.dialogs.append(parameters["message"].text ?? "")
      default: break
      }
    }
  }
}
