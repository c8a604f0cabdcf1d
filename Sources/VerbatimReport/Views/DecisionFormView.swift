/// A form by which a person decides or disagrees: choices, a reason, and what saving stores.
public struct DecisionFormView: ViewValue {
  /// One choice.
  public struct Choice: ViewValue {
    let value: String
    let title: String
    let hint: String?
    let isChosen: Bool

    /// A choice; nothing is chosen for a person but the last draft of their own.
    public init(_ value: String, _ title: String, hint: String? = nil, isChosen: Bool = false) {
      self.value = value
      self.title = title
      self.hint = hint
      self.isChosen = isChosen
    }
  }

  /// Choices that answer one question of several.
  public struct Group: ViewValue {
    let title: String
    let choices: [Choice]

    /// Choices under a title.
    public init(_ title: String, _ choices: [Choice]) {
      self.title = title
      self.choices = choices
    }
  }

  /// A value that goes along unseen, such as a token against forged requests.
  public struct Hidden: ViewValue {
    let name: String
    let value: String

    /// A value by its name.
    public init(_ name: String, _ value: String) {
      self.name = name
      self.value = value
    }
  }

  /// A line of text to fill in.
  public struct Field: ViewValue {
    let id: String
    let name: String
    let title: String
    let kind: String
    let value: String
    let isLong: Bool
    let isRequired: Bool

    /// A field by the name under which it is sent.
    ///
    /// Its id is unique in the page; its kind is a type of input, `text` or `date`, and of no
    /// account when it is long.
    public init(
      _ name: String,
      _ title: String,
      id: String,
      kind: String = "text",
      value: String = "",
      isLong: Bool = false,
      isRequired: Bool = false
    ) {
      self.id = id
      self.name = name
      self.title = title
      self.kind = kind
      self.value = value
      self.isLong = isLong
      self.isRequired = isRequired
    }
  }

  /// Where it is sent, by POST.
  public var action: String
  /// What is asked.
  public var question: String
  /// The name under which the choice is sent.
  public var name: String
  /// The choices.
  public var choices: [Choice]
  /// More choices, in groups under titles; sent under the same name.
  public var groups: [Group]
  /// Whether each choice is a button of its own that sends the form.
  public var isOneStep: Bool
  /// Fields below the choices.
  public var fields: [Field]
  /// What goes along.
  public var hidden: [Hidden]
  /// What the button says: a verb.
  public var button: String
  /// What saving stores.
  public var consequence: String?

  /// A form.
  public init(
    action: String,
    question: String,
    name: String,
    choices: [Choice] = [],
    groups: [Group] = [],
    isOneStep: Bool = false,
    fields: [Field] = [],
    hidden: [Hidden] = [],
    button: String,
    consequence: String? = nil
  ) {
    self.action = action
    self.question = question
    self.name = name
    self.choices = choices
    self.groups = groups
    self.isOneStep = isOneStep
    self.fields = fields
    self.hidden = hidden
    self.button = button
    self.consequence = consequence
  }
}
