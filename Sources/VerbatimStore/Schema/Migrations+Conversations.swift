internal import GRDB

extension Schema {
  static let conversationsMigration = "2026-11-22 what happened in conversations"

  // Conversations of before have no row here and their turns no times and scores: what nobody
  // measured is not counted. A turn's score is the customer's mood, so others have none.
  static let conversationTables = """
    ALTER TABLE turns ADD COLUMN at TEXT;
    ALTER TABLE turns ADD COLUMN "end" TEXT;
    ALTER TABLE turns ADD COLUMN compound REAL;
    CREATE TABLE conversations (
      seq INTEGER PRIMARY KEY REFERENCES signals (seq) ON DELETE CASCADE,
      native_id TEXT,
      channel TEXT,
      queue TEXT,
      issue TEXT,
      eligibility TEXT NOT NULL,
      agent_key TEXT,
      customer_turns INTEGER NOT NULL,
      agent_turns INTEGER NOT NULL,
      bot_turns INTEGER NOT NULL,
      opening REAL,
      closing REAL,
      lowest REAL,
      recovery REAL,
      turning_turn INTEGER,
      first_response REAL CHECK (first_response >= 0),
      first_response_business REAL CHECK (first_response_business >= 0),
      longest_wait REAL CHECK (longest_wait >= 0),
      longest_wait_business REAL CHECK (longest_wait_business >= 0),
      handoffs INTEGER NOT NULL,
      repeated_questions INTEGER,
      escalations INTEGER,
      churn_statements INTEGER,
      promises INTEGER,
      promises_kept INTEGER,
      promises_broken INTEGER,
      claimed INTEGER,
      claimed_turn INTEGER,
      confirmed INTEGER,
      confirmed_turn INTEGER
    );
    CREATE TABLE conversation_events (
      seq INTEGER NOT NULL REFERENCES conversations (seq) ON DELETE CASCADE,
      ordinal INTEGER NOT NULL,
      event TEXT NOT NULL,
      name TEXT NOT NULL,
      turn INTEGER NOT NULL,
      start INTEGER NOT NULL,
      "end" INTEGER NOT NULL,
      quote TEXT NOT NULL,
      due INTEGER,
      due_precision TEXT,
      state TEXT,
      other_turn INTEGER,
      PRIMARY KEY (seq, ordinal),
      CHECK ((due IS NULL) = (due_precision IS NULL))
    ) WITHOUT ROWID;
    CREATE INDEX signals_by_customer ON signals (customer_key) WHERE kind = 'transcript';
    """
}
